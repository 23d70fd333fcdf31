import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openLocalVault } from "./local-vault.ts";
import { ringSealer } from "./sealer.ts";
import { xaesKey } from "./xaes-gcm.ts";

const text = readFileSync(join(import.meta.dirname, "../../../docs/key-vault.md"), "utf8");

test("XAES-256-GCM as documented", () => {
  const plain = bytes("XAES plain text");
  const sealed = Buffer.alloc(plain.length + 16);
  xaesKey(bytes("XAES key")).seal(bytes("XAES nonce"), plain, Buffer.alloc(0), sealed);
  expect(sealed).toEqual(bytes("XAES ciphertext and tag"));
});

test("a sealed record and a look-up hash as documented", () => {
  const [scope, table, row, column, generation] = vector("record: additional data").split("|");
  const seal = ringSealer({
    scope: scope!,
    generation: Number(generation),
    keys: new Map([[Number(generation), bytes(`data key, generation ${generation}`)]]),
    lookupKey: bytes("look-up key"),
  });
  const plain = vector("record: plain text");
  expect(JSON.stringify(seal.open(table!, row!, bytes("record: sealed"), column))).toBe(plain);
  const of = "look-up hash of purpose `part number`, text `DIN933-M6X20`";
  expect(seal.lookupHash("part number", "DIN933-M6X20")).toEqual(bytes(of));
});

test("files of the local vault and a wrapped data key as documented", async () => {
  const folder = mkdtempSync(join(tmpdir(), "refill-vault-"));
  const vault = await openLocalVault(folder, { rootKey: vector("root key") });
  for (const path of ["secrets/example/secret/1.sealed", "wrapping-keys/account/example/1.sealed"]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes(`file \`${path}\``));
  }
  expect(await vault.getSecret("example/secret")).toBe(vector("the secret in it"));
  const unwrapped = await vault.unwrap("account/example", bytes("data key wrapped by it"));
  expect(unwrapped).toEqual(bytes("the data key"));
});

/** The value in the row of the document's tables that begins with these words. */
function vector(what: string): string {
  const row = text.split("\n").find((line) => line.startsWith(`| ${what} | \``));
  if (!row) throw new Error(`docs/key-vault.md has no vector "${what}"`);
  return row.slice(`| ${what} | \``.length, row.lastIndexOf("`")).replaceAll("\\|", "|");
}

function bytes(what: string): Buffer {
  return Buffer.from(vector(what), "hex");
}
