import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { generationOf, messageSeal } from "./message-seal.ts";

test("a stored message opens for its own sensor and sequence only, and its payload is not readable in it", () => {
  const keys = new Map([[1, randomBytes(16)]]);
  const seal = messageSeal(keys, 1);
  const sealed = seal.seal("device-a", 7, { payload: "A4IsAQ==" });
  expect(seal.open("device-a", 7, sealed)).toEqual({ payload: "A4IsAQ==" });
  expect(sealed.includes("A4IsAQ")).toBe(false);
  expect(() => seal.open("device-a", 8, sealed)).toThrow();
  expect(() => seal.open("device-b", 7, sealed)).toThrow();
  expect(() => messageSeal(new Map([[1, randomBytes(16)]]), 1).open("device-a", 7, sealed)).toThrow();
});

test("what an earlier key sealed opens as long as that key is there, and no longer", () => {
  const keys = new Map([[1, randomBytes(16)]]);
  const sealed = messageSeal(keys, 1).seal("device-a", 7, { payload: "A4IsAQ==" });
  keys.set(2, randomBytes(16));
  const later = messageSeal(keys, 2);
  expect(later.open("device-a", 7, sealed)).toEqual({ payload: "A4IsAQ==" });
  expect(generationOf(later.seal("device-a", 8, {}))).toBe(2);
  keys.delete(1);
  expect(() => later.open("device-a", 7, sealed)).toThrow("no message key of generation 1");
});

test("no nonce comes twice in many messages", () => {
  const seal = messageSeal(new Map([[1, randomBytes(16)]]), 1);
  const nonces = new Set(
    Array.from({ length: 2_000 }, () => seal.seal("device-a", 1, {}).subarray(2, 14).toString("hex")),
  );
  expect(nonces.size).toBe(2_000);
});
