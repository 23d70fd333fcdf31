import type { AccountChange } from "../../accounts/account-change.ts";
import { systemActor } from "../../accounts/actor.ts";
import type { Connection, Session } from "../../accounts/records.ts";
import type { WorkingSet } from "../../accounts/working-set.ts";
import type { Api } from "../../api/api.ts";
import { signOutRequestUrl } from "../saml/index.ts";
import { connectionToken } from "./connection.ts";
import { endSessionUrl } from "./oidc.ts";
import { ownSide, providerSide, reachOf } from "./sign-on.ts";

/** Where the browser goes to end the session at its provider, too; null where there is none, or it does not answer now. */
export async function signOutUrl(api: Api, set: WorkingSet, session: Session): Promise<string | null> {
  const { provider, connectionId } = session;
  const connection = connectionId ? set.get("connection", connectionId) : undefined;
  if (!provider || !connection) return null;
  try {
    if (connection.settings.kind === "oidc")
      return await endSessionUrl(connection.settings, reachOf(api, set), {
        idToken: provider.idToken,
        returnTo: `${api.baseUrl()}/sign-in`,
      });
    const { settings } = connection;
    if (settings.signOutUrl === null) return null;
    return await signOutRequestUrl(
      ownSide(api, connectionToken(set, connection.id), settings),
      providerSide(settings),
      {
        nameId: provider.subject,
        nameIdFormat: provider.nameIdFormat,
        sessionIndex: provider.sessionId,
        relayState: "",
      },
    );
  } catch (error) {
    api.log.warn(
      { accountId: set.accountId, connectionId, reason: (error as Error).message },
      "a provider's session was not ended",
    );
    return null;
  }
}

/** Ends the sessions that the provider names: one of its own, or all of a person. */
export async function endProviderSessions(
  api: Api,
  set: WorkingSet,
  connection: Connection,
  named: { subject: string | null; sessionIds: readonly string[] },
): Promise<void> {
  const isNamed = ({ connectionId, provider }: Session) =>
    connectionId === connection.id &&
    provider !== null &&
    (named.subject === null || provider.subject === named.subject) &&
    (named.sessionIds.length === 0 ||
      (provider.sessionId !== null && named.sessionIds.includes(provider.sessionId)));
  const ended = await api.store.change(set.accountId, systemActor, (change: AccountChange) => {
    const sessions = [...change.all("session")].filter(isNamed);
    for (const { id } of sessions) change.remove("session", id);
    return sessions;
  });
  for (const { hash } of ended) await api.credentials.remove(set.region, hash);
}
