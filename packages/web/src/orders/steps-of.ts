import type { Order } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { isOpen } from "../words.ts";

/** Steps that are asked for with a form. */
export type FormStep = "approve" | "reject" | "confirm" | "ship" | "receive" | "split" | "cancel";
export type Step = FormStep | "send-now" | "send-again";

/** What its state and the person's privileges allow: what comes next by itself, and what else is possible. */
export function useSteps(order: Order): { next: Step | null; others: Step[]; canUndo: boolean } {
  const approves = useMay("approve-orders");
  const acknowledges = useMay("acknowledge-orders");
  const places = useMay("place-orders");
  const may: Record<Step, boolean> = {
    approve: approves,
    reject: approves,
    "send-now": places,
    "send-again": places,
    confirm: acknowledges,
    ship: acknowledges,
    receive: acknowledges,
    split: places,
    cancel: places,
  };
  const [first, ...others] = stepsOf(order).filter((step) => may[step]);
  const isNext = first !== undefined && first !== "cancel" && first !== "reject";
  const undoing = { approve: approves, reject: approves, cancel: places } as Partial<Record<string, boolean>>;
  return {
    next: isNext ? first : null,
    others: isNext || first === undefined ? others : [first, ...others],
    canUndo: order.undoable !== null && (undoing[order.undoable] ?? acknowledges),
  };
}

/** The one that comes next first. */
export function stepsOf(order: Order): Step[] {
  const { state, supplierId, dispatchProblem, quantity } = order;
  const isBought = supplierId !== null;
  const split: Step[] = isBought && quantity > 1 ? ["split"] : [];
  if (!isOpen(order)) {
    // What the sensor saw arrive may still be booked by its paper, once.
    return state === "received" && order.receivedQuantity === null ? ["receive"] : [];
  }
  switch (state) {
    case "proposed":
      return ["approve", "reject", ...split, "cancel"];
    case "approved":
      return isBought ? ["send-now", ...split, "cancel"] : ["cancel"];
    case "placed":
      if (!isBought) return ["ship", "receive", "cancel"];
      return [
        ...(dispatchProblem ? (["send-again"] as const) : []),
        "confirm",
        ...split,
        "receive",
        "cancel",
      ];
    case "dispatched":
      return isBought ? ["confirm", "ship", "receive", "cancel"] : ["ship", "receive", "cancel"];
    case "confirmed":
      return ["receive", "ship", ...(isBought ? (["confirm"] as const) : []), "cancel"];
    default:
      return ["receive", ...(isBought ? (["confirm"] as const) : []), "cancel"];
  }
}
