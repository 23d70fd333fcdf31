import { expect, test } from "vitest";
import { readDeviceQrCode } from "./qr-code.ts";

// The example of TR005 1.0.0, §4.
const example = "LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122:OAABBCCDDEEFF:SYYWWNNNNNN:PFOOBAR:CAF2C";

test("the specification's example is read, with its checksum", () => {
  expect(readDeviceQrCode(example)).toEqual({
    joinEui: "1122334455667788",
    devEui: "aabbccddeeff0011",
    vendorId: "aabb",
    vendorProfileId: "1122",
    ownerToken: "AABBCCDDEEFF",
    serialNumber: "YYWWNNNNNN",
    proprietary: "FOOBAR",
  });
  expect(readDeviceQrCode("LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122\n")).toMatchObject({
    devEui: "aabbccddeeff0011",
  });
});

test("a digit that was read wrongly, and what is no such code, is refused in words", () => {
  const wrong: [string, string][] = [
    [example.replace("0011", "0012"), "checksum"],
    [example.replace("CAF2C", "C"), "checksum"],
    ["https://example.com", "LW:D0"],
    ["", "LW:D0"],
    ["LW:D1:1122334455667788:AABBCCDDEEFF0011:AABB1122", "LW:D0"],
    ["LW:D0:11223344556677:AABBCCDDEEFF0011:AABB1122", "JoinEUI"],
    ["LW:D0:1122334455667788:XABBCCDDEEFF0011:AABB1122", "DevEUI"],
    ["LW:D0:1122334455667788:AABBCCDDEEFF0011", "profile"],
    ["LW:D0:".repeat(500), "too long"],
  ];
  for (const [text, word] of wrong)
    expect(readDeviceQrCode(text)).toEqual({ rejected: expect.stringContaining(word) });
});
