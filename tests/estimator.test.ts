import { expect, test } from "vitest";
import { heavyNoise } from "../packages/factory/src/index.ts";
import { seenAtLatest, type TrialKind, tryEstimator } from "../packages/refill/bench/estimator.ts";

/**
 * The level against the virtual plant's truth, under heavy noise: 5 % outliers, 1 % faults, occlusions of up to eight
 * messages, drift with age and temperature, 5 % lost frames. Some 190,000 messages of each kind of location.
 */
const heavy = (kind: TrialKind) =>
  tryEstimator({ kind, seed: "estimator", shelves: 100, messagesPerShelf: 2000, noise: heavyNoise });

test.each<[TrialKind, number]>([
  ["lane", 0.995],
  ["twice-watched lane", 0.99],
  ["bin", 0.985],
  ["scale", 0.985],
  ["two scales", 0.97],
])("%s: hardly a false order, a crossing is seen with the second undisturbed message", (kind, second) => {
  const result = heavy(kind);
  expect(result.messages).toBeGreaterThan(180_000);
  expect(result.crossings).toBeGreaterThan(300);
  expect(result.falseOrders).toBeLessThanOrEqual(1);
  expect(seenAtLatest(result, 2)).toBeGreaterThan(second);
  expect(seenAtLatest(result, 4)).toBeGreaterThan(0.99);
  expect(result.refills).toBeGreaterThan(300);
  expect(result.refillsSeen / result.refills).toBeGreaterThan(0.999);
  expect(result.unknownShare).toBeLessThan(0.02);
});

test("contacts: one that bounces in a twentieth of its messages is asked four times, a good one twice", () => {
  const bouncing = heavy("presence");
  expect(bouncing.falseOrders).toBeLessThanOrEqual(1);
  expect(seenAtLatest(bouncing, 4)).toBeGreaterThan(0.75);
  expect(bouncing.refillsSeen / bouncing.refills).toBeGreaterThan(0.999);
  const good = tryEstimator({
    kind: "presence",
    seed: "estimator",
    shelves: 100,
    messagesPerShelf: 2000,
    noise: { ...heavyNoise, outliers: 0.001 },
  });
  expect(good.falseOrders).toBeLessThanOrEqual(1);
  expect(seenAtLatest(good, 2)).toBeGreaterThan(0.9);
  expect(good.refillsSeen / good.refills).toBeGreaterThan(0.999);
});

test("the same seed gives the same figures", () => {
  const trial = { kind: "bin", seed: "again", shelves: 3, messagesPerShelf: 300 } as const;
  expect(tryEstimator(trial)).toEqual(tryEstimator(trial));
});
