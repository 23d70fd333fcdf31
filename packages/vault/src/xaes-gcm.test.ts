import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { xaesKey } from "./xaes-gcm.ts";

test("the specification's two vectors", () => {
  const nonce = Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWX");
  const plain = Buffer.from("XAES-256-GCM");
  const sealed = (key: string, additional: string) => {
    const into = Buffer.alloc(plain.length + 16);
    xaesKey(Buffer.from(key.repeat(32), "hex")).seal(nonce, plain, Buffer.from(additional), into);
    return into.toString("hex");
  };
  expect(sealed("01", "")).toBe("ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271");
  expect(sealed("03", "c2sp.org/XAES-256-GCM")).toBe(
    "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d",
  );
});

test("the specification's 10,000 accumulated random cases, and each opens again", () => {
  // SHAKE-128 of nothing as the source of random bytes; no case needs more than 32 + 24 + 2 × 256 bytes.
  const random = createHash("shake128", { outputLength: 10_000 * 568 }).digest();
  let at = 0;
  const take = (bytes: number) => {
    at += bytes;
    return random.subarray(at - bytes, at);
  };
  const takeVector = () => take(take(1)[0]!);
  const hash = createHash("shake128", { outputLength: 32 });
  for (let i = 0; i < 10_000; i++) {
    const key = xaesKey(take(32));
    const nonce = take(24);
    const plain = takeVector();
    const additional = takeVector();
    const into = Buffer.alloc(plain.length + 16);
    key.seal(nonce, plain, additional, into);
    expect(key.open(nonce, into, additional).equals(plain)).toBe(true);
    hash.update(into);
  }
  expect(hash.digest("hex")).toBe("e6b9edf2df6cec60c8cbd864e2211b597fb69a529160cd040d56c0c210081939");
});

test("a wiped key does nothing any more", () => {
  const key = xaesKey(Buffer.alloc(32, 7));
  key.wipe();
  expect(() => key.seal(Buffer.alloc(24), Buffer.alloc(1), Buffer.alloc(0), Buffer.alloc(17))).toThrow();
});
