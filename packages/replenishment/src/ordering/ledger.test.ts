import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { history, live, rules } from "./histories-under-test.ts";
import { ledgerStock, record } from "./ledger.ts";
import type { Ledger, LedgerOrder } from "./ledger-record.ts";
import { canGrow, isOpen, openStates } from "./order-lifecycle.ts";
import { notYetSeen } from "./receipt.ts";
import { orderUnit } from "./supply.ts";

const runs = { numRuns: 1500, seed: 20270327 };

describe("whatever happens to a location", () => {
  test("it has one open order at most, and a new one only when the one before is closed", () => {
    fc.assert(
      fc.property(rules, history, (rules, intents) => {
        for (const { before, after } of live(rules, intents)) {
          if (after.open) expect(isOpen(after.open.state)).toBe(true);
          if (after.last) expect(isOpen(after.last.state)).toBe(false);
          expect(after.nextNumber - before.nextNumber).toBeLessThanOrEqual(1);
          const isNew = after.nextNumber > before.nextNumber;
          if (isNew && before.open) expect(after.last?.number).toBe(before.open.number);
          if (before.open && after.open?.number !== before.open.number)
            expect(after.last?.number).toBe(before.open.number);
          // Nothing but the open order and the one that was closed last ever changes.
          if (
            !isNew &&
            before.last &&
            after.last !== before.last &&
            after.last?.number === before.last.number
          )
            expect(after.last.quantity).toBe(before.last.quantity);
        }
      }),
      runs,
    );
  });

  test("what it orders by itself fits, in whole units, and says why", () => {
    fc.assert(
      fc.property(rules, history, (rules, intents) => {
        for (const { at, event, before, after } of live(rules, intents)) {
          const isNew = after.nextNumber > before.nextNumber;
          const isGrown = !isNew && after.open !== null && after.open.quantity > (before.open?.quantity ?? 0);
          if (event.kind === "order" || (!isNew && !isGrown)) continue;
          const { onHand, onOrder } = ledgerStock(after, at);
          expect(onHand).not.toBeNull();
          expect(onHand! + onOrder).toBeLessThanOrEqual(after.rules.capacity);
          const { quantity, events } = after.open!;
          expect(quantity % orderUnit(after.rules.supply)).toBe(0);
          expect(quantity).toBeGreaterThanOrEqual(after.rules.supply.minimumOrderQuantity);
          expect(events.some(({ cause }) => /ordered/.test(cause))).toBe(true);
        }
      }),
      runs,
    );
  });

  test("an order that has gone out is not changed by what the location needs", () => {
    fc.assert(
      fc.property(rules, history, (rules, intents) => {
        for (const { before, after } of live(rules, intents)) {
          if (!before.open || canGrow(before.open.state)) continue;
          const same = after.open?.number === before.open.number ? after.open : after.last;
          expect(same).toMatchObject({ number: before.open.number, quantity: before.open.quantity });
        }
      }),
      runs,
    );
  });

  test("its inventory position is the sum of its events", () => {
    fc.assert(
      fc.property(rules, history, (rules, intents) => {
        /** Kept beside the ledger, from what was told alone. */
        let onHand: number | null = null;
        const reserved = new Map<string, { quantity: number; until: number | null }>();
        const said = new Map<number, number>();
        for (const { at, event, before, after, refused } of live(rules, intents)) {
          if (refused !== null) {
            expect(after).toBe(before);
            continue;
          }
          if (event.kind === "level" || event.kind === "count") onHand = event.onHand ?? onHand;
          if (event.kind === "reserve") reserved.set(event.id, event);
          if (event.kind === "step" && event.step.kind === "receive") {
            const order = [before.open, before.last].find((each) => each?.number === event.number)!;
            const due = order.confirmedQuantity ?? order.quantity;
            const already = said.get(event.number) ?? 0;
            const now = event.step.quantity ?? Math.max(0, due - already);
            said.set(event.number, already + now);
            if (before.rules.isUnwatched && onHand !== null)
              onHand = Math.max(onHand, Math.min(before.rules.capacity, onHand + now));
          }
          for (const order of [after.open, after.last])
            if (order) expect(order.receivedQuantity ?? 0).toBe(said.get(order.number) ?? 0);

          expect(after.onHand).toBe(onHand);
          const { first, refilled, withdrawn, corrected, unassigned } = after.totals;
          expect(first + refilled - withdrawn + corrected).toBe(onHand ?? 0);
          // Each piece that the sensor saw belongs to one order or to none.
          const refilledNow = refilled - before.totals.refilled;
          const ofOrders = refilledNow - (unassigned - before.totals.unassigned);
          const seenNow = gained(before.open, after) + gained(before.last, after);
          if (before.last && !orderOf(before.last.number, after))
            expect(ofOrders - seenNow).toBeGreaterThanOrEqual(0);
          else expect(seenNow).toBe(ofOrders);

          const stock = ledgerStock(after, at);
          let promised = 0;
          for (const { quantity, until } of reserved.values())
            if (until === null || until > at) promised += quantity;
          expect(stock.reserved).toBe(promised);
          const { open, last } = after;
          const owed = open
            ? Math.max(
                0,
                (open.confirmedQuantity ?? open.quantity) -
                  Math.max(open.receivedQuantity ?? 0, open.piecesSeen),
              )
            : 0;
          const putAway = after.rules.isUnwatched
            ? 0
            : [open, last].reduce((sum, order) => sum + (order ? notYetSeen(order, at) : 0), 0);
          expect(stock.onOrder).toBe(owed + putAway);
          expect(stock.position).toBe(after.isKnown ? onHand! + owed + putAway - promised : null);
        }
      }),
      runs,
    );
  });

  test("the same history gives the same state, also from a state that was stored in between", () => {
    fc.assert(
      fc.property(rules, history, fc.nat(), (rules, intents, cut) => {
        const told = live(rules, intents);
        const stored = JSON.stringify(told[cut % told.length]!.after);
        let again: Ledger = JSON.parse(stored);
        for (const { event } of told.slice((cut % told.length) + 1)) {
          const result = record(again, JSON.parse(JSON.stringify(event)));
          if ("ledger" in result) again = result.ledger;
        }
        expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(told.at(-1)!.after)));
      }),
      { ...runs, numRuns: 1000 },
    );
  });

  test("a message that came before changes nothing, and every order's record goes with its states", () => {
    fc.assert(
      fc.property(rules, history, (rules, intents) => {
        for (const { event, after, refused } of live(rules, intents)) {
          if (event.kind === "level" && refused === null)
            expect(record(after, event)).toEqual({ refused: "repeated" });
          for (const order of [after.open, after.last])
            if (order) {
              expect(order.events[0]?.state).toBe("proposed");
              expect(order.events.at(-1)?.state).toBe(order.state);
              const closed = order.events.findIndex(({ state }) => !openStates.includes(state));
              expect([-1, order.events.length - 1, order.events.length - 2]).toContain(closed);
            }
        }
      }),
      { ...runs, numRuns: 1000 },
    );
  });
});

const orderOf = (number: number, { open, last }: Ledger) =>
  [open, last].find((order) => order?.number === number);

/** Pieces of the order that the sensor has seen since. */
function gained(order: LedgerOrder | null, after: Ledger): number {
  const now = order && orderOf(order.number, after);
  return now ? now.piecesSeen - order.piecesSeen : 0;
}
