import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TokenCredential } from "@azure/identity";
import { openAzureVault } from "./azure-vault.ts";
import type { KeyVault } from "./key-vault.ts";
import { openLocalVault } from "./local-vault.ts";
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

async function realOpenBao(url: string, token: string): Promise<VaultUnderTest> {
  const mark = randomBytes(4).toString("hex");
  const mounts = { kvMount: `refill-${mark}`, transitMount: `refill-transit-${mark}` };
  const { hostname, port } = new URL(url);
  const door = await openTcpDoor({ host: hostname, port: Number(port) });
  const administer = async (method: string, path: string, body?: object) => {
    const headers = { "X-Vault-Token": token };
    const response = await fetch(`${url}/v1/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  await administer("POST", `sys/mounts/${mounts.kvMount}`, { type: "kv", options: { version: "2" } });
  await administer("POST", `sys/mounts/${mounts.transitMount}`, { type: "transit" });
  const openBy = async (by: string) =>
    openOpenBaoVault({
      url: `http://127.0.0.1:${door.port}`,
      login: { kind: "token", token: by },
      ...mounts,
    });
  return {
    open: () => openBy(token),
    openWrongly: () => openBy("s.wrong"),
    takeAway: () => door.close(),
    bringBack: () => door.open(),
    async stop() {
      await door.close();
      for (const mount of Object.values(mounts)) await administer("DELETE", `sys/mounts/${mount}`);
    },
  };
}
