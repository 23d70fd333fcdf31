import { randomBytes } from "node:crypto";
import { KeyGone, type KeyVault, VaultRefused } from "./key-vault.ts";
import { dashedName, partsOfName } from "./names.ts";
import { OpenBaoRefused } from "./openbao-answer.ts";
import { type OpenBaoAddress, OpenBaoClient } from "./openbao-client.ts";
import type { OpenBaoLogin } from "./openbao-session.ts";
import { transitWrappingKeys } from "./transit-wrapping-keys.ts";

export interface OpenBaoOptions extends OpenBaoAddress {
  login: OpenBaoLogin;
  /** Where a KV version 2 engine is mounted. */
  kvMount?: string | undefined;
  /** Where a Transit engine is mounted. */
  transitMount?: string | undefined;
}

/**
 * A vault in OpenBao or HashiCorp Vault: secrets in a KV version 2 engine (https://openbao.org/api-docs/secret/kv/kv-v2/),
 * wrapping keys in a Transit engine (https://openbao.org/api-docs/secret/transit/), which never hands them out.
 */
export function openOpenBaoVault(options: OpenBaoOptions): KeyVault {
  const { kvMount = "refill", transitMount = "refill-transit", login, ...address } = options;
  const client = new OpenBaoClient(address, login);

  return {
    async getSecret(name) {
      return (await read(name))?.text;
    },
    async setSecret(name, value) {
      await client.request("POST", path("data", name), { data: { text: value } });
    },
    getKey,
    async getOrCreateKey(name, bytes) {
      const key = (await getKey(name)) ?? (await createOnce(name, randomBytes(bytes)));
      if (key.length !== bytes)
        throw new VaultRefused(`The key ${name} has ${key.length} bytes, not ${bytes}.`);
      return key;
    },
    async destroyKey(name) {
      // Deletes all versions for good; without "metadata" they could be undeleted.
      await client.request("DELETE", path("metadata", name));
    },
    ...transitWrappingKeys(client, transitMount, dashedName),
    async check() {
      await client.request("GET", "auth/token/lookup-self");
    },
    async close() {
      await client.close();
    },
  };

  function path(kind: "data" | "metadata", name: string): string {
    return `${kvMount}/${kind}/${partsOfName(name).join("/")}`;
  }

  async function read(name: string): Promise<{ text?: string; key?: string } | undefined> {
    const answer = await client.request("GET", path("data", name));
    // A version that was deleted in another way has no data.
    return answer?.data ?? undefined;
  }

  async function getKey(name: string): Promise<Buffer | undefined> {
    const present = await read(name);
    if (present === undefined) return undefined;
    if (typeof present.key !== "string") throw new VaultRefused(`The vault's ${name} is no key.`);
    return Buffer.from(present.key, "base64");
  }

  /** `cas: 0` writes only when there is nothing of that name, so of several callers one makes the key and all read it. */
  async function createOnce(name: string, key: Buffer): Promise<Buffer> {
    try {
      await client.request("POST", path("data", name), {
        options: { cas: 0 },
        data: { key: key.toString("base64") },
      });
      return key;
    } catch (error) {
      if (!(error instanceof OpenBaoRefused && error.errors.some((each) => each.includes("check-and-set"))))
        throw error;
      const present = await getKey(name);
      if (!present)
        throw new KeyGone(`The key ${name} was deleted in OpenBao, but not destroyed: delete its metadata.`);
      return present;
    }
  }
}
