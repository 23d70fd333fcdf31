import { randomBytes } from "node:crypto";
import { sealer } from "@refill/vault";
import { expect, test } from "vitest";
import { Gateways } from "../gateways/gateways.ts";
import { type Collected, type Copy, Deduplication } from "./deduplication.ts";

const gateways = new Gateways(sealer(randomBytes(32), "test"));
const copy = (gatewayEui: string, snrDb: number): Copy => ({
  gateway:
    gateways.byEui.get(gatewayEui) ??
    gateways.add({ accountId: "a", gatewayId: gatewayEui, gatewayEui, regionName: "EU868" }),
  arrivedAt: 0,
  packet: {
    bytes: Buffer.from([1]),
    frequencyHz: 868_100_000,
    dataRate: { modulation: "LORA", spreadingFactor: 7, bandwidthHz: 125_000 },
    rssiDbm: -60,
    snrDb,
    context: { kind: "udp", timestampMicros: 0 },
  },
});

test("copies of one frame become one message, the best reception first", async () => {
  const collected = await new Promise<Collected<string>>((resolve) => {
    const deduplication = new Deduplication<string>({ windowMs: 20, mostOpen: 10, onCollected: resolve });
    deduplication.open("a", "frame", copy("1", -3));
    const open = deduplication.find("a")!;
    expect(deduplication.join(open, copy("2", 8))).toBe(true);
    // One gateway with two antennas counts once, with what it heard better.
    expect(deduplication.join(open, copy("2", 9))).toBe(true);
    expect(deduplication.find("b")).toBeUndefined();
  });
  expect(collected.copies.map(({ gateway, packet }) => [gateway.gatewayEui, packet.snrDb])).toEqual([
    ["2", 9],
    ["1", -3],
  ]);
});

test("a flood of copies is bounded, and flushing gives out what was heard", () => {
  const all: Array<Collected<string>> = [];
  const deduplication = new Deduplication<string>({
    windowMs: 60_000,
    mostOpen: 2,
    onCollected: (each) => all.push(each),
  });
  deduplication.open("a", "frame", copy("0", 0));
  for (let index = 0; index < 100; index++)
    deduplication.join(deduplication.find("a")!, copy(String(index), index));
  expect(deduplication.isFull).toBe(false);
  deduplication.open("b", "other", copy("0", 0));
  expect(deduplication.isFull).toBe(true);
  deduplication.flush();
  expect(all.map((each) => each.copies.length)).toEqual([16, 1]);
  expect(deduplication.isFull).toBe(false);
});
