import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { KeyGone, VaultAway, VaultRefused } from "./key-vault.ts";
import { openLocalVault } from "./local-vault.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "refill-vault-"));

test("a secret is there again after a restart, and lies on disk sealed", async () => {
  const folder = newFolder();
  await (await openLocalVault(folder)).setSecret("postgres/refill_owner", "open sesame");
  expect(await (await openLocalVault(folder)).getSecret("postgres/refill_owner")).toBe("open sesame");
  for (const file of filesBelow(folder)) expect(readFileSync(file).includes("open sesame")).toBe(false);
});

test("only the owner can read the vault's folder and root key", async () => {
  const folder = newFolder();
  await openLocalVault(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, "root.key")).mode & 0o777).toBe(0o600);
  chmodSync(join(folder, "root.key"), 0o644);
  await expect(openLocalVault(folder)).rejects.toThrow("chmod 600");
});

test("with the root key kept elsewhere, the folder holds none, and another root key opens nothing", async () => {
  const folder = newFolder();
  const vault = await openLocalVault(folder, { rootKey: "11".repeat(32) });
  await vault.setSecret("a", "b");
  expect(readdirSync(folder)).not.toContain("root.key");
  await expect(openLocalVault(folder, { rootKey: "22".repeat(32) })).rejects.toThrow(VaultRefused);
  expect(await (await openLocalVault(folder, { rootKey: "11".repeat(32) })).getSecret("a")).toBe("b");
});

test("a secret's file under another name does not open", async () => {
  const folder = newFolder();
  const vault = await openLocalVault(folder);
  await vault.setSecret("account/a/data-key", "x");
  await vault.setSecret("account/b/data-key", "y");
  const path = (id: string) => join(folder, "secrets", "account", id, "data-key", "1.sealed");
  writeFileSync(path("b"), readFileSync(path("a")));
  await expect(vault.getSecret("account/b/data-key")).rejects.toThrow(VaultRefused);
});

test("a destroyed key is gone, and a name can't leave the folder", async () => {
  const vault = await openLocalVault(newFolder());
  await vault.getOrCreateKey("k", 32);
  await vault.destroyKey("k");
  expect(await vault.getKey("k")).toBeUndefined();
  await expect(vault.getSecret("../root")).rejects.toThrow(VaultRefused);
});

test("a wrapping key wraps by its newest version, and unwraps by all until they are retired", async () => {
  const vault = await openLocalVault(newFolder());
  await vault.createWrappingKey("account/a");
  await vault.createWrappingKey("account/a");
  expect(await vault.wrappingKeyVersion("account/a")).toBe(1);
  const key = randomBytes(32);
  const first = await vault.wrap("account/a", key);
  expect(await vault.rotateWrappingKey("account/a")).toBe(2);
  const second = await vault.wrap("account/a", key);
  expect(await vault.unwrap("account/a", first)).toEqual(key);
  await vault.retireWrappingKeyVersions("account/a");
  await expect(vault.unwrap("account/a", first)).rejects.toThrow(KeyGone);
  expect(await vault.unwrap("account/a", second)).toEqual(key);
  await vault.destroyWrappingKey("account/a");
  await expect(vault.unwrap("account/a", second)).rejects.toThrow(KeyGone);
  await expect(vault.wrap("account/a", key)).rejects.toThrow(KeyGone);
  expect(await vault.wrappingKeyVersion("account/a")).toBeUndefined();
  await vault.createWrappingKey("account/a");
  await expect(vault.unwrap("account/a", second)).rejects.toThrow(KeyGone);
});

test("while the folder or its root key is not there, the vault is away, and nothing counts as destroyed", async () => {
  const folder = newFolder();
  const vault = await openLocalVault(folder);
  await vault.setSecret("a", "b");
  await vault.createWrappingKey("w");
  const wrapped = await vault.wrap("w", randomBytes(32));
  renameSync(folder, `${folder}-unmounted`);
  for (const empty of [false, true]) {
    if (empty) mkdirSync(folder);
    await expect(vault.check()).rejects.toThrow(VaultAway);
    await expect(vault.getKey("a")).rejects.toThrow(VaultAway);
    await expect(vault.getOrCreateKey("k", 32)).rejects.toThrow(VaultAway);
    await expect(vault.setSecret("a", "c")).rejects.toThrow(VaultAway);
    await expect(vault.unwrap("w", wrapped)).rejects.toThrow(VaultAway);
    await expect(vault.createWrappingKey("w")).rejects.toThrow(VaultAway);
    await expect(vault.destroyWrappingKey("w")).rejects.toThrow(VaultAway);
  }
  rmSync(folder, { recursive: true });
  renameSync(`${folder}-unmounted`, folder);
  await vault.check();
  expect(await vault.getSecret("a")).toBe("b");
  rmSync(join(folder, "root.key"));
  await expect(vault.check()).rejects.toThrow(VaultAway);
  expect(await vault.getSecret("a")).toBe("b");
});

test("five processes that make one key at once all get the same", async () => {
  const folder = newFolder();
  const program = `import { openLocalVault } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
    console.log((await (await openLocalVault(process.argv[1])).getOrCreateKey("shared", 32)).toString("hex"));`;
  const keys = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", program, folder], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let output = "";
      child.stdout.on("data", (chunk) => {
        output += chunk;
      });
      await once(child, "close");
      return output.trim();
    }),
  );
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(keys).size).toBe(1);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
