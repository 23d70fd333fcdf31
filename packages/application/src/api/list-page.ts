import { decodeCursor, defaultPageSize, encodeCursor } from "./paging.ts";

/** One page of a list that lies in memory, oldest first. */
export function pageOf<Item extends { id: string; createdAt: number }>(
  all: readonly Item[],
  { limit = defaultPageSize, cursor }: { limit?: number; cursor?: string },
): { items: Item[]; nextCursor: string | null } {
  const [createdAt, id] = cursor
    ? decodeCursor(cursor, ["number", "string"])
    : [Number.NEGATIVE_INFINITY, ""];
  const rest = all
    .filter((item) => item.createdAt > createdAt || (item.createdAt === createdAt && item.id > id))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rest.length > limit ? encodeCursor([last.createdAt, last.id]) : null };
}
