import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, serveJson } from "./json-requests.ts";
import { OpenBaoKv } from "./openbao-kv.ts";
import { OpenBaoRefusal, refuse } from "./openbao-refusal.ts";
import { OpenBaoTransit } from "./openbao-transit.ts";

interface Token {
  /** May it do anything besides asking about itself? */
  hasRights: boolean;
  /** 0: does not end. */
  ttlSeconds: number;
  endsAtMs: number;
}

/**
 * A server that speaks OpenBao's HTTP API as far as the adapter uses it (KV version 2 at `refill`, Transit at
 * `refill-transit`, AppRole, tokens), with real keys inside, and that fails in the words of OpenBao 2.7.
 */
export class OpenBaoStandIn {
  port = 0;
  readonly token = `s.${randomBytes(12).toString("hex")}`;
  readonly tokenWithoutRights = `s.${randomBytes(12).toString("hex")}`;
  readonly roleId = randomUUID();
  readonly secretId = randomUUID();
  /** Of tokens by AppRole. */
  ttlSeconds = 1200;
  isSealed = false;
  /** How often somebody logged in by AppRole, and renewed a token. */
  readonly counts = { logins: 0, renewals: 0 };
  readonly #tokens = new Map<string, Token>();
  readonly #kv = new OpenBaoKv();
  readonly #transit = new OpenBaoTransit();
  readonly #server = createServer(serveJson((request, body) => this.#answer(request, body)));

  private constructor() {
    this.#tokens.set(this.token, { hasRights: true, ttlSeconds: 0, endsAtMs: Number.POSITIVE_INFINITY });
    this.#tokens.set(this.tokenWithoutRights, {
      hasRights: false,
      ttlSeconds: 0,
      endsAtMs: Number.POSITIVE_INFINITY,
    });
  }

  static async start(): Promise<OpenBaoStandIn> {
    const standIn = new OpenBaoStandIn();
    standIn.#server.listen(0, "127.0.0.1");
    await once(standIn.#server, "listening");
    standIn.port = (standIn.#server.address() as AddressInfo).port;
    return standIn;
  }

  /** Ends all tokens that AppRole gave out, as after a change of its policy. */
  revokeLeases(): void {
    for (const [token, { ttlSeconds }] of this.#tokens) if (ttlSeconds > 0) this.#tokens.delete(token);
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  #answer(request: IncomingMessage, body: Record<string, unknown>): Answer {
    try {
      const data = this.#route(request, body);
      return data === undefined
        ? { status: 204 }
        : { status: 200, body: { request_id: randomUUID(), lease_id: "", renewable: false, ...data } };
    } catch (error) {
      if (error instanceof OpenBaoRefusal) return error.answer;
      throw error;
    }
  }

  #route(request: IncomingMessage, body: Record<string, unknown>): object | undefined {
    if (this.isSealed) throw refuse(503, "Vault is sealed");
    const method = request.method!;
    const [version, mount, ...rest] = new URL(request.url!, "http://stand-in").pathname.slice(1).split("/");
    if (version !== "v1") throw refuse(404, "unsupported path");
    const path = [mount, ...rest].join("/");
    if (path === "auth/approle/login" && method === "POST") return this.#logIn(body);
    const text = String(request.headers["x-vault-token"] ?? "");
    const token = this.#tokens.get(text);
    if (!token || token.endsAtMs <= Date.now()) throw refuse(403, "permission denied");
    if (mount === "auth") return this.#answerToken(path, text, token);
    if (!token.hasRights) throw refuse(403, "permission denied");
    if (mount === "refill") {
      const [kind, ...name] = rest;
      const data = this.#kv.answer(method, kind ?? "", name.join("/"), body);
      return data && { data };
    }
    if (mount === "refill-transit") {
      const data = this.#transit.answer(method, rest[0] ?? "", rest.slice(1), body);
      return data && { data };
    }
    throw refuse(404, `no handler for route "${path}". route entry not found.`);
  }

  #logIn(body: Record<string, unknown>): object {
    if (body.role_id !== this.roleId || body.secret_id !== this.secretId)
      throw refuse(400, "invalid role or secret ID");
    this.counts.logins += 1;
    const text = `s.${randomBytes(12).toString("hex")}`;
    this.#tokens.set(text, {
      hasRights: true,
      ttlSeconds: this.ttlSeconds,
      endsAtMs: Date.now() + this.ttlSeconds * 1000,
    });
    return { auth: { client_token: text, lease_duration: this.ttlSeconds, renewable: true } };
  }

  #answerToken(path: string, text: string, token: Token): object | undefined {
    const isRenewable = token.ttlSeconds > 0;
    switch (path) {
      case "auth/token/lookup-self": {
        const ttl = isRenewable ? Math.floor((token.endsAtMs - Date.now()) / 1000) : 0;
        return { data: { ttl, renewable: isRenewable, type: "service" } };
      }
      case "auth/token/renew-self":
        if (!isRenewable) throw refuse(400, "lease is not renewable");
        this.counts.renewals += 1;
        token.endsAtMs = Date.now() + token.ttlSeconds * 1000;
        return { auth: { client_token: text, lease_duration: token.ttlSeconds, renewable: true } };
      case "auth/token/revoke-self":
        this.#tokens.delete(text);
        return undefined;
      default:
        throw refuse(404, `no handler for route "${path}". route entry not found.`);
    }
  }
}
