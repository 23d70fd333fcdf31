import { constants, generateKeyPair, type KeyObject, privateDecrypt, publicEncrypt } from "node:crypto";
import { promisify } from "node:util";
import { type AzureCall, AzureRefusal, AzureStore, type AzureVersion } from "./azure-store.ts";
import type { Answer } from "./json-requests.ts";

interface KeyVersion extends AzureVersion {
  publicKey: KeyObject;
  privateKey: KeyObject;
  operations: readonly string[];
}

const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" };

/** https://learn.microsoft.com/rest/api/keyvault/keys/operation-groups */
export class AzureKeys extends AzureStore<KeyVersion> {
  async answer(call: AzureCall): Promise<Answer> {
    const [first, second] = call.rest;
    switch (call.method) {
      case "POST":
        return first === "create" ? this.#create(call) : this.#operate(call, first, second);
      case "GET":
        if (first === "versions") return this.list(call);
        // A disabled key is shown, other than a disabled secret.
        return { status: 200, body: this.bundle(call, this.find(call.name, first)) };
      case "PATCH":
        return this.update(call, first);
      case "DELETE":
        return this.delete(call);
      default:
        throw new AzureRefusal(405, "MethodNotAllowed", call.method);
    }
  }

  protected override bundle(call: AzureCall, version: KeyVersion): object {
    const { n, e } = version.publicKey.export({ format: "jwk" });
    return {
      key: { kid: this.idOf(call, version), kty: "RSA", key_ops: version.operations, n, e },
      attributes: this.attributes(version),
      tags: {},
    };
  }

  async #create(call: AzureCall): Promise<Answer> {
    const { kty, key_size, key_ops } = call.body as { kty: string; key_size?: number; key_ops?: string[] };
    if (kty !== "RSA") throw new AzureRefusal(400, "BadParameter", `kty ${kty} is not known here`);
    const pair = await promisify(generateKeyPair)("rsa", { modulusLength: key_size ?? 2048 });
    return this.add(call, { ...pair, operations: key_ops ?? ["encrypt", "decrypt", "wrapKey", "unwrapKey"] });
  }

  /** By a disabled key nothing is unwrapped; wrapping takes the public half only, and goes on. */
  #operate(call: AzureCall, id: string | undefined, operation: string | undefined): Answer {
    const version = this.find(call.name, id);
    const { alg, value } = call.body as { alg: string; value: string };
    const names: Record<string, string> = { wrapkey: "wrapKey", unwrapkey: "unwrapKey" };
    const name = names[operation ?? ""];
    if (name === undefined) throw new AzureRefusal(404, "NotFound", `no operation ${operation}`);
    if (!version.operations.includes(name))
      throw new AzureRefusal(
        403,
        "Forbidden",
        `Operation ${name} is not permitted on this key.`,
        "KeyOperationForbidden",
      );
    if (alg !== "RSA-OAEP-256")
      throw new AzureRefusal(400, "BadParameter", `Algorithm ${alg} is not known here.`);
    if (name === "unwrapKey" && !version.enabled)
      throw new AzureRefusal(
        403,
        "Forbidden",
        `Operation ${name} is not allowed on a disabled key.`,
        "KeyDisabled",
      );
    const bytes = Buffer.from(value, "base64url");
    return {
      status: 200,
      body: { kid: this.idOf(call, version), value: this.#crypt(version, name, bytes).toString("base64url") },
    };
  }

  #crypt(version: KeyVersion, name: string, bytes: Buffer): Buffer {
    try {
      return name === "wrapKey"
        ? publicEncrypt({ key: version.publicKey, ...oaep }, bytes)
        : privateDecrypt({ key: version.privateKey, ...oaep }, bytes);
    } catch {
      throw new AzureRefusal(400, "BadParameter", "The parameter is incorrect.");
    }
  }
}
