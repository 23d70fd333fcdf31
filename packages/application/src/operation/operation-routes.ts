import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { hashOf, newToken } from "../accounts/credentials.ts";
import type { Session } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { setCookie } from "../api/cookies.ts";
import { refusals } from "../api/resource-routes.ts";
import { Id } from "../api/schemas.ts";
import { notFound, Refusal } from "../refusal.ts";
import { placeOfRequest } from "../sign-in/begin-session.ts";
import { forgetOld, stateOf } from "./access-routes.ts";
import { customerActionRoutes } from "./customer-actions.ts";
import { openCustomerSurvey } from "./customer-numbers.ts";
import { customerRoutes } from "./customer-routes.ts";
import { accessFor } from "./customers.ts";
import { healthRoutes } from "./health-routes.ts";
import { jobRoutes } from "./job-routes.ts";
import { networkRoutes } from "./network-routes.ts";
import { openOperatedNetwork } from "./operated-network.ts";
import * as schemas from "./schema.ts";
import { trailRoutes } from "./trail-routes.ts";

/**
 * The operators' console: who the customers are and how the service does. Nothing of a customer's content, but through a
 * visit that the customer has granted.
 */
export function operationRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, regions, isSecure, connections } = api;
  const tags = ["operation"];
  const params = Type.Object({ accountId: Id });

  const network = openOperatedNetwork(connections);
  const survey = openCustomerSurvey({ regions, store, jobs: api.jobs, log: api.log });
  customerRoutes(app, api, { survey, network });
  customerActionRoutes(app, api);
  networkRoutes(app, api, network);
  jobRoutes(app, api);
  healthRoutes(app, api, network);
  trailRoutes(app, api);

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

  async function customerOf(accountId: string): Promise<WorkingSet> {
    const set = await store.readNow(accountId);
    if (set.isService) throw notFound("customer");
    return set;
  }
}
