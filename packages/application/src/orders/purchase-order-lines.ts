import type { AccountChange } from "../accounts/account-change.ts";
import type { Order } from "../accounts/records.ts";
import { Refusal } from "../refusal.ts";
import { applyEvent, personOf } from "./order-events.ts";
import { dispatchQueueOptions, putWithDueTime } from "./placement.ts";

/** Lines of a purchase order that has not been sent: they may still leave it. */

/** An attempt to send it is under way: it may be with the supplier already. */
export function isBeingSent({ state, sendingSince }: Order, at: number): boolean {
  const longest = dispatchQueueOptions.expireInSeconds * 1000;
  return state === "placed" && sendingSince !== null && Math.abs(at - sendingSince) < longest;
}

/** The order as it was before it was placed. Refuses (409) while it is being sent. */
export function recall(change: AccountChange, order: Order): Order {
  if (isBeingSent(order, change.at))
    throw new Refusal(
      409,
      "order-being-sent",
      `Order ${order.number} is being sent at this moment: try again in two minutes.`,
    );
  const { purchaseOrder } = order;
  const cause = "taken out of its purchase order, which was not sent";
  const recalled = applyEvent(
    order,
    { kind: "recall", at: change.at, cause },
    { by: personOf(change.actor) },
  );
  const next = putWithDueTime(change, {
    ...recalled,
    purchaseOrder: null,
    dispatchProblem: null,
    sendingSince: null,
  });
  if (purchaseOrder) renumber(change, purchaseOrder.id);
  return next;
}

/** A purchase order has its first line's number. */
function renumber(change: AccountChange, purchaseOrderId: string): void {
  const lines = [...change.all("order")].filter(({ purchaseOrder }) => purchaseOrder?.id === purchaseOrderId);
  const number = Math.min(...lines.map((line) => line.number));
  for (const line of lines)
    if (line.purchaseOrder!.number !== number)
      change.put("order", { ...line, purchaseOrder: { id: purchaseOrderId, number } });
}
