import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { hashOf, newToken } from "../accounts/credentials.ts";
import type { OperatorAccess, Session } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { setCookie } from "../api/cookies.ts";
import { refusals } from "../api/resource-routes.ts";
import { Id } from "../api/schemas.ts";
import { notFound, Refusal } from "../refusal.ts";
import { placeOfRequest } from "../sign-in/begin-session.ts";
import { forgetOld, stateOf } from "./access-routes.ts";
import * as schemas from "./schema.ts";

interface CustomerRow {
  id: string;
  slug: string;
  region: string;
  state: string;
  is_demonstration: boolean;
  created_at: Date;
}

/**
 * The operators' console: who the customers are and how the service does. Nothing of a customer's content, but through a
 * visit that the customer has granted.
 */
export function operationRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, regions, isSecure } = api;
  const tags = ["operation"];
  const params = Type.Object({ accountId: Id });

  app.get(
    "/operation/customers",
    {
      schema: {
        tags,
        summary: "Operators: the customers of every region",
        response: { 200: schemas.OperatedCustomers, ...refusals },
      },
    },
    async (request) => {
      const rows = (await Promise.all(regions.names.map(customersOf))).flat();
      const held = new Map(store.heldAccounts().map((set) => [set.accountId, set]));
      const items = rows.map((row) => view(row, held.get(row.id), request.principal));
      return { items: items.sort((a, b) => a.slug.localeCompare(b.slug)) };
    },
  );
  app.get(
    "/operation/health",
    {
      schema: {
        tags,
        summary: "Operators: how the service does",
        response: { 200: schemas.ServiceHealth, ...refusals },
      },
    },
    async () => {
      const { status, checks, version } = await api.health();
      return {
        status: status as "ok" | "degraded",
        checks,
        version,
        accountsInMemory: store.memory().accounts,
        jobs: await api.jobCounts(),
      };
    },
  );
  app.post(
    "/operation/customers/:accountId/access",
    {
      schema: {
        tags,
        summary: "Operators: ask a customer to be let in",
        params,
        body: schemas.AccessRequest,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { principal } = request;
      const { id: operatorId, name } = principal.actor;
      const set = await customerOf(request.params.accountId);
      const actor = { ...principal.actor, kind: "operator" as const };
      await store.change(set.accountId, actor, (change) => {
        const isOpen = [...change.all("operatorAccess")].some(
          (each) => each.operatorId === operatorId && stateOf(each) !== "ended",
        );
        if (isOpen) return;
        forgetOld(change);
        change.put("operatorAccess", {
          id: randomUUID(),
          reason: request.body.reason,
          operatorId,
          operatorName: name,
          state: "asked",
          grantedBy: null,
          until: null,
        });
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/operation/customers/:accountId/visit",
    {
      schema: {
        tags,
        summary:
          "Operators: look into a customer's account that lets them in; ends with POST /api/v1/session/end",
        params,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { principal } = request;
      const set = await customerOf(request.params.accountId);
      const access = accessFor(set, principal);
      if (access?.state !== "granted" || access.until === null)
        throw new Refusal(
          409,
          "access-over",
          "This customer does not let operators in now: ask for access first.",
        );
      const token = newToken("session", set.region);
      const { until } = access;
      await credentials.add("session", set.region, hashOf(token), set.accountId, until);
      const place = placeOfRequest(request, isSecure);
      const actor = { ...principal.actor, kind: "operator" as const };
      await store.change(set.accountId, actor, (change) => {
        const session: Session = {
          id: randomUUID(),
          memberId: null,
          hash: hashOf(token),
          createdAt: change.at,
          expiresAt: until,
          address: place.address,
          device: place.device,
          deviceHash: null,
          way: "visit",
          connectionId: null,
          hasSecondFactor: true,
          confirmedAt: change.at,
          provider: null,
          visit: { accessId: access.id, operatorId: principal.actor.id!, operatorName: principal.actor.name },
        };
        change.put("session", session);
      });
      setCookie(reply, "visit", token, until, isSecure);
      return reply.code(204).send(null);
    },
  );

  async function customersOf(region: string): Promise<CustomerRow[]> {
    const { rows } = await regions.of(region).inDirectory((tx) =>
      tx.query<CustomerRow>(
        `select id, slug, region, state, is_demonstration, created_at from customer
           where not is_service and state <> 'closed' order by slug limit 5000`,
      ),
    );
    return rows;
  }

  async function customerOf(accountId: string): Promise<WorkingSet> {
    const set = await store.readNow(accountId);
    if (set.isService) throw notFound("customer");
    return set;
  }

  /** Only accounts that are in memory anyway tell of access: the list opens none. */
  function view(row: CustomerRow, set: WorkingSet | undefined, principal: Principal) {
    const access = set && accessFor(set, principal);
    return {
      accountId: row.id,
      slug: row.slug,
      region: row.region,
      state: row.state,
      isDemonstration: row.is_demonstration,
      createdAt: row.created_at.toISOString(),
      devices: set ? set.records.device.size : null,
      access: access
        ? {
            state: access.state as "asked" | "granted",
            reason: access.reason,
            until: access.until === null ? null : new Date(access.until).toISOString(),
          }
        : null,
    };
  }
}

/** What this operator has asked for or was granted, the granted ones first. */
function accessFor(set: WorkingSet, { actor }: Principal): OperatorAccess | undefined {
  const mine = [...set.all("operatorAccess")].filter(
    (access) => stateOf(access) !== "ended" && (access.operatorId === null || access.operatorId === actor.id),
  );
  return mine.find(({ state }) => state === "granted") ?? mine[0];
}
