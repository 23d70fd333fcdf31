import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { refuse } from "./openbao-refusal.ts";

interface TransitKey {
  /** By version, from 1. */
  versions: { key: Buffer; created: number }[];
  minDecryptionVersion: number;
  isDeletionAllowed: boolean;
}

/** A Transit engine with keys of the type aes256-gcm96: https://openbao.org/api-docs/secret/transit/ */
export class OpenBaoTransit {
  readonly #keys = new Map<string, TransitKey>();

  answer(
    method: string,
    operation: string,
    [name = "", action]: readonly string[],
    body: Record<string, unknown>,
  ): object | undefined {
    if (!/^\w(?:[\w.-]*\w)?$/.test(name)) throw refuse(404, "unsupported path");
    switch (operation) {
      case "keys":
        return this.#answerKey(method, name, action, body);
      case "encrypt":
        return this.#encrypt(name, body);
      case "decrypt":
        return this.#decrypt(name, body);
      default:
        throw refuse(404, "unsupported path");
    }
  }

  #answerKey(method: string, name: string, action: string | undefined, body: Record<string, unknown>) {
    const key = this.#keys.get(name);
    if (action === "rotate") {
      if (!key) throw refuse(400, "key not found");
      key.versions.push(newVersion());
      return describe(name, key);
    }
    if (action === "config") {
      if (!key) throw refuse(400, `no existing key named ${name} could be found`);
      const { min_decryption_version: least, deletion_allowed: isAllowed } = body as {
        min_decryption_version?: number;
        deletion_allowed?: boolean;
      };
      if (least !== undefined) {
        if (least > key.versions.length)
          throw refuse(
            400,
            `cannot set min decryption version of ${least}, latest key version is ${key.versions.length}`,
          );
        key.minDecryptionVersion = least;
      }
      if (isAllowed !== undefined) key.isDeletionAllowed = isAllowed;
      return describe(name, key);
    }
    switch (method) {
      case "GET":
        if (!key) throw refuse(404);
        return describe(name, key);
      case "POST":
      case "PUT": {
        const made = key ?? newKey();
        this.#keys.set(name, made);
        return describe(name, made);
      }
      case "DELETE":
        if (!key) throw refuse(400, `error deleting policy ${name}: could not delete key; not found`);
        if (!key.isDeletionAllowed)
          throw refuse(400, `error deleting policy ${name}: deletion is not allowed for this key`);
        this.#keys.delete(name);
        return undefined;
      default:
        throw refuse(405, "unsupported operation");
    }
  }

  /** A key that is not there is made, as the real engine does for those who may. */
  #encrypt(name: string, body: Record<string, unknown>): object {
    const key = this.#keys.get(name) ?? newKey();
    this.#keys.set(name, key);
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key.versions.at(-1)!.key, nonce);
    const plain = Buffer.from(String(body.plaintext), "base64");
    const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    const version = key.versions.length;
    return { ciphertext: `vault:v${version}:${sealed.toString("base64")}`, key_version: version };
  }

  #decrypt(name: string, body: Record<string, unknown>): object {
    const key = this.#keys.get(name);
    if (!key) throw refuse(400, "encryption key not found");
    const match = /^vault:v(\d+):(.*)$/.exec(String(body.ciphertext));
    if (!match) throw refuse(400, "invalid ciphertext: no prefix");
    const version = Number(match[1]);
    if (version > key.versions.length) throw refuse(400, "invalid ciphertext: version is too new");
    if (version < key.minDecryptionVersion)
      throw refuse(400, "ciphertext or signature version is disallowed by policy (too old)");
    const sealed = Buffer.from(match[2]!, "base64");
    if (sealed.length < 28) throw refuse(400, "invalid ciphertext length");
    const decipher = createDecipheriv(
      "aes-256-gcm",
      key.versions[version - 1]!.key,
      sealed.subarray(0, 12),
    ).setAuthTag(sealed.subarray(-16));
    try {
      const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
      return { plaintext: plain.toString("base64") };
    } catch {
      throw refuse(400, "cipher: message authentication failed");
    }
  }
}

function newVersion() {
  return { key: randomBytes(32), created: Math.floor(Date.now() / 1000) };
}

function newKey(): TransitKey {
  return { versions: [newVersion()], minDecryptionVersion: 1, isDeletionAllowed: false };
}

function describe(name: string, key: TransitKey): object {
  const shown = key.versions
    .map(({ created }, index) => [index + 1, created] as const)
    .filter(([version]) => version >= key.minDecryptionVersion);
  return {
    name,
    type: "aes256-gcm96",
    keys: Object.fromEntries(shown),
    latest_version: key.versions.length,
    min_available_version: 0,
    min_decryption_version: key.minDecryptionVersion,
    min_encryption_version: 0,
    deletion_allowed: key.isDeletionAllowed,
    exportable: false,
    allow_plaintext_backup: false,
  };
}
