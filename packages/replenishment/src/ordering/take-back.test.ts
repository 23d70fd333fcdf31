import { expect, test } from "vitest";
import {
  type LifecycleOrder,
  type OrderEvent,
  type OrderRecord,
  proposedOrder,
  transition,
} from "./order-lifecycle.ts";
import { takeBack, undoableStep } from "./take-back.ts";

type Lived = { order: LifecycleOrder; records: OrderRecord[] };
const begin: Lived = {
  order: proposedOrder(100),
  records: [{ at: 0, state: "proposed", cause: "test", kind: "propose" }],
};
type Step = OrderEvent extends infer Event
  ? Event extends OrderEvent
    ? Omit<Event, "at" | "cause">
    : never
  : never;
const live = (from: Lived, ...steps: Step[]): Lived =>
  steps.reduce(({ order, records }, step) => {
    const result = transition(order, { ...step, at: 5, cause: "test" } as OrderEvent);
    if ("refused" in result) throw new Error(result.refused);
    return { order: result.order, records: [...records, result.record] };
  }, from);
const sent = live(begin, { kind: "approve" }, { kind: "place" }, { kind: "dispatch" });
const back = ({ order, records }: Lived, kind: Parameters<typeof takeBack>[2]["kind"]) =>
  takeBack(order, records, { kind, at: 9, cause: "mistake" });

test.each([
  [{ kind: "confirm", quantity: 90, date: "2027-02-01" }],
  [{ kind: "ship", quantity: 80 }],
  [{ kind: "receive", quantity: 40 }],
  [{ kind: "receive" }],
  [{ kind: "cancel" }],
] as [Step & { kind: "confirm" | "ship" | "receive" | "cancel" }][])(
  "%j leaves no trace but its record",
  (step) => {
    const after = live(sent, step);
    expect(undoableStep(after.order, after.records)).toBe(step.kind);
    expect(back(after, step.kind)).toEqual({
      order: sent.order,
      record: { at: 9, state: "dispatched", cause: "mistake", kind: "undo" },
    });
  },
);

test("a receipt in parts is taken back one part at a time, each once", () => {
  const after = live(sent, { kind: "receive", quantity: 40 }, { kind: "receive" });
  const first = back(after, "receive");
  expect(first).toMatchObject({ order: { state: "partly-received", receivedQuantity: 40 } });
  const { order, record } = first as { order: LifecycleOrder; record: OrderRecord };
  expect(undoableStep(order, [...after.records, record])).toBeNull();
});

test("what something else was built on stays", () => {
  const placed = live(begin, { kind: "approve" }, { kind: "place" });
  expect(undoableStep(placed.order, placed.records)).toBeNull();
  expect(back(placed, "approve")).toEqual({ refused: "not-last" });
  expect(back(live(sent, { kind: "confirm" }), "receive")).toEqual({ refused: "not-last" });
});

test("what the sensor has seen arrive is not taken back", () => {
  const after = live(sent, { kind: "receive" });
  const seen = { ...after, order: { ...after.order, piecesSeen: 90 } };
  expect(undoableStep(seen.order, seen.records)).toBeNull();
  expect(back(seen, "receive")).toEqual({ refused: "seen" });
});
