import { AuthenticatorUnderTest } from "./authenticator-under-test.ts";

interface Options {
  body?: unknown;
  headers?: Record<string, string>;
}
export interface BrowserAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
  headers: Headers;
}

/** For tests: a browser as far as the API sees one, with cookies of its own and an authenticator. */
export class BrowserUnderTest {
  readonly cookies = new Map<string, string>();
  authenticator: AuthenticatorUnderTest;
  readonly #baseUrl: () => string;
  readonly #userAgent: string;

  /** `baseUrl`: as people reach the page; passkeys are bound to its host. */
  constructor(
    baseUrl: () => string,
    userAgent = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
  ) {
    this.#baseUrl = baseUrl;
    this.#userAgent = userAgent;
    this.authenticator = new AuthenticatorUnderTest(baseUrl);
  }

  async call(method: string, path: string, { body, headers }: Options = {}): Promise<BrowserAnswer> {
    const url = /^https?:/.test(path) ? path : `${this.#baseUrl()}${path}`;
    const response = await fetch(url, {
      method,
      redirect: "manual",
      headers: {
        "user-agent": this.#userAgent,
        "x-refill-request": "1",
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body === undefined || body instanceof URLSearchParams
          ? {}
          : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      const isOver = /expires=thu, 01 jan 1970/i.test(line);
      if (isOver || value === "") this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
    return {
      status: response.status,
      body: isJson && text ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }

  api(method: string, path: string, body?: unknown): Promise<BrowserAnswer> {
    return this.call(method, `/api/v1${path}`, { body });
  }

  /** Registers by a link with a new passkey. */
  async register(
    token: string,
    name: string,
    email: string,
    {
      addressCode,
      ...codes
    }: { addressCode?: string | undefined; code?: string; recoveryCode?: string | undefined } = {},
  ): Promise<BrowserAnswer> {
    const options = await this.api("POST", `/registration/${token}/passkey-options`, {
      name,
      email,
      addressCode,
    });
    if (options.status !== 200) return options;
    const passkey = this.authenticator.create(options.body);
    return this.api("POST", `/registration/${token}`, { name, passkey, ...codes });
  }

  async signIn(): Promise<BrowserAnswer> {
    const options = await this.api("POST", "/sign-in/passkey-options");
    const passkey = this.authenticator.get(options.body);
    return this.api("POST", "/sign-in/passkey", { passkey });
  }

  async confirm(): Promise<BrowserAnswer> {
    const options = await this.api("POST", "/session/confirmation/passkey-options");
    return this.api("POST", "/session/confirmation", { passkey: this.authenticator.get(options.body) });
  }

  /** As a header, of the session alone. */
  get sessionCookie(): string {
    const [name, value] =
      [...this.cookies].find(([each]) => /^(refill_session|__Host-refill)$/.test(each)) ?? [];
    return name ? `${name}=${value}` : "";
  }
}
