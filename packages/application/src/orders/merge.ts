import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order } from "../accounts/records.ts";
import { refuseFields } from "../refusal.ts";
import { personOf, withNote } from "./order-events.ts";
import { placeGroups } from "./placement.ts";
import { isBeingSent, recall } from "./purchase-order-lines.ts";

/**
 * Orders of one supplier and site go out together, as one purchase order, at that time (ms; what has passed: now). Neither
 * a collection window nor a minimum order value holds them back, but those do that a person has to approve. Refuses (422)
 * by `ids[i]` what does not fit, then nothing changes.
 */
export function mergeOrders(change: AccountChange, ids: readonly string[], goesAt: number): Order[] {
  const orders = ids.map((id) => change.get("order", id));
  const first = orders.find((order) => order !== undefined);
  refuseFields(
    orders.flatMap((order, index) => {
      const message = problemOf(change, order, first);
      return message === undefined ? [] : [{ field: `ids[${index}]`, message }];
    }),
  );
  const { at } = change;
  const by = personOf(change.actor);
  const fitting = orders as Order[];
  const bundle = { id: randomUUID(), goesAt: Math.max(goesAt, at) };
  for (const order of fitting) {
    const waiting = order.state === "placed" ? recall(change, order) : order;
    const others = fitting.map(({ number }) => number).filter((number) => number !== order.number);
    const cause = `merged with ${others.length} other${others.length === 1 ? "" : "s"} by ${change.actor.name}`;
    const details = { orders: others.slice(0, 50), goesAt: bundle.goesAt };
    change.put("order", { ...withNote(waiting, { at, kind: "merge", cause, by, details }), bundle });
  }
  placeGroups(change, fitting, at);
  return fitting.map(({ id }) => change.get("order", id)!);
}

function problemOf(
  change: AccountChange,
  order: Order | undefined,
  first: Order | undefined,
): string | undefined {
  if (!order) return "there is no such order that is open";
  const { number, state, supplierId } = order;
  if (supplierId === null) return `order ${number} comes from a location of yours: no supplier gets it`;
  if (["received", "cancelled", "rejected"].includes(state)) return `order ${number} is closed`;
  if (!["proposed", "approved", "placed"].includes(state))
    return `order ${number} has been sent: only what has not gone out can be merged`;
  if (isBeingSent(order, change.at))
    return `order ${number} is being sent at this moment: try again in two minutes`;
  if (supplierId !== first?.supplierId)
    return `order ${number} goes to ${nameOf(change, supplierId)}, order ${first!.number} to ${nameOf(change, first!.supplierId)}`;
  const [own, other] = [siteOf(change, order), siteOf(change, first)];
  if (own?.id !== other?.id)
    return `order ${number} is for ${own?.name}, order ${first.number} for ${other?.name}`;
  return undefined;
}

function nameOf(change: AccountChange, supplierId: string | null): string {
  return change.get("supplier", supplierId ?? "")?.name ?? "another supplier";
}

function siteOf(change: AccountChange, { locationId }: Order) {
  return change.get("site", change.get("location", locationId)?.siteId ?? "");
}
