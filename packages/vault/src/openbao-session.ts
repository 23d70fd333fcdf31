import { readFile } from "node:fs/promises";
import { VaultAway, VaultRefused } from "./key-vault.ts";
import { dataOf, type OpenBaoAnswer } from "./openbao-answer.ts";

export type OpenBaoLogin =
  | { kind: "token"; token: string }
  /** Read again when the token in it is refused: an agent may keep it fresh. */
  | { kind: "token-file"; path: string }
  | { kind: "approle"; roleId: string; secretIdFile: string; mount?: string };

type Send = (method: string, path: string, body?: object, token?: string) => Promise<OpenBaoAnswer>;

interface Lease {
  token: string;
  /** Milliseconds; 0 for a token that does not end. */
  durationMs: number;
  isRenewable: boolean;
  since: number;
}

/** A token that is valid when it is asked for: renewed after two thirds of its lease, logged in anew when that fails. */
export class OpenBaoSession {
  readonly #login: OpenBaoLogin;
  readonly #send: Send;
  #lease: Lease | undefined;
  #firstDurationMs = 0;
  #pending: Promise<Lease> | undefined;

  constructor(login: OpenBaoLogin, send: Send) {
    this.#login = login;
    this.#send = send;
  }

  async token(): Promise<string> {
    const lease = this.#lease;
    if (!lease) return (await this.#once(() => this.#logIn())).token;
    const { durationMs } = lease;
    const ageMs = performance.now() - lease.since;
    if (durationMs === 0 || ageMs < (durationMs * 2) / 3) return lease.token;
    try {
      return (await this.#once(() => this.#renew(lease))).token;
    } catch (error) {
      // It still serves while the server can't renew it.
      if (error instanceof VaultAway && ageMs < durationMs) return lease.token;
      throw error;
    }
  }

  /** Another token after this one was refused, or undefined when there is no other. */
  async tokenInsteadOf(refused: string): Promise<string | undefined> {
    if (this.#lease && this.#lease.token !== refused) return this.#lease.token;
    const lease = await this.#once(() => this.#logIn());
    return lease.token === refused ? undefined : lease.token;
  }

  /** A token that this session made is of no use to anybody from now on. */
  async close(): Promise<void> {
    const lease = this.#lease;
    this.#lease = undefined;
    if (lease && this.#login.kind === "approle")
      await this.#send("POST", "auth/token/revoke-self", {}, lease.token).catch(() => undefined);
  }

  /** Several callers wait for one login. */
  #once(work: () => Promise<Lease>): Promise<Lease> {
    this.#pending ??= work()
      .then((lease) => {
        this.#lease = lease;
        return lease;
      })
      .finally(() => {
        this.#pending = undefined;
      });
    return this.#pending;
  }

  async #logIn(): Promise<Lease> {
    const login = this.#login;
    const since = performance.now();
    if (login.kind === "approle") {
      const credentials = { role_id: login.roleId, secret_id: await readLine(login.secretIdFile) };
      const answer = await this.#send("POST", `auth/${login.mount ?? "approle"}/login`, credentials);
      dataOf(answer, "the login by AppRole");
      const lease = leaseOf(answer, since);
      this.#firstDurationMs = lease.durationMs;
      return lease;
    }
    const token = login.kind === "token" ? login.token : await readLine(login.path);
    const answer = await this.#send("GET", "auth/token/lookup-self", undefined, token);
    const { ttl, renewable } = dataOf(answer, "the login by token") ?? {};
    return { token, durationMs: Number(ttl ?? 0) * 1000, isRenewable: renewable === true, since };
  }

  async #renew(lease: Lease): Promise<Lease> {
    const isEnding = performance.now() - lease.since >= lease.durationMs;
    if (!lease.isRenewable || isEnding) return this.#logIn();
    const since = performance.now();
    const answer = await this.#send("POST", "auth/token/renew-self", {}, lease.token);
    if (answer.status >= 400 && answer.status < 500) return this.#logIn();
    dataOf(answer, "the renewal of the login");
    const renewed = leaseOf(answer, since);
    // Near its highest age a token is renewed for ever less: a new one is better.
    const isShort = this.#login.kind === "approle" && renewed.durationMs < this.#firstDurationMs / 2;
    return isShort ? this.#logIn() : renewed;
  }
}

function leaseOf({ body }: OpenBaoAnswer, since: number): Lease {
  const { client_token: token, lease_duration: seconds, renewable } = body.auth ?? {};
  if (typeof token !== "string") throw new VaultRefused("OpenBao's login answered no token.");
  return { token, durationMs: Number(seconds ?? 0) * 1000, isRenewable: renewable === true, since };
}

async function readLine(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    throw new VaultRefused(`OpenBao's login can't be read: ${(error as Error).message}`);
  }
}
