import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type KeyVault, VaultRefused } from "./key-vault.ts";

const formatVersion = 1;

/**
 * A vault in a folder: each secret a file, sealed by AES-256-GCM under the root key and bound to its name.
 * The root key is `root.key` in the folder (mode 0600), or `rootKey` (default: REFILL_ROOT_KEY of the environment):
 * 64 hexadecimal digits that the operator keeps elsewhere, and then nothing in the folder opens anything.
 * Several processes may use one folder.
 */
export async function openLocalVault(folder: string, options: { rootKey?: string } = {}): Promise<KeyVault> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const given = options.rootKey ?? (process.env.REFILL_ROOT_KEY || undefined);
  const rootKey = given === undefined ? await rootKeyFile(join(folder, "root.key")) : parseRootKey(given);

  const vault: KeyVault = {
    async getSecret(name) {
      return (await read(name))?.toString("utf8");
    },
    async setSecret(name, value) {
      await write(name, Buffer.from(value, "utf8"));
    },
    async getKey(name) {
      return read(name);
    },
    async getOrCreateKey(name, bytes) {
      const present = (await read(name)) ?? (await createOnce(name, randomBytes(bytes)));
      if (present.length !== bytes)
        throw new VaultRefused(`The key ${name} has ${present.length} bytes, not ${bytes}.`);
      return present;
    },
    async destroyKey(name) {
      await rm(pathOf(name), { force: true });
      await syncFolder(dirname(pathOf(name)));
    },
  };
  return vault;

  function pathOf(name: string): string {
    if (!/^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/.test(name))
      throw new VaultRefused(`"${name}" is no name for a secret.`);
    return `${join(folder, "secrets", ...name.split("/"))}.sealed`;
  }

  async function read(name: string): Promise<Buffer | undefined> {
    let file: Buffer;
    try {
      file = await readFile(pathOf(name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
    return openFile(rootKey, name, file);
  }

  async function write(name: string, value: Buffer): Promise<void> {
    const temporary = await writeTemporary(name, value);
    await rename(temporary, pathOf(name));
    await syncFolder(dirname(pathOf(name)));
  }

  /** A hard link is made in one step or not at all, so of several processes one makes the key and all read it. */
  async function createOnce(name: string, value: Buffer): Promise<Buffer> {
    const temporary = await writeTemporary(name, value);
    try {
      await link(temporary, pathOf(name));
      await syncFolder(dirname(pathOf(name)));
      return value;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      return (await read(name))!;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async function writeTemporary(name: string, value: Buffer): Promise<string> {
    const path = pathOf(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
    await writeDurably(temporary, sealFile(rootKey, name, value));
    return temporary;
  }
}

async function rootKeyFile(path: string): Promise<Buffer> {
  for (;;) {
    try {
      const mode = (await stat(path)).mode & 0o077;
      if (mode !== 0) throw new VaultRefused(`Others can read the vault's root key: chmod 600 ${path}`);
      return parseRootKey((await readFile(path, "utf8")).trim());
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
    await writeDurably(temporary, Buffer.from(`${randomBytes(32).toString("hex")}\n`));
    await link(temporary, path).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
    await rm(temporary, { force: true });
    await syncFolder(dirname(path));
  }
}

function parseRootKey(text: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new VaultRefused(
      "The vault's root key must be 64 hexadecimal digits (REFILL_ROOT_KEY, or root.key in REFILL_KEYS).",
    );
  return Buffer.from(text, "hex");
}

/** File layout: version (1 byte), nonce (12), ciphertext, tag (16). */
function sealFile(rootKey: Buffer, name: string, value: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", rootKey, nonce);
  cipher.setAAD(Buffer.from(`vault|${name}`));
  const body = Buffer.concat([cipher.update(value), cipher.final()]);
  return Buffer.concat([Buffer.from([formatVersion]), nonce, body, cipher.getAuthTag()]);
}

function openFile(rootKey: Buffer, name: string, file: Buffer): Buffer {
  if (file.length < 29 || file[0] !== formatVersion)
    throw new VaultRefused(`The vault's secret ${name} is damaged: restore the vault folder.`);
  const decipher = createDecipheriv("aes-256-gcm", rootKey, file.subarray(1, 13), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(`vault|${name}`));
  decipher.setAuthTag(file.subarray(file.length - 16));
  try {
    return Buffer.concat([decipher.update(file.subarray(13, file.length - 16)), decipher.final()]);
  } catch {
    throw new VaultRefused(
      `The vault's secret ${name} does not open: another root key sealed it, or it was changed.`,
    );
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
