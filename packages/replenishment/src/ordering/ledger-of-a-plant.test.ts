import fc from "fast-check";
import { expect, test } from "vitest";
import { newLedger, record } from "./ledger.ts";
import type { Ledger, LedgerEvent, LedgerRules } from "./ledger-record.ts";
import { canGrow } from "./order-lifecycle.ts";
import type { Policy } from "./policy.ts";

/** A plant that does what it is told: what was ordered comes, once, and is put away in parts while others take pieces. */

const minutes = 60_000;
const capacity = 120;
const policies: readonly Policy[] = [
  { kind: "min-max", minimum: 80, maximum: 120 },
  { kind: "min-max", minimum: 20, maximum: 120 },
  { kind: "reorder-point", reorderPoint: 60, quantity: 60 },
  { kind: "periodic", reorderPoint: 90, maximum: 120, days: [1, 2, 3, 4, 5, 6, 7], at: "12:00" },
  { kind: "kanban", cards: 12, piecesPerCard: 10 },
  { kind: "two-bin", piecesPerBin: 60 },
  { kind: "event", quantity: 60 },
];
const rules: fc.Arbitrary<LedgerRules> = fc.record({
  policy: fc.constantFrom(...policies),
  safetyStock: fc.constantFrom(0, 15),
  supply: fc.record({
    packSize: fc.constantFrom(1, 10),
    minimumOrderQuantity: fc.constantFrom(0, 20),
    orderMultiple: fc.constant(1),
  }),
  capacity: fc.constant(capacity),
  minimumHoursBetweenOrders: fc.constantFrom(0, 0, 4),
  timeZone: fc.constant("UTC"),
  needsApproval: fc.boolean(),
  isUnwatched: fc.constant(false),
  isSuspended: fc.constant(false),
  isBlocked: fc.constant(false),
  phaseIn: fc.constant(null),
  phaseOut: fc.constant(null),
});
/** What happens within the 20 minutes before the next message. */
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("take" as const), pieces: fc.integer({ min: 1, max: 30 }) }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: "forward" as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: "press" as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: "book" as const }) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 60 }).map((pieces) => ({ kind: "reserve" as const, pieces })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...policies).map((policy) => ({ kind: "policy" as const, policy })),
  },
);

test("the plant never has more than the location holds, and each order is delivered once", () => {
  fc.assert(
    fc.property(
      rules,
      fc.array(fc.tuple(act, fc.integer({ min: 1, max: 60 })), { maxLength: 120, size: "max" }),
      run,
    ),
    { numRuns: 1500, seed: 20270401 },
  );
});

function run(
  rules: LedgerRules,
  acts: [typeof act extends fc.Arbitrary<infer A> ? A : never, number][],
): void {
  let at = Date.parse("2027-04-01T06:00:00Z");
  let ledger: Ledger = newLedger(rules, at);
  let onHand = 100;
  /** Delivered, and not put away yet. */
  let atTheGate = 0;
  let delivered = 0;
  const tell = (event: Omit<LedgerEvent, "at">) => {
    const result = record(ledger, { ...event, at } as LedgerEvent);
    if ("ledger" in result) ledger = result.ledger;
  };
  const cause = "test";
  const message = (isPressed = false) =>
    tell({ kind: "level", sequence: ledger.lastSequence + 1, onHand, isPressed } as LedgerEvent);
  message();
  for (const [act, chunk] of acts) {
    at += 20 * minutes;
    const { open } = ledger;
    // What is at the gate is put away within the next messages.
    const put = Math.min(atTheGate, chunk);
    onHand += put;
    atTheGate -= put;
    if (act.kind === "take") onHand = Math.max(0, onHand - act.pieces);
    else if (act.kind === "reserve")
      tell({ kind: "reserve", id: "a", quantity: act.pieces, until: null } as LedgerEvent);
    else if (act.kind === "policy") tell({ kind: "rules", rules: { policy: act.policy } } as LedgerEvent);
    else if (act.kind === "forward" && open && open.number > delivered) {
      const kind = { proposed: "approve", approved: "place", placed: "dispatch" }[open.state as "placed"];
      if (kind) tell({ kind: "step", number: open.number, step: { kind, cause } } as LedgerEvent);
      else {
        atTheGate += open.quantity;
        delivered = open.number;
      }
    } else if (act.kind === "book" && open && open.number === delivered)
      tell({ kind: "step", number: open.number, step: { kind: "receive", cause } } as LedgerEvent);
    message(act.kind === "press");
    expect(onHand + atTheGate).toBeLessThanOrEqual(capacity);
    const ordered = ledger.open && ledger.open.number > delivered ? ledger.open.quantity : 0;
    // Only what nobody knows of yet may still fall out of the reckoning: an order that can grow is looked at anew.
    if (ledger.open && !canGrow(ledger.open.state))
      expect(onHand + atTheGate + ordered).toBeLessThanOrEqual(capacity);
  }
}
