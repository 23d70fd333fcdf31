import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { openAzureVault } from "./azure-vault.ts";
import { KeyGone, type KeyVault, PurgedLater, VaultAway, VaultRefused } from "./key-vault.ts";
import { AzureKeyVaultStandIn } from "./stand-ins/azure-key-vault.ts";
import { staticCredential } from "./vaults-under-test.ts";

let server: AzureKeyVaultStandIn | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

test("with purge protection, what is destroyed is disabled at once, and the operator learns when it is purged", async () => {
  server = await AzureKeyVaultStandIn.start({ hasPurgeProtection: true });
  const vault = open(server);
  await vault.createWrappingKey("account/a");
  const first = await vault.wrap("account/a", randomBytes(32));
  await vault.rotateWrappingKey("account/a");
  const second = await vault.wrap("account/a", randomBytes(32));
  for (let i = 0; i < 2; i++)
    await expect(vault.destroyWrappingKey("account/a")).rejects.toThrow(/disabled.*90 days/);
  for (const wrapped of [first, second])
    await expect(vault.unwrap("account/a", wrapped)).rejects.toThrow(KeyGone);
  await expect(vault.wrap("account/a", randomBytes(32))).rejects.toThrow(KeyGone);
  await expect(vault.createWrappingKey("account/a")).rejects.toThrow("recover it, or purge it");
  await vault.setSecret("secret", "x");
  const later = await vault.destroyKey("secret").catch((error) => error);
  expect(later).toBeInstanceOf(PurgedLater);
  expect(later).toBeInstanceOf(VaultRefused);
  expect(later.purgedAt.getTime()).toBeGreaterThan(Date.now() + 89 * 86_400_000);
  expect(await vault.getSecret("secret")).toBeUndefined();
});

test("a secret that is too long is refused in words", async () => {
  server = await AzureKeyVaultStandIn.start();
  await expect(open(server).setSecret("long", "x".repeat(25_001))).rejects.toThrow("25000");
});

test("a key that an administrator disabled does not count as destroyed", async () => {
  server = await AzureKeyVaultStandIn.start();
  const vault = open(server);
  const key = await vault.getOrCreateKey("key", 32);
  server.setEnabled("secrets", "key", false);
  await expect(vault.getKey("key")).rejects.toThrow("enable it again");
  server.setEnabled("secrets", "key", true);
  expect(await vault.getKey("key")).toEqual(key);
});

test("callers that know a version only later agree with those who made theirs at the same moment", async () => {
  server = await AzureKeyVaultStandIn.start();
  const callers = Array.from({ length: 4 }, () => open(server!));
  const keys: Promise<Buffer>[] = [];
  for (const caller of callers) {
    keys.push(caller.getOrCreateKey("key", 32));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  expect(new Set((await Promise.all(keys)).map((key) => key.toString("hex"))).size).toBe(1);
});

test("a server that is busy, and one of another name, are told apart", async () => {
  server = await AzureKeyVaultStandIn.start();
  const vault = open(server);
  await vault.check();
  server.failWith = 503;
  await expect(vault.getSecret("a")).rejects.toThrow(VaultAway);
  server.failWith = 429;
  await expect(vault.getSecret("a")).rejects.toThrow(VaultAway);
  server.failWith = undefined;
  await vault.check();
  // The challenge names a resource that does not belong to this host: no token goes there.
  const stranger = openAzureVault({
    url: `https://127.0.0.1:${server.port}`,
    credential: staticCredential(server.token),
    agent: server.agent(),
  });
  await expect(stranger.check()).rejects.toThrow(VaultRefused);
  const untrusting = openAzureVault({
    url: `https://localhost:${server.port}`,
    credential: staticCredential(server.token),
  });
  await expect(untrusting.check()).rejects.toThrow(VaultRefused);
});

test("without a login to Azure, it is refused; while the login can't be reached, it is away", async () => {
  server = await AzureKeyVaultStandIn.start();
  const failing = (name: string, message: string) =>
    openAzureVault({
      url: server!.urlAt(server!.port),
      agent: server!.agent(),
      credential: {
        async getToken() {
          throw Object.assign(new Error(message), { name });
        },
      },
    });
  const none = failing("CredentialUnavailableError", "EnvironmentCredential is unavailable.");
  await expect(none.getSecret("a")).rejects.toThrow(VaultRefused);
  const offline = failing(
    "AuthenticationRequiredError",
    "network_error: getaddrinfo ENOTFOUND login.microsoftonline.com",
  );
  await expect(offline.getSecret("a")).rejects.toThrow(VaultAway);
});

function open(standIn: AzureKeyVaultStandIn): KeyVault {
  return openAzureVault({
    url: standIn.urlAt(standIn.port),
    credential: staticCredential(standIn.token),
    agent: standIn.agent(),
  });
}
