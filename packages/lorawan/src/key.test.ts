import { expect, test } from "vitest";
import { importKey } from "./key.ts";

// RFC 4493 §4, test vectors.
const key = importKey("2b7e151628aed2a6abf7158809cf4f3c");
const message =
  "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";

test.each([
  [0, "bb1d6929e95937287fa37d129b756746"],
  [16, "070a16b46b4d4144f79bdd9dd04a287c"],
  [40, "dfa66747de9ae63030ca32611497c827"],
  [64, "51f0bebf7e3b9d92fc49741779363cfe"],
])("AES-CMAC of %i bytes is the one of RFC 4493", (length, expected) => {
  const bytes = Buffer.from(message, "hex").subarray(0, length);
  expect(key.cmac(bytes).toString("hex")).toBe(expected);
  expect(key.cmac(bytes).toString("hex")).toBe(expected);
});

test("a key of another length is refused", () => {
  expect(() => importKey("00")).toThrow(RangeError);
});
