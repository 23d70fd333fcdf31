import { expect, test } from "vitest";
import { pictureSize } from "./picture-size.ts";

const bytes = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

test("type and size of a picture are read from its first bytes", () => {
  const png = bytes("89504e470d0a1a0a 0000000d 49484452 00000320 00000258 0802000000");
  expect(pictureSize(png)).toEqual({ type: "image/png", width: 800, height: 600 });
  // JFIF segment, a quantisation table, a fill byte, then the frame header of a progressive picture.
  const jpeg = bytes(
    `ffd8 ffe00010 4a46494600010100000100010000 ffdb0004 0000 ff ffc2 0011 08 0258 0320 03 011100 021101 031101`,
  );
  expect(pictureSize(jpeg)).toEqual({ type: "image/jpeg", width: 800, height: 600 });
  const lossy = bytes("52494646 24000000 57454250 56503820 18000000 300100 9d012a 2003 5802 0000");
  expect(pictureSize(lossy)).toEqual({ type: "image/webp", width: 800, height: 600 });
  // 14 bits of width − 1, then of height − 1.
  const lossless = Buffer.alloc(30);
  bytes("52494646 24000000 57454250 5650384c 18000000 2f").copy(lossless);
  lossless.writeUInt32LE(799 | (599 << 14), 21);
  expect(pictureSize(lossless)).toEqual({ type: "image/webp", width: 800, height: 600 });
  const extended = bytes("52494646 24000000 57454250 56503858 0a000000 10000000 1f0300 570200");
  expect(pictureSize(extended)).toEqual({ type: "image/webp", width: 800, height: 600 });
});

test("what is cut off, empty, or something else is no picture", () => {
  const png = bytes("89504e470d0a1a0a 0000000d 49484452 00000320 00000258 0802000000");
  for (let length = 0; length < 24; length++) expect(pictureSize(png.subarray(0, length))).toBeUndefined();
  expect(
    pictureSize(bytes("89504e470d0a1a0a 0000000d 49484452 00000000 00000258 0802000000")),
  ).toBeUndefined();
  // A segment that points behind the end, and one that would stand still.
  expect(pictureSize(bytes("ffd8 ffe0ffff 0000000000000000"))).toBeUndefined();
  expect(pictureSize(bytes(`ffd8 ${"ffe00000".repeat(10)}`))).toBeUndefined();
  expect(
    pictureSize(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")),
  ).toBeUndefined();
  expect(pictureSize(Buffer.from("GIF89a............................"))).toBeUndefined();
});
