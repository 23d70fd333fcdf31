import { Type } from "typebox";
import { addressOf } from "../api/address.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { sessionCookieName } from "../api/authentication.ts";
import { refusals } from "../api/resource-routes.ts";
import { apiKeyRoutes } from "./api-key-routes.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { memberView } from "./member.ts";
import { memberRoutes } from "./member-routes.ts";
import { endSession, findRegistration, register } from "./registration.ts";
import * as schemas from "./schema.ts";

/** People and machines that may use the account: registration, sessions, members, invitations, API keys. */
export function accessRoutes(app: ApiServer, api: Api): void {
  registrationRoutes(app, api);
  sessionRoutes(app, api);
  memberRoutes(app, api);
  invitationRoutes(app, api);
  apiKeyRoutes(app, api);
}

function registrationRoutes(app: ApiServer, { store, credentials, isSecure }: Api): void {
  const tags = ["registration"];
  const params = Type.Object({ token: Type.String({ maxLength: 100 }) });
  app.get(
    "/registration/:token",
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: "Whom a registration link is for",
        security: [],
        params,
        response: { 200: schemas.Registration, ...refusals },
      },
    },
    async (request) => {
      const { customerName, link } = await findRegistration(store, credentials, request.params.token);
      return { customerName, role: link.role, email: link.email };
    },
  );
  app.post(
    "/registration/:token",
    {
      config: { isPublic: true },
      schema: {
        tags,
        summary: "Use a registration link up: become a member and begin a session (cookie)",
        security: [],
        params,
        body: schemas.RegistrationInput,
        response: { 201: schemas.Member, ...refusals },
      },
    },
    async (request, reply) => {
      const { member, sessionToken, expiresAt } = await register(
        store,
        credentials,
        request.params.token,
        request.body,
        addressOf(request.ip),
      );
      reply.header(
        "set-cookie",
        `${sessionCookieName(isSecure)}=${sessionToken}; Path=/; HttpOnly; SameSite=Strict; Expires=${new Date(expiresAt).toUTCString()}${isSecure ? "; Secure" : ""}`,
      );
      return reply.code(201).send(memberView(member));
    },
  );
}

function sessionRoutes(app: ApiServer, { store, credentials, isSecure }: Api): void {
  const tags = ["session"];
  app.get(
    "/session",
    { schema: { tags, summary: "Who I am", response: { 200: schemas.Session, ...refusals } } },
    async (request) => {
      const { accountId, memberId, role } = request.principal;
      const set = await store.read(accountId);
      const member = memberId === null ? undefined : set.get("member", memberId);
      return {
        member: member ? memberView(member) : null,
        role,
        customer: { name: set.customerName, region: set.region },
        demonstration: set.isDemonstration,
      };
    },
  );
  app.post(
    "/session/end",
    {
      config: { isForUsers: true },
      schema: { tags, summary: "End this session", response: { 204: Type.Null(), ...refusals } },
    },
    async (request, reply) => {
      const { session } = request.principal;
      if (session) await endSession(store, credentials, request.principal, session);
      reply.header(
        "set-cookie",
        `${sessionCookieName(isSecure)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${isSecure ? "; Secure" : ""}`,
      );
      return reply.code(204).send(null);
    },
  );
}
