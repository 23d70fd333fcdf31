import { randomBytes } from "node:crypto";
import { link, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { syncFolder, writeDurably } from "./durable-files.ts";
import { VaultAway, VaultRefused } from "./key-vault.ts";
import { parseRootKeys, type RootKeys, readRootKeyFile, rootKeyPath } from "./root-keys.ts";
import { asAway, SealedFiles } from "./sealed-files.ts";

const areas = ["canary", "secrets", "wrapping-keys"] as const;

/**
 * Gives a local vault a new root key: `root.key` gets two lines (the new key, the old one), every file is sealed anew,
 * and `root.key` gets one line again. Other processes go on reading and writing. When it was interrupted, the next call
 * goes on. With a root key that is kept elsewhere (`rootKey`, default REFILL_ROOT_KEY), it must be two keys with a comma
 * between, and everything is sealed by the first. Answers what was done, for people, and how many files it changed.
 */
export async function rotateRootKey(
  folder: string,
  options: { rootKey?: string } = {},
): Promise<{ says: string; resealed: number }> {
  const given = options.rootKey ?? (process.env.REFILL_ROOT_KEY || undefined);
  return given === undefined ? rotateFile(folder) : resealUnder(folder, given);
}

async function resealUnder(folder: string, given: string): Promise<{ says: string; resealed: number }> {
  const keys = parseRootKeys(given.split(","));
  if (keys.length === 1)
    throw new VaultRefused(
      'The root key is given by REFILL_ROOT_KEY: make a new one (openssl rand -hex 32), restart everything with REFILL_ROOT_KEY="NEW,OLD", and rotate again.',
    );
  const files = new SealedFiles(folder, { held: () => keys, readAgain: async () => keys });
  const resealed = await resealAll(files);
  return {
    says: `Everything is sealed by the first key of REFILL_ROOT_KEY (${keys[0].id}). Now leave only that one, and restart everything.`,
    resealed,
  };
}

async function rotateFile(folder: string): Promise<{ says: string; resealed: number }> {
  let keys = await asAway(() => addRootKey(folder));
  const files = new SealedFiles(folder, {
    held: () => keys,
    async readAgain() {
      keys = parseRootKeys(linesOf(await readOrAway(folder)));
      return keys;
    },
  });
  let resealed = await resealAll(files);
  // A process that read root.key just before the new key was there may finish its file only now.
  for (let more = 1; more > 0; resealed += more) {
    await wait(500);
    more = await resealAll(files);
  }
  await asAway(() => dropOldRootKey(folder, keys));
  return { says: `Everything is sealed by the new root key (${keys[0].id}); the old one is gone.`, resealed };
}

async function resealAll(files: SealedFiles): Promise<number> {
  await files.confirm();
  let resealed = 0;
  for (const area of areas)
    for (const name of await files.list(area)) if (await files.reseal(area, name)) resealed += 1;
  return resealed;
}

/**
 * Puts a new key before the one in root.key, or finds that an interrupted rotation did. The new key is first agreed upon:
 * of several processes that rotate at once, one makes the link that is named after the old key, and all use it.
 */
async function addRootKey(folder: string): Promise<RootKeys> {
  const path = rootKeyPath(folder);
  for (;;) {
    const text = await readOrAway(folder);
    const lines = linesOf(text);
    const keys = parseRootKeys(lines);
    if (keys.length === 2) return keys;
    const next = `${path}.after-${keys[0].id}`;
    const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
    await writeDurably(temporary, Buffer.from(`${randomBytes(32).toString("hex")}\n${lines[0]}\n`));
    await link(temporary, next).catch(unless("EEXIST", "ENOENT"));
    await rm(temporary, { force: true });
    // Another process may have finished a rotation since root.key was read; then this key must not come into use.
    if ((await readOrAway(folder)) === text) await rename(next, path).catch(unless("ENOENT"));
    else await rm(next, { force: true });
    await syncFolder(folder);
  }
}

async function dropOldRootKey(folder: string, keys: RootKeys): Promise<void> {
  const path = rootKeyPath(folder);
  const lines = linesOf(await readOrAway(folder));
  // Another process that rotates, too, was faster.
  if (lines.length === 1 || parseRootKeys(lines)[0].id !== keys[0].id) return;
  const temporary = `${path}.${randomBytes(6).toString("hex")}.new`;
  await writeDurably(temporary, Buffer.from(`${lines[0]}\n`));
  await rename(temporary, path).catch(unless("ENOENT"));
  // What interrupted rotations left holds old root keys.
  for (const file of await readdir(folder))
    if (file.startsWith("root.key.") && !(await holds(join(folder, file), lines[0]!)))
      await rm(join(folder, file), { force: true });
  await syncFolder(folder);
}

/** A rotation that begins at this moment keeps the newest key in its second line. */
async function holds(path: string, line: string): Promise<boolean> {
  const lines = linesOf(await readFile(path, "utf8").catch(() => ""));
  return lines.length === 2 && lines[1] === line;
}

async function readOrAway(folder: string): Promise<string> {
  const text = await readRootKeyFile(folder);
  if (text === undefined) throw new VaultAway(`There is no root key ${rootKeyPath(folder)}: is it mounted?`);
  return text;
}

function linesOf(text: string): string[] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.trim());
}

function unless(...codes: string[]) {
  return (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code!)) throw error;
  };
}
