import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type TObject, Type } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Kind, Records, Stamped } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { NetworkWork } from "../devices/network-work.ts";
import { notFound } from "../refusal.ts";
import type { Api, ApiServer } from "./api.ts";
import { bulkRoute } from "./bulk.ts";
import { fieldsQuery, findPage, type ListQuery, type ListRules, listQuery } from "./list-rules.ts";
import { cachedPage } from "./page-cache.ts";
import { Page } from "./paging.ts";
import {
  entityTag,
  fieldsOf,
  only,
  pageText,
  Representations,
  sendTagged,
  sendText,
} from "./representation.ts";
import { Id, Problem } from "./schemas.ts";
import { expectVersion, IfMatch, IfNoneMatch } from "./versions.ts";

export type StampedKind = { [K in Kind]: Records[K] extends Stamped ? K : never }[Kind];

/** One resource with the usual routes: list, read, create, change and remove. */
export interface Resource<K extends StampedKind, Input extends object> {
  path: string;
  /** As in "There is no such …". */
  noun: string;
  kind: K;
  schema: TObject;
  create: TObject;
  update: TObject;
  list: ListRules<K>;
  /** Many of them are also created, changed and removed in one request. */
  hasBulk?: boolean;
  /** Its records are known to the network server, too. */
  actsOutside?: boolean;
  /** What a change's body is merged into. */
  inputOf(record: Records[K]): Partial<Input>;
  put(change: AccountChange, id: string, input: Input, work: NetworkWork): Records[K];
  remove(change: AccountChange, record: Records[K], work: NetworkWork): void;
  /** `facts`: what {@link Resource.facts} gave, once for all records of an answer. */
  view(set: WorkingSet, record: Records[K], now: number, facts: unknown): object;
  /** The view right after its creation, with what is shown this once. */
  viewOnce?(set: WorkingSet, record: Records[K], now: number): object;
  /** What the view depends on beside the record; left out where it is made anew each time. */
  dependsOn?(set: WorkingSet, record: Records[K], now: number): readonly unknown[];
  /** What is known elsewhere. */
  facts?(set: WorkingSet): Promise<unknown>;
}

export const refusals = { "4xx": Problem };
export const unchanged = { 304: Type.Null({ description: "What you have is current" }) };
export const IdParameter = Type.Object({ id: Id });
const FieldsQuery = Type.Object(fieldsQuery, { additionalProperties: false });

export function resourceRoutes<K extends StampedKind, Input extends object>(
  app: ApiServer,
  api: Api,
  resource: Resource<K, Input>,
): void {
  const { store, network } = api;
  const { kind, noun, path, schema, list } = resource;
  const tags = [path.slice(1)];
  const config = resource.actsOutside ? { actsOutside: true } : {};
  const representations = new Representations<Records[K]>(schema);
  const find = (set: { get: WorkingSet["get"] }, id: string): Records[K] => {
    const record = set.get(kind, id);
    if (!record) throw notFound(noun);
    return record;
  };
  const textOf = (reply: FastifyReply, set: WorkingSet, now: number, facts: unknown) => {
    const stringify = representations.stringify(reply);
    return (record: Records[K]) =>
      representations.text(
        record,
        resource.dependsOn?.(set, record, now),
        () => resource.view(set, record, now, facts),
        stringify,
      );
  };
  const answer = (request: FastifyRequest, reply: FastifyReply, set: WorkingSet, record: Records[K]) =>
    sendText(request, reply, textOf(reply, set, Date.now(), undefined)(record), record.version);

  app.get(
    path,
    {
      schema: {
        tags,
        summary: `List ${tags[0]}`,
        querystring: listQuery(list),
        headers: IfNoneMatch,
        response: { 200: Page(schema), ...unchanged, ...refusals },
      },
    },
    async (request, reply) => {
      const query = request.query as ListQuery;
      const fields = fieldsOf(schema, query.fields);
      const set = await store.read(request.principal.accountId);
      const now = Date.now();
      const make = async () => {
        const { records, nextCursor } = findPage(set, kind, list, query, now);
        const text = textOf(reply, set, now, await resource.facts?.(set));
        const items = records.map((record) => only(text(record), fields));
        const page = pageText(items, nextCursor);
        return { body: Buffer.from(page), etag: entityTag(page) };
      };
      // What is known elsewhere changes by itself.
      const { body, etag } = resource.facts ? await make() : await cachedPage(set, request.url, now, make);
      return sendTagged(request, reply, body, etag);
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `Read a ${noun}`,
        params: IdParameter,
        querystring: FieldsQuery,
        headers: IfNoneMatch,
        response: { 200: schema, ...unchanged, ...refusals },
      },
    },
    async (request, reply) => {
      const fields = fieldsOf(schema, request.query.fields);
      const set = await store.read(request.principal.accountId);
      const record = find(set, request.params.id);
      const text = textOf(reply, set, Date.now(), await resource.facts?.(set))(record);
      return sendText(request, reply, only(text, fields), record.version);
    },
  );

  app.post(
    path,
    {
      config,
      schema: {
        tags,
        summary: `Create a ${noun}`,
        body: resource.create,
        response: { 201: schema, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const id = randomUUID();
      const record = await store.change(accountId, actor, async (change) => {
        const work = new NetworkWork();
        const made = resource.put(change, id, request.body as Input, work);
        await work.run(network, change);
        return made;
      });
      reply.code(201).header("location", `/api/v1${path}/${id}`);
      const set = await store.read(accountId);
      if (!resource.viewOnce) return answer(request, reply, set, record);
      const text = representations.stringify(reply)(resource.viewOnce(set, record, Date.now()));
      return sendText(request, reply, text, record.version);
    },
  );

  app.patch(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `Change a ${noun}: fields that are left out stay`,
        params: IdParameter,
        headers: IfMatch,
        body: resource.update,
        response: { 200: schema, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { id } = request.params;
      const record = await store.change(accountId, actor, async (change) => {
        const before = find(change, id);
        expectVersion(request, noun, before.version);
        const work = new NetworkWork();
        const input = { ...resource.inputOf(before), ...(request.body as object) } as Input;
        const made = resource.put(change, id, input, work);
        await work.run(network, change);
        return made;
      });
      return answer(request, reply, await store.read(accountId), record);
    },
  );

  app.delete(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `Remove a ${noun}`,
        params: IdParameter,
        headers: IfMatch,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { accountId, actor } = request.principal;
      await store.change(accountId, actor, async (change) => {
        const record = find(change, id);
        expectVersion(request, noun, record.version);
        const work = new NetworkWork();
        resource.remove(change, record, work);
        await work.run(network, change);
      });
      return reply.code(204).send(null);
    },
  );

  if (resource.hasBulk) bulkRoute(app, api, resource);
}
