import { isOpen, type OrderState } from "@refill/replenishment";
import type { Order, StorageLocation } from "../accounts/records.ts";
import { orderView } from "./order-view.ts";
import { orderValueOf } from "./placement.ts";
import type { purchaseOrderStates } from "./schema.ts";

export type PurchaseOrderState = (typeof purchaseOrderStates)[number];

interface Locations {
  get(kind: "location", id: string): StorageLocation | undefined;
}

/** What went to a supplier at once, as the REST API shows it. `lines`: at least one. */
export function purchaseOrderView(set: Locations, lines: readonly Order[]) {
  const [first] = lines;
  const open = lines.filter(({ state }) => isOpen(state));
  let value: number | null = 0;
  for (const line of lines) {
    const each = orderValueOf(line);
    value = value === null || each === null ? null : value + each;
  }
  return {
    ...first!.purchaseOrder!,
    state: purchaseOrderStateOf(lines.map(({ state }) => state)),
    supplierId: first!.supplierId,
    siteId: set.get("location", first!.locationId)?.siteId ?? null,
    placedAt: iso(earliest(lines.map(({ placedAt }) => placedAt))),
    dispatchedAt: iso(earliest(lines.map(({ dispatchedAt }) => dispatchedAt))),
    dueAt: iso(earliest(open.map(({ dueAt }) => dueAt))),
    isLate: open.some(({ lateSince }) => lateSince !== null),
    dispatchProblem: open.find(({ dispatchProblem }) => dispatchProblem !== null)?.dispatchProblem ?? null,
    value,
    lines: lines.map(orderView),
  };
}

/** Of its lines' states; the same rule stands as SQL in the list of purchase orders. */
export function purchaseOrderStateOf(states: readonly OrderState[]): PurchaseOrderState {
  const some = (...wanted: OrderState[]) => states.some((state) => wanted.includes(state));
  if (!states.some(isOpen)) return some("received") ? "received" : "cancelled";
  if (some("received", "partly-received")) return "partly-received";
  if (some("placed")) return "placed";
  if (some("dispatched")) return "dispatched";
  return some("confirmed") ? "confirmed" : "in-transit";
}

function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
