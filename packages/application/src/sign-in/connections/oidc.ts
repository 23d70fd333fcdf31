import { createHash } from "node:crypto";
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from "jose";
import * as oidc from "openid-client";
import type { OpenIdProvider } from "../../accounts/records.ts";
import { Refusal } from "../../refusal.ts";
import { attributesOf, isEmail, isStrong, type ProviderPerson } from "./person.ts";
import { providerFetch } from "./provider-fetch.ts";

/** How a provider may be reached. */
export interface Reach {
  mayReachPrivate: boolean;
  /** Plain HTTP, to this machine: in the demonstration only. */
  mayBePlain: boolean;
}

const discoveredForMs = 10 * 60_000;
const mostDiscovered = 1_000;
const discovered = new Map<string, { config: oidc.Configuration; until: number }>();

/** The provider as it describes itself; throws a refusal that says what is wrong with it. */
export async function discover(
  { issuer, clientId, clientSecret }: OpenIdProvider,
  reach: Reach,
): Promise<oidc.Configuration> {
  const key = createHash("sha256")
    .update(JSON.stringify([issuer, clientId, clientSecret]))
    .digest("hex");
  const known = discovered.get(key);
  if (known && known.until > performance.now()) return known.config;
  const url = new URL(issuer);
  const isPlain = url.protocol === "http:";
  if (isPlain && !(reach.mayBePlain && ["localhost", "127.0.0.1"].includes(url.hostname)))
    throw new Refusal(422, "provider-refused", "issuer: must start with https://", [
      { field: "settings.issuer", message: "must start with https://" },
    ]);
  const config = await oidc
    .discovery(url, clientId, undefined, oidc.ClientSecretPost(clientSecret), {
      [oidc.customFetch]: providerFetch(reach.mayReachPrivate) as oidc.CustomFetch,
      ...(isPlain ? { execute: [oidc.allowInsecureRequests] } : {}),
      timeout: 10,
    })
    .catch((error) => {
      throw new Refusal(
        422,
        "provider-refused",
        `${issuer} did not describe itself as an OpenID provider (${wordsOf(error)}).`,
      );
    });
  // Its signature counts, not only the connection by which it came (OpenID Connect Core, §3.1.3.7 step 6 would allow that).
  oidc.enableNonRepudiationChecks(config);
  if (discovered.size >= mostDiscovered) discovered.clear();
  discovered.set(key, { config, until: performance.now() + discoveredForMs });
  return config;
}

/** Where the browser goes: authorization code with PKCE, state and nonce. */
export async function authorizationUrl(
  provider: OpenIdProvider,
  reach: Reach,
  options: {
    redirectUri: string;
    state: string;
    nonce: string;
    verifier: string;
    hint?: string | undefined;
    forcesSignIn: boolean;
  },
): Promise<string> {
  const config = await discover(provider, reach);
  const { scopes_supported: scopes = [] } = config.serverMetadata();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: options.redirectUri,
    scope: ["openid", "profile", "email", ...(scopes.includes("groups") ? ["groups"] : [])].join(" "),
    code_challenge: await oidc.calculatePKCECodeChallenge(options.verifier),
    code_challenge_method: "S256",
    state: options.state,
    nonce: options.nonce,
    ...(options.hint ? { login_hint: options.hint } : {}),
    ...(options.forcesSignIn ? { prompt: "login", max_age: "0" } : {}),
    ...(provider.provider === "google" && provider.tenant ? { hd: provider.tenant } : {}),
  });
  return url.href;
}

/** Who came back from the provider; throws with what is wrong, which is for the log and the admin who tests. */
export async function readCallback(
  provider: OpenIdProvider,
  reach: Reach,
  options: { url: URL; state: string; nonce: string; verifier: string; contexts: readonly string[] },
): Promise<ProviderPerson> {
  const config = await discover(provider, reach);
  const tokens = await oidc.authorizationCodeGrant(config, options.url, {
    pkceCodeVerifier: options.verifier,
    expectedState: options.state,
    expectedNonce: options.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims()!;
  expectTenant(provider, claims);
  let facts: Record<string, unknown> = { ...claims };
  if (!facts.email && config.serverMetadata().userinfo_endpoint)
    facts = { ...(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)), ...facts };
  const email = isEmail(facts.email)
    ? facts.email
    : provider.provider === "entra" && isEmail(facts.preferred_username)
      ? facts.preferred_username
      : null;
  const attributes = attributesOf(facts);
  return {
    subject: claims.sub,
    email,
    // A tenant's own admin decides about its addresses; from others only what the provider has proved counts.
    isEmailVerified:
      facts.email_verified === true || (provider.provider === "entra" && provider.tenant !== null),
    name: typeof facts.name === "string" && facts.name.trim() ? facts.name.slice(0, 200) : null,
    attributes,
    hasSecondFactor: isStrong(attributes.amr ?? [], [attributes.acr?.[0]], options.contexts),
    authenticatedAt: typeof claims.auth_time === "number" ? claims.auth_time * 1000 : null,
    provider: {
      subject: claims.sub,
      sessionId: typeof claims.sid === "string" ? claims.sid : null,
      idToken: (tokens.id_token?.length ?? 0) <= 8_000 ? tokens.id_token! : null,
      nameIdFormat: null,
    },
  };
}

function expectTenant({ provider, tenant }: OpenIdProvider, claims: Record<string, unknown>): void {
  if (tenant === null) return;
  const claim = provider === "google" ? "hd" : "tid";
  if (claims[claim] !== tenant)
    throw new Error(`the id token is of another ${provider === "google" ? "domain" : "tenant"}`);
}

/** Where the browser goes to end the provider's session; null: the provider has no such address. */
export async function endSessionUrl(
  provider: OpenIdProvider,
  reach: Reach,
  options: { idToken: string | null; returnTo: string },
): Promise<string | null> {
  const config = await discover(provider, reach);
  if (!config.serverMetadata().end_session_endpoint) return null;
  return oidc.buildEndSessionUrl(config, {
    post_logout_redirect_uri: options.returnTo,
    ...(options.idToken ? { id_token_hint: options.idToken } : {}),
  }).href;
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/**
 * Whose sessions a provider's log-out token ends (OpenID Connect Back-Channel Logout 1.0, §2.6); throws with what is wrong.
 * `useOnce`: whether it comes for the first time.
 */
export async function readLogoutToken(
  provider: OpenIdProvider,
  reach: Reach,
  token: string,
  useOnce: (id: string, until: number) => Promise<boolean>,
): Promise<{ subject: string | null; sessionId: string | null }> {
  const config = await discover(provider, reach);
  const { issuer, jwks_uri: address } = config.serverMetadata();
  if (!address) throw new Error("the provider has no keys");
  let keys = keySets.get(address);
  if (!keys) {
    keys = createRemoteJWKSet(new URL(address), { [joseFetch]: providerFetch(reach.mayReachPrivate) });
    if (keySets.size >= mostDiscovered) keySets.clear();
    keySets.set(address, keys);
  }
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience: provider.clientId,
    algorithms: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"],
    maxTokenAge: "5 minutes",
    clockTolerance: 60,
    requiredClaims: ["jti", "iat"],
  });
  const event = "http://schemas.openid.net/event/backchannel-logout";
  const { events, nonce, sub, sid, jti } = payload as Record<string, unknown> & typeof payload;
  if (typeof events !== "object" || events === null || !(event in events))
    throw new Error("it is no log-out token");
  if (nonce !== undefined) throw new Error("a log-out token has no nonce");
  if (typeof sid !== "string" && typeof sub !== "string")
    throw new Error("it names neither session nor person");
  if (!(await useOnce(`${issuer} ${jti}`, Date.now() + 10 * 60_000))) throw new Error("it was used before");
  return { subject: sub ?? null, sessionId: typeof sid === "string" ? sid : null };
}

/** An error of the libraries as an admin can use it, without anything secret. */
export function wordsOf(error: unknown): string {
  const { message, code, cause } = error as Error & {
    code?: string;
    cause?: { message?: string; code?: string };
  };
  const parts = [message, code, cause?.message, cause?.code].filter(
    (part, index, all) => typeof part === "string" && all.indexOf(part) === index,
  );
  return parts.join("; ").slice(0, 300);
}
