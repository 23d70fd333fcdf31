/** How a file's bytes became text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The text of a file from a spreadsheet: UTF-8 and UTF-16 with or without a byte order mark, and Windows-1252 for what is
 * none of them, as older programs in Western Europe write it.
 */
export function decodeFile(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = encodingOf(bytes);
  // The decoder takes the byte order mark away.
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const byZeros = utf16ByZeros(bytes);
  if (byZeros) return byZeros;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Latin letters in UTF-16 have a zero in every other byte; no other encoding of a table has any. */
function utf16ByZeros(bytes: Uint8Array): Encoding | undefined {
  const looked = Math.min(bytes.length, 1000);
  const zeros = [0, 0];
  for (let index = 0; index < looked; index++) if (bytes[index] === 0) zeros[index % 2]! += 1;
  const most = looked / 4;
  if (zeros[1]! > most) return "utf-16le";
  return zeros[0]! > most ? "utf-16be" : undefined;
}
