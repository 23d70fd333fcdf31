import { VaultAway, VaultRefused } from "./key-vault.ts";
import { dataOf, type OpenBaoAnswer } from "./openbao-answer.ts";
import { type OpenBaoLogin, OpenBaoSession } from "./openbao-session.ts";

/** How to reach an OpenBao or HashiCorp Vault server. */
export interface OpenBaoAddress {
  /** `https://HOST:PORT`; plain http only for a server on this machine. */
  url: string;
  namespace?: string | undefined;
}

const timeLimitMs = 5000;

/**
 * Requests of OpenBao's HTTP API (https://openbao.org/api-docs/) under one login, which is renewed as needed.
 * Throws VaultAway when the server can't be reached, is sealed or overloaded, VaultRefused for the rest.
 */
export class OpenBaoClient {
  readonly #address: OpenBaoAddress;
  readonly #session: OpenBaoSession;

  constructor(address: OpenBaoAddress, login: OpenBaoLogin) {
    this.#address = address;
    this.#session = new OpenBaoSession(login, (method, path, body, token) =>
      this.#send(method, path, body, token),
    );
  }

  /** The answer's `data`, or undefined when there is nothing of that name. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the request
  async request(method: "GET" | "POST" | "DELETE", path: string, body?: object): Promise<any> {
    const token = await this.#session.token();
    let answer = await this.#send(method, path, body, token);
    if (answer.status === 403) {
      const fresh = await this.#session.tokenInsteadOf(token);
      if (fresh !== undefined) answer = await this.#send(method, path, body, fresh);
    }
    return dataOf(answer, `${method} ${path}`);
  }

  async close(): Promise<void> {
    await this.#session.close();
  }

  async #send(method: string, path: string, body?: object, token?: string): Promise<OpenBaoAnswer> {
    const { url, namespace } = this.#address;
    const headers = {
      "X-Vault-Request": "true",
      ...(token === undefined ? {} : { "X-Vault-Token": token }),
      ...(namespace === undefined ? {} : { "X-Vault-Namespace": namespace }),
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    };
    try {
      const response = await fetch(`${url}/v1/${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        // The token goes to the address that the operator named, and nowhere else.
        redirect: "manual",
        signal: AbortSignal.timeout(timeLimitMs),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
    } catch (error) {
      throw unreachable(url, error as Error);
    }
  }
}

function unreachable(url: string, error: Error): Error {
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  const code = cause.code ?? error.name;
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code))
    return new VaultRefused(
      `The certificate of ${url} is not trusted (${code}): name its authority's file by NODE_EXTRA_CA_CERTS.`,
    );
  return new VaultAway(`OpenBao at ${url} can't be reached: ${code} ${cause.message}`);
}
