import { type AzureCall, AzureRefusal, AzureStore, type AzureVersion } from "./azure-store.ts";
import type { Answer } from "./json-requests.ts";

interface SecretVersion extends AzureVersion {
  value: string;
  contentType: string | undefined;
}

const longestBytes = 25_600;

/** https://learn.microsoft.com/rest/api/keyvault/secrets/operation-groups */
export class AzureSecrets extends AzureStore<SecretVersion> {
  answer(call: AzureCall): Answer {
    const [version] = call.rest;
    switch (call.method) {
      case "PUT":
        return this.#set(call);
      case "GET":
        return version === "versions" ? this.list(call) : this.#get(call, version);
      case "PATCH":
        return this.update(call, version);
      case "DELETE":
        return this.delete(call);
      default:
        throw new AzureRefusal(405, "MethodNotAllowed", call.method);
    }
  }

  protected override bundle(call: AzureCall, version: SecretVersion): object {
    return {
      value: version.value,
      contentType: version.contentType,
      id: this.idOf(call, version),
      attributes: this.attributes(version),
      tags: {},
    };
  }

  #set(call: AzureCall): Answer {
    const { value, contentType } = call.body as { value?: string; contentType?: string };
    if (typeof value !== "string")
      throw new AzureRefusal(400, "BadParameter", "The property value was not found.");
    if (Buffer.byteLength(value) > longestBytes)
      throw new AzureRefusal(400, "BadParameter", "The value of the secret is too long.");
    return this.add(call, { value, contentType });
  }

  #get(call: AzureCall, id: string | undefined): Answer {
    const version = this.find(call.name, id);
    if (!version.enabled)
      throw new AzureRefusal(
        403,
        "Forbidden",
        "Operation get is not allowed on a disabled secret.",
        "SecretDisabled",
      );
    return { status: 200, body: this.bundle(call, version) };
  }
}
