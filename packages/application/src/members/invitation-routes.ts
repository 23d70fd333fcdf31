import { Type } from "typebox";
import type { RegistrationLink } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { invite, withdraw } from "./invitation.ts";
import * as schemas from "./schema.ts";

export function invitationRoutes(app: ApiServer, { store, credentials, baseUrl }: Api): void {
  const tags = ["invitations"];
  app.get(
    "/invitations",
    {
      schema: {
        tags,
        summary: "List invitations, without their links",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.Invitation), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const { items, nextCursor } = pageOf([...set.all("registrationLink")], request.query);
      return { items: items.map(view), nextCursor };
    },
  );
  app.post(
    "/invitations",
    {
      schema: {
        tags,
        summary: "Invite somebody; `link` is shown this once and works once, for 7 days",
        body: schemas.InvitationInput,
        response: { 201: schemas.Invitation, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { role, email = null } = request.body as { role: RegistrationLink["role"]; email?: string };
      const { link, token } = await invite(store, credentials, accountId, actor, { role, email });
      return reply.code(201).send({ ...view(link), link: `${baseUrl()}/register#${token}` });
    },
  );
  app.delete(
    "/invitations/:id",
    {
      schema: {
        tags,
        summary: "Withdraw an invitation: its link opens nothing from now on",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      await withdraw(store, credentials, accountId, actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function view({ id, role, email, createdAt, expiresAt, usedAt }: RegistrationLink) {
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    id,
    role,
    email,
    state:
      usedAt !== null
        ? ("used" as const)
        : expiresAt <= Date.now()
          ? ("expired" as const)
          : ("open" as const),
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
    usedAt: usedAt === null ? null : iso(usedAt),
  };
}
