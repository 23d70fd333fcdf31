import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { VaultRefused } from "./key-vault.ts";
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
  const stranger = await openLocalVault(folder, { rootKey: "22".repeat(32) });
  await expect(stranger.getSecret("a")).rejects.toThrow(VaultRefused);
});

test("a secret's file under another name does not open", async () => {
  const folder = newFolder();
  const vault = await openLocalVault(folder);
  await vault.setSecret("account/a/data-key", "x");
  await vault.setSecret("account/b/data-key", "y");
  const path = (id: string) => join(folder, "secrets", "account", id, "data-key.sealed");
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
