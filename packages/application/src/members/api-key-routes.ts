import { Type } from "typebox";
import type { ApiKey } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { expectVersion, IfMatch, versionTag } from "../api/versions.ts";
import { changeApiKey, createApiKey, presentKey, presentKeys, removeApiKey } from "./api-key.ts";
import * as schemas from "./schema.ts";

export function apiKeyRoutes(app: ApiServer, { store, credentials, access }: Api): void {
  const tags = ["api-keys"];

  app.get(
    "/api-keys",
    {
      schema: {
        tags,
        summary: "List API keys, without the keys themselves",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.ApiKey), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const { items, nextCursor } = pageOf(presentKeys(set), request.query);
      return { items: items.map((apiKey) => view(set, apiKey)), nextCursor };
    },
  );
  app.get(
    "/api-keys/:id",
    {
      schema: {
        tags,
        summary: "Read an API key, without the key itself",
        params: IdParameter,
        response: { 200: schemas.ApiKey, ...refusals },
      },
    },
    async (request, reply) => {
      const set = await store.readNow(request.principal.accountId);
      const apiKey = presentKey(set, request.params.id);
      reply.header("etag", versionTag(apiKey));
      return view(set, apiKey);
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
      const { name, role, purpose, ...rest } = request.body as schemas.ApiKeyInput;
      const facts = {
        name,
        role: role as ApiKey["role"],
        ...factsOf(rest),
        ...(purpose ? { purpose: purpose as ApiKey["purpose"] } : {}),
      };
      const { apiKey, key } = await createApiKey(store, credentials, accountId, actor, facts);
      return reply
        .code(201)
        .header("location", `/api/v1/api-keys/${apiKey.id}`)
        .send({ ...view(await store.read(accountId), apiKey), key });
    },
  );
  app.patch(
    "/api-keys/:id",
    {
      schema: {
        tags,
        summary: "Change an API key: fields that are left out stay",
        params: IdParameter,
        headers: IfMatch,
        body: schemas.ApiKeyChange,
        response: { 200: schemas.ApiKey, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { id } = request.params;
      const expect = ({ version }: ApiKey) => expectVersion(request, "API key", version);
      const apiKey = await changeApiKey(store, accountId, actor, id, factsOf(request.body), expect);
      reply.header("etag", versionTag(apiKey));
      return view(await store.read(accountId), apiKey);
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

  function view(set: WorkingSet, { id, name, role, expiresAt, sourceAddresses, ...apiKey }: ApiKey) {
    const use = access.uses.latest(set, "apiKey", id);
    return {
      id,
      name,
      role,
      expiresAt: isoOrNull(expiresAt),
      sourceAddresses: [...sourceAddresses],
      purpose: apiKey.purpose,
      isOperators: apiKey.isOperators,
      version: apiKey.version,
      createdAt: new Date(apiKey.createdAt).toISOString(),
      lastUsedAt: isoOrNull(use?.lastUsedAt ?? null),
      lastUsedFrom: use?.address ?? null,
    };
  }
}

/** Only what the body has. */
function factsOf(body: schemas.ApiKeyChange) {
  const { expiresAt, role, ...rest } = body;
  return {
    ...rest,
    ...(role === undefined ? {} : { role: role as ApiKey["role"] }),
    ...(expiresAt === undefined ? {} : { expiresAt: expiresAt === null ? null : Date.parse(expiresAt) }),
  };
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
