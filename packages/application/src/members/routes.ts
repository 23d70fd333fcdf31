import { Type } from "typebox";
import type { ApiKey } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { sessionCookieName } from "../api/authentication.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { createApiKey, removeApiKey } from "./api-key.ts";
import { endSession, findRegistration, register } from "./registration.ts";

export function memberRoutes(app: ApiServer, api: Api): void {
  registrationRoutes(app, api);
  sessionRoutes(app, api);
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
      const { customerName } = await findRegistration(store, credentials, request.params.token);
      return { customerName, email: null };
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
        request.ip,
      );
      reply.header(
        "set-cookie",
        `${sessionCookieName(isSecure)}=${sessionToken}; Path=/; HttpOnly; SameSite=Strict; Expires=${new Date(expiresAt).toUTCString()}${isSecure ? "; Secure" : ""}`,
      );
      return reply.code(201).send(member);
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
      return {
        member: (memberId && set.get("member", memberId)) || null,
        role,
        customer: { name: set.customerName, region: set.region },
        demonstration: set.isDemonstration,
      };
    },
  );
  app.post(
    "/session/end",
    { schema: { tags, summary: "End this session", response: { 204: Type.Null(), ...refusals } } },
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

function apiKeyRoutes(app: ApiServer, { store, credentials }: Api): void {
  const tags = ["api-keys"];
  app.get(
    "/api-keys",
    {
      schema: {
        tags,
        summary: "List API keys, without the keys themselves",
        response: { 200: Type.Object({ items: Type.Array(schemas.ApiKey) }), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      return { items: [...set.all("apiKey")].map(apiKeyView) };
    },
  );
  app.post(
    "/api-keys",
    {
      schema: {
        tags,
        summary: "Create an API key; `key` is shown this once",
        body: schemas.ApiKeyInput,
        response: { 201: schemas.ApiKey, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { apiKey, key } = await createApiKey(store, credentials, accountId, actor, request.body);
      return reply.code(201).send({ ...apiKeyView(apiKey), key });
    },
  );
  app.delete(
    "/api-keys/:id",
    {
      schema: {
        tags,
        summary: "Revoke an API key at once",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      await removeApiKey(store, credentials, accountId, actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function apiKeyView({ id, name, role, createdAt }: ApiKey) {
  return { id, name, role, createdAt: new Date(createdAt).toISOString() };
}
