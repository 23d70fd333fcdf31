import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import type { OperatorAccess } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { notFound, Refusal } from "../refusal.ts";
import * as schemas from "./schema.ts";

/** How an admin lets operators of the service look into the account, for a while, and ends it. */
export function operatorAccessRoutes(app: ApiServer, { store, credentials }: Api): void {
  const tags = ["operator-access"];
  app.get(
    "/operator-access",
    {
      schema: {
        tags,
        summary: "When operators of the service asked for access, had it, and have it",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.OperatorAccess), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const newestFirst = [...set.all("operatorAccess")].sort((a, b) => b.createdAt - a.createdAt);
      const { items, nextCursor } = pageOf(newestFirst, request.query);
      return { items: items.map(view), nextCursor };
    },
  );
  app.post(
    "/operator-access",
    {
      schema: {
        tags,
        summary: "Let any operator of the service look into the account for some hours",
        body: schemas.NewAccessGrant,
        response: { 201: schemas.OperatorAccess, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { hours, reason } = request.body;
      const access = await store.change(accountId, actor, (change) => {
        forgetOld(change);
        return change.put("operatorAccess", {
          id: randomUUID(),
          reason,
          operatorId: null,
          operatorName: null,
          state: "granted",
          grantedBy: actor.name,
          until: change.at + hours * 3_600_000,
        });
      });
      return reply.code(201).send(view(access));
    },
  );
  app.post(
    "/operator-access/:id/grant",
    {
      schema: {
        tags,
        summary: "Grant what an operator asked for",
        params: IdParameter,
        body: schemas.AccessGrant,
        response: { 200: schemas.OperatorAccess, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const granted = await store.change(accountId, actor, (change) => {
        const present = accessOf(change, request.params.id);
        if (present.state === "ended")
          throw new Refusal(409, "access-over", "This access is over: the operator has to ask again.");
        return change.put("operatorAccess", {
          ...present,
          state: "granted",
          grantedBy: actor.name,
          until: change.at + request.body.hours * 3_600_000,
        });
      });
      return view(granted);
    },
  );
  app.delete(
    "/operator-access/:id",
    {
      schema: {
        tags,
        summary: "End an access or refuse it: an operator who looks is out at once",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { region } = await store.read(accountId);
      const ended = await store.change(accountId, actor, (change) => {
        const present = accessOf(change, request.params.id);
        change.put("operatorAccess", { ...present, state: "ended", until: change.at });
        const visits = [...change.all("session")].filter(({ visit }) => visit?.accessId === present.id);
        for (const { id } of visits) change.remove("session", id);
        return visits;
      });
      for (const { hash } of ended) await credentials.remove(region, hash);
      return reply.code(204).send(null);
    },
  );
}

const mostKept = 200;

/** The audit trail knows the old ones. */
export function forgetOld(change: {
  all(kind: "operatorAccess"): Iterable<OperatorAccess>;
  remove(kind: "operatorAccess", id: string): void;
}): void {
  const oldest = [...change.all("operatorAccess")]
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(mostKept - 1);
  for (const { id, state } of oldest) if (state === "ended") change.remove("operatorAccess", id);
}

/** As it is now: a granted one whose time is over has ended. */
export function stateOf({ state, until }: OperatorAccess): OperatorAccess["state"] {
  return state === "granted" && until !== null && until <= Date.now() ? "ended" : state;
}

function accessOf(account: Pick<WorkingSet, "get">, id: string): OperatorAccess {
  const access = account.get("operatorAccess", id);
  if (!access) throw notFound("access of operators");
  return access;
}

function view(access: OperatorAccess) {
  const { id, reason, operatorName, grantedBy, until, createdAt, version } = access;
  return {
    id,
    reason,
    operatorName,
    state: stateOf(access),
    grantedBy,
    until: until === null ? null : new Date(until).toISOString(),
    createdAt: new Date(createdAt).toISOString(),
    version,
  };
}
