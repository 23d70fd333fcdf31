import { randomBytes } from "node:crypto";
import { link, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { syncFolder, writeDurably } from "./durable-files.ts";
import { VaultAway, VaultRefused } from "./key-vault.ts";
import { partsOfName } from "./names.ts";
import type { RootKey, RootKeys } from "./root-keys.ts";
import { xaesNonceBytes, xaesTagBytes } from "./xaes-gcm.ts";

export type Area = "secrets" | "wrapping-keys" | "canary";

/** The root keys that a process holds. */
export interface HeldRootKeys {
  held(): RootKeys;
  /** Read again: before anything is sealed, and for a file that none of those held opens. */
  readAgain(): Promise<RootKeys>;
}

/**
 * A sealed value each name, changed by several processes at once without locks. A value is never overwritten: the next
 * one is a file with the next number, made by a hard link, which is there in one step or fails when another process
 * was faster; then the change is made again on what that one wrote. Only after that the earlier files are removed.
 * So a value that was destroyed is a numbered file, too ("destroyed"), and nobody brings back what they read before.
 */
export class SealedFiles {
  readonly #folder: string;
  readonly #rootKeys: HeldRootKeys;

  constructor(folder: string, rootKeys: HeldRootKeys) {
    this.#folder = folder;
    this.#rootKeys = rootKeys;
  }

  /** Undefined when there is none of that name, or it was destroyed. */
  async read(area: Area, name: string): Promise<Buffer | undefined> {
    return asAway(async () => (await this.#newest(area, name)).value);
  }

  /**
   * Changes a value to what `change` makes of it; undefined destroys it. `change` is called again when another process
   * changed it meanwhile. Nothing is written when it answers what it was given.
   */
  async update(
    area: Area,
    name: string,
    change: (current: Buffer | undefined) => Buffer | undefined,
  ): Promise<Buffer | undefined> {
    return asAway(async () => {
      for (;;) {
        const { number, value } = await this.#newest(area, name);
        const next = change(value);
        if (next === value) return value;
        if (await this.#write(area, name, number + 1, next)) return next;
      }
    });
  }

  /**
   * Seals the value anew unless the root key that seals now has sealed it. Answers whether it had to.
   * What other processes began to write under an earlier root key is taken from them; they begin again.
   */
  async reseal(area: Area, name: string): Promise<boolean> {
    return asAway(async () => {
      for (let hadTo = false; ; hadTo = true) {
        const [rootKey] = await this.#rootKeys.readAgain();
        await this.#removeUnfinished(this.#folderOf(area, name), rootKey);
        const { number, value, sealedBy } = await this.#newest(area, name);
        if (sealedBy === undefined || sealedBy === rootKey.id) return hadTo;
        await this.#write(area, name, number + 1, value);
      }
    });
  }

  /** All names, also those of destroyed values. */
  async list(area: Area): Promise<string[]> {
    return asAway(async () => {
      const files = await readdir(join(this.#folder, area), { recursive: true }).catch(noFiles);
      const names = files.filter((file) => numberOf(basename(file)) || file.endsWith(".new")).map(dirname);
      return [...new Set(names)].map((name) => name.split(sep).join("/"));
    });
  }

  /**
   * Throws VaultAway when the folder is not the vault's: the canary, which is always there, is not. So nothing counts
   * as missing, and no key is made anew, because a disk is not mounted.
   */
  async confirm(): Promise<void> {
    if ((await this.read("canary", "canary")) === undefined)
      throw new VaultAway(`${this.#folder} is not the vault's folder now: is it mounted?`);
  }

  #folderOf(area: Area, name: string): string {
    return join(this.#folder, area, ...partsOfName(name));
  }

  async #newest(area: Area, name: string): Promise<Newest> {
    const folder = this.#folderOf(area, name);
    for (;;) {
      const number = Math.max(0, ...(await numbersIn(folder)));
      if (number === 0) {
        if (area !== "canary") await this.confirm();
        return { number, value: undefined, sealedBy: undefined };
      }
      try {
        const file = await readFile(join(folder, fileName(number)));
        const what = `${area}|${name}|${number}`;
        return { number, value: await this.#open(what, file), sealedBy: rootKeyIdOf(what, file) };
      } catch (error) {
        // Somebody wrote a newer one and removed this.
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
    }
  }

  /** False when another process was faster. */
  async #write(area: Area, name: string, number: number, value: Buffer | undefined): Promise<boolean> {
    const folder = this.#folderOf(area, name);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const [rootKey] = await this.#rootKeys.readAgain();
    const path = join(folder, fileName(number));
    const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
    await writeDurably(temporary, sealFile(rootKey, `${area}|${name}|${number}`, value));
    try {
      await link(temporary, path);
    } catch (error) {
      // EEXIST: the number is taken. ENOENT: the value was destroyed meanwhile, with all that was about to be written.
      if (["EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code!)) return false;
      throw error;
    } finally {
      await rm(temporary, { force: true });
    }
    // The number was free because it had been removed already: newer ones are there, and this one never counted.
    if (Math.max(...(await numbersIn(folder))) > number) {
      await rm(path, { force: true });
      return false;
    }
    await syncFolder(folder);
    for (const file of await readdir(folder)) {
      const isEarlier = (numberOf(file) ?? number) < number;
      const isUnfinished = value === undefined && file.endsWith(".new");
      if (isEarlier || isUnfinished) await rm(join(folder, file), { force: true });
    }
    await syncFolder(folder);
    // The root key was rotated meanwhile, and the rotation may have passed here before this file was there.
    const [now] = await this.#rootKeys.readAgain();
    if (now.id !== rootKey.id) await this.#write(area, name, number + 1, value);
    return true;
  }

  async #removeUnfinished(folder: string, rootKey: RootKey): Promise<void> {
    for (const file of await readdir(folder).catch(noFiles)) {
      if (!file.endsWith(".new")) continue;
      const path = join(folder, file);
      const bytes = await readFile(path).catch(() => Buffer.alloc(0));
      const isByThis = bytes.subarray(1, headerBytes).equals(Buffer.from(rootKey.id, "hex"));
      if (!isByThis) await rm(path, { force: true });
    }
  }

  async #open(what: string, file: Buffer): Promise<Buffer | undefined> {
    const id = rootKeyIdOf(what, file);
    const byId = (keys: RootKeys) => keys.find((each) => each.id === id);
    const rootKey = byId(this.#rootKeys.held()) ?? byId(await this.#rootKeys.readAgain());
    if (!rootKey)
      throw new VaultRefused(
        `The vault's ${nameIn(what)} was sealed by the root key ${id}, which is not the one that was given (REFILL_ROOT_KEY, or root.key in REFILL_KEYS).`,
      );
    return openFile(rootKey, what, file);
  }
}

interface Newest {
  /** 0 when there is none. */
  number: number;
  /** Undefined when there is none, or it was destroyed. */
  value: Buffer | undefined;
  /** Id of the root key. */
  sealedBy: string | undefined;
}

const formatVersion = 2;
const headerBytes = 9;

/**
 * File layout: format version 2 (1 byte), root key id (8), nonce (24), ciphertext, tag (16); XAES-256-GCM, additional
 * data `vault|area|name|number`. The plain text is one byte (0 destroyed, 1 value) and the value.
 */
function sealFile(rootKey: RootKey, what: string, value: Buffer | undefined): Buffer {
  const plain = value === undefined ? Buffer.from([0]) : Buffer.concat([Buffer.from([1]), value]);
  const nonce = randomBytes(xaesNonceBytes);
  const body = Buffer.alloc(plain.length + xaesTagBytes);
  rootKey.key.seal(nonce, plain, Buffer.from(`vault|${what}`), body);
  plain.fill(0);
  return Buffer.concat([Buffer.from([formatVersion]), Buffer.from(rootKey.id, "hex"), nonce, body]);
}

function openFile(rootKey: RootKey, what: string, file: Buffer): Buffer | undefined {
  const nonce = file.subarray(headerBytes, headerBytes + xaesNonceBytes);
  const body = file.subarray(headerBytes + xaesNonceBytes);
  let plain: Buffer;
  try {
    plain = rootKey.key.open(nonce, body, Buffer.from(`vault|${what}`));
  } catch {
    throw new VaultRefused(
      `The vault's ${nameIn(what)} does not open: it was changed, or moved from another name. Restore the vault folder.`,
    );
  }
  return plain[0] === 0 ? undefined : plain.subarray(1);
}

/** Which root key sealed a file. */
function rootKeyIdOf(what: string, file: Buffer): string {
  if (file[0] === 1)
    throw new VaultRefused(
      `The vault's ${nameIn(what)} has the format of an earlier Refill, which this one does not read: begin with an empty vault folder.`,
    );
  if (file.length < headerBytes + xaesNonceBytes + xaesTagBytes + 1 || file[0] !== formatVersion)
    throw new VaultRefused(`The vault's ${nameIn(what)} is damaged: restore the vault folder.`);
  return file.subarray(1, headerBytes).toString("hex");
}

function nameIn(what: string): string {
  return what.split("|").slice(0, 2).join("/");
}

const fileName = (number: number) => `${number}.sealed`;

function numberOf(file: string): number | undefined {
  const match = /^([1-9][0-9]{0,14})\.sealed$/.exec(file);
  return match ? Number(match[1]) : undefined;
}

async function numbersIn(folder: string): Promise<number[]> {
  const files = await readdir(folder).catch(noFiles);
  return files.map(numberOf).filter((number) => number !== undefined);
}

function noFiles(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}

/** What the file system refuses (not mounted, no rights, full, defect) is taken as temporary. */
export async function asAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new VaultAway(`The vault's folder can't be used now: ${(error as Error).message}`);
  }
}
