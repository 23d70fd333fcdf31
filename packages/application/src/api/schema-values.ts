import fc from "fast-check";
import type { Random } from "../../../factory/src/random.ts";
import type { Schema } from "./operations-under-test.ts";

/** Where a value stands inside another one, e.g. `["locations", 0, "siteId"]`. */
export type Place = readonly (string | number)[];

export interface Sample {
  value: unknown;
  /** Where ids of records stand; each holds a random one. */
  ids: Place[];
}

/** Values by the field's name where a schema can't say what the product takes. */
export type KnownValues = Readonly<Record<string, unknown>>;

export interface Taste {
  known: KnownValues;
  /** With every field and any choice that the schema allows, whether the product takes them together or not. */
  isFull: boolean;
}

/**
 * For tests: values that fit the schema. There are several where a choice (`anyOf`) holds ids in more than one branch.
 * Fields that may be left out are, unless they hold ids, are known, or all of the object's may.
 */
export function samplesOf(schema: Schema, name: string, dice: Random, taste: Taste): Sample[] {
  const { known, isFull } = taste;
  if (Object.hasOwn(known, name) && !(isFull && dice.chance(0.5)))
    return [plain(structuredClone(known[name]))];
  if (schema.const !== undefined) return [plain(schema.const)];
  if (schema.enum) return [plain(isFull ? dice.pick(schema.enum) : schema.enum[0])];
  if (isId(schema)) return [{ value: dice.uuid(), ids: [[]] }];
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches && isFull) return samplesOf(dice.pick(branches), name, dice, taste);
  if (branches) {
    const withIds = branches.filter(holdsIds);
    const chosen = withIds.length > 0 ? withIds : [branches.find(({ type }) => type !== "null") ?? {}];
    return chosen.flatMap((branch) => samplesOf(branch, name, dice, taste));
  }
  if (schema.allOf) return samplesOf(merged(schema.allOf), name, dice, taste);
  const types = [schema.type].flat();
  const type = types.find((each) => each !== "null") ?? (schema.properties ? "object" : "null");
  switch (type) {
    case "object":
      return objects(schema, dice, taste);
    case "array":
      return samplesOf(schema.items ?? {}, name, dice, taste).map((item) =>
        joined(Array.from({ length: Math.max(1, schema.minItems ?? 0) }, (_, index) => [index, item])),
      );
    case "string":
      return [plain(text(schema, dice))];
    case "integer":
    case "number":
      return [plain(number(schema))];
    case "boolean":
      return [plain(false)];
    default:
      return [plain(null)];
  }
}

export function isId({ type, format }: Schema): boolean {
  return type === "string" && format === "uuid";
}

/** A copy with another value at that place. */
export function withValue(whole: unknown, [first, ...rest]: Place, value: unknown): unknown {
  if (first === undefined) return value;
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as object) }) as Record<string, unknown>;
  copy[first] = withValue(copy[first], rest, value);
  return copy;
}

function holdsIds(schema: Schema): boolean {
  const inside = [
    schema.anyOf,
    schema.oneOf,
    schema.allOf,
    schema.items,
    Object.values(schema.properties ?? {}),
  ];
  return isId(schema) || inside.flat().some((each) => each !== undefined && holdsIds(each));
}

function objects(schema: Schema, dice: Random, taste: Taste): Sample[] {
  const required = schema.required ?? [];
  const included = Object.entries(schema.properties ?? {}).filter(
    ([key, each]) =>
      taste.isFull ||
      required.length === 0 ||
      required.includes(key) ||
      holdsIds(each) ||
      Object.hasOwn(taste.known, key),
  );
  const fields = included.map(([key, each]) => [key, samplesOf(each, key, dice, taste)] as const);
  const first = fields.map(([key, [sample]]) => [key, sample!] as const);
  const others = fields.flatMap(([key, samples], index) =>
    samples.slice(1).map((sample) => first.with(index, [key, sample])),
  );
  return [first, ...others].map(joined);
}

function joined(parts: readonly (readonly [string | number, Sample])[]): Sample {
  const isList = typeof parts[0]?.[0] === "number";
  return {
    value: isList
      ? parts.map(([, { value }]) => value)
      : Object.fromEntries(parts.map(([key, { value }]) => [key, value])),
    ids: parts.flatMap(([key, { ids }]) => ids.map((place) => [key, ...place])),
  };
}

function merged(schemas: readonly Schema[]): Schema {
  const properties = Object.assign({}, ...schemas.map((each) => each.properties));
  const required = schemas.flatMap((each) => each.required ?? []);
  return Object.assign({}, ...schemas, { properties, required });
}

function plain(value: unknown): Sample {
  return { value, ids: [] };
}

function number({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const most = maximum ?? (exclusiveMaximum === undefined ? Number.MAX_SAFE_INTEGER : exclusiveMaximum - 1);
  return Math.min(Math.max(20, least), most);
}

const day = 24 * 60 * 60 * 1000;

/** Different each time, so that what must be unique is. */
function text({ format, pattern, minLength = 0, maxLength = 1000 }: Schema, dice: Random): string {
  const soon = new Date(Date.now() + day).toISOString();
  if (format === "date-time") return soon;
  if (format === "date") return soon.slice(0, 10);
  // Port 9 discards, where anything listens at all.
  if (format === "uri") return `http://127.0.0.1:9/${dice.hex(4)}`;
  const fits = (candidate: string) =>
    candidate.length >= minLength &&
    candidate.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, "u").test(candidate));
  const simple = [`Sample ${dice.hex(4)}`, `p${dice.hex(4)}@people.example`, dice.hex(4)].find(fits);
  if (simple !== undefined && format !== "email") return simple;
  if (format === "email") return `p${dice.hex(4)}@people.example`;
  const matching = fc.stringMatching(new RegExp(pattern ?? "^[a-z]*$", "u")).filter(fits);
  return fc.sample(matching, { numRuns: 1, seed: dice.integer(0, 2 ** 31) })[0]!;
}
