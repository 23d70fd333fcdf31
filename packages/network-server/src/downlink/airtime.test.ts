import { regions } from "@refill/lorawan";
import { expect, test } from "vitest";
import { Airtime } from "./airtime.ts";

const { EU868, US915 } = regions;
const start = Date.UTC(2026, 0, 5, 12);
const minute = 60_000;

/** Sends packets of a second each, one after the other, until there is an obstacle. */
function fill(
  airtime: Airtime,
  frequencyHz: number,
  region = EU868,
): { sent: number; obstacle: string | undefined } {
  for (let sent = 0; ; sent++) {
    const packet = { frequencyHz, at: start + sent * 1_100, durationMs: 1_000 };
    const obstacle = airtime.obstacle(region, packet, packet.at);
    if (obstacle || sent === 5_000) return { sent, obstacle };
    airtime.add(region, packet, packet.at);
  }
}

/** Seconds in an hour: 1 %, 0.1 % and 10 % of 3,600 s (ERC 70-03 annex 1). */
for (const [frequencyHz, seconds] of [
  [867_500_000, 36],
  [868_300_000, 36],
  [868_900_000, 3],
  [869_525_000, 360],
] as const)
  test(`${frequencyHz / 1e6} MHz: at most ${seconds} s an hour`, () => {
    expect(fill(new Airtime(), frequencyHz)).toEqual({ sent: seconds, obstacle: "duty-cycle" });
  });

test("each sub-band has a duty cycle of its own, and US915 has none", () => {
  const airtime = new Airtime();
  fill(airtime, 868_300_000);
  expect(
    airtime.obstacle(EU868, { frequencyHz: 869_525_000, at: start + 3 * minute, durationMs: 1_000 }, start),
  ).toBeUndefined();
  expect(fill(new Airtime(), 923_300_000, US915).obstacle).toBeUndefined();
});

test("after an hour the time is free again", () => {
  const airtime = new Airtime();
  fill(airtime, 868_300_000);
  const packet = (at: number) => ({ frequencyHz: 868_300_000, at, durationMs: 1_000 });
  expect(airtime.obstacle(EU868, packet(start + 30 * minute), start + 30 * minute)).toBe("duty-cycle");
  expect(airtime.obstacle(EU868, packet(start + 62 * minute), start + 62 * minute)).toBeUndefined();
});

test("one packet at a time: another in the meantime finds the antenna busy", () => {
  const airtime = new Airtime();
  const planned = { frequencyHz: 868_100_000, at: start + 1_000, durationMs: 500 };
  airtime.add(EU868, planned, start);
  const at = (ms: number) =>
    airtime.obstacle(EU868, { frequencyHz: 869_525_000, at: start + ms, durationMs: 100 }, start);
  expect([at(850), at(950), at(1_200), at(1_499), at(1_510)]).toEqual([
    undefined,
    "busy",
    "busy",
    "busy",
    undefined,
  ]);
  // The gateway did not send it after all.
  airtime.remove(EU868, planned);
  expect(at(1_200)).toBeUndefined();
  expect(airtime.shares(EU868, start)).toEqual([]);
});

test("what was sent counts on after it was stored, and what is older than an hour is not stored", () => {
  const airtime = new Airtime();
  const packet = { frequencyHz: 868_300_000, durationMs: 1_000 };
  airtime.add(EU868, { ...packet, at: start - 62 * minute }, start - 62 * minute);
  for (let n = 0; n < 30; n++) airtime.add(EU868, { ...packet, at: start + n * minute }, start + n * minute);
  const later = Airtime.fromStored(JSON.parse(JSON.stringify(airtime.toStored())));
  const now = start + 31 * minute;
  expect(later.usedShare(EU868, 868_300_000, now)).toBeCloseTo(30 / 36);
  expect(Object.values(airtime.toStored()).flat()).toHaveLength(30);
});
