import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { enabledConnections, requiredConnectionOf } from "../sign-in/connections/connection.ts";
import { preferenceRoutes } from "../sign-in/preference-routes.ts";
import { profileRoutes } from "../sign-in/profile-routes.ts";
import { sessionRoutes } from "../sign-in/session-routes.ts";
import { signInRoutes } from "../sign-in/sign-in-routes.ts";
import { apiKeyRoutes } from "./api-key-routes.ts";
import { findLink, memberOfLink } from "./invitation.ts";
import { invitationRoutes } from "./invitation-routes.ts";
import { memberView } from "./member.ts";
import { memberRoutes } from "./member-routes.ts";
import { policy, privileges, rolesOf } from "./policy.ts";
import { beginRegistration, needsAddressCode, registerByPasskey, sendAddressCode } from "./registration.ts";
import * as schemas from "./schema.ts";

/** People and machines that may use the account: registration, sign-in, sessions, members, invitations, API keys. */
export function accessRoutes(app: ApiServer, api: Api): void {
  registrationRoutes(app, api);
  signInRoutes(app, api);
  sessionRoutes(app, api);
  profileRoutes(app, api);
  preferenceRoutes(app, api);
  memberRoutes(app, api);
  invitationRoutes(app, api);
  apiKeyRoutes(app, api);
  roleRoutes(app);
}

function registrationRoutes(app: ApiServer, api: Api): void {
  const { store, credentials } = api;
  const tags = ["registration"];
  const params = Type.Object({ token: Type.String({ maxLength: 100 }) });
  app.get(
    "/registration/:token",
    {
      schema: {
        tags,
        summary: "Whom a registration link is for, and how one can sign in",
        security: [],
        params,
        response: { 200: schemas.Registration, ...refusals },
      },
    },
    async (request) => {
      const { set, link } = await findLink(store, credentials, request.params.token);
      const member = memberOfLink(set, link);
      const required = link.email === null ? undefined : requiredConnectionOf(api, set, link.email);
      return {
        customerName: set.customerName,
        role: member?.role ?? link.role,
        email: link.email,
        memberName: member?.name ?? null,
        needsAddressCode: needsAddressCode(api, link),
        needsCode: link.needsCode,
        hasPasskeys: required === undefined,
        connections: required ? [required] : link.needsCode ? [] : enabledConnections(api, set),
      };
    },
  );
  app.post(
    "/registration/:token/code",
    {
      schema: {
        tags,
        summary: "Mail a code to the address that somebody registers with",
        security: [],
        params,
        body: schemas.AddressInput,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      await sendAddressCode(api, reply, request.params.token, request.body.email);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/registration/:token/passkey-options",
    {
      schema: {
        tags,
        summary: "What the browser needs to make a passkey",
        security: [],
        params,
        body: schemas.RegistrationBegin,
        response: { 200: schemas.PasskeyOptions, ...refusals },
      },
    },
    (request, reply) => beginRegistration(api, request, reply, request.params.token, request.body) as never,
  );
  app.post(
    "/registration/:token",
    {
      schema: {
        tags,
        summary: "Use a registration link up: become a member by a passkey and begin a session (cookie)",
        security: [],
        params,
        body: schemas.RegistrationInput,
        response: { 201: schemas.Member, ...refusals },
      },
    },
    async (request, reply) => {
      const { member } = await registerByPasskey(api, request, reply, request.params.token, request.body);
      return reply.code(201).send(memberView(member));
    },
  );
}

const roleDescriptions = {
  admin: "Controls and configures everything, invites people and sets their privileges.",
  user: "Reads everything but what is for admins, has an own profile, and may do what an admin grants one by one.",
};

function roleRoutes(app: ApiServer): void {
  const operationsOf = (check: (permission: string) => boolean) =>
    [...policy].filter(([, { permission }]) => check(permission)).map(([name]) => name);
  app.get(
    "/roles",
    {
      schema: {
        tags: ["members"],
        summary: "The roles, the privileges that an admin can grant, and what each of them may do",
        response: { 200: schemas.Roles, ...refusals },
      },
    },
    () => ({
      roles: (["admin", "user"] as const).map((name) => ({
        name,
        description: roleDescriptions[name],
        operations: operationsOf((permission) => rolesOf(permission as never).includes(name)),
      })),
      privileges: Object.entries(privileges).map(([name, { title, description }]) => ({
        name,
        title,
        description,
        operations: operationsOf((permission) => permission === name),
      })),
    }),
  );
}
