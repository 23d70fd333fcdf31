import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KeyGone, type KeyVault, VaultAway, VaultRefused } from "./key-vault.ts";
import {
  azureUnderTest,
  localUnderTest,
  openBaoUnderTest,
  type VaultUnderTest,
} from "./vaults-under-test.ts";

describe.each([
  ["local vault", localUnderTest],
  ["Azure Key Vault", azureUnderTest],
  ["OpenBao", openBaoUnderTest],
])("%s", (_name, start) => {
  let underTest: VaultUnderTest;
  let vault: KeyVault;
  let other: KeyVault;

  beforeAll(async () => {
    underTest = await start();
    vault = await underTest.open();
    other = await underTest.open();
  });
  afterAll(() => underTest.stop());

  test("a secret is what was set last, for every caller", async () => {
    expect(await vault.getSecret("secret/a")).toBeUndefined();
    await vault.setSecret("secret/a", "first");
    await other.setSecret("secret/a", "second \u0000 – ß 𝄞 \r\n");
    expect(await vault.getSecret("secret/a")).toBe("second \u0000 – ß 𝄞 \r\n");
    await vault.destroyKey("secret/a");
    expect(await other.getSecret("secret/a")).toBeUndefined();
    await vault.destroyKey("secret/a");
    await vault.setSecret("secret/a", "third");
    expect(await other.getSecret("secret/a")).toBe("third");
  });

  test("a secret of 20,000 bytes comes back whole", async () => {
    const long = randomBytes(10_000).toString("hex");
    await vault.setSecret("secret/long", long);
    expect(await vault.getSecret("secret/long")).toBe(long);
  });

  test("of several callers that make one key at once, all get the same", async () => {
    const callers = await Promise.all(Array.from({ length: 6 }, () => underTest.open()));
    const keys = await Promise.all(callers.map((caller) => caller.getOrCreateKey("key/shared", 32)));
    expect(new Set(keys.map((key) => key.toString("hex"))).size).toBe(1);
    expect(await vault.getKey("key/shared")).toEqual(keys[0]);
    expect(await vault.getOrCreateKey("key/shared", 32)).toEqual(keys[0]);
    await expect(vault.getOrCreateKey("key/shared", 16)).rejects.toThrow(VaultRefused);
  });

  test("a destroyed key is gone, and a new one of that name is another", async () => {
    const first = await vault.getOrCreateKey("key/gone", 16);
    await vault.destroyKey("key/gone");
    expect(await other.getKey("key/gone")).toBeUndefined();
    expect(await other.getOrCreateKey("key/gone", 16)).not.toEqual(first);
  });

  test("names that look alike to some stores are different ones", async () => {
    const names = ["n/a-b", "n/a/b", "n/a--b", "n/a_b", "n/a-b/c"];
    for (const name of names) await vault.setSecret(name, name);
    for (const name of names) expect(await vault.getSecret(name)).toBe(name);
  });

  test("no name leads elsewhere", async () => {
    for (const name of ["../root", "a/../../b", "/a", "a?b", "A", ""]) {
      await expect(vault.getSecret(name)).rejects.toThrow(VaultRefused);
      await expect(vault.setSecret(name, "x")).rejects.toThrow(VaultRefused);
      await expect(vault.getOrCreateKey(name, 32)).rejects.toThrow(VaultRefused);
      await expect(vault.createWrappingKey(name)).rejects.toThrow(VaultRefused);
      await expect(vault.destroyWrappingKey(name)).rejects.toThrow(VaultRefused);
    }
  });

  test("what any version wrapped unwraps until that version is retired", async () => {
    const name = "account/rotated";
    await vault.createWrappingKey(name);
    await other.createWrappingKey(name);
    expect(await vault.wrappingKeyVersion(name)).toBe(1);
    const keys = [Buffer.alloc(32), Buffer.alloc(32, 0xff), randomBytes(32), randomBytes(16)];
    const wrapped: Buffer[] = [];
    for (const [turn, key] of keys.entries()) {
      if (turn > 0) expect(await vault.rotateWrappingKey(name)).toBe(turn + 1);
      wrapped.push(await other.wrap(name, key));
      expect(wrapped[turn]!.includes(key)).toBe(false);
    }
    expect(await other.wrappingKeyVersion(name)).toBe(4);
    for (const [turn, key] of keys.entries()) expect(await vault.unwrap(name, wrapped[turn]!)).toEqual(key);
    await other.retireWrappingKeyVersions(name);
    for (const each of wrapped.slice(0, 3)) await expect(vault.unwrap(name, each)).rejects.toThrow(KeyGone);
    expect(await vault.unwrap(name, wrapped[3]!)).toEqual(keys[3]);
    expect(await vault.unwrap(name, await vault.wrap(name, keys[0]!))).toEqual(keys[0]);
  });

  test("nothing unwraps by a destroyed wrapping key, nor by a new one of that name", async () => {
    const name = "account/destroyed";
    await vault.createWrappingKey(name);
    const wrapped = await vault.wrap(name, randomBytes(32));
    await vault.destroyWrappingKey(name);
    await vault.destroyWrappingKey(name);
    for (const caller of [vault, other]) {
      await expect(caller.unwrap(name, wrapped)).rejects.toThrow(KeyGone);
      await expect(caller.wrap(name, randomBytes(32))).rejects.toThrow(KeyGone);
      await expect(caller.rotateWrappingKey(name)).rejects.toThrow(KeyGone);
      await expect(caller.retireWrappingKeyVersions(name)).rejects.toThrow(KeyGone);
      expect(await caller.wrappingKeyVersion(name)).toBeUndefined();
    }
    await vault.createWrappingKey(name);
    await expect(other.unwrap(name, wrapped)).rejects.toSatisfy(isGoneOrRefused);
  });

  test("a wrapped key opens only as it was wrapped, under its own name", async () => {
    await vault.createWrappingKey("account/one");
    await vault.createWrappingKey("account/two");
    const wrapped = await vault.wrap("account/one", randomBytes(32));
    await expect(vault.unwrap("account/two", wrapped)).rejects.toSatisfy(isGoneOrRefused);
    await expect(vault.unwrap("account/never-made", wrapped)).rejects.toThrow(KeyGone);
    for (const at of [0, 3, wrapped.length - 1]) {
      const changed = Buffer.from(wrapped);
      changed[at]! ^= 1;
      await expect(vault.unwrap("account/one", changed)).rejects.toSatisfy(isGoneOrRefused);
    }
    for (const length of [0, 1, 20, wrapped.length - 1])
      await expect(vault.unwrap("account/one", wrapped.subarray(0, length))).rejects.toThrow(VaultRefused);
  });

  test("a wrong login is refused, with words for the operator", async () => {
    const use = async () => {
      const wrong = await underTest.openWrongly();
      await wrong.check();
      await wrong.getSecret("secret/a");
    };
    await expect(use()).rejects.toThrow(VaultRefused);
    await vault.check();
  });

  test("a vault that can't be reached is away, and nothing counts as missing", async () => {
    await vault.setSecret("secret/there", "x");
    await vault.createWrappingKey("account/there");
    const wrapped = await vault.wrap("account/there", Buffer.alloc(32, 1));
    await underTest.takeAway();
    for (const work of [
      () => vault.check(),
      () => vault.getSecret("secret/there"),
      () => vault.setSecret("secret/there", "y"),
      () => vault.getKey("key/shared"),
      () => vault.getOrCreateKey("key/fresh", 32),
      () => vault.destroyKey("secret/there"),
      () => vault.wrap("account/there", Buffer.alloc(32)),
      () => vault.unwrap("account/there", wrapped),
      () => vault.destroyWrappingKey("account/there"),
    ])
      await expect(work()).rejects.toThrow(VaultAway);
    await underTest.bringBack();
    await vault.check();
    expect(await vault.getSecret("secret/there")).toBe("x");
    expect(await vault.getKey("key/fresh")).toBeUndefined();
    expect(await vault.unwrap("account/there", wrapped)).toEqual(Buffer.alloc(32, 1));
  });
});

function isGoneOrRefused(error: unknown): boolean {
  return error instanceof KeyGone || error instanceof VaultRefused;
}
