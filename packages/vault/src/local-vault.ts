import { randomBytes } from "node:crypto";
import { chmod, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type KeyVault, VaultAway, VaultRefused } from "./key-vault.ts";
import { localWrappingKeys } from "./local-wrapping-keys.ts";
import { createRootKey, parseRootKeys, type RootKeys, readRootKeys, rootKeyPath } from "./root-keys.ts";
import { asAway, SealedFiles } from "./sealed-files.ts";

/**
 * A vault in a folder: each secret a file, sealed by the root key and bound to its name.
 * The root key is `root.key` in the folder (mode 0600), or `rootKey` (default: REFILL_ROOT_KEY of the environment):
 * 64 hexadecimal digits that the operator keeps elsewhere, and then nothing in the folder opens anything; two of them
 * with a comma between (the first seals, both open) while it is rotated. Several processes may use one folder.
 * Throws VaultRefused for a wrong root key.
 */
export async function openLocalVault(folder: string, options: { rootKey?: string } = {}): Promise<KeyVault> {
  await asAway(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  });
  const given = options.rootKey ?? (process.env.REFILL_ROOT_KEY || undefined);
  let rootKeys: RootKeys;
  if (given !== undefined) rootKeys = parseRootKeys(given.split(","));
  else rootKeys = (await readRootKeys(folder)) ?? (await asAway(() => createRootKey(folder)));
  const files = new SealedFiles(folder, { held: () => rootKeys, readAgain });
  await refuseEarlierFormat();
  await files.update("canary", "canary", (present) => present ?? Buffer.from("canary"));

  return {
    async getSecret(name) {
      return (await files.read("secrets", name))?.toString("utf8");
    },
    async setSecret(name, value) {
      await files.update("secrets", name, () => Buffer.from(value, "utf8"));
    },
    getKey(name) {
      return files.read("secrets", name);
    },
    async getOrCreateKey(name, bytes) {
      const key = (await files.update("secrets", name, (present) => present ?? randomBytes(bytes)))!;
      if (key.length !== bytes)
        throw new VaultRefused(`The key ${name} has ${key.length} bytes, not ${bytes}.`);
      return key;
    },
    async destroyKey(name) {
      await files.update("secrets", name, () => undefined);
    },
    ...localWrappingKeys(files),
    async check() {
      await readAgain();
      await files.confirm();
    },
    async close() {
      for (const each of rootKeys) each.key.wipe();
    },
  };

  async function readAgain(): Promise<RootKeys> {
    if (given !== undefined) return rootKeys;
    const read = await readRootKeys(folder);
    if (!read) throw new VaultAway(`The vault's root key ${rootKeyPath(folder)} is gone: is it mounted?`);
    rootKeys = read;
    return read;
  }

  async function refuseEarlierFormat(): Promise<void> {
    const isThere = (area: string) =>
      stat(join(folder, area)).then(
        () => true,
        () => false,
      );
    if ((await isThere("secrets")) && !(await isThere("canary")))
      throw new VaultRefused(
        `${folder} is the key vault of an earlier Refill, or was restored in part: begin with an empty folder, or restore all of it.`,
      );
  }
}
