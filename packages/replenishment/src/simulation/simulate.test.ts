import fc from "fast-check";
import { expect, test } from "vitest";
import { poissonDemand } from "../demand/index.ts";
import type { Policy } from "../ordering/index.ts";
import { costOfReorderPolicy, exactOrderUpTo } from "../theory/index.ts";
import { generatePoissonDemand } from "./generate-demand.ts";
import { simulate } from "./simulate.ts";
import type { SimulationInput } from "./simulation.ts";

const plain: SimulationInput = {
  demand: [],
  leadTime: { meanDays: 2, sdDays: 0 },
  supply: { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 },
  capacity: 1000,
  costs: { unitPrice: 2, holdingRate: 0.25, orderCost: 10 },
  unmet: "backordered",
};
const minMax = (minimum: number, maximum: number): { policy: Policy; safetyStock: number } => ({
  policy: { kind: "min-max", minimum, maximum },
  safetyStock: 0,
});

test("a run by hand: an order of day 1 is there after the demand of day 3", () => {
  const run = simulate({ ...plain, demand: [4, 4, 4, 4, 4, 4], startStock: 10 }, minMax(3, 10));
  expect(
    run.course.map(({ lowest, position, ordered, received, unmet }) => [
      lowest,
      position,
      ordered,
      received,
      unmet,
    ]),
  ).toEqual([
    [6, 6, 0, 0, 0],
    [2, 10, 8, 0, 0],
    [0, 6, 0, 0, 2],
    // Two pieces are missing, then four more; of the eight that come, six are waited for.
    [2, 10, 8, 8, 4],
    [0, 6, 0, 0, 2],
    [2, 10, 8, 8, 4],
  ]);
  expect(run).toMatchObject({
    demand: 24,
    unmet: 12,
    fillRate: 0.5,
    cycleService: 0,
    stockOutDays: 4,
    orders: 3,
    orderedQuantity: 24,
    averageStock: 2,
    stockValue: 4,
    maximumStock: 6,
  });
  expect(run.averageBackorders).toBeCloseTo(4 / 6, 10);
  expect(run.cost.orders).toBe(30);
  expect(run.cost.holding).toBeCloseTo((2 * 2 * 0.25 * 6) / 365, 10);
});

test("lost demand is gone", () => {
  const run = simulate(
    {
      ...plain,
      unmet: "lost",
      demand: [4, 4, 4, 4, 4, 4],
      startStock: 10,
      costs: { ...plain.costs, lostSaleCost: 3 },
    },
    minMax(3, 10),
  );
  expect(run.course.map(({ lowest, unmet }) => [lowest, unmet])).toEqual([
    [6, 0],
    [2, 0],
    [0, 2],
    [8, 4],
    [4, 0],
    [0, 0],
  ]);
  expect(run.cost.shortage).toBe(18);
});

test("without a lead time, what is ordered is there before the next day", () => {
  const run = simulate(
    { ...plain, leadTime: { meanDays: 0, sdDays: 0 }, demand: [10, 10, 10], startStock: 10 },
    minMax(0, 10),
  );
  expect(run.fillRate).toBe(1);
  expect(run.averageStock).toBe(10);
  expect(run.orders).toBe(3);
});

test("an order waits for its ordering day, and grows until then", () => {
  const calendar = {
    timeZone: "UTC",
    orderingDays: [5],
    cutOff: null,
    holidays: [],
    blackouts: [],
  } as const;
  // Day 4 is a Monday; on Friday the order goes out, on Sunday it comes.
  const run = simulate(
    { ...plain, calendar, demand: [6, 1, 1, 0, 0, 0, 0, 0], startStock: 10 },
    minMax(5, 10),
  );
  expect(run.orders).toBe(1);
  expect(run.course.map(({ ordered }) => ordered)).toEqual([6, 1, 1, 0, 0, 0, 0, 0]);
  expect(run.course.findIndex(({ received }) => received === 8)).toBe(5);
  const never = { ...calendar, orderingDays: [] };
  expect(
    simulate({ ...plain, calendar: never, demand: [6, 6, 6], startStock: 10 }, minMax(5, 10)).orders,
  ).toBe(1);
});

test("a periodic policy orders on its days only, but urgent at once; an event policy when the safety stock is begun", () => {
  const periodic: Policy = { kind: "periodic", reorderPoint: 9, maximum: 20, days: [3], at: "08:00" };
  const demand = Array.from({ length: 14 }, () => 1);
  const input = { ...plain, demand, startStock: 10 };
  const orderDays = (run: ReturnType<typeof simulate>) =>
    run.course.filter(({ ordered }) => ordered > 0).map(({ day }) => day);
  expect(orderDays(simulate(input, { policy: periodic, safetyStock: 0 }))).toEqual([6]);
  expect(
    orderDays(simulate({ ...input, demand: [8, ...demand] }, { policy: periodic, safetyStock: 3 })),
  ).toEqual([4]);
  const event: Policy = { kind: "event", quantity: 10 };
  expect(orderDays(simulate(input, { policy: event, safetyStock: 5 }))).toEqual([8]);
});

test("days that are not known take those of the nearest week that is", () => {
  const demand = [1, 2, 3, 4, 5, 6, 7, Number.NaN, 8, Number.NaN, 4, 5, 6, 7];
  const run = simulate({ ...plain, demand, startStock: 100 }, minMax(10, 100));
  expect(run.missingDays).toBe(2);
  expect(run.course.map(({ demand }) => demand)).toEqual([1, 2, 3, 4, 5, 6, 7, 1, 8, 3, 4, 5, 6, 7]);
});

test("a warm-up is replayed and not counted; long runs are thinned and lose nothing", () => {
  const demand = Array.from({ length: 3650 }, (_, day) => day % 5);
  const run = simulate({ ...plain, demand, warmUpDays: 650 }, minMax(10, 60));
  expect(run.days).toBe(3000);
  expect(run.course).toHaveLength(1000);
  expect(run.course.reduce((sum, point) => sum + point.demand, 0)).toBe(run.demand);
  expect(run.course.reduce((sum, point) => sum + point.ordered, 0)).toBe(run.orderedQuantity);
  expect(run.course.at(-1)).toMatchObject({ day: 4 + 3647, days: 3 });
});

test("lead times vary as wanted, and are the same for the same day and seed", () => {
  const demand = generatePoissonDemand(3, 4000, 5);
  const varying = { ...plain, demand, leadTime: { meanDays: 6, sdDays: 3 } };
  expect(simulate(varying, minMax(18, 60))).toEqual(simulate(varying, minMax(18, 60)));
  expect(simulate({ ...varying, seed: 2 }, minMax(18, 60))).not.toEqual(simulate(varying, minMax(18, 60)));
  const steady = simulate({ ...varying, leadTime: { meanDays: 6, sdDays: 0 } }, minMax(18, 60));
  expect(simulate(varying, minMax(18, 60)).fillRate).toBeLessThan(steady.fillRate);
  const sampled = { meanDays: 0, sdDays: 0, samples: [6, 6, 6] };
  expect(simulate({ ...varying, leadTime: sampled }, minMax(18, 60))).toEqual(steady);
});

test("costs what theory says: the exact (s, S) policy of Snyder and Shen (2019), example 4.6", () => {
  const exact = exactOrderUpTo({ demand: poissonDemand(6), orderCost: 5, holdingCost: 1, backorderCost: 4 })!;
  expect([exact.reorderPoint, exact.orderUpTo]).toEqual([4, 10]);
  // There, a period costs what is left after its demand: here, what is ordered on a day meets the demand of the next one.
  const run = simulate(
    {
      ...plain,
      demand: generatePoissonDemand(6, 300_000, 11),
      leadTime: { meanDays: 1, sdDays: 0 },
      costs: { unitPrice: 365, holdingRate: 1, orderCost: 5, backorderCost: 4 },
      ordersMayOverlap: true,
    },
    minMax(4, 10),
  );
  expect(exact.cost).toBeCloseTo(8.034112, 5);
  expect(Math.abs(run.cost.total / run.days / exact.cost - 1)).toBeLessThan(0.005);
});

test("costs what theory says: (r, Q) with a lead time", () => {
  // Twenty looks a day make it as good as watched all the time.
  const looks = 20;
  const rate = 1.5;
  const lead = 2;
  const demand = generatePoissonDemand(rate / looks, 600_000, 3);
  const stock = {
    demandRate: rate,
    overLeadTime: poissonDemand(rate * lead),
    orderCost: 100,
    holdingCost: 20,
    backorderCost: 150,
  };
  const run = simulate(
    {
      ...plain,
      demand,
      leadTime: { meanDays: lead * looks, sdDays: 0 },
      costs: { unitPrice: 365, holdingRate: 20 / looks, orderCost: 100, backorderCost: 150 / looks },
      ordersMayOverlap: true,
    },
    { policy: { kind: "reorder-point", reorderPoint: 3, quantity: 5 }, safetyStock: 0 },
  );
  const perDay = (run.cost.total / run.days) * looks;
  const exact = costOfReorderPolicy(stock, 3, 5);
  expect(exact).toBeCloseTo(107.92358, 3);
  expect(Math.abs(perDay / exact - 1)).toBeLessThan(0.02);
});

test("over any demand and policy nothing is lost, and the shelf is never overfull", () => {
  const policies: fc.Arbitrary<Policy> = fc.oneof(
    fc
      .record({ minimum: fc.nat(30), more: fc.integer({ min: 1, max: 40 }) })
      .map(({ minimum, more }): Policy => ({ kind: "min-max", minimum, maximum: minimum + more })),
    fc
      .record({ reorderPoint: fc.nat(30), quantity: fc.integer({ min: 1, max: 40 }) })
      .map((rest): Policy => ({ kind: "reorder-point", ...rest })),
    fc
      .record({ cards: fc.integer({ min: 1, max: 6 }), piecesPerCard: fc.integer({ min: 1, max: 12 }) })
      .map((rest): Policy => ({ kind: "kanban", ...rest })),
    fc.integer({ min: 1, max: 40 }).map((piecesPerBin): Policy => ({ kind: "two-bin", piecesPerBin })),
    fc.integer({ min: 1, max: 40 }).map((quantity): Policy => ({ kind: "event", quantity })),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(12), fc.constant(Number.NaN)), { maxLength: 120 }),
      policies,
      fc.record({
        mean: fc.double({ min: 0, max: 9, noNaN: true }),
        sd: fc.double({ min: 0, max: 4, noNaN: true }),
        pack: fc.integer({ min: 1, max: 7 }),
        minimum: fc.nat(20),
        capacity: fc.integer({ min: 1, max: 100 }),
        unmet: fc.constantFrom("lost" as const, "backordered" as const),
        overlap: fc.boolean(),
        start: fc.nat(50),
      }),
      (demand, policy, { mean, sd, pack, minimum, capacity, unmet, overlap, start }) => {
        const run = simulate(
          {
            ...plain,
            demand,
            capacity,
            unmet,
            ordersMayOverlap: overlap,
            startStock: start,
            leadTime: { meanDays: mean, sdDays: sd },
            supply: { packSize: pack, minimumOrderQuantity: minimum, orderMultiple: 1 },
          },
          { policy, safetyStock: 2 },
        );
        expect(run.maximumStock).toBeLessThanOrEqual(capacity);
        expect(run.fillRate).toBeGreaterThanOrEqual(0);
        expect(run.fillRate).toBeLessThanOrEqual(1);
        const wanted = unmet === "lost" ? run.demand - run.unmet : run.demand;
        const begin = Math.min(capacity, start);
        expect(run.course.at(-1)?.position ?? begin).toBe(begin + run.orderedQuantity - wanted);
        expect(run.course.every(({ lowest }) => lowest >= 0)).toBe(true);
        expect(run.orderedQuantity % pack).toBe(0);
      },
    ),
  );
});

test("what can't be replayed is refused", () => {
  expect(() => simulate(plain, minMax(10, 10))).toThrow(RangeError);
  expect(() => simulate({ ...plain, leadTime: { meanDays: -1, sdDays: 0 } }, minMax(1, 10))).toThrow(
    "lead time",
  );
  expect(() => simulate({ ...plain, capacity: 1.5 }, minMax(1, 10))).toThrow("capacity");
  expect(simulate(plain, minMax(1, 10))).toMatchObject({ days: 0, fillRate: 1, averageStock: 0, course: [] });
});
