import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { messageSeal } from "./message-seal.ts";

test("a stored message opens for its own sensor and sequence only, and its payload is not readable in it", () => {
  const seal = messageSeal(randomBytes(16));
  const sealed = seal.seal("device-a", 7, { payload: "A4IsAQ==" });
  expect(seal.open("device-a", 7, sealed)).toEqual({ payload: "A4IsAQ==" });
  expect(sealed.includes("A4IsAQ")).toBe(false);
  expect(() => seal.open("device-a", 8, sealed)).toThrow();
  expect(() => seal.open("device-b", 7, sealed)).toThrow();
  expect(() => messageSeal(randomBytes(16)).open("device-a", 7, sealed)).toThrow();
});
