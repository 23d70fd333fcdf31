import fc from "fast-check";
import { ledgerStock, newLedger, record } from "./ledger.ts";
import type { Ledger, LedgerEvent, LedgerRules } from "./ledger-record.ts";
import { type Policy, validatePolicy, type Weekday } from "./policy.ts";

/** For tests: random rules and histories of one location, with messages repeated and out of order, and steps in any order. */

const hour = 3_600_000;
const begin = Date.parse("2027-03-27T12:00:00Z");

const pieces = fc.integer({ min: 0, max: 200 });
const days = fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
const policy: fc.Arbitrary<Policy> = fc.oneof(
  fc.record({ kind: fc.constant("min-max" as const), minimum: pieces, maximum: pieces }),
  fc.record({ kind: fc.constant("reorder-point" as const), reorderPoint: pieces, quantity: pieces }),
  fc.record({
    kind: fc.constant("periodic" as const),
    reorderPoint: pieces,
    maximum: pieces,
    days,
    at: fc.constantFrom("02:30", "07:00"),
  }),
  fc.record({
    kind: fc.constant("kanban" as const),
    cards: fc.integer({ min: 1, max: 8 }),
    piecesPerCard: fc.integer({ min: 1, max: 25 }),
  }),
  fc.record({ kind: fc.constant("two-bin" as const), piecesPerBin: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant("event" as const), quantity: fc.integer({ min: 1, max: 200 }) }),
);
const capacity = 200;
const seldom = fc.integer({ min: 0, max: 9 }).map((die) => die === 0);
const soundPolicy = policy.filter((each) => validatePolicy(each, capacity).length === 0);
export const rules: fc.Arbitrary<LedgerRules> = fc.record({
  policy: fc.option(soundPolicy, { freq: 20 }),
  safetyStock: fc.integer({ min: 0, max: 30 }),
  supply: fc.record({
    packSize: fc.constantFrom(1, 5, 10),
    minimumOrderQuantity: fc.constantFrom(0, 20),
    orderMultiple: fc.constantFrom(1, 4),
  }),
  capacity: fc.constantFrom(capacity, 120),
  minimumHoursBetweenOrders: fc.constantFrom(0, 0, 6),
  timeZone: fc.constant("Europe/Berlin"),
  needsApproval: fc.boolean(),
  isUnwatched: fc.boolean(),
  isSuspended: seldom,
  isBlocked: seldom,
  phaseIn: seldom.map((is) => (is ? "2027-03-29" : null)),
  phaseOut: seldom.map((is) => (is ? "2027-04-02" : null)),
});

/** What may happen, before it is known which order it happens to. `ago`: to the newest order 0, the one before 1, … */
export type Intent = (ledger: Ledger, at: number) => LedgerEvent;
const small = fc.integer({ min: 1, max: 220 });
const ago = fc.constantFrom(0, 0, 0, 0, 1, 2);
type StepOf = Extract<LedgerEvent, { kind: "step" }>["step"];
const stepping = (step: fc.Arbitrary<StepOf>): fc.Arbitrary<Intent> =>
  fc.tuple(step, ago).map(([step, ago]) => (ledger, at) => ({
    at,
    kind: "step",
    number: ledger.nextNumber - 1 - ago,
    step,
  }));
const cause = "test";
const level =
  (share: (onHand: number, capacity: number) => number, isPressed = false): Intent =>
  (ledger, at) => ({
    at,
    kind: "level",
    sequence: ledger.lastSequence + 1,
    onHand: Math.max(
      0,
      Math.min(ledger.rules.capacity, Math.round(share(ledger.onHand ?? 100, ledger.rules.capacity))),
    ),
    isPressed,
  });
/** What comes next in an order's life. */
function usualStep({ open, nextNumber }: Ledger, at: number): LedgerEvent {
  const next = { proposed: "approve", approved: "place", placed: "dispatch", dispatched: "confirm" } as const;
  const kind = next[open?.state as keyof typeof next] ?? "ship";
  return { at, kind: "step", number: open?.number ?? nextNumber - 1, step: { kind, cause } };
}
const intent: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 80 }).map((less) => level((onHand) => onHand - less)) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }).map((more) => level((onHand) => onHand + more)) },
  // What was ordered is put away.
  {
    weight: 5,
    arbitrary: fc.constantFrom(0.3, 0.6, 1, 1, 1.2).map(
      (share): Intent =>
        (ledger, at) =>
          level((onHand) => onHand + share * ledgerStock(ledger, at).onOrder)(ledger, at),
    ),
  },
  { weight: 1, arbitrary: fc.constant(level((onHand) => onHand, true)) },
  {
    weight: 1,
    arbitrary: fc.constant<Intent>((ledger, at) => ({
      at,
      kind: "level",
      sequence: ledger.lastSequence + 1,
      onHand: null,
    })),
  },
  // Repeated, or out of order.
  {
    weight: 1,
    arbitrary: fc.tuple(fc.integer({ min: 0, max: 3 }), pieces).map(
      ([before, onHand]): Intent =>
        (ledger, at) => ({ at, kind: "level", sequence: ledger.lastSequence - before, onHand }),
    ),
  },
  {
    weight: 1,
    arbitrary: pieces.map(
      (onHand): Intent =>
        (_, at) => ({ at, kind: "count", onHand }),
    ),
  },
  {
    weight: 1,
    arbitrary: small.map(
      (quantity): Intent =>
        (_, at) => ({ at, kind: "order", quantity, cause }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom("a", "b"),
        fc.integer({ min: 0, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 40 })),
      )
      .map(
        ([id, quantity, hours]): Intent =>
          (_, at) => ({
            at,
            kind: "reserve",
            id,
            quantity,
            until: hours === null ? null : at + hours * hour,
          }),
      ),
  },
  {
    weight: 1,
    arbitrary: rules.map(
      (rules): Intent =>
        (_, at) => ({ at, kind: "rules", rules }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Intent>((_, at) => ({ at, kind: "look" })) },
  ...(["approve", "place", "place", "dispatch", "dispatch", "cancel", "reject"] as const).map((kind) => ({
    weight: kind === "cancel" || kind === "reject" ? 1 : 3,
    arbitrary: stepping(fc.constant({ kind, cause } as StepOf)),
  })),
  { weight: 10, arbitrary: fc.constant<Intent>(usualStep) },
  {
    weight: 2,
    arbitrary: stepping(
      fc.oneof(
        fc.record({ kind: fc.constant("confirm" as const), cause: fc.constant(cause) }),
        small.map((quantity) => ({ kind: "confirm" as const, cause, quantity })),
        fc
          .array(fc.record({ quantity: small, date: fc.constantFrom("2027-03-30", "2027-04-05") }), {
            maxLength: 3,
          })
          .map((deliveries) => ({ kind: "confirm" as const, cause, deliveries })),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: stepping(
      fc.constantFrom<StepOf>({ kind: "ship", cause }, { kind: "ship", cause, quantity: 15 }),
    ),
  },
  {
    weight: 3,
    arbitrary: stepping(
      fc
        .tuple(
          fc.option(fc.integer({ min: -3, max: 250 })),
          fc.constantFrom(undefined, undefined, true, false),
        )
        .map(([quantity, isLast]) => ({
          kind: "receive" as const,
          cause,
          quantity: quantity ?? undefined,
          isLast,
        })),
    ),
  },
);
/** Hours between two events; an event may also be told late. */
const pause = fc.constantFrom(0, 0.3, 1, 5, 20, 60, -2);
export const history = fc.array(fc.tuple(pause, intent), { minLength: 1, maxLength: 60, size: "max" });

export type Told = { at: number; event: LedgerEvent; before: Ledger; after: Ledger; refused: string | null };
/** What happened, one after the other. */
export function live(rules: LedgerRules, intents: readonly (readonly [number, Intent])[]): Told[] {
  let ledger = newLedger(rules, begin);
  let at = begin;
  return [[0, level(() => 100)] as const, ...intents].map(([hours, intent]) => {
    at += hours * hour;
    const before = ledger;
    const event = intent(before, at);
    const result = record(before, event);
    if ("ledger" in result) ledger = result.ledger;
    return { at, event, before, after: ledger, refused: "refused" in result ? result.refused : null };
  });
}
