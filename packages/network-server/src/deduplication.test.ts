import { expect, test } from "vitest";
import { type Collected, type Copy, Deduplication } from "./deduplication.ts";

const copy = (gatewayEui: string, snrDb: number): Copy => ({
  gatewayEui,
  arrivedAt: 0,
  packet: {
    bytes: Buffer.from([1]),
    timestampMicros: 0,
    frequencyHz: 868_100_000,
    dataRate: "SF7BW125",
    rssiDbm: -60,
    snrDb,
  },
});

test("copies of one frame become one message, the best reception first", async () => {
  const collected = await new Promise<Collected<string>>((resolve) => {
    const deduplication = new Deduplication<string>({ windowMs: 20, mostOpen: 10, onCollected: resolve });
    deduplication.open("a", "frame", copy("1", -3));
    expect(deduplication.join("a", copy("2", 8))).toBe(true);
    expect(deduplication.join("b", copy("2", 8))).toBe(false);
  });
  expect(collected.copies.map((each) => each.gatewayEui)).toEqual(["2", "1"]);
});

test("a flood of copies is bounded, and flushing gives out what was heard", () => {
  const all: Array<Collected<string>> = [];
  const deduplication = new Deduplication<string>({
    windowMs: 60_000,
    mostOpen: 2,
    onCollected: (each) => all.push(each),
  });
  deduplication.open("a", "frame", copy("0", 0));
  for (let index = 0; index < 100; index++) deduplication.join("a", copy(String(index), index));
  expect(deduplication.isFull).toBe(false);
  deduplication.open("b", "other", copy("0", 0));
  expect(deduplication.isFull).toBe(true);
  deduplication.flush();
  expect(all.map((each) => each.copies.length)).toEqual([16, 1]);
  expect(deduplication.isFull).toBe(false);
});
