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
  /** Why several that have not gone out stand together: a person merged them, or they wait for the same. */
  together: "merged" | "waiting" | null;
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
export function boardOf(orders: readonly Placed[], now: number): Record<ColumnKey, OrderGroup[]> {
  const board = Object.fromEntries(columns.map((key) => [key, [] as Placed[]])) as Record<
    ColumnKey,
    Placed[]
  >;
  for (const order of orders) {
    const column = columnOf(order, now);
    if (column) board[column].push(order);
  }
  return Object.fromEntries(columns.map((key) => [key, groupsOf(board[key], key === "done")])) as Record<
    ColumnKey,
    OrderGroup[]
  >;
}

export function groupsOf(orders: readonly Placed[], isNewestFirst = false): OrderGroup[] {
  const groups = [...Map.groupBy(orders, keyOf)].map(([key, own]) => groupOf(key, own));
  return groups.sort((a, b) => {
    if (isNewestFirst) return newest(b) - newest(a);
    if (a.isLate !== b.isLate) return a.isLate ? -1 : 1;
    if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1;
    const byDue = timeOf(a.dueAt) - timeOf(b.dueAt);
    return Number.isNaN(byDue) || byDue === 0 ? a.orders[0]!.number - b.orders[0]!.number : byDue;
  });
}

/** Orders whose site is known stand together with those that will go to the supplier with them. */
type Placed = Order & { siteId?: string | null };
const goTogether = ["others", "minimum-value", "ordering-time", "not-ordered-now"];

function keyOf({ id, purchaseOrder, bundle, state, wait, supplierId, siteId }: Placed): string {
  if (purchaseOrder) return purchaseOrder.id;
  if (bundle) return bundle.id;
  const isGathered = state === "approved" && siteId && goTogether.includes(wait?.code ?? "");
  return isGathered ? `${supplierId} ${siteId}` : id;
}

function groupOf(key: string, own: readonly Placed[]): OrderGroup {
  const orders = [...own].sort((a, b) => a.number - b.number);
  const [first] = orders;
  const dues = orders.map(({ dueAt }) => dueAt).filter((due) => due !== null);
  return {
    key,
    orders,
    purchaseOrder: first!.purchaseOrder,
    together:
      first!.purchaseOrder !== null || orders.length === 1 ? null : first!.bundle ? "merged" : "waiting",
    supplierId: first!.supplierId,
    sourceLocationId: first!.sourceLocationId,
    dueAt: dues.length === 0 ? null : dues.reduce((a, b) => (a < b ? a : b)),
    isLate: orders.some(({ isLate }) => isLate),
    isUrgent: orders.some(({ isUrgent }) => isUrgent),
    value: totalOf(orders),
  };
}

/** Null: a price is not known. */
export function totalOf(orders: readonly Placed[]): number | null {
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
