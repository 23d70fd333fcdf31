import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { VaultAway, VaultRefused } from "./key-vault.ts";
import { openKeyVault } from "./open-key-vault.ts";
import { OpenBaoStandIn } from "./stand-ins/openbao.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "refill-vault-"));

test.each([
  "s3:bucket",
  "azure:",
  "azure:http://refill.vault.azure.net",
  "azure:https://refill.vault.azure.net.evil.example",
  "azure:https://evil.example/refill.vault.azure.net",
  "azure:https://refill.vault.azure.net/secrets",
  "openbao:http://vault.example:8200",
  "openbao:https://vault.example:8200/v1",
  "openbao:https://user:secret@vault.example:8200",
  "openbao:nowhere",
])("the address %s is refused in one line, without what may be secret in it", async (address) => {
  const opened = openKeyVault({ address, keysFolder: newFolder(), environment: {} });
  await expect(opened).rejects.toThrow(VaultRefused);
  await expect(opened).rejects.toThrow(/^REFILL_VAULT must be [^\n]*$/);
  await expect(opened).rejects.not.toThrow("user:secret");
});

test("the local vault is the default, and takes its root key from the environment", async () => {
  const keysFolder = newFolder();
  const environment = { REFILL_ROOT_KEY: "ab".repeat(32) };
  const vault = await openKeyVault({ keysFolder, environment });
  await vault.setSecret("a", "b");
  await vault.close();
  const again = await openKeyVault({ address: "local", keysFolder, environment });
  expect(await again.getSecret("a")).toBe("b");
  await again.close();
  const wrong = { REFILL_ROOT_KEY: "cd".repeat(32) };
  await expect(openKeyVault({ keysFolder, environment: wrong })).rejects.toThrow(VaultRefused);
});

test("OpenBao by AppRole, by a token's file and by a token; without a login, or a wrong one, it is refused", async () => {
  const server = await OpenBaoStandIn.start();
  const folder = newFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    return join(folder, name);
  };
  const open = (environment: Record<string, string>, scheme = "openbao") =>
    openKeyVault({ address: `${scheme}:http://127.0.0.1:${server.port}`, keysFolder: folder, environment });
  const appRole = {
    REFILL_OPENBAO_ROLE_ID: server.roleId,
    REFILL_OPENBAO_SECRET_ID_FILE: file("secret-id", `${server.secretId}\n`),
  };
  for (const vault of [
    await open(appRole),
    await open({ REFILL_OPENBAO_TOKEN_FILE: file("token", `${server.token}\n`) }),
    await open({ REFILL_OPENBAO_TOKEN: server.token }, "vault"),
  ]) {
    expect((await vault.getOrCreateKey("key", 32)).length).toBe(32);
    await vault.close();
  }
  await expect(open({})).rejects.toThrow("REFILL_OPENBAO_ROLE_ID");
  await expect(open({ REFILL_OPENBAO_TOKEN: "s.wrong" })).rejects.toThrow(VaultRefused);
  await expect(open({ ...appRole, REFILL_OPENBAO_SECRET_ID_FILE: file("other", "wrong") })).rejects.toThrow(
    "invalid role or secret ID",
  );
  await expect(open({ ...appRole, REFILL_OPENBAO_SECRET_ID_FILE: join(folder, "nowhere") })).rejects.toThrow(
    VaultRefused,
  );
  await expect(open({ REFILL_OPENBAO_TOKEN: server.token, REFILL_OPENBAO_KV: "../sys" })).rejects.toThrow(
    "REFILL_OPENBAO_KV",
  );
  await server.stop();
  await expect(open(appRole)).rejects.toThrow(VaultAway);
});
