import type { Quota, Regions } from "@refill/database";
import type { AccountTraffic } from "@refill/protocol";
import type { OperatorAccess } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Principal } from "../api/authentication.ts";
import { stateOf } from "./access-routes.ts";
import type { CustomerNumbers } from "./customer-numbers.ts";
import { troublesOf } from "./troubles.ts";

/** A customer as the directory knows it. */
export interface CustomerRow {
  id: string;
  slug: string;
  region: string;
  state: string;
  stateSince: Date;
  isDemonstration: boolean;
  createdAt: Date;
  schemaVersion: number;
  quota: Quota;
}

const mostListed = 5_000;

/** The customers of a region that are not closed; `id`: only this one. */
export async function readCustomers(regions: Regions, region: string, id?: string): Promise<CustomerRow[]> {
  const { rows } = await regions.of(region).inDirectory((tx) =>
    tx.query<{
      id: string;
      slug: string;
      region: string;
      state: string;
      state_since: Date;
      is_demonstration: boolean;
      created_at: Date;
      schema_version: number;
      device_limit: number | null;
      request_limit: number | null;
      storage_limit: number | null;
    }>(
      `select id, slug, region, state, state_since, is_demonstration, created_at, schema_version,
         device_limit, request_limit, storage_limit
       from customer where not is_service and state <> 'closed' and ($1::uuid is null or id = $1)
       order by slug limit ${mostListed}`,
      [id ?? null],
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    region: row.region,
    state: row.state,
    stateSince: row.state_since,
    isDemonstration: row.is_demonstration,
    createdAt: row.created_at,
    schemaVersion: row.schema_version,
    quota: {
      devices: row.device_limit,
      requestsPerMinute: row.request_limit,
      storageMb: row.storage_limit,
    },
  }));
}

/** Undefined where no region has such a customer. */
export async function findCustomer(regions: Regions, id: string): Promise<CustomerRow | undefined> {
  const region = await regions.regionOf(id);
  return region === undefined ? undefined : (await readCustomers(regions, region, id))[0];
}

export interface CustomerSources {
  /** The account, where it is in memory: the list opens none. */
  set: WorkingSet | undefined;
  traffic: AccountTraffic | undefined;
  /** Whether the network server of its region answers: then no traffic means that it has nothing registered. */
  isNetworkKnown: boolean;
  numbers: CustomerNumbers | undefined;
  refusedSignIns: number;
}

/** As operators see it: nothing of its content. */
export function customerView(
  row: CustomerRow,
  { set, traffic, isNetworkKnown, numbers, refusedSignIns }: CustomerSources,
  principal: Principal,
) {
  const { id: accountId, slug, region, state, isDemonstration, quota } = row;
  const access = set && accessFor(set, principal);
  const known = traffic ?? (isNetworkKnown ? nothingRegistered : undefined);
  return {
    accountId,
    slug,
    region,
    state,
    stateSince: row.stateSince.toISOString(),
    isDemonstration,
    createdAt: row.createdAt.toISOString(),
    quota,
    traffic: known ? { ...known, accountId: undefined, lastUplinkAt: time(known.lastUplinkAt) } : null,
    numbers: numbers ? { ...numbers, at: time(numbers.at)!, lastExportAt: time(numbers.lastExportAt) } : null,
    refusedSignIns,
    memoryBytes: set?.bytes ?? null,
    troubles: troublesOf(
      { state, traffic: known ?? null, numbers: numbers ?? null, quota, refusedSignIns },
      Date.now(),
    ),
    access: access
      ? {
          state: access.state as "asked" | "granted",
          reason: access.reason,
          until: time(access.until),
        }
      : null,
  };
}

const nothingRegistered = {
  devices: 0,
  neverHeard: 0,
  lastUplinkAt: null,
  messagesLastHour: 0,
  overwritten: 0,
  undelivered: 0,
  gateways: 0,
  gatewaysConnected: 0,
};

/** What this operator has asked for or was granted, the granted ones first. */
export function accessFor(set: WorkingSet, { actor }: Principal): OperatorAccess | undefined {
  const mine = [...set.all("operatorAccess")].filter(
    (access) => stateOf(access) !== "ended" && (access.operatorId === null || access.operatorId === actor.id),
  );
  return mine.find(({ state }) => state === "granted") ?? mine[0];
}

export function time(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
