import fc from "fast-check";
import { expect, test } from "vitest";
import { capacityOf, type Geometry } from "./geometry.ts";
import { initialLevel, type LevelState } from "./level-state.ts";
import { correct, levelOf, observe, type Reading, restock, unknownReason } from "./stock-level.ts";

/** What holds whatever sensors send, people count and goods arrive. */

const places: [Geometry, number][] = [
  [
    {
      kind: "containers",
      emptyDistanceMm: 2400,
      containerDepthMm: 300,
      capacityContainers: 7,
      piecesPerContainer: 20,
    },
    1,
  ],
  [
    {
      kind: "containers",
      emptyDistanceMm: 900,
      containerDepthMm: 100,
      capacityContainers: 8,
      piecesPerContainer: 5,
    },
    2,
  ],
  [{ kind: "fill-height", emptyDistanceMm: 1000, fullDistanceMm: 200, capacityPieces: 800 }, 1],
  [{ kind: "fill-height", emptyDistanceMm: 1000, fullDistanceMm: 200, capacityPieces: 12 }, 2],
  [{ kind: "weight", tareGrams: 1500, pieceGrams: 20, capacityPieces: 300 }, 1],
  [{ kind: "weight", tareGrams: 3000, pieceGrams: 7, capacityPieces: 900 }, 3],
  [{ kind: "presence", positions: 3, piecesPerPosition: 50 }, 3],
  [{ kind: "presence", positions: 2, piecesPerPosition: 50, presentBelowMm: 400 }, 2],
  [{ kind: "button", capacityPieces: 50 }, 1],
];
const values = fc.oneof(
  fc.integer({ min: 0, max: 3000 }),
  fc.double({ min: -1e9, max: 1e9 }),
  fc.constant(500),
);
const event = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        sensor: fc.nat(3),
        distanceMm: values,
        weightGrams: values,
        present: fc.boolean(),
        fault: fc.constantFrom("sentinel", "no-echo"),
        tilted: fc.boolean(),
        temperatureC: fc.double({ min: -100, max: 100 }),
        batteryLow: fc.boolean(),
        button: fc.constant("short"),
      },
      { requiredKeys: ["sensor"] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ counted: fc.integer({ min: -5, max: 1000 }) }) },
  { weight: 1, arbitrary: fc.record({ received: fc.integer({ min: 1, max: 1000 }) }) },
);
type Event = Partial<Omit<Reading, "sensor" | "at">> & {
  sensor?: number;
  counted?: number;
  received?: number;
};

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `sensor-${index}`);
}
/** One event; returns the state after it and by how much the level moved by what sensors or receipts told. */
function step(state: LevelState, geometry: Geometry, sensors: string[], event: Event, at: number) {
  if (event.counted !== undefined) {
    const after = correct(state, geometry, event.counted, at);
    return { state: after, moved: 0, counted: after.onHand! - (state.onHand ?? 0) };
  }
  const { sensor, counted: _, received, ...told } = event;
  const seen =
    received === undefined
      ? observe(state, geometry, sensors, { ...told, at, sensor: `sensor-${sensor}` })
      : restock(state, geometry, received, at);
  const { change } = seen;
  expect(seen.level).toEqual(levelOf(seen.state));
  return {
    state: seen.state,
    moved: change ? change.pieces * (change.kind === "refill" ? 1 : -1) : 0,
    counted: 0,
  };
}

test("the level is a whole number from 0 to the capacity; changes and counts add up to it; state is JSON", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.array(event, { maxLength: 80 }),
      ([geometry, count], events) => {
        const sensors = names(count);
        let state = initialLevel();
        let sum: number | null = null;
        events.forEach((each, index) => {
          const before = JSON.stringify(state);
          const next = step(state, geometry, sensors, each as Event, 1000 * (index + 1));
          expect(JSON.stringify(state)).toBe(before);
          state = JSON.parse(JSON.stringify(next.state));
          expect(state).toEqual(next.state);
          const { onHand } = state;
          // The first level is neither consumption nor a receipt; that of a button is received from nothing.
          sum = sum === null ? (onHand === null ? null : onHand) : sum + next.moved + next.counted;
          expect(onHand).toBe(sum);
          if (onHand === null) return;
          expect(Number.isInteger(onHand)).toBe(true);
          expect(onHand).toBeGreaterThanOrEqual(0);
          expect(onHand).toBeLessThanOrEqual(capacityOf(geometry));
          expect(state.confidence).toBeGreaterThanOrEqual(0);
          expect(state.confidence).toBeLessThanOrEqual(1);
          expect(levelOf(state) === null).toBe(unknownReason(state) !== null);
          expect(JSON.stringify(state).length).toBeLessThan(600 * count + 600);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test("repeated, late and foreign readings change nothing; replaying gives the same state", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.array(event, { maxLength: 60 }),
      ([geometry, count], events) => {
        const sensors = names(count);
        const play = (isDisturbed: boolean) => {
          let state = initialLevel();
          events.forEach((each, index) => {
            const at = 1000 * (index + 1);
            state = step(state, geometry, sensors, each as Event, at).state;
            const { sensor } = each as Event;
            if (!isDisturbed || sensor === undefined) return;
            expect(step(state, geometry, sensors, each as Event, at).state).toBe(state);
            expect(step(state, geometry, sensors, each as Event, at - 1).state).toBe(state);
            expect(step(state, geometry, sensors, { ...(each as Event), sensor: 9 }, at + 1).state).toBe(
              state,
            );
          });
          return state;
        };
        expect(play(true)).toEqual(play(false));
      },
    ),
  );
});
