import fc from "fast-check";
import { expect, test } from "vitest";
import { VaultRefused } from "./key-vault.ts";
import { dashedName, nameFromDashed, partsOfName } from "./names.ts";

test("names become letters, digits and dashes, and come back", () => {
  expect(dashedName("account/0b7e6f0c-8a58-4b7f-9d3e-6a1f2c3d4e5f")).toBe(
    "account--0b7e6f0c-8a58-4b7f-9d3e-6a1f2c3d4e5f",
  );
  const name = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}(\/[a-z0-9][a-z0-9_-]{0,8}){0,2}$/);
  fc.assert(
    fc.property(name, (text) => {
      expect(dashedName(text)).toMatch(/^[0-9a-z-]{1,127}$/);
      expect(nameFromDashed(dashedName(text))).toBe(text);
    }),
  );
});

test("what leads elsewhere is no name", () => {
  for (const name of [
    "",
    "..",
    "../root",
    "a/../b",
    "a//b",
    "/a",
    "a/",
    "A",
    "a b",
    "a\0",
    "a%2fb",
    "a?x",
    "ä",
    "a.b",
  ])
    expect(() => partsOfName(name)).toThrow(VaultRefused);
  expect(() => partsOfName("a".repeat(101))).toThrow(VaultRefused);
});
