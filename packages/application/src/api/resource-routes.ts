import { randomUUID } from "node:crypto";
import { type TObject, Type } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Kind, Records } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { notFound } from "../refusal.ts";
import type { Api, ApiServer } from "./api.ts";
import { Id, Problem } from "./schemas.ts";

/** One resource with the usual five routes. */
export interface Resource<K extends Kind, Input extends object> {
  path: string;
  /** As in "There is no such …". */
  noun: string;
  kind: K;
  schema: Type.TSchema;
  create: TObject;
  update: TObject;
  /** What a change's body is merged into. */
  inputOf(record: Records[K]): Partial<Input>;
  put(change: AccountChange, id: string, input: Input): Promise<Records[K]> | Records[K];
  remove(change: AccountChange, record: Records[K]): Promise<void> | void;
  /** Undoes outside of the account what `put` did there, when the commit failed. */
  undo?(accountId: string, id: string): Promise<void>;
  view(set: WorkingSet, record: Records[K]): unknown;
  viewOnce?(set: WorkingSet, record: Records[K]): unknown;
  /** With what is known elsewhere. */
  viewNow?(set: WorkingSet, record: Records[K]): Promise<unknown>;
  list?(set: WorkingSet): Promise<unknown[]>;
}

export const refusals = { "4xx": Problem };
export const IdParameter = Type.Object({ id: Id });

export function resourceRoutes<K extends Kind, Input extends object>(
  app: ApiServer,
  { store }: Api,
  resource: Resource<K, Input>,
): void {
  const { kind, noun, path, schema } = resource;
  const tags = [path.slice(1)];
  const find = (set: { get: WorkingSet["get"] }, id: string): Records[K] => {
    const record = set.get(kind, id);
    if (!record) throw notFound(noun);
    return record;
  };

  app.get(
    path,
    {
      schema: {
        tags,
        summary: `List ${tags[0]}`,
        response: { 200: Type.Object({ items: Type.Array(schema) }), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const items = resource.list
        ? await resource.list(set)
        : [...set.all(kind)].map((each) => resource.view(set, each));
      return { items };
    },
  );

  app.get(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `Read a ${noun}`,
        params: IdParameter,
        response: { 200: schema, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const record = find(set, request.params.id);
      return (await resource.viewNow?.(set, record)) ?? resource.view(set, record);
    },
  );

  app.post(
    path,
    {
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
      let isDone = false;
      try {
        const record = await store.change(accountId, actor, (change) =>
          resource.put(change, id, request.body as Input),
        );
        isDone = true;
        reply.code(201).header("location", `/api/v1${path}/${id}`);
        return (resource.viewOnce ?? resource.view)(await store.read(accountId), record);
      } finally {
        if (!isDone) await resource.undo?.(accountId, id).catch(() => {});
      }
    },
  );

  app.patch(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `Change a ${noun}: fields that are left out stay`,
        params: IdParameter,
        body: resource.update,
        response: { 200: schema, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { id } = request.params;
      const record = await store.change(accountId, actor, (change) =>
        resource.put(change, id, {
          ...resource.inputOf(find(change, id)),
          ...(request.body as object),
        } as Input),
      );
      return resource.view(await store.read(accountId), record);
    },
  );

  app.delete(
    `${path}/:id`,
    {
      schema: {
        tags,
        summary: `Remove a ${noun}`,
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const { accountId, actor } = request.principal;
      await store.change(accountId, actor, (change) => resource.remove(change, find(change, id)));
      return reply.code(204).send(null);
    },
  );
}
