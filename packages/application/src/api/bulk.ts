import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type TObject, Type } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Records } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { NetworkWork } from "../devices/network-work.ts";
import { EuiTaken } from "../network.ts";
import { notFound, Refusal } from "../refusal.ts";
import type { Api, ApiServer } from "./api.ts";
import { malformed, problemBody } from "./problems.ts";
import { type Resource, refusals, type StampedKind } from "./resource-routes.ts";
import { BulkItemResult, Id } from "./schemas.ts";
import { strictValidator, type Validator } from "./validation.ts";
import { versionChanged } from "./versions.ts";

const mostItems = 1_000;
const verbs = ["create", "update", "delete"] as const;
type Verb = (typeof verbs)[number];
type Item = { [V in Verb]?: { id?: string; version?: number } & Record<string, unknown> };

/** What became of one item. */
interface Outcome<R> {
  status: number;
  id?: string;
  record?: R;
  problem?: Refusal;
}

/**
 * `POST /…/bulk`: each item by itself, as the single request would be answered; all that are accepted are committed in one
 * transaction, so whatever happens to the connection, all of them are there or none.
 */
export function bulkRoute<K extends StampedKind, Input extends object>(
  app: ApiServer,
  { store, network }: Api,
  resource: Resource<K, Input>,
): void {
  const { path, noun, schema } = resource;
  const parts = partsOf(resource);
  const validators = Object.fromEntries(
    verbs.map((verb) => [verb, strictValidator(parts[verb])]),
  ) as unknown as Record<Verb, Validator>;
  const Body = Type.Object(
    {
      items: Type.Array(
        Type.Union(
          verbs.map((verb) => Type.Object({ [verb]: parts[verb] }, { additionalProperties: false })),
        ),
        { minItems: 1, maxItems: mostItems },
      ),
    },
    { additionalProperties: false },
  );
  const loose = strictValidator({
    ...Body,
    properties: { items: { type: "array", minItems: 1, maxItems: mostItems, items: { type: "object" } } },
  });

  app.post(
    `${path}/bulk`,
    {
      bodyLimit: 8 * 1024 * 1024,
      config: resource.actsOutside ? { actsOutside: true } : {},
      // Each item is looked at by itself: a malformed one is its own problem only.
      validatorCompiler: ({ httpPart, schema: part }) =>
        (httpPart === "body" ? loose : strictValidator(part)) as never,
      schema: {
        tags: [path.slice(1)],
        summary: `Create, change and remove up to 1,000 ${path.slice(1)} at once, each by itself`,
        description:
          "Items are done in their order; one that is refused has its problem in the answer and changes nothing. All others are committed together. `version` of an item is compared like If-Match.",
        body: Body,
        response: {
          200: Type.Object({
            items: Type.Array(Type.Object({ ...BulkItemResult.properties, resource: Type.Optional(schema) })),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { items } = request.body as unknown as { items: Item[] };
      const newIds = items.map(() => randomUUID());
      const outcomes = await store.change(accountId, actor, async (change) => {
        /** EUIs that the network server has of others: their items are refused when all is done anew. */
        const taken = new Map<string, EuiTaken>();
        for (;;) {
          try {
            return await change.attempt(() => doAll(change, items, newIds, taken));
          } catch (error) {
            if (!(error instanceof EuiTaken) || [...error.euis].every((eui) => taken.has(eui))) throw error;
            for (const eui of error.euis) taken.set(eui, error);
          }
        }
      });
      const set = await store.read(accountId);
      const now = Date.now();
      const facts = await resource.facts?.(set);
      return {
        items: outcomes.map(({ status, id, record, problem }, index) => ({
          index,
          status,
          ...(id === undefined ? {} : { id }),
          ...(record ? { resource: viewOf(set, status, record, now, facts) } : {}),
          ...(problem ? { problem: problemBody(problem) } : {}),
        })),
      };
    },
  );

  function viewOf(set: WorkingSet, status: number, record: Records[K], now: number, facts: unknown) {
    const isNew = status === 201 && resource.viewOnce;
    const view = isNew ? resource.viewOnce!(set, record, now) : resource.view(set, record, now, facts);
    return view as Record<string, unknown>;
  }

  async function doAll(
    change: AccountChange,
    items: readonly Item[],
    newIds: readonly string[],
    taken: ReadonlyMap<string, EuiTaken>,
  ): Promise<Outcome<Records[K]>[]> {
    const work = new NetworkWork();
    const outcomes: Outcome<Records[K]>[] = [];
    for (const [index, item] of items.entries()) {
      outcomes.push(await doOne(change, item, newIds[index]!, work, taken));
      // Others are served in between.
      if (index % 50 === 49) await nextTurn();
    }
    await work.run(network, change);
    return outcomes;
  }

  async function doOne(
    change: AccountChange,
    item: Item,
    newId: string,
    all: NetworkWork,
    taken: ReadonlyMap<string, EuiTaken>,
  ): Promise<Outcome<Records[K]>> {
    const [verb, ...others] = Object.keys(item) as Verb[];
    const input = item[verb!];
    const id = (verb === "create" ? (input?.id ?? newId) : input?.id) as string;
    try {
      if (!verb || others.length > 0 || !verbs.includes(verb))
        throw new Refusal(400, "invalid", "An item has just one of create, update and delete.");
      const validate = validators[verb];
      if (!validate(input)) throw malformed(validate.errors ?? [], verb);
      const work = new NetworkWork();
      const outcome = await change.attempt(() => {
        const { id: _id, version, ...fields } = input!;
        if (verb === "create") {
          const made = create(change, id, fields as Input, work);
          refuseTaken(work, taken);
          return made;
        }
        const record = change.get(resource.kind, id);
        if (!record) throw notFound(noun);
        if (version !== undefined && version !== record.version) throw versionChanged(noun, record.version);
        if (verb === "delete") {
          resource.remove(change, record, work);
          return { status: 204, id };
        }
        const next = { ...resource.inputOf(record), ...fields } as Input;
        return { status: 200, id, record: resource.put(change, id, next, work) };
      });
      all.add(work);
      return outcome;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, ...(typeof id === "string" ? { id } : {}), problem: error };
    }
  }

  function create(change: AccountChange, id: string, input: Input, work: NetworkWork): Outcome<Records[K]> {
    if (change.get(resource.kind, id)) {
      const message = "is in use already";
      throw new Refusal(409, "id-taken", `id: ${message}`, [{ field: "id", message }]);
    }
    return { status: 201, id, record: resource.put(change, id, input, work) };
  }
}

/** What the network server said of these EUIs before. */
function refuseTaken({ newDevices, gateways }: NetworkWork, taken: ReadonlyMap<string, EuiTaken>): void {
  const euis = [...newDevices.map(({ devEui }) => devEui), ...gateways.map(({ gatewayEui }) => gatewayEui)];
  for (const eui of euis) {
    const refusal = taken.get(eui);
    if (refusal) throw new EuiTaken(refusal.code, refusal.errors[0]!.field, [eui]);
  }
}

function partsOf({ create, update }: { create: TObject; update: TObject }): Record<Verb, TObject> {
  const closed = { additionalProperties: false };
  const version = Type.Optional(
    Type.Integer({ minimum: 1, description: "Refused when it is at another one" }),
  );
  return {
    create: Type.Object({ id: Type.Optional(Id), ...create.properties }, closed),
    update: Type.Object({ id: Id, version, ...update.properties }, closed),
    delete: Type.Object({ id: Id, version }, closed),
  };
}
