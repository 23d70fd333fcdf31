import { randomBytes } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { newProviderKeys } from "./keys.ts";
import { newProvider } from "./provider.ts";

export { newProviderKeys } from "./keys.ts";

/** Someone to sign in as. */
export interface Person {
  /** The subject. */
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  groups: readonly string[];
  /** RFC 8176, e.g. ["pwd", "mfa"]. */
  amr?: readonly string[];
  acr?: string;
  /** More claims, e.g. { tid: "…" }, or others than the above say. */
  claims?: Readonly<Record<string, unknown>>;
}

/** An application which people sign in to. */
export interface ProviderClient {
  clientId: string;
  clientSecret: string;
  redirectUris: readonly string[];
  postLogoutRedirectUris?: readonly string[];
  backChannelLogoutUri?: string;
}

export interface IdentityProviderOptions {
  /** To listen at, 127.0.0.1 by default. */
  host?: string;
  /** 0: any that is free. */
  port: number;
  /** http://localhost:<port> by default. */
  issuer?: string;
  title: string;
  /** Looked up at each request, so a caller may change it. */
  people: readonly Person[];
  /** Likewise; a function is asked with the client's id. */
  clients: readonly ProviderClient[] | ((clientId: string) => ProviderClient | undefined);
  /** New ones by default. */
  keys?: { keys: object[] };
  /** Likewise. */
  cookieKeys?: readonly string[];
  /** For tests with hostile id tokens: the claims which are signed instead. */
  alterIdToken?: (claims: Record<string, unknown>) => Record<string, unknown>;
}

/** A running one. */
export interface IdentityProvider {
  /** Without a slash at its end. */
  issuer: string;
  port: number;
  stop(): Promise<void>;
}

/** An OpenID Connect provider without passwords: for the demonstration and for tests only. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const keys = options.keys ?? (await newProviderKeys());
  const cookieKeys = options.cookieKeys ?? [randomBytes(32).toString("base64url")];
  const server = createServer();
  const port = await listen(server, options.port, options.host ?? "127.0.0.1");
  const issuer = (options.issuer ?? `http://localhost:${port}`).replace(/\/+$/, "");
  try {
    const provider = await newProvider({ ...options, port, issuer, keys, cookieKeys });
    server.on("request", asIssuer(issuer, provider.callback()));
  } catch (error) {
    await stop(server);
    throw error;
  }
  return { issuer, port, stop: () => stop(server) };
}

/** Each request as if it came by the issuer's address, whatever the one is by which a proxy calls. */
function asIssuer(issuer: string, listener: RequestListener): RequestListener {
  const { host, protocol, pathname } = new URL(issuer);
  const prefix = pathname === "/" ? "" : pathname;
  return (request, response) => {
    const path = request.url ?? "/";
    const inner = prefix && path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path;
    delete request.headers["x-forwarded-host"];
    request.headers.host = host;
    request.headers["x-forwarded-proto"] = protocol.slice(0, -1);
    Object.assign(request, { url: inner, originalUrl: prefix + inner });
    listener(request, response);
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
