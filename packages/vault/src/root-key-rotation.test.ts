import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { VaultRefused } from "./key-vault.ts";
import { openLocalVault } from "./local-vault.ts";
import { rotateRootKey } from "./root-key-rotation.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "refill-vault-"));
const rootKeyLines = (folder: string) => readFileSync(join(folder, "root.key"), "utf8").trim().split("\n");

test("after a rotation the old root key opens nothing, and processes that have the vault open go on", async () => {
  const folder = newFolder();
  const vault = await openLocalVault(folder);
  await vault.setSecret("account/a/note", "text");
  await vault.createWrappingKey("account/a");
  const key = randomBytes(32);
  const wrapped = await vault.wrap("account/a", key);
  await vault.setSecret("gone", "x");
  await vault.destroyKey("gone");
  const [before] = rootKeyLines(folder);
  // Left by an earlier process that was killed while it made the root key.
  writeFileSync(join(folder, "root.key.0123.new"), `${before}\n`);
  const { says, resealed } = await rotateRootKey(folder);
  expect(resealed).toBe(4);
  expect(says).toContain("new root key");
  expect(rootKeyLines(folder)).toHaveLength(1);
  expect(rootKeyLines(folder)[0]).not.toBe(before);
  expect(readdirSync(folder).filter((file) => file.startsWith("root.key"))).toEqual(["root.key"]);
  await expect(openLocalVault(folder, { rootKey: before! })).rejects.toThrow(VaultRefused);
  for (const open of [vault, await openLocalVault(folder)]) {
    expect(await open.getSecret("account/a/note")).toBe("text");
    expect(await open.unwrap("account/a", wrapped)).toEqual(key);
    expect(await open.getSecret("gone")).toBeUndefined();
    await open.setSecret("account/a/note", "text");
    await open.check();
  }
});

test("a root key that is kept elsewhere: everything is sealed by the first of two", async () => {
  const folder = newFolder();
  const [old, fresh] = ["11".repeat(32), "22".repeat(32)];
  await (await openLocalVault(folder, { rootKey: old })).setSecret("a", "b");
  await expect(rotateRootKey(folder, { rootKey: old })).rejects.toThrow("NEW,OLD");
  const both = await openLocalVault(folder, { rootKey: `${fresh},${old}` });
  expect(await both.getSecret("a")).toBe("b");
  const { says } = await rotateRootKey(folder, { rootKey: `${fresh},${old}` });
  expect(says).toContain("REFILL_ROOT_KEY");
  expect(await (await openLocalVault(folder, { rootKey: fresh })).getSecret("a")).toBe("b");
  await expect(openLocalVault(folder, { rootKey: old })).rejects.toThrow(VaultRefused);
});

test("a rotation that is killed again and again, while others write, loses nothing and ends", async () => {
  const folder = newFolder();
  const vault = await openLocalVault(folder);
  const values = new Map(Array.from({ length: 60 }, (_, i) => [`fixed/${i}`, `value ${i}`]));
  for (const [name, value] of values) await vault.setSecret(name, value);
  const [before] = rootKeyLines(folder);
  const writers = [0, 1].map((who) =>
    run(
      `const vault = await openLocalVault(folder);
       for (let i = 0; i < 150; i++) {
         await vault.setSecret("writer/${who}", String(i));
         if (await vault.getSecret("writer/${who}") !== String(i)) throw new Error("lost " + i);
         await vault.createWrappingKey("shared");
         await vault.rotateWrappingKey("shared");
       }`,
      folder,
    ),
  );
  const ends = writers.map((child) => once(child, "close"));
  for (let i = 0; i < 8; i++) {
    const child = run("await rotateRootKey(folder);", folder);
    await wait(150 + 60 * i);
    child.kill("SIGKILL");
    await once(child, "close");
  }
  expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
  // Two at once, too; the last one removes what the killed ones had not finished.
  await Promise.all([rotateRootKey(folder), rotateRootKey(folder)]);
  await rotateRootKey(folder);
  expect(rootKeyLines(folder)).toHaveLength(1);
  await expect(openLocalVault(folder, { rootKey: before! })).rejects.toThrow(VaultRefused);
  const fresh = await openLocalVault(folder);
  for (const [name, value] of values) expect(await fresh.getSecret(name)).toBe(value);
  expect(await fresh.getSecret("writer/0")).toBe("149");
  expect(await fresh.getSecret("writer/1")).toBe("149");
  expect(await fresh.wrappingKeyVersion("shared")).toBeGreaterThanOrEqual(301);
  const left = readdirSync(folder, { recursive: true }).map(String);
  expect(left.filter((file) => file.endsWith(".new"))).toEqual([]);
  expect(left.filter((file) => file.endsWith(".sealed"))).toHaveLength(64);
});

test("a vault of the earlier format is refused with a clear message", async () => {
  const folder = newFolder();
  mkdirSync(join(folder, "secrets", "postgres"), { recursive: true });
  writeFileSync(join(folder, "secrets", "postgres", "refill.sealed"), Buffer.alloc(40, 1));
  await expect(openLocalVault(folder)).rejects.toThrow("an earlier Refill");
  const vault = await openLocalVault(newFolderWithValue());
  await expect(vault.getSecret("a")).rejects.toThrow("the format of an earlier Refill");

  function newFolderWithValue(): string {
    const other = newFolder();
    mkdirSync(join(other, "canary"));
    mkdirSync(join(other, "secrets", "a"), { recursive: true });
    writeFileSync(join(other, "secrets", "a", "1.sealed"), Buffer.alloc(40, 1));
    return other;
  }
});

function run(program: string, folder: string): ChildProcess {
  const source = `import { openLocalVault, rotateRootKey } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
    const folder = process.argv[1];\n${program}`;
  return spawn(process.execPath, ["--input-type=module-typescript", "-e", source, folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}
