import { accountRole, type Regions } from "@refill/database";
import { isOpen, openStates } from "@refill/replenishment";
import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { lifeOf } from "../inventory/stock.ts";
import type { JobBook } from "./job-book.ts";

/** How a customer does, in numbers: from ids, times and states that lie in the clear, and from accounts in memory. */
export interface CustomerNumbers {
  /** ms since 1970: when it was counted. */
  at: number;
  devices: number;
  silentDevices: number;
  neverSeenDevices: number;
  /** null: the account is not in memory, and how strong batteries are lies sealed. */
  weakBatteries: number | null;
  openOrders: number;
  /** Placed for more than a quarter of an hour and not with the supplier yet. */
  undispatchedOrders: number;
  /** null: as for batteries. */
  lateOrders: number | null;
  lastExportAt: number | null;
  storageBytes: number | null;
  jobsWaiting: number;
  jobsFailed: number;
}

/** Knows how all customers do, some seconds late; counts while somebody asks, and not otherwise. */
export interface CustomerSurvey {
  /** By account; waits for the first count only. */
  numbers(): Promise<ReadonlyMap<string, CustomerNumbers>>;
  /** One customer, counted now. */
  of(accountId: string): Promise<CustomerNumbers | undefined>;
}

const freshForMs = 20_000;
const storageFreshForMs = 5 * 60_000;
/** Of a region's connections, so that others have theirs. */
const atOnce = 3;
/** A button says that it lives every 18 hours; what kind a device is lies sealed. */
const silentAfter = "37 hours";
const undispatchedAfter = "15 minutes";

interface Sources {
  regions: Regions;
  store: AccountStore;
  jobs: JobBook;
  log: Logger;
}

export function openCustomerSurvey(sources: Sources): CustomerSurvey {
  const { regions, store, jobs, log } = sources;
  let known: ReadonlyMap<string, CustomerNumbers> = new Map();
  let countedAt = Number.NEGATIVE_INFINITY;
  let counting: Promise<void> | undefined;
  /** By account. */
  const storage = new Map<string, { bytes: number; at: number }>();

  async function countAll(): Promise<void> {
    const counted = new Map<string, CustomerNumbers>();
    await Promise.all(
      regions.names.map(async (region) => {
        try {
          const { rows } = await regions
            .of(region)
            .inDirectory((tx) =>
              tx.query<{ id: string }>(
                "select id from customer where not is_service and state in ('active', 'suspended')",
              ),
            );
          for (const [id, numbers] of await countSome(
            region,
            rows.map(({ id }) => id),
          ))
            counted.set(id, numbers);
        } catch (error) {
          // Its customers are shown with what is known of them otherwise.
          log.warn({ region, reason: (error as Error).message }, "a region's customers could not be counted");
        }
      }),
    );
    for (const id of storage.keys()) if (!counted.has(id)) storage.delete(id);
    known = counted;
    countedAt = performance.now();
  }

  async function countSome(region: string, ids: readonly string[]): Promise<Map<string, CustomerNumbers>> {
    const [byAccount, bytes] = await Promise.all([jobs.countsByAccount(region), storageOf(region, ids)]);
    const counted = new Map<string, CustomerNumbers>();
    const waiting = ids.values();
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const id of waiting) {
          const own = await countOne(region, id).catch(() => undefined);
          // Closed at this moment.
          if (!own) continue;
          const { waiting: jobsWaiting = 0, failed: jobsFailed = 0 } = byAccount.get(id) ?? {};
          counted.set(id, { ...own, storageBytes: bytes.get(id) ?? null, jobsWaiting, jobsFailed });
        }
      }),
    );
    return counted;
  }

  async function countOne(region: string, accountId: string) {
    const { rows } = await regions.of(region).inAccount(accountId, (tx) =>
      tx.query<{
        devices: number;
        seen: number;
        silent: number;
        open: number;
        undispatched: number;
        exported: Date | null;
      }>(
        `select (select count(*)::int from device) as devices,
           (select count(*)::int from device_state) as seen,
           (select count(*)::int from device_state where last_seen_at < now() - interval '${silentAfter}') as silent,
           (select count(*)::int from replenishment_order where state = any($1)) as open,
           (select count(*)::int from replenishment_order
              where state = 'placed' and updated_at < now() - interval '${undispatchedAfter}') as undispatched,
           (select max(created_at) from data_export) as exported`,
        [[...openStates]],
      ),
    );
    const row = rows[0]!;
    const set = store.heldAccounts().find((each) => each.accountId === accountId);
    return {
      at: Date.now(),
      devices: row.devices,
      silentDevices: row.silent,
      neverSeenDevices: Math.max(0, row.devices - row.seen),
      weakBatteries: null,
      openOrders: row.open,
      undispatchedOrders: row.undispatched,
      lateOrders: null,
      lastExportAt: row.exported?.getTime() ?? null,
      ...(set ? opened(set) : {}),
    };
  }

  /** One statement for all that were not measured of late: sizes of tables are no secret of their owner. */
  async function storageOf(region: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const now = performance.now();
    const stale = ids.filter(
      (id) => now - (storage.get(id)?.at ?? Number.NEGATIVE_INFINITY) > storageFreshForMs,
    );
    if (stale.length > 0) {
      const schemas = new Map(stale.map((id) => [accountRole(id), id]));
      const { rows } = await regions.of(region).inDirectory((tx) =>
        tx.query<{ name: string; bytes: string }>(
          `select n.nspname as name, sum(pg_total_relation_size(c.oid)) as bytes
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = any($1) and c.relkind in ('r', 'p', 'm') group by 1`,
          [[...schemas.keys()]],
        ),
      );
      for (const { name, bytes } of rows) storage.set(schemas.get(name)!, { bytes: Number(bytes), at: now });
    }
    return new Map(ids.flatMap((id) => (storage.has(id) ? [[id, storage.get(id)!.bytes] as const] : [])));
  }

  return {
    async numbers() {
      if (performance.now() - countedAt >= freshForMs)
        counting ??= countAll().finally(() => {
          counting = undefined;
        });
      if (countedAt === Number.NEGATIVE_INFINITY) await counting;
      return known;
    },
    async of(accountId) {
      const region = await regions.regionOf(accountId);
      return region === undefined ? undefined : (await countSome(region, [accountId])).get(accountId);
    },
  };
}

/** What only opened records tell. */
function opened(set: WorkingSet) {
  const now = Date.now();
  const lives = [...set.all("device")].map((device) =>
    lifeOf(device, set.get("deviceState", device.id), now),
  );
  return {
    silentDevices: lives.filter((life) => life === "silent").length,
    neverSeenDevices: lives.filter((life) => life === "never-seen").length,
    weakBatteries: [...set.all("deviceState")].filter(({ isBatteryLow }) => isBatteryLow).length,
    lateOrders: [...set.all("order")].filter(({ state, lateSince }) => isOpen(state) && lateSince !== null)
      .length,
  };
}
