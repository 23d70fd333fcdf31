/** A picture's type, and its size in pixels, from what it begins with; undefined: it is no PNG, JPEG or WebP. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  for (const [type, sizeOf] of Object.entries(sizes)) {
    const size = sizeOf(bytes);
    if (size && size.width > 0 && size.height > 0) return { type: type as PictureType, ...size };
  }
  return undefined;
}

export type PictureType = "image/png" | "image/jpeg" | "image/webp";
export interface PictureSize {
  type: PictureType;
  width: number;
  height: number;
}
type Size = { width: number; height: number } | undefined;

const sizes: Record<PictureType, (bytes: Buffer) => Size> = {
  "image/png": pngSize,
  "image/jpeg": jpegSize,
  "image/webp": webpSize,
};
const textAt = (bytes: Buffer, from: number, length: number) =>
  bytes.subarray(from, from + length).toString("latin1");

/** Portable Network Graphics, third edition (W3C), 5.2 and 11.2.1: the header comes first. */
function pngSize(bytes: Buffer): Size {
  if (textAt(bytes, 0, 8) !== "\x89PNG\r\n\x1a\n" || bytes.length < 24) return undefined;
  if (textAt(bytes, 12, 4) !== "IHDR") return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** ITU-T T.81, B.1 and B.2.2: segments until the frame header; SOF0 to SOF15 without DHT, JPG and DAC. */
function jpegSize(bytes: Buffer): Size {
  if (textAt(bytes, 0, 3) !== "\xff\xd8\xff") return undefined;
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    // Fill bytes, and markers without a segment.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** RFC 9649, 2.4 to 2.7: extended, lossless (RFC 9649, 3.4) and lossy (RFC 6386, 9.1). */
function webpSize(bytes: Buffer): Size {
  if (textAt(bytes, 0, 4) !== "RIFF" || textAt(bytes, 8, 4) !== "WEBP" || bytes.length < 30) return undefined;
  switch (textAt(bytes, 12, 4)) {
    case "VP8X":
      return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
    case "VP8L": {
      if (bytes[20] !== 0x2f) return undefined;
      const bits = bytes.readUInt32LE(21);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    case "VP8 ":
      if (textAt(bytes, 23, 3) !== "\x9d\x01\x2a") return undefined;
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}
