import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { notFound, Refusal } from "../refusal.ts";
import { beginRotation } from "./data-key-rotation.ts";
import type { DataKeyRotation } from "./records.ts";
import { KeyRotation } from "./schema.ts";

/** The account's encryption: new data keys, and how far the records are. */
export function keyRotationRoutes(app: ApiServer, { store, vault }: Api): void {
  const tags = ["account"];
  app.get(
    "/account/key-rotations",
    {
      schema: {
        tags,
        summary: "List the changes of the account's data key, newest first",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(KeyRotation), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { limit = defaultPageSize, cursor } = request.query;
      const before = cursor ? decodeCursor(cursor, ["integer"])[0] : Number.POSITIVE_INFINITY;
      const all = [...set.all("dataKeyRotation")]
        .filter(({ generation }) => generation < before)
        .sort((a, b) => b.generation - a.generation);
      const items = all.slice(0, limit);
      return {
        items: items.map(view),
        nextCursor: all.length > limit ? encodeCursor([items.at(-1)!.generation]) : null,
      };
    },
  );
  app.get(
    "/account/key-rotations/:id",
    {
      schema: {
        tags,
        summary: "Read how far a change of the data key is",
        params: IdParameter,
        response: { 200: KeyRotation, ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const rotation = set.get("dataKeyRotation", request.params.id);
      if (!rotation) throw notFound("key rotation");
      return view(rotation);
    },
  );
  app.post(
    "/account/key-rotations",
    {
      schema: {
        tags,
        summary: "Give the account a new data key; its records are sealed anew in the background",
        description:
          "The new key seals from now on. What earlier keys sealed stays readable until all of it is sealed anew; then they are destroyed.",
        response: { 201: KeyRotation, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor, role } = request.principal;
      if (role !== "admin") throw new Refusal(403, "role", "Keys are changed by the role admin.");
      const rotation = await beginRotation(store, vault, accountId, actor);
      return reply
        .code(201)
        .header("location", `/api/v1/account/key-rotations/${rotation.id}`)
        .send(view(rotation));
    },
  );
}

const iso = (ms: number) => new Date(ms).toISOString();

function view({ id, generation, startedAt, finishedAt, total, done }: DataKeyRotation) {
  return {
    id,
    generation,
    state: finishedAt === null ? ("running" as const) : ("done" as const),
    startedAt: iso(startedAt),
    finishedAt: finishedAt === null ? null : iso(finishedAt),
    records: { done, total },
  };
}
