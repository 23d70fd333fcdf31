import { expect, it } from "vitest";
import { seededRandom } from "./random.ts";

it("numbers are the same for the same seed, lie in [0, 1), and are spread evenly", () => {
  const take = (seed: number, count: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, random);
  };
  expect(take(7, 5)).toEqual(take(7, 5));
  expect(take(7, 5)).not.toEqual(take(8, 5));
  const cells = new Array(10).fill(0);
  for (const value of take(1, 20_000)) {
    expect(value >= 0 && value < 1).toBe(true);
    cells[Math.floor(value * 10)] += 1;
  }
  for (const count of cells) expect(Math.abs(count - 2000)).toBeLessThan(200);
});
