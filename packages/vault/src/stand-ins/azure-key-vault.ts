import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { Agent, createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { AzureKeys } from "./azure-keys.ts";
import { AzureSecrets } from "./azure-secrets.ts";
import { AzureRefusal } from "./azure-store.ts";
import { selfSignedCertificate } from "./certificate.ts";
import { type Answer, serveJson } from "./json-requests.ts";

const host = "refill-test.vault.azure.net";
const tenant = "0b7e6f0c-8a58-4b7f-9d3e-6a1f2c3d4e5f";

/**
 * A server that speaks Azure Key Vault's REST API (https://learn.microsoft.com/rest/api/keyvault/) as far as the adapter
 * uses it, with real keys inside, and that fails as the service does. Its certificate is for a name of Azure: `agent`
 * trusts it and finds it on this machine.
 */
export class AzureKeyVaultStandIn {
  readonly port: number;
  /** A token that the server takes, and one of somebody without rights. */
  readonly token = randomBytes(16).toString("hex");
  readonly tokenWithoutRights = randomBytes(16).toString("hex");
  /** All answers have this status: overload, or an outage. */
  failWith: 429 | 503 | undefined;
  readonly #stores: { secrets: AzureSecrets; keys: AzureKeys };
  readonly #certificate: string;
  readonly #server: ReturnType<typeof createServer>;

  private constructor(
    certificate: string,
    server: ReturnType<typeof createServer>,
    hasPurgeProtection: boolean,
  ) {
    this.#certificate = certificate;
    this.#server = server;
    this.#stores = {
      secrets: new AzureSecrets("secrets", hasPurgeProtection),
      keys: new AzureKeys("keys", hasPurgeProtection),
    };
    this.port = (server.address() as AddressInfo).port;
  }

  static async start(options: { hasPurgeProtection?: boolean } = {}): Promise<AzureKeyVaultStandIn> {
    const { certificate, key } = await selfSignedCertificate(host);
    const server = createServer({ cert: certificate, key });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const standIn = new AzureKeyVaultStandIn(certificate, server, options.hasPurgeProtection ?? false);
    server.on(
      "request",
      serveJson((request, body) => standIn.#answer(request, body)),
    );
    return standIn;
  }

  urlAt(port: number): string {
    return `https://${host}:${port}`;
  }

  agent(): Agent {
    return new Agent({
      ca: this.#certificate,
      keepAlive: true,
      lookup: (_name, options, callback) => {
        if (options.all) callback(null, [{ address: "127.0.0.1", family: 4 }]);
        else callback(null, "127.0.0.1", 4);
      },
    });
  }

  /** As an administrator does: of the newest version. */
  setEnabled(kind: "secrets" | "keys", name: string, enabled: boolean): void {
    this.#stores[kind].setEnabled(name, enabled);
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  async #answer(request: IncomingMessage, body: Record<string, unknown>): Promise<Answer> {
    if (this.failWith === 429)
      return new AzureRefusal(
        429,
        "Throttled",
        "Request was not processed because too many requests were received.",
      ).answer();
    if (this.failWith === 503)
      return new AzureRefusal(503, "ServiceUnavailable", "Service is unavailable.").answer();
    const refusal = this.#refuseLogin(request.headers.authorization);
    if (refusal) return refusal;
    const url = new URL(request.url!, `https://${request.headers.host}`);
    try {
      if (!url.searchParams.has("api-version"))
        throw new AzureRefusal(400, "BadParameter", "api-version must be specified");
      const [collection, name, ...rest] = url.pathname.slice(1).split("/");
      const call = {
        method: request.method!,
        base: url.origin,
        name: (name ?? "").toLowerCase(),
        rest,
        body,
        skip: Number(url.searchParams.get("$skiptoken") ?? 0),
      };
      if (!/^[0-9a-z-]{1,127}$/.test(call.name))
        throw new AzureRefusal(400, "BadParameter", `The request URI contains an invalid name: ${call.name}`);
      switch (collection) {
        case "secrets":
          return this.#stores.secrets.answer(call);
        case "deletedsecrets":
          return this.#stores.secrets.answerDeleted(call);
        case "keys":
          return await this.#stores.keys.answer(call);
        case "deletedkeys":
          return this.#stores.keys.answerDeleted(call);
        default:
          throw new AzureRefusal(404, "NotFound", `no ${collection}`);
      }
    } catch (error) {
      if (error instanceof AzureRefusal) return error.answer();
      throw error;
    }
  }

  /** https://learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses */
  #refuseLogin(authorization: string | undefined): Answer | undefined {
    const isToken = (token: string) => digest(authorization ?? "").equals(digest(`Bearer ${token}`));
    if (isToken(this.token)) return undefined;
    if (isToken(this.tokenWithoutRights))
      return new AzureRefusal(
        403,
        "Forbidden",
        "Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.",
        "ForbiddenByRbac",
      ).answer();
    const reason = authorization
      ? "AKV10022: Invalid audience."
      : "AKV10000: Request is missing a Bearer or PoP token.";
    return {
      ...new AzureRefusal(401, "Unauthorized", reason).answer(),
      headers: {
        "WWW-Authenticate": `Bearer authorization="https://login.microsoftonline.com/${tenant}", resource="https://vault.azure.net"`,
      },
    };
  }
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
