import { type TSchema, Type } from "typebox";
import { derived } from "../accounts/derived.ts";
import type { Kind, Records } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { folded, sortable } from "./folded.ts";
import { decodeCursor, defaultPageSize, encodeCursor, pageQuery } from "./paging.ts";

export interface Sort<R> {
  type: "string" | "number";
  of(record: R): string | number;
}
export interface Filter<R> {
  schema: TSchema;
  /** Whether the record is among those that the value asks for. */
  has(record: R, value: never, set: WorkingSet, now: number): boolean;
}
/** How a resource's list is sorted, searched and filtered. */
export interface ListRules<K extends Kind> {
  /** The first one is the default. */
  sorts: Readonly<Record<string, Sort<Records[K]>>>;
  /** Folded, what `q` is looked for in. */
  searchedText(record: Records[K], set: WorkingSet): string;
  /** In words, for the description of `q`. */
  searched: string;
  filters: Readonly<Record<string, Filter<Records[K]>>>;
}
export interface ListQuery {
  limit?: number;
  cursor?: string;
  sort?: string;
  q?: string;
  fields?: string;
  [filter: string]: unknown;
}

export function byText<R>(of: (record: R) => string): Sort<R> {
  return { type: "string", of: (record) => sortable(of(record)) };
}
export function byNumber<R>(of: (record: R) => number): Sort<R> {
  return { type: "number", of };
}
export function filter<R, V>(
  schema: TSchema,
  has: (record: R, value: V, set: WorkingSet, now: number) => boolean,
): Filter<R> {
  return { schema, has: has as Filter<R>["has"] };
}
const Moment = (description: string) => Type.String({ format: "date-time", description });
/** Between two moments of creation. */
export const createdFilters = {
  createdFrom: filter<{ createdAt: number }, string>(
    Moment("Created at this time or later"),
    ({ createdAt }, from) => createdAt >= Date.parse(from),
  ),
  createdTo: filter<{ createdAt: number }, string>(
    Moment("Created at this time or earlier"),
    ({ createdAt }, to) => createdAt <= Date.parse(to),
  ),
};
export const stampSorts = {
  createdAt: byNumber(({ createdAt }: { createdAt: number }) => createdAt),
  updatedAt: byNumber(({ updatedAt }: { updatedAt: number }) => updatedAt),
};

export const fieldsQuery = {
  fields: Type.Optional(
    Type.String({
      maxLength: 1000,
      description: "Only these fields of each item, e.g. `id,name`; all without it",
    }),
  ),
};

/** The query parameters of a list with these rules. */
export function listQuery<K extends Kind>(rules: ListRules<K>) {
  const names = Object.keys(rules.sorts);
  return Type.Object(
    {
      ...pageQuery,
      sort: Type.Optional(
        Type.Enum(
          names.flatMap((name) => [name, `-${name}`]),
          {
            type: "string",
            default: names[0],
            description: "What the list is sorted by; with - in descending order. Equal ones by id.",
          },
        ),
      ),
      q: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: 200,
          description: `Words that all have to be part of ${rules.searched}; case and accents make no difference`,
        }),
      ),
      ...Object.fromEntries(
        Object.entries(rules.filters).map(([name, { schema }]) => [name, Type.Optional(schema)]),
      ),
      ...fieldsQuery,
    },
    { additionalProperties: false },
  );
}

interface Sorted<R> {
  records: readonly R[];
  keys: readonly (string | number)[];
}

/** The page's records, and where the next page begins; null when this is the last one. */
export function findPage<K extends Kind>(
  set: WorkingSet,
  kind: K,
  rules: ListRules<K>,
  query: ListQuery,
  now: number,
): { records: Records[K][]; nextCursor: string | null } {
  const { limit = defaultPageSize, cursor } = query;
  const sort = query.sort ?? Object.keys(rules.sorts)[0]!;
  const isDescending = sort.startsWith("-");
  const name = isDescending ? sort.slice(1) : sort;
  const rule = rules.sorts[name]!;
  const { records, keys } = derived<Sorted<Records[K]>>(set, kind, `sorted by ${name}`, (before) =>
    sorted(set, kind, rule, before),
  );
  const test = testOf(set, rules, query, now);
  const step = isDescending ? -1 : 1;
  let at = isDescending ? records.length - 1 : 0;
  if (cursor !== undefined) {
    const [, key, id] = decodeCursor(cursor, ["string", rule.type, "string"], sort);
    at = isDescending
      ? firstFrom(records, keys, key, id, true) - 1
      : firstFrom(records, keys, key, id, false);
  }
  const found: Records[K][] = [];
  for (let last = at; at >= 0 && at < records.length; at += step) {
    const record = records[at]!;
    if (test && !test(record)) continue;
    if (found.length === limit)
      return { records: found, nextCursor: encodeCursor([sort, keys[last]!, records[last]!.id]) };
    found.push(record);
    last = at;
  }
  return { records: found, nextCursor: null };
}

/** Whether a record is asked for by `q` and filters; undefined: all are. */
export function testOf<K extends Kind>(
  set: WorkingSet,
  { filters, searchedText }: Pick<ListRules<K>, "filters" | "searchedText">,
  query: ListQuery,
  now: number,
): ((record: Records[K]) => boolean) | undefined {
  const tests: ((record: Records[K]) => boolean)[] = [];
  for (const [name, { has }] of Object.entries(filters)) {
    const value = query[name];
    if (value !== undefined) tests.push((record) => has(record, value as never, set, now));
  }
  const words = query.q === undefined ? [] : folded(query.q).split(/\s+/).filter(Boolean);
  if (words.length > 0)
    tests.push((record) => {
      const text = searchedText(record, set);
      return words.every((word) => text.includes(word));
    });
  return tests.length === 0 ? undefined : (record) => tests.every((test) => test(record));
}

const foldedTexts = new WeakMap<object, string>();

/** A record's own texts, folded once. */
export function foldedOf<R extends object>(record: R | undefined, texts: (record: R) => string): string {
  if (!record) return "";
  const known = foldedTexts.get(record);
  if (known !== undefined) return known;
  const text = folded(texts(record));
  foldedTexts.set(record, text);
  return text;
}

/** Begins with the order of before, so that after few changes little has to be moved. */
function sorted<K extends Kind>(
  set: WorkingSet,
  kind: K,
  { of }: Sort<Records[K]>,
  before: Sorted<Records[K]> | undefined,
): Sorted<Records[K]> {
  const rows: { record: Records[K]; key: string | number }[] = [];
  const known = new Set<string>();
  for (const [index, old] of before?.records.entries() ?? []) {
    const record = set.get(kind, old.id);
    if (!record) continue;
    known.add(old.id);
    rows.push({ record, key: record === old ? before!.keys[index]! : of(record) });
  }
  for (const record of set.all(kind)) if (!known.has(record.id)) rows.push({ record, key: of(record) });
  rows.sort((a, b) => {
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return a.record.id < b.record.id ? -1 : 1;
  });
  return { records: rows.map(({ record }) => record), keys: rows.map(({ key }) => key) };
}

/** The first place behind a key and id; with `orAt` also the place that has just these. */
function firstFrom(
  records: readonly { id: string }[],
  keys: readonly (string | number)[],
  key: string | number,
  id: string,
  orAt: boolean,
): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const own = keys[middle]!;
    const ownId = records[middle]!.id;
    const isBefore = own < key || (own === key && (orAt ? ownId < id : ownId <= id));
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
