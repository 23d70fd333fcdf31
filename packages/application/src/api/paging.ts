import { type TSchema, Type } from "typebox";
import { refuseFields } from "../refusal.ts";

/** How lists are cut into pages, the same everywhere. */
export const defaultPageSize = 100;
export const largestPageSize = 1000;

export const pageQuery = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: largestPageSize,
      default: defaultPageSize,
      description: `Items a page, at most ${largestPageSize}`,
    }),
  ),
  cursor: Type.Optional(
    Type.String({ maxLength: 4000, description: "Where the page begins: `nextCursor` of the page before" }),
  ),
};

/** A page of items; `nextCursor` is null on the last one. */
export function Page<Item extends TSchema>(item: Item) {
  return Type.Object({
    items: Type.Array(item),
    nextCursor: Type.Union([Type.String(), Type.Null()], {
      description: "`cursor` of the next page; null on the last one",
    }),
  });
}

/** The key of a page's last item, as clients hand it back without looking into it. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** What a part of a cursor may be; all of it can be given to the database. `moment`: ms since 1970. */
const parts = {
  string: (part: unknown) => typeof part === "string",
  number: Number.isFinite,
  integer: (part: unknown) => Number.isSafeInteger(part) && (part as number) >= 0,
  moment: (part: unknown) =>
    Number.isSafeInteger(part) && (part as number) >= 0 && (part as number) <= 8.64e15,
  uuid: (part: unknown) =>
    typeof part === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
} satisfies Record<string, (part: unknown) => boolean>;
type PartType = keyof typeof parts;
type PartOf<T extends PartType> = T extends "string" | "uuid" ? string : number;

/**
 * Throws a 422 refusal for what {@link encodeCursor} never made with parts of these types, and with `first` as the
 * first of them where one is given.
 */
export function decodeCursor<const Types extends readonly PartType[]>(
  cursor: string,
  types: Types,
  first?: string,
): { -readonly [I in keyof Types]: PartOf<Types[I]> } {
  const refuse = () => refuseFields([{ field: "cursor", message: "is none of this list: begin without it" }]);
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    refuse();
  }
  const isOurs =
    Array.isArray(key) &&
    key.length === types.length &&
    (first === undefined || key[0] === first) &&
    types.every((type, index) => parts[type]((key as unknown[])[index]));
  if (!isOurs) refuse();
  return key as { -readonly [I in keyof Types]: PartOf<Types[I]> };
}

/** A page of a list that is short and whole in memory; `keyOf` an item tells it from all others. */
export function pageOf<Item>(
  items: readonly Item[],
  { limit = defaultPageSize, cursor }: { limit?: number; cursor?: string },
  keyOf: (item: Item) => string | number,
): { items: Item[]; nextCursor: string | null } {
  let from = 0;
  if (cursor !== undefined) {
    const first = items[0];
    const type = first === undefined || typeof keyOf(first) === "string" ? "string" : "number";
    const [last] = decodeCursor(cursor, [type]);
    // Where that item is gone, the list begins anew: better some twice than any never.
    from = items.findIndex((item) => keyOf(item) === last) + 1;
  }
  const page = items.slice(from, from + limit);
  const isLast = from + limit >= items.length;
  return { items: page, nextCursor: isLast ? null : encodeCursor([keyOf(page.at(-1)!)]) };
}
