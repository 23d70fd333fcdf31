import type { Order } from "../api/client.ts";

/** Columns of the board, by what has to happen next. */
export const columns = ["approve", "wait", "sent", "confirmed", "coming", "part", "done"] as const;
export type ColumnKey = (typeof columns)[number];

const columnOfState: Partial<Record<Order["state"], ColumnKey>> = {
  proposed: "approve",
  approved: "wait",
  placed: "wait",
  dispatched: "sent",
  confirmed: "confirmed",
  "in-transit": "coming",
  "partly-received": "part",
  received: "done",
};

/** For so long what was received stays on the board. */
const receivedForMs = 7 * 86_400_000;

/** Null: it is not on the board. `now`: ms. */
export function columnOf(order: Order, now: number): ColumnKey | null {
  const column = columnOfState[order.state] ?? null;
  if (column !== "done") return column;
  const at = order.receivedAt ?? order.updatedAt;
  return now - Date.parse(at) < receivedForMs ? "done" : null;
}

/** What goes, or went, to a supplier at once; one order where nothing joins it. */
export interface OrderGroup {
  key: string;
  orders: Order[];
  purchaseOrder: Order["purchaseOrder"];
  /** Merged, and not gone out yet. */
  isMerged: boolean;
  supplierId: string | null;
  sourceLocationId: string | null;
  /** The earliest of its lines, ISO 8601. */
  dueAt: string | null;
  isLate: boolean;
  isUrgent: boolean;
  /** Null: a price is not known. */
  value: number | null;
}

/** Each column's groups: late ones first, then by when they are due, then the oldest. */
export function boardOf(orders: readonly Order[], now: number): Record<ColumnKey, OrderGroup[]> {
  const board = Object.fromEntries(columns.map((key) => [key, [] as Order[]])) as Record<ColumnKey, Order[]>;
  for (const order of orders) {
    const column = columnOf(order, now);
    if (column) board[column].push(order);
  }
  return Object.fromEntries(columns.map((key) => [key, groupsOf(board[key], key === "done")])) as Record<
    ColumnKey,
    OrderGroup[]
  >;
}

export function groupsOf(orders: readonly Order[], isNewestFirst = false): OrderGroup[] {
  const groups = [...Map.groupBy(orders, keyOf)].map(([key, own]) => groupOf(key, own));
  return groups.sort((a, b) => {
    if (isNewestFirst) return newest(b) - newest(a);
    if (a.isLate !== b.isLate) return a.isLate ? -1 : 1;
    if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1;
    const byDue = timeOf(a.dueAt) - timeOf(b.dueAt);
    return Number.isNaN(byDue) || byDue === 0 ? a.orders[0]!.number - b.orders[0]!.number : byDue;
  });
}

function keyOf({ id, purchaseOrder, bundle }: Order): string {
  return purchaseOrder?.id ?? bundle?.id ?? id;
}

function groupOf(key: string, own: readonly Order[]): OrderGroup {
  const orders = [...own].sort((a, b) => a.number - b.number);
  const [first] = orders;
  const dues = orders.map(({ dueAt }) => dueAt).filter((due) => due !== null);
  return {
    key,
    orders,
    purchaseOrder: first!.purchaseOrder,
    isMerged: first!.purchaseOrder === null && orders.length > 1,
    supplierId: first!.supplierId,
    sourceLocationId: first!.sourceLocationId,
    dueAt: dues.length === 0 ? null : dues.reduce((a, b) => (a < b ? a : b)),
    isLate: orders.some(({ isLate }) => isLate),
    isUrgent: orders.some(({ isUrgent }) => isUrgent),
    value: totalOf(orders),
  };
}

/** Null: a price is not known. */
export function totalOf(orders: readonly Order[]): number | null {
  let sum = 0;
  for (const { value } of orders) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function newest({ orders }: OrderGroup): number {
  return Math.max(...orders.map(({ receivedAt, updatedAt }) => Date.parse(receivedAt ?? updatedAt)));
}

function timeOf(iso: string | null): number {
  return iso === null ? Number.POSITIVE_INFINITY : Date.parse(iso);
}
