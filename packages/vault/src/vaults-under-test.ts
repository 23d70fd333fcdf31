import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TokenCredential } from "@azure/identity";
import { openAzureVault } from "./azure-vault.ts";
import type { KeyVault } from "./key-vault.ts";
import { openLocalVault } from "./local-vault.ts";
import type { OpenBaoLogin } from "./openbao-session.ts";
import { openOpenBaoVault } from "./openbao-vault.ts";
import { AzureKeyVaultStandIn } from "./stand-ins/azure-key-vault.ts";
import { OpenBaoStandIn } from "./stand-ins/openbao.ts";
import { openTcpDoor } from "./stand-ins/tcp-door.ts";

/** One vault that several callers open. */
export interface VaultUnderTest {
  open(): Promise<KeyVault>;
  /** By a login that the vault refuses. */
  openWrongly(): Promise<KeyVault>;
  /** Nobody can reach it until it is brought back. */
  takeAway(): Promise<void>;
  bringBack(): Promise<void>;
  stop(): Promise<void>;
}

export async function localUnderTest(): Promise<VaultUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "refill-vault-"));
  return {
    open: () => openLocalVault(folder),
    openWrongly: () => openLocalVault(folder, { rootKey: "00".repeat(32) }),
    async takeAway() {
      renameSync(folder, `${folder}-away`);
      mkdirSync(folder);
    },
    async bringBack() {
      rmSync(folder, { recursive: true });
      renameSync(`${folder}-away`, folder);
    },
    stop: async () => rmSync(folder, { recursive: true }),
  };
}

export async function azureUnderTest(): Promise<VaultUnderTest> {
  const server = await AzureKeyVaultStandIn.start();
  const door = await openTcpDoor({ host: "127.0.0.1", port: server.port });
  const openBy = async (token: string) =>
    openAzureVault({
      url: server.urlAt(door.port),
      credential: staticCredential(token),
      agent: server.agent(),
    });
  return {
    open: () => openBy(server.token),
    openWrongly: () => openBy(server.tokenWithoutRights),
    takeAway: () => door.close(),
    bringBack: () => door.open(),
    async stop() {
      await door.close();
      await server.stop();
    },
  };
}

export function staticCredential(token: string): TokenCredential {
  return { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
}

/** The stand-in, or a real server: REFILL_TEST_OPENBAO="http://127.0.0.1:8200 TOKEN", whose token may mount engines. */
export async function openBaoUnderTest(): Promise<VaultUnderTest> {
  const real = process.env.REFILL_TEST_OPENBAO?.split(" ");
  if (real) return realOpenBao(real[0]!, real[1]!);
  const server = await OpenBaoStandIn.start();
  const door = await openTcpDoor({ host: "127.0.0.1", port: server.port });
  const openBy = async (token: string) =>
    openOpenBaoVault({ url: `http://127.0.0.1:${door.port}`, login: { kind: "token", token } });
  return {
    open: () => openBy(server.token),
    openWrongly: () => openBy(server.tokenWithoutRights),
    takeAway: () => door.close(),
    bringBack: () => door.open(),
    async stop() {
      await door.close();
      await server.stop();
    },
  };
}

/** With engines of its own, and a login by AppRole that has no more rights than docs/key-vault.md says. */
async function realOpenBao(url: string, token: string): Promise<VaultUnderTest> {
  const mark = `refill-test-${randomBytes(4).toString("hex")}`;
  const mounts = { kvMount: `${mark}-kv`, transitMount: `${mark}-transit` };
  const { hostname, port } = new URL(url);
  const door = await openTcpDoor({ host: hostname, port: Number(port) });
  const administer = async (method: string, path: string, body?: object) => {
    const headers = { "X-Vault-Token": token };
    const response = await fetch(`${url}/v1/${path}`, { method, headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return text === "" ? undefined : JSON.parse(text).data;
  };
  await administer("POST", `sys/mounts/${mounts.kvMount}`, { type: "kv", options: { version: "2" } });
  await administer("POST", `sys/mounts/${mounts.transitMount}`, { type: "transit" });
  await administer("POST", `sys/policies/acl/${mark}`, { policy: documentedPolicy(mounts) });
  await administer("POST", `sys/auth/${mark}`, { type: "approle" });
  await administer("POST", `auth/${mark}/role/refill`, { token_policies: mark, token_ttl: "20m" });
  const { role_id: roleId } = await administer("GET", `auth/${mark}/role/refill/role-id`);
  const { secret_id: secretId } = await administer("POST", `auth/${mark}/role/refill/secret-id`);
  const secretIdFile = join(mkdtempSync(join(tmpdir(), "refill-openbao-")), "secret-id");
  writeFileSync(secretIdFile, secretId, { mode: 0o600 });
  const openBy = async (login: OpenBaoLogin) =>
    openOpenBaoVault({ url: `http://127.0.0.1:${door.port}`, login, ...mounts });
  return {
    open: () => openBy({ kind: "approle", roleId, secretIdFile, mount: mark }),
    openWrongly: () => openBy({ kind: "token", token: "s.wrong" }),
    takeAway: () => door.close(),
    bringBack: () => door.open(),
    async stop() {
      await door.close();
      for (const mount of Object.values(mounts)) await administer("DELETE", `sys/mounts/${mount}`);
      await administer("DELETE", `sys/auth/${mark}`);
      await administer("DELETE", `sys/policies/acl/${mark}`);
    },
  };
}

function documentedPolicy({ kvMount, transitMount }: { kvMount: string; transitMount: string }): string {
  const text = readFileSync(join(import.meta.dirname, "../../../docs/key-vault.md"), "utf8");
  const policy = /```hcl\n([\s\S]*?)```/.exec(text)![1]!;
  return policy.replaceAll('"refill-transit/', `"${transitMount}/`).replaceAll('"refill/', `"${kvMount}/`);
}
