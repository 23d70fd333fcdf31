import fc from "fast-check";
import type { Random } from "../../../factory/src/random.ts";
import { hostileDates, hostileNumbers, hostileTexts, hostileUris } from "./hostile-texts.ts";
import type { Schema } from "./operations-under-test.ts";
import { isId, type Place, samplesOf, withValue } from "./schema-values.ts";

/** JSON text that no value would be written as, e.g. `-0` or a thousand brackets. */
export class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export function toJson(value: unknown): string {
  if (value instanceof RawJson) return value.text;
  if (Array.isArray(value)) return `[${value.map(toJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${toJson(each)}`);
  return `{${fields.join(",")}}`;
}

/** What it is, in words, how it is made, and whether it must be refused. */
type Choice = [string, () => unknown, boolean?];

export interface HostileValue {
  what: string;
  value: unknown;
  /** Nothing may take it. */
  expected?: "refused";
}

const depth = 10_000;
const many = 100_000;

/** For tests: the value with one of its places made hostile. */
export function madeHostile(schema: Schema, whole: unknown, dice: Random): HostileValue {
  const place = dice.pick(placesOf(whole));
  const { what, value, ...rest } = hostileValue(schemaAt(schema, place), at(whole, place), dice);
  return {
    what: `${place.join(".") || "the body"}: ${what}`,
    value: withValue(whole, place, value),
    ...rest,
  };
}

/** Something else for this value. */
export function hostileValue(schema: Schema, value: unknown, dice: Random): HostileValue {
  const [what, make, isWrong = false] = dice.pick(dice.pick(choicesFor(schema, value, dice)));
  return { what, value: make(), ...(isWrong ? { expected: "refused" } : {}) };
}

/** A change that makes any value of the schema hostile in the same place. */
export interface HostileChange {
  what: string;
  /** For a text that is read as a day or an address: what goes wrong most. */
  isOfFormat: boolean;
  change(whole: unknown): unknown;
}

/**
 * Each place of the value, and of what its schema would allow beside it, in turn with each of the texts, numbers and
 * days that trouble its kind.
 */
export function hostileChanges(schema: Schema, whole: unknown, dice: Random): HostileChange[] {
  const changes = changesAt(schema, whole, placesOf(whole));
  if (typeof whole !== "object" || whole === null || Array.isArray(whole)) return changes;
  for (const [name, each] of Object.entries(schema.properties ?? {})) {
    if (Object.hasOwn(whole, name)) continue;
    const { value } = samplesOf(each, name, dice, { known: {}, isFull: false })[0]!;
    for (const { what, change, isOfFormat } of changesAt(each, value, placesOf(value)))
      changes.push({
        what: `${name} ${what}`,
        isOfFormat,
        change: (inside) => ({ ...(inside as object), [name]: change(value) }),
      });
  }
  return changes;
}

function changesAt(schema: Schema, whole: unknown, places: readonly Place[]): HostileChange[] {
  return places.flatMap((place) => {
    const own = schemaAt(schema, place);
    return troubling(own, at(whole, place)).map(([what, make]) => ({
      what: `${place.join(".")}: ${what}`,
      isOfFormat: own.format !== undefined && !isId(own),
      change: (inside: unknown) => withValue(inside, place, make()),
    }));
  });
}

/** What troubles a value of this kind. */
export function troubling(schema: Schema, value: unknown): Choice[] {
  if (schema.format?.startsWith("date")) return plain(hostileDates);
  if (schema.format === "uri") return plain([...hostileUris, ...hostileTexts]);
  if (typeof value === "number") return [...limits(schema, value), ...raw(hostileNumbers)];
  return typeof value === "string" ? [...limits(schema, value), ...plain(hostileTexts)] : [];
}

/** Whether an object takes only the fields that its schema names, as every one does that doesn't say otherwise. */
export function isClosed({ properties, additionalProperties }: Schema): boolean {
  return properties !== undefined && (additionalProperties === undefined || additionalProperties === false);
}

function choicesFor(schema: Schema, value: unknown, dice: Random): Choice[][] {
  const kinds = [otherTypes(value), limits(schema, value)];
  if (typeof value === "number") kinds.push(raw(hostileNumbers), raw(hostileNumbers));
  if (typeof value === "string") kinds.push(plain(hostileTexts), plain(hostileTexts), fitting(schema, dice));
  if (isId(schema)) kinds.push(ids(String(value), dice));
  if (schema.format?.startsWith("date")) kinds.push(plain(hostileDates), plain(hostileDates));
  if (schema.format === "uri") kinds.push(plain(hostileUris), plain(hostileUris));
  if (Array.isArray(value)) kinds.push(lists(value));
  else if (typeof value === "object" && value !== null)
    kinds.push(objects(value as Record<string, unknown>, isClosed(schema), dice));
  return kinds.filter((each) => each.length > 0);
}

function plain(texts: readonly string[]): Choice[] {
  return texts.map((text) => [JSON.stringify(text.slice(0, 40)), () => text]);
}

function raw(texts: readonly string[]): Choice[] {
  return texts.map((text) => [text.slice(0, 20), () => new RawJson(text)]);
}

function otherTypes(value: unknown): Choice[] {
  return [
    ["null", () => null],
    ["true", () => true],
    ["0", () => 0],
    ["a text", () => "text"],
    ["an empty list", () => []],
    ["an empty object", () => ({})],
    ["in a list", () => [value]],
    ["in an object", () => ({ value })],
    ["as a text", () => JSON.stringify(value)],
    [`${depth} lists in each other`, () => new RawJson("[".repeat(depth) + "]".repeat(depth))],
    [`${depth} objects in each other`, () => new RawJson(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)],
  ];
}

/** At the schema's bounds and one beyond, and every choice that it allows. */
function limits(schema: Schema, value: unknown): Choice[] {
  const around = (bounds: (number | undefined)[]) =>
    bounds.flatMap((bound) => (bound === undefined ? [] : [bound - 1, bound, bound + 1]));
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const choices = around([minimum, maximum]).map((each): Choice => [String(each), () => each]);
  const lengths = around(Array.isArray(value) ? [minItems, maxItems] : [minLength, maxLength]);
  for (const length of lengths.filter((each) => each >= 0))
    if (typeof value === "string")
      choices.push([`${length} letters`, () => (value[0] ?? "a").repeat(length)]);
    else if (Array.isArray(value))
      choices.push([`${length} items`, () => Array(length).fill(value[0] ?? null)]);
  for (const each of schema.enum ?? [])
    choices.push([`the choice ${each}`, () => each], [`not ${each}`, () => `${each}`.toUpperCase()]);
  return choices;
}

/** What fits the pattern, with any letters that it allows. */
function fitting({ pattern }: Schema, dice: Random): Choice[] {
  if (pattern === undefined) return [];
  const seed = dice.integer(0, 2 ** 31);
  const make = () => fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed })[0];
  return [["any letters that fit", make]];
}

function ids(id: string, dice: Random): Choice[] {
  return [
    ["in capitals", () => id.toUpperCase()],
    ["in braces", () => `{${id}}`],
    ["without dashes", () => id.replaceAll("-", "")],
    ["zeros", () => id.replaceAll(/\w/g, "0")],
    ["a line end after it", () => `${id}\n`],
    ["another id", () => dice.uuid()],
  ];
}

function lists(list: readonly unknown[]): Choice[] {
  return [
    [`${many} times null`, () => Array(many).fill(null)],
    [`${many} numbers`, () => Array.from({ length: many }, (_, index) => index)],
    ["its first item 5,000 times", () => Array(5_000).fill(list[0] ?? 0)],
    ["its first item twice", () => [list[0], list[0]]],
    ["nothing", () => []],
  ];
}

function objects(object: Record<string, unknown>, isClosed: boolean, dice: Random): Choice[] {
  const keys = Object.keys(object);
  const key = keys.length > 0 ? dice.pick(keys) : "name";
  const { [key]: _, ...without } = object;
  const before = (fields: string) =>
    new RawJson(`{${fields}${keys.length > 0 ? "," : ""}${toJson(object).slice(1)}`);
  const numbered = () => Array.from({ length: many / 10 }, (_, index) => [`f${index}`, index]);
  return [
    [`without ${key}`, () => without],
    [`${key} twice`, () => before(`${JSON.stringify(key)}:"first"`)],
    ["__proto__ in it", () => before('"__proto__":{"role":"admin"}'), isClosed],
    ["constructor in it", () => before('"constructor":{"prototype":{"role":"admin"}}'), isClosed],
    ["accountId in it", () => ({ ...object, accountId: dice.uuid() }), isClosed],
    ["a field of no name in it", () => ({ ...object, "": 1 }), isClosed],
    ["a field with NUL in its name", () => ({ ...object, "a\u0000b": 1 }), isClosed],
    [`${many / 10} fields more`, () => ({ ...object, ...Object.fromEntries(numbered()) }), isClosed],
    ["a field with a very long name", () => ({ ...object, ["n".repeat(many)]: 1 }), isClosed],
  ];
}

function at(whole: unknown, place: Place): unknown {
  return place.reduce((inside, key) => (inside as Record<string, unknown>)[key], whole);
}

function placesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [place];
  const fields = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [place, ...fields.flatMap(([key, each]) => placesOf(each, [...place, key]))];
}

function schemaAt(schema: Schema, [first, ...rest]: Place): Schema {
  const branches = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (first === undefined) return branches?.find(({ type }) => type !== "null") ?? schema;
  if (branches) {
    const found = branches.map((each) => schemaAt(each, [first, ...rest]));
    return found.find((each) => Object.keys(each).length > 0) ?? {};
  }
  const inside = typeof first === "number" ? schema.items : schema.properties?.[first];
  return inside ? schemaAt(inside, rest) : {};
}
