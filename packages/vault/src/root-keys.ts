import { createHash, randomBytes } from "node:crypto";
import { link, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { syncFolder, writeDurably } from "./durable-files.ts";
import { VaultAway, VaultRefused } from "./key-vault.ts";
import { type XaesKey, xaesKey } from "./xaes-gcm.ts";

/** One of a local vault's root keys. */
export interface RootKey {
  /** First 8 bytes of SHA-256 over the key, hexadecimal. */
  readonly id: string;
  readonly key: XaesKey;
}

/** The first seals, all open. While the root key is rotated there are two: the new one and the old one. */
export type RootKeys = readonly [RootKey, ...RootKey[]];

export const rootKeyPath = (folder: string) => join(folder, "root.key");

/** Of `root.key`, or undefined when there is none. Throws VaultAway when it can't be read now. */
export async function readRootKeys(folder: string): Promise<RootKeys | undefined> {
  const text = await readRootKeyFile(folder);
  return text === undefined ? undefined : parseRootKeys(text.trim().split("\n"));
}

/** The text of `root.key`: a line each key. */
export async function readRootKeyFile(folder: string): Promise<string | undefined> {
  const path = rootKeyPath(folder);
  try {
    if (((await stat(path)).mode & 0o077) !== 0)
      throw new VaultRefused(`Others can read the vault's root key: chmod 600 ${path}`);
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof VaultRefused) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new VaultAway(`The vault's root key can't be read now: ${(error as Error).message}`);
  }
}

/** Makes `root.key`. Of several processes at once one makes it, and all read it. */
export async function createRootKey(folder: string): Promise<RootKeys> {
  const path = rootKeyPath(folder);
  const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
  await writeDurably(temporary, Buffer.from(`${randomBytes(32).toString("hex")}\n`));
  await link(temporary, path).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(temporary, { force: true });
  await syncFolder(dirname(path));
  const keys = await readRootKeys(folder);
  if (!keys) throw new VaultAway(`${path} vanished while it was made.`);
  return keys;
}

/** One key, or two while the root key is rotated: 64 hexadecimal digits each. */
export function parseRootKeys(texts: readonly string[]): RootKeys {
  if (texts.length > 2 || !texts.every((text) => /^[0-9a-f]{64}$/i.test(text.trim())))
    throw new VaultRefused(
      "The vault's root key must be 64 hexadecimal digits (REFILL_ROOT_KEY, or root.key in REFILL_KEYS); while it is rotated: the new one, a comma (in root.key: a new line), the old one.",
    );
  const [first, ...others] = texts.map((text) => {
    const key = Buffer.from(text.trim(), "hex");
    const id = createHash("sha256").update(key).digest().subarray(0, 8).toString("hex");
    return { id, key: xaesKey(key) };
  });
  return [first!, ...others];
}
