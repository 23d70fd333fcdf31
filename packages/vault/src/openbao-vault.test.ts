import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type KeyVault, VaultAway, VaultRefused } from "./key-vault.ts";
import type { OpenBaoLogin } from "./openbao-session.ts";
import { type OpenBaoOptions, openOpenBaoVault } from "./openbao-vault.ts";
import { OpenBaoStandIn } from "./stand-ins/openbao.ts";

let server: OpenBaoStandIn;
beforeEach(async () => {
  server = await OpenBaoStandIn.start();
});
afterEach(() => server.stop());

test("a sealed server is away until it is unsealed", async () => {
  const vault = open({ kind: "token", token: server.token });
  await vault.setSecret("a", "b");
  server.isSealed = true;
  await expect(vault.getSecret("a")).rejects.toThrow(VaultAway);
  await expect(vault.check()).rejects.toThrow("sealed");
  server.isSealed = false;
  expect(await vault.getSecret("a")).toBe("b");
});

test("a login by AppRole is renewed before its lease ends, and made anew when it was revoked", async () => {
  server.ttlSeconds = 3;
  const vault = open(appRole());
  await vault.setSecret("a", "b");
  expect(server.counts).toEqual({ logins: 1, renewals: 0 });
  await expect
    .poll(
      async () => {
        expect(await vault.getSecret("a")).toBe("b");
        return server.counts.renewals;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  server.ttlSeconds = 1200;
  server.revokeLeases();
  const logins = server.counts.logins;
  expect(await Promise.all(["a", "a", "a"].map((name) => vault.getSecret(name)))).toEqual(["b", "b", "b"]);
  expect(server.counts.logins).toBe(logins + 1);
  await vault.close();
});

test("several first calls at once log in once", async () => {
  const vault = open(appRole());
  await Promise.all(Array.from({ length: 8 }, (_, i) => vault.setSecret(`s${i}`, "x")));
  expect(server.counts.logins).toBe(1);
});

test("a token's file is read again when the token in it is refused", async () => {
  const path = write("token", "s.ended");
  const vault = open({ kind: "token-file", path });
  await expect(vault.check()).rejects.toThrow(VaultRefused);
  writeFileSync(path, server.token);
  await vault.check();
});

test("a missing engine is a wrong setting, not a missing key", async () => {
  const login = { kind: "token", token: server.token } as const;
  const vault = open(login, { kvMount: "elsewhere", transitMount: "elsewhere" });
  await expect(vault.getKey("account/a")).rejects.toThrow(VaultRefused);
  await expect(vault.wrappingKeyVersion("account/a")).rejects.toThrow(VaultRefused);
  await expect(vault.wrap("account/a", Buffer.alloc(32))).rejects.toThrow("no handler for route");
});

test("no secret shows in an error", async () => {
  const vault = open({ kind: "token", token: server.tokenWithoutRights });
  for (const work of [() => vault.setSecret("a", "very secret"), () => vault.getSecret("a")]) {
    const error = await work().catch((reason) => reason);
    expect(error).toBeInstanceOf(VaultRefused);
    expect(`${error.stack}${JSON.stringify(error)}`).not.toMatch(/very secret|s\.[0-9a-f]{24}/);
  }
});

function open(login: OpenBaoLogin, options: Partial<OpenBaoOptions> = {}): KeyVault {
  return openOpenBaoVault({ url: `http://127.0.0.1:${server.port}`, login, ...options });
}

function appRole(): OpenBaoLogin {
  return { kind: "approle", roleId: server.roleId, secretIdFile: write("secret-id", server.secretId) };
}

function write(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "refill-openbao-")), name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
