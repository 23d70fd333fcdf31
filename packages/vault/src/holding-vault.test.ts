import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type HoldingOptions, type HoldingVault, holdingVault } from "./holding-vault.ts";
import { VaultAway, VaultRefused } from "./key-vault.ts";
import { openOpenBaoVault } from "./openbao-vault.ts";
import { OpenBaoStandIn } from "./stand-ins/openbao.ts";
import { localUnderTest, type VaultUnderTest } from "./vaults-under-test.ts";

const minute = 60_000;
let underTest: VaultUnderTest;
let vault: HoldingVault;
let time = 0;

beforeEach(async () => {
  underTest = await localUnderTest();
  vault = await hold({});
});
afterEach(async () => {
  await vault.close();
  await underTest.stop();
});

test("what was read before is read on while the vault is away, for 15 minutes", async () => {
  await vault.setSecret("secret", "text");
  await vault.getSecret("secret");
  const key = await vault.getOrCreateKey("key", 32);
  expect(vault.status()).toEqual({ isAway: false, awaySince: null });
  await underTest.takeAway();
  expect(await vault.getSecret("secret")).toBe("text");
  expect(vault.status().isAway).toBe(true);
  expect(vault.status().awaySince).toBeGreaterThan(Date.now() - minute);
  for (let i = 0; i < 2; i++) {
    time += 7 * minute;
    expect(await vault.getSecret("secret")).toBe("text");
    expect(await vault.getKey("key")).toEqual(key);
    expect(await vault.getOrCreateKey("key", 32)).toEqual(key);
  }
  time += minute;
  await expect(vault.getSecret("secret")).rejects.toThrow(VaultAway);
  await expect(vault.getKey("key")).rejects.toThrow(VaultAway);
  await underTest.bringBack();
  await vault.check();
  expect(vault.status()).toEqual({ isAway: false, awaySince: null });
  expect(await vault.getKey("key")).toEqual(key);
});

test("while the vault is away, nothing is changed or unwrapped, and what nobody read is away", async () => {
  await vault.setSecret("secret", "text");
  await vault.createWrappingKey("account/a");
  const wrapped = await vault.wrap("account/a", Buffer.alloc(32, 1));
  await underTest.takeAway();
  await expect(vault.getSecret("secret")).rejects.toThrow(VaultAway);
  await expect(vault.setSecret("secret", "other")).rejects.toThrow(VaultAway);
  await expect(vault.getOrCreateKey("fresh", 32)).rejects.toThrow(VaultAway);
  await expect(vault.wrap("account/a", Buffer.alloc(32))).rejects.toThrow(VaultAway);
  await expect(vault.unwrap("account/a", wrapped)).rejects.toThrow(VaultAway);
  await expect(vault.rotateWrappingKey("account/a")).rejects.toThrow(VaultAway);
  await expect(vault.destroyKey("secret")).rejects.toThrow(VaultAway);
  await expect(vault.check()).rejects.toThrow(VaultAway);
  await underTest.bringBack();
  // Known to be away until it is looked for again; what is not held is asked for at once.
  expect(await vault.getSecret("secret")).toBe("text");
  expect(vault.status().isAway).toBe(false);
});

test("what another process changed is seen as long as the vault is there", async () => {
  const other = await underTest.open();
  await vault.setSecret("secret", "mine");
  await vault.getSecret("secret");
  await other.setSecret("secret", "theirs");
  expect(await vault.getSecret("secret")).toBe("theirs");
  await other.destroyKey("secret");
  expect(await vault.getSecret("secret")).toBeUndefined();
  await underTest.takeAway();
  await expect(vault.getSecret("secret")).rejects.toThrow(VaultAway);
  await underTest.bringBack();
});

test("what was destroyed or written here is not held as it was", async () => {
  await vault.setSecret("secret", "old");
  await vault.getSecret("secret");
  await vault.setSecret("secret", "new");
  await vault.getOrCreateKey("key", 16);
  await vault.destroyKey("key");
  await underTest.takeAway();
  await expect(vault.getSecret("secret")).rejects.toThrow(VaultAway);
  await expect(vault.getKey("key")).rejects.toThrow(VaultAway);
  await underTest.bringBack();
});

test("what nobody read for 10 minutes is not held, nor more than a bounded number", async () => {
  vault = await hold({ most: 2, holdMs: 60 * minute });
  const keys = [];
  for (const name of ["a", "b", "c"]) keys.push(await vault.getOrCreateKey(name, 32));
  await underTest.takeAway();
  await expect(vault.getKey("a")).rejects.toThrow(VaultAway);
  expect(await vault.getKey("b")).toEqual(keys[1]);
  time += 9 * minute;
  expect(await vault.getKey("c")).toEqual(keys[2]);
  time += minute;
  await expect(vault.getKey("b")).rejects.toThrow(VaultAway);
  expect(await vault.getKey("c")).toEqual(keys[2]);
  await underTest.bringBack();
});

test("a caller may overwrite the key that he got", async () => {
  const key = await vault.getOrCreateKey("key", 32);
  const kept = Buffer.from(key);
  key.fill(0);
  await underTest.takeAway();
  const again = await vault.getKey("key");
  expect(again).toEqual(kept);
  again!.fill(0);
  expect(await vault.getKey("key")).toEqual(kept);
  await underTest.bringBack();
});

test("a vault that is back and refuses is as good as away, and nothing is read from memory instead", async () => {
  const server = await OpenBaoStandIn.start();
  const url = `http://127.0.0.1:${server.port}`;
  const secretIdFile = join(mkdtempSync(join(tmpdir(), "refill-openbao-")), "secret-id");
  writeFileSync(secretIdFile, server.secretId);
  const refusing = holdingVault(
    openOpenBaoVault({ url, login: { kind: "approle", roleId: server.roleId, secretIdFile } }),
    { now: () => time, checkEveryMs: 3_600_000 },
  );
  const key = await refusing.getOrCreateKey("key", 32);
  server.isSealed = true;
  expect(await refusing.getKey("key")).toEqual(key);
  expect(refusing.status().isAway).toBe(true);
  server.isSealed = false;
  server.revokeLeases();
  writeFileSync(secretIdFile, "withdrawn");
  await expect(refusing.check()).rejects.toThrow(VaultRefused);
  expect(refusing.status().isAway).toBe(true);
  await expect(refusing.getKey("key")).rejects.toThrow(VaultRefused);
  await refusing.close();
  await server.stop();
});

test("with no time to hold, nothing is read from memory", async () => {
  vault = await hold({ holdMs: 0 });
  await vault.getOrCreateKey("key", 32);
  await underTest.takeAway();
  await expect(vault.getKey("key")).rejects.toThrow(VaultAway);
  await underTest.bringBack();
});

test("the vault is looked for by itself", async () => {
  vault = await hold({ checkEveryMs: 5 });
  await underTest.takeAway();
  await expect.poll(() => vault.status().isAway).toBe(true);
  await underTest.bringBack();
  await expect.poll(() => vault.status().isAway).toBe(false);
});

async function hold(options: HoldingOptions): Promise<HoldingVault> {
  await vault?.close();
  return holdingVault(await underTest.open(), { now: () => time, checkEveryMs: 3_600_000, ...options });
}
