import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { SealBroken, sealer } from "./sealer.ts";

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
});

test("a record moved to another row, table or account does not open", () => {
  const sealed = ours.seal("part", "1", { name: "M6 × 20" });
  expect(() => ours.open("part", "2", sealed)).toThrow(SealBroken);
  expect(() => ours.open("supplier", "1", sealed)).toThrow(SealBroken);
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
