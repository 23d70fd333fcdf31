import type { ClientMetadata, Configuration, KoaContextWithOIDC } from "oidc-provider";
import type { IdentityProviderOptions, ProviderClient } from "./index.ts";
import { newInteractions, newPolicy } from "./interactions.ts";
import { idTokenAlgorithm, signAnew } from "./keys.ts";
import { signOut, skipEmptySignOut } from "./logout.ts";
import { type Middleware, Provider } from "./oidc.ts";
import { formTargets, messagePage, showPage } from "./pages.ts";
import { claimsOf, moreClaims, People } from "./people.ts";
import { BoundedStore, ClientStore } from "./store.ts";

type Options = IdentityProviderOptions &
  Required<Pick<IdentityProviderOptions, "issuer" | "keys" | "cookieKeys">>;

type ClientFinder = (clientId: string) => ProviderClient | undefined;
/** Of a client, by its id. */
export type FormTargets = (clientId: unknown) => string;

const minute = 60;
const hour = 60 * minute;

export async function newProvider(options: Options): Promise<Provider> {
  const people = new People(options.people);
  const find = clientFinder(options.clients);
  const targets = (clientId: unknown) => formTargets(find(String(clientId)));
  const { pathname } = new URL(options.issuer);
  const prefix = pathname === "/" ? "" : pathname;
  const provider = new Provider(options.issuer, configure(options, people, { prefix, find, targets }));
  passAllClaims(provider);
  // Each request says that it came by the issuer's address: see asIssuer.
  provider.proxy = true;
  provider.on("server_error", (_context, error) => console.error(error));
  provider.use(showUnknown);
  provider.use(skipEmptySignOut);
  if (options.alterIdToken) provider.use(alterIdTokens(options.keys, options.alterIdToken));
  provider.use(newInteractions(provider, people, { title: options.title, prefix, targets }));
  // Otherwise it would look at a client only once it is used.
  const known = typeof options.clients === "function" ? [] : options.clients;
  for (const { clientId } of known) await provider.Client.find(clientId);
  return provider;
}

function configure(
  { keys, cookieKeys, port }: Options,
  people: People,
  { prefix, find, targets }: { prefix: string; find: ClientFinder; targets: FormTargets },
): Configuration {
  return {
    adapter: (kind) => (kind === "Client" ? new ClientStore(describedBy(find)) : new BoundedStore()),
    jwks: keys,
    clientDefaults: {
      grant_types: ["authorization_code"],
      id_token_signed_response_alg: idTokenAlgorithm(keys),
      require_auth_time: true,
    },
    clientAuthMethods: ["client_secret_basic", "client_secret_post"],
    responseTypes: ["code"],
    scopes: ["openid", "profile", "email", "groups"],
    claims: people.claimsByScope(),
    acrValues: people.acrValues(),
    // Otherwise name, e-mail and groups would be in the userinfo only.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: {
      keys: [...cookieKeys],
      // Browsers share cookies between all ports of a host.
      names: {
        session: `identity-provider-${port}`,
        interaction: `identity-provider-${port}-interaction`,
        resume: `identity-provider-${port}-resume`,
      },
    },
    ttl: {
      Session: 8 * hour,
      Grant: 8 * hour,
      Interaction: 30 * minute,
      AuthorizationCode: minute,
      AccessToken: 10 * minute,
      IdToken: 10 * minute,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => signOut(context, form, targets(context.oidc.client?.clientId)),
        postLogoutSuccessSource: (context) =>
          showPage(context, messagePage("Signed out", "You can close this page.")),
      },
    },
    interactions: {
      policy: newPolicy(people),
      url: (_context, { uid }) => `${prefix}/interaction/${uid}`,
    },
    findAccount: (_context, id) => {
      const person = people.get(id);
      return person && { accountId: id, claims: () => claimsOf(person) };
    },
    loadExistingGrant: grantAll,
    renderError: (context, { error, error_description: description }) =>
      showPage(context, messagePage("That did not work", description ?? error)),
    clientBasedCORS: () => false,
    // The package's own would not reach clients on this machine. Theirs are no strangers' addresses.
    fetch: (url, options) => fetch(url, withoutDispatcher(options)),
  };
}

function clientFinder(clients: Options["clients"]): ClientFinder {
  if (typeof clients === "function") return clients;
  return (clientId) => clients.find((client) => client.clientId === clientId);
}

function describedBy(find: ClientFinder): (clientId: string) => ClientMetadata | undefined {
  return (clientId) => {
    const client = find(clientId);
    return client && describeClient(client);
  };
}

function describeClient(client: ProviderClient): ClientMetadata {
  const { postLogoutRedirectUris = [], backChannelLogoutUri } = client;
  return {
    client_id: client.clientId,
    client_secret: client.clientSecret,
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...postLogoutRedirectUris],
    ...(backChannelLogoutUri && {
      backchannel_logout_uri: backChannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
  };
}

/** oidc-provider gives only claims which it knows from its start, and a sid only for the back channel. */
function passAllClaims(provider: Provider): void {
  provider.Client.prototype.includeSid = () => true;
  const { prototype } = provider.Claims as unknown as {
    prototype: { available: { [moreClaims]?: object }; result(): Promise<object> };
  };
  const { result } = prototype;
  prototype.result = async function () {
    return { ...this.available[moreClaims], ...(await result.call(this)) };
  };
}

/** Nobody is asked to consent: all scopes are granted to each client. */
async function grantAll({ oidc }: KoaContextWithOIDC) {
  const { provider, session, account, client } = oidc;
  if (!session || !account || !client) return undefined;
  const { accountId } = account;
  const { clientId } = client;
  const known = await provider.Grant.find(session.grantIdFor(clientId) ?? "");
  if (known?.accountId === accountId) return known;
  const grant = new provider.Grant({ accountId, clientId });
  grant.addOIDCScope("openid profile email groups");
  await grant.save();
  return grant;
}

function withoutDispatcher(options: RequestInit | undefined): RequestInit {
  const { dispatcher: _, ...rest } = (options ?? {}) as RequestInit & { dispatcher?: unknown };
  return rest;
}

function alterIdTokens(keys: Options["keys"], alter: NonNullable<Options["alterIdToken"]>): Middleware {
  return async (context, next) => {
    await next();
    if ((context as Partial<KoaContextWithOIDC>).oidc?.route !== "token") return;
    const body = context.body as { id_token?: unknown };
    if (typeof body.id_token !== "string") return;
    context.body = { ...body, id_token: signAnew(body.id_token, keys, alter) };
  };
}

const showUnknown: Middleware = async (context, next) => {
  await next();
  if (context.status !== 404 || context.body) return;
  showPage(context, messagePage("Not found", "There is no such page here."));
  context.status = 404;
};
