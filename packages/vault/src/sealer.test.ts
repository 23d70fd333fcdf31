import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { generationOf, ringSealer, SealBroken, SealerWiped, sealer } from "./sealer.ts";

const key = randomBytes(32);
const ours = sealer(key, "account-a");

test("any object survives sealing and opening", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (object, row) => {
      expect(ours.open("part", row, ours.seal("part", row, object))).toEqual(
        JSON.parse(JSON.stringify(object)),
      );
    }),
  );
});

test("any flipped bit of a sealed record is detected", () => {
  const sealed = ours.seal("part", "1", { name: "M6 × 20" });
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => ours.open("part", "1", changed)).toThrow(SealBroken);
  }
  for (let length = 0; length < sealed.length; length++)
    expect(() => ours.open("part", "1", sealed.subarray(0, length))).toThrow(SealBroken);
});

test("a record moved to another row, table, column or account does not open", () => {
  const sealed = ours.seal("part", "1", { name: "M6 × 20" });
  expect(() => ours.open("part", "2", sealed)).toThrow(SealBroken);
  expect(() => ours.open("supplier", "1", sealed)).toThrow(SealBroken);
  expect(() => ours.open("part", "1", sealed, "note")).toThrow(SealBroken);
  expect(() => sealer(key, "account-b").open("part", "1", sealed)).toThrow(SealBroken);
  expect(() => sealer(randomBytes(32), "account-a").open("part", "1", sealed)).toThrow(SealBroken);
});

test("the same object sealed twice looks different; its look-up hash is the same within an account only", () => {
  expect(ours.seal("part", "1", "x").equals(ours.seal("part", "1", "x"))).toBe(false);
  expect(ours.lookupHash("name", "x").equals(ours.lookupHash("name", "x"))).toBe(true);
  expect(ours.lookupHash("name", "x").equals(ours.lookupHash("number", "x"))).toBe(false);
  expect(
    ours.lookupHash("name", "x").equals(sealer(randomBytes(32), "account-a").lookupHash("name", "x")),
  ).toBe(false);
});

test("after a rotation the new data key seals, and records of both open", () => {
  const [first, second, lookupKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];
  const before = ringSealer({ scope: "a", generation: 1, keys: new Map([[1, first]]), lookupKey });
  const keys = new Map([
    [1, first],
    [300, second],
  ]);
  const after = ringSealer({ scope: "a", generation: 300, keys, lookupKey });
  const old = before.seal("part", "1", "old");
  const fresh = after.seal("part", "1", "fresh");
  expect([generationOf(old), generationOf(fresh), after.generation]).toEqual([1, 300, 300]);
  expect([after.open("part", "1", old), after.open("part", "1", fresh)]).toEqual(["old", "fresh"]);
  expect(() => before.open("part", "1", fresh)).toThrow("data key 300");
  expect(after.lookupHash("name", "x").equals(before.lookupHash("name", "x"))).toBe(true);
});

test("a wiped sealer throws, its keys are overwritten, and another of the same keys goes on", () => {
  const mine = randomBytes(32);
  const [one, other] = [sealer(mine, "a"), sealer(mine, "a")];
  const sealed = one.seal("part", "1", "x");
  one.wipe();
  one.wipe();
  expect(mine.every((byte) => byte === 0)).toBe(true);
  expect(() => one.seal("part", "1", "x")).toThrow(SealerWiped);
  expect(() => one.open("part", "1", sealed)).toThrow(SealerWiped);
  expect(() => one.lookupHash("name", "x")).toThrow(SealerWiped);
  expect(other.open("part", "1", sealed)).toBe("x");
  expect(() => sealer(mine, "a")).toThrow("wiped");
});
