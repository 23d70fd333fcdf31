import { expect, test } from "vitest";
import { nextAttempt, standardPlan } from "./retry-plan.ts";

const now = 1_800_000_000_000;
const second = 1000;
const hour = 3_600_000;

test("the pauses are those of the specification, ten attempts in about three days", () => {
  const due = Array.from({ length: 10 }, (_, index) =>
    nextAttempt(standardPlan, { failed: index + 1, now, retryAfterMs: null }, 0),
  );
  const pauses = due.map((at) => at && (at - now) / second);
  expect(pauses).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
});

test("chance makes a pause longer by at most a tenth", () => {
  const at = (random: number) => nextAttempt(standardPlan, { failed: 4, now, retryAfterMs: null }, random)!;
  expect([at(0) - now, at(1) - now]).toEqual([7_200_000, 7_920_000]);
});

test("a receiver may ask for a longer pause, up to a day, and not for a shorter one", () => {
  const at = (retryAfterMs: number) => nextAttempt(standardPlan, { failed: 1, now, retryAfterMs }, 0)! - now;
  expect([at(1), at(60_000), at(100 * hour)]).toEqual([5000, 60_000, 24 * hour]);
});
