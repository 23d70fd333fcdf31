import type { KoaContextWithOIDC } from "oidc-provider";
import type { Middleware, Provider } from "./oidc.ts";
import { showPage, signOutPage } from "./pages.ts";

type Session = InstanceType<Provider["Session"]>;

/** What the package's types leave out. */
interface BackChannel {
  backchannelLogout(accountId: string, sid: string): Promise<void>;
}

/** Ends a session and tells all of its clients so by the back channel; one that does not answer learns nothing. */
export async function endSession(provider: Provider, session: Session): Promise<void> {
  const { accountId, authorizations = {} } = session;
  const telling = Object.entries(authorizations).map(async ([clientId, { sid }]) => {
    const client = await provider.Client.find(clientId);
    if (!client?.backchannelLogoutUri || !accountId || !sid) return;
    await (client as unknown as BackChannel).backchannelLogout(accountId, sid);
  });
  await Promise.allSettled(telling);
  await session.destroy();
}

/**
 * Who brings an id token of the very person that is signed in is asked nothing; anything else could be another site's
 * link, and gets a question.
 */
export async function signOut(context: KoaContextWithOIDC, form: string, targets: string): Promise<void> {
  const { session, entities, provider } = context.oidc;
  if (!session || entities.IdTokenHint?.payload.sub !== session.accountId) {
    showPage(context, signOutPage(form), targets);
    return;
  }
  await endSession(provider, session);
  context.cookies.set(provider.cookieName("session"), null);
  leaveSignedOut(context);
}

/** Without anyone signed in there is nothing to ask, where oidc-provider would send a page that submits itself. */
export const skipEmptySignOut: Middleware = async (context, next) => {
  await next();
  const { oidc } = context as Partial<KoaContextWithOIDC>;
  if (oidc?.route !== "end_session" || context.status !== 200 || oidc.session?.accountId) return;
  leaveSignedOut(context as KoaContextWithOIDC);
};

/** To where the client wants them back, which the provider has checked. */
function leaveSignedOut(context: KoaContextWithOIDC): void {
  const { params = {}, urlFor } = context.oidc;
  const { post_logout_redirect_uri: wanted, state } = params;
  const target = new URL(
    typeof wanted === "string" ? wanted : urlFor.call(context.oidc, "end_session_success"),
  );
  if (typeof wanted === "string" && typeof state === "string") target.searchParams.set("state", state);
  context.status = 303;
  context.redirect(target.href);
}
