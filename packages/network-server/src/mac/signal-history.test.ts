import fc from "fast-check";
import { expect, test } from "vitest";
import { SignalHistory } from "./signal-history.ts";

const samples = fc.array(
  fc.record({
    fCnt: fc.nat(100_000),
    snrDb: fc.integer({ min: -200, max: 120 }).map((tenths) => tenths / 10),
    gateways: fc.integer({ min: 1, max: 16 }),
    txPower: fc.integer({ min: 0, max: 7 }),
  }),
  { maxLength: 60 },
);

test("it keeps the last twenty, in order, and finds the best of them by power", () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 0, max: 7 }), (all, txPower) => {
      const history = SignalHistory.of(all);
      const last = all.slice(-20);
      expect(history.samples()).toEqual(last);
      expect(history.lastUp).toBe(last.at(-1)?.fCnt);
      const ofPower = last.filter((sample) => sample.txPower === txPower);
      const considered = ofPower.length > 0 ? ofPower : last;
      expect(history.bestSnrDb(txPower)).toBe(
        considered.length > 0 ? Math.max(...considered.map(({ snrDb }) => snrDb)) : undefined,
      );
    }),
  );
});

test("the share of lost frames counts gaps, and not what was heard and not written down", () => {
  const sample = (fCnt: number) => ({ fCnt, snrDb: 5, gateways: 1, txPower: 0 });
  const history = SignalHistory.of([10, 11, 13, 14].map(sample));
  expect(history.lossShare()).toBeCloseTo(1 / 5);
  history.skip(6);
  history.add(sample(21));
  expect(history.lossShare()).toBeCloseTo(1 / 6);
  expect(SignalHistory.of([sample(7)]).lossShare()).toBe(0);
  // A counter that began anew.
  expect(SignalHistory.of([900, 901, 0].map(sample)).lossShare()).toBe(0);
});
