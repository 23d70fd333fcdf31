import { isOpen, type OrderState } from "@refill/replenishment";
import { Type } from "typebox";
import { derived } from "../accounts/derived.ts";
import { queryOrders } from "../accounts/read-account.ts";
import type { Order } from "../accounts/records.ts";
import { closedOrdersHeld, type WorkingSet } from "../accounts/working-set.ts";
import type { Api } from "../api/api.ts";
import {
  byNumber,
  createdFilters,
  filter,
  findPage,
  foldedOf,
  type ListQuery,
  type ListRules,
  testOf,
} from "../api/list-rules.ts";
import { decodeCursor, defaultPageSize, encodeCursor } from "../api/paging.ts";
import * as schemas from "../api/schemas.ts";
import { foldedPart } from "../inventory/lists.ts";
import { orderStates } from "./schema.ts";

const newestFirst = "-number";
const moment = (description: string) => Type.String({ format: "date-time", description });
/** Filters that SQL knows; others only the opened records can answer. */
const askedOfDatabase = [
  "limit",
  "cursor",
  "sort",
  "fields",
  "state",
  "locationId",
  "supplierId",
  "createdFrom",
  "createdTo",
];
const number = byNumber<Order>((order) => order.number);
const same = (field: "locationId" | "partId" | "supplierId") =>
  filter<Order, string>(schemas.Id, (order, id) => order[field] === id);

/** How orders are listed: by number, which is the order in which they were made. */
export const orderList: ListRules<"order"> = {
  searched: "number, part, supplier and location",
  searchedText: (order, set) =>
    [
      order.number,
      foldedPart(set.get("part", order.partId)),
      foldedOf(set.get("supplier", order.supplierId ?? ""), ({ name }) => name),
      foldedOf(set.get("location", order.locationId), ({ name }) => name),
    ].join("\n"),
  sorts: { number },
  filters: {
    state: filter<Order, readonly string[]>(
      Type.Array(Type.Enum([...orderStates, "open", "closed"], { type: "string" }), {
        minItems: 1,
        maxItems: 12,
        description: "One or more; open and closed stand for several",
      }),
      (order, states) => isAskedFor(order.state, states),
    ),
    locationId: same("locationId"),
    partId: same("partId"),
    supplierId: same("supplierId"),
    siteId: filter<Order, string>(
      schemas.Id,
      ({ locationId }, id, set) => set.get("location", locationId)?.siteId === id,
    ),
    purchaseOrderId: filter<Order, string>(schemas.Id, ({ purchaseOrder }, id) => purchaseOrder?.id === id),
    isLate: filter<Order, boolean>(
      Type.Boolean(),
      ({ lateSince }, wanted) => (lateSince !== null) === wanted,
    ),
    dueFrom: filter<Order, string>(
      moment("Due at this time or later; what has not gone out has no due time"),
      ({ dueAt }, from) => dueAt !== null && dueAt >= Date.parse(from),
    ),
    dueTo: filter<Order, string>(
      moment("Due at this time or earlier"),
      ({ dueAt }, to) => dueAt !== null && dueAt <= Date.parse(to),
    ),
    receivedFrom: filter<Order, string>(
      moment("Pieces of it arrived at this time or later"),
      ({ receivedAt }, from) => receivedAt !== null && receivedAt >= Date.parse(from),
    ),
    ...createdFilters,
  },
};

const closedStates = ["received", "cancelled", "rejected"] as const;

function isAskedFor(state: OrderState, asked: unknown): boolean {
  if (asked === undefined) return true;
  const states = asked as readonly string[];
  return states.includes(state) || states.includes(isOpen(state) ? "open" : "closed");
}

/** Rows that one page looks at in the database at most; a page may hold fewer orders than its limit then. */
const mostRows = 2_000;

/** A page of orders: those in memory, and after or before them the older closed ones of the database. */
export async function findOrders(
  { store }: Api,
  set: WorkingSet,
  query: ListQuery,
): Promise<{ records: Order[]; nextCursor: string | null }> {
  const { limit = defaultPageSize, cursor, sort = newestFirst } = query;
  const asked = { ...query, sort };
  const now = Date.now();
  const held = findPage(set, "order", orderList, asked, now);
  const boundary = oldestSurelyHeld(set);
  const states = closedStates.filter((state) => isAskedFor(state, query.state));
  if (boundary === undefined || states.length === 0) return held;
  const isDescending = sort === newestFirst;
  const from =
    cursor === undefined ? undefined : decodeCursor(cursor, ["string", "integer", "string"], sort)[1];
  const last = held.nextCursor === null ? undefined : held.records.at(-1)!.number;
  // Every order in the database only is older than the boundary.
  if (isDescending ? last !== undefined && last >= boundary : from !== undefined && from >= boundary)
    return held;

  const low = isDescending ? 0 : (from ?? 0);
  const high = isDescending ? Math.min(from ?? boundary, boundary) : boundary;
  const { orders, isAll } = await readClosed(store, set, query, { states, low, high, isDescending });
  const compare = (a: Order, b: Order) => (isDescending ? b.number - a.number : a.number - b.number);
  const test = testOf(set, orderList, query, now);
  const older = orders.filter((order) => !set.get("order", order.id));
  // What lies behind the last row that was looked at comes with a later page.
  const reach = isAll ? undefined : orders.at(-1);
  const all = [...held.records, ...older.filter((order) => test?.(order) ?? true)]
    .sort(compare)
    .filter((order) => reach === undefined || compare(order, reach) <= 0);
  const records = all.slice(0, limit);
  const isLast = reach === undefined && held.nextCursor === null && all.length <= limit;
  if (isLast) return { records, nextCursor: null };
  const end = all.length >= limit ? records.at(-1)! : (reach ?? held.records.at(-1)!);
  return { records, nextCursor: encodeCursor([sort, end.number, end.id]) };
}

/**
 * The number from which on every closed order is in memory; undefined when all are. Always the newest ones are held, so
 * it is the number of the last of these.
 */
function oldestSurelyHeld(set: WorkingSet): number | undefined {
  return derived(set, "order", "oldest surely held", () => {
    const closed = [...set.all("order")].filter(({ state }) => !isOpen(state));
    if (closed.length < closedOrdersHeld) return { boundary: undefined };
    closed.sort((a, b) => b.number - a.number);
    return { boundary: closed[closedOrdersHeld - 1]!.number };
  }).boundary;
}

interface Range {
  states: readonly string[];
  low: number;
  high: number;
  isDescending: boolean;
}

/** Closed orders between two numbers, both exclusive; `isAll`: there are no more. */
async function readClosed(
  store: Api["store"],
  set: WorkingSet,
  query: ListQuery,
  { states, low, high, isDescending }: Range,
): Promise<{ orders: Order[]; isAll: boolean }> {
  const { limit = defaultPageSize } = query;
  const isAnswered = Object.entries(query).every(
    ([name, value]) => value === undefined || askedOfDatabase.includes(name),
  );
  const most = isAnswered ? Math.min(limit + 1, mostRows) : mostRows;
  const orders = await store.query(set.accountId, (tx) =>
    queryOrders(
      tx,
      set.sealer,
      `select id, sealed from replenishment_order
       where state = any($1::text[]) and sequence > $2 and sequence < $3
         and ($4::uuid is null or location_id = $4) and ($5::uuid is null or supplier_id = $5)
         and ($6::timestamptz is null or created_at >= $6) and ($7::timestamptz is null or created_at <= $7)
       order by sequence ${isDescending ? "desc" : "asc"} limit ${most}`,
      [
        states,
        low,
        high,
        query.locationId ?? null,
        query.supplierId ?? null,
        query.createdFrom ?? null,
        query.createdTo ?? null,
      ],
    ),
  );
  return { orders, isAll: orders.length < most };
}
