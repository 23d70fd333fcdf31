import { KeyGone, type KeyVault, VaultRefused } from "./key-vault.ts";
import { OpenBaoRefused } from "./openbao-answer.ts";
import type { OpenBaoClient } from "./openbao-client.ts";

type WrappingKeys = Omit<
  KeyVault,
  "getSecret" | "setSecret" | "getKey" | "getOrCreateKey" | "destroyKey" | "check" | "close"
>;

/** Wrapping keys in a Transit engine: AES-256-GCM with 96-bit nonces (type aes256-gcm96), never exportable. */
export function transitWrappingKeys(
  client: OpenBaoClient,
  mount: string,
  dashed: (name: string) => string,
): WrappingKeys {
  const path = (operation: string, name: string) => `${mount}/${operation}/${dashed(name)}`;

  return {
    async createWrappingKey(name) {
      // Answers the present key when there is one.
      await client.request("POST", path("keys", name), { type: "aes256-gcm96" });
    },
    async wrap(name, key) {
      // Transit makes the key that it shall encrypt by when there is none, unless the policy forbids it.
      if ((await version(name)) === undefined) throw gone(name);
      const answer = await forKey(name, "POST", path("encrypt", name), { plaintext: key.toString("base64") });
      return pack(String(answer.ciphertext));
    },
    async unwrap(name, wrapped) {
      const answer = await forKey(name, "POST", path("decrypt", name), { ciphertext: unpack(name, wrapped) });
      return Buffer.from(String(answer.plaintext), "base64");
    },
    wrappingKeyVersion: version,
    async rotateWrappingKey(name) {
      await forKey(name, "POST", `${path("keys", name)}/rotate`);
      return existing(name);
    },
    async retireWrappingKeyVersions(name) {
      await forKey(name, "POST", `${path("keys", name)}/config`, {
        min_decryption_version: await existing(name),
      });
    },
    async destroyWrappingKey(name) {
      if ((await version(name)) === undefined) return;
      try {
        await forKey(name, "POST", `${path("keys", name)}/config`, { deletion_allowed: true });
        await forKey(name, "DELETE", path("keys", name));
      } catch (error) {
        // Another caller was faster.
        if (!(error instanceof KeyGone)) throw error;
      }
    },
  };

  async function version(name: string): Promise<number | undefined> {
    const key = await client.request("GET", path("keys", name));
    return key === undefined ? undefined : Number(key.latest_version);
  }

  async function existing(name: string): Promise<number> {
    const present = await version(name);
    if (present === undefined) throw gone(name);
    return present;
  }

  async function forKey(name: string, method: "POST" | "DELETE", at: string, body?: object) {
    try {
      return await client.request(method, at, body);
    } catch (error) {
      if (!(error instanceof OpenBaoRefused)) throw error;
      const says = error.errors.join("; ");
      if (/key not found|no existing key|could not delete key; not found/.test(says)) throw gone(name);
      if (/too old/.test(says))
        throw new KeyGone(`The version of the wrapping key ${name} that wrapped this was retired.`);
      if (/message authentication failed|invalid ciphertext/.test(says))
        throw new VaultRefused(
          `A key wrapped by ${name} does not open: it was changed, or wrapped by another key.`,
        );
      // Destroyed since it was looked for: the policy refuses to make it anew.
      if ((await version(name)) === undefined) throw gone(name);
      throw error;
    }
  }
}

const formatVersion = 1;

/**
 * Layout of a wrapped key: format version (1 byte), wrapping key version (4, big endian), then what Transit puts in
 * base64 after `vault:v<version>:`: nonce (12), ciphertext, tag (16).
 */
function pack(ciphertext: string): Buffer {
  const match = /^vault:v([0-9]+):([A-Za-z0-9+/]+=*)$/.exec(ciphertext);
  if (!match) throw new VaultRefused("OpenBao's Transit answered something that is no ciphertext.");
  const header = Buffer.from([formatVersion, 0, 0, 0, 0]);
  header.writeUInt32BE(Number(match[1]), 1);
  return Buffer.concat([header, Buffer.from(match[2]!, "base64")]);
}

function unpack(name: string, wrapped: Buffer): string {
  if (wrapped.length < 5 + 28 || wrapped[0] !== formatVersion)
    throw new VaultRefused(`What ${name} should unwrap is no wrapped key of this vault.`);
  return `vault:v${wrapped.readUInt32BE(1)}:${wrapped.subarray(5).toString("base64")}`;
}

function gone(name: string): KeyGone {
  return new KeyGone(`There is no wrapping key ${name}: it was destroyed, or never made.`);
}
