import { newToken } from "../../accounts/credentials.ts";
import type { Connection } from "../../accounts/records.ts";
import type { WorkingSet } from "../../accounts/working-set.ts";
import type { Api } from "../../api/api.ts";
import { Refusal } from "../../refusal.ts";
import { requiredConnection } from "../next-step.ts";

/**
 * The opaque word in a connection's addresses: it leads to the account and tells nothing, so that nobody finds customers by
 * trying.
 */
export function connectionToken(
  { region, sealer }: Pick<WorkingSet, "region" | "sealer">,
  id: string,
): string {
  return newToken("connection", region, sealer.lookupHash("connection", id));
}

/** Also one that is off, for its test. Throws a 404 refusal. */
export async function findAnyConnection(
  api: Pick<Api, "store" | "credentials" | "isDemonstration">,
  token: string,
): Promise<{ set: WorkingSet; connection: Connection }> {
  const found = await api.credentials.find("connection", token);
  const set = found && (await api.store.read(found.accountId));
  for (const connection of set?.all("connection") ?? [])
    if (connectionToken(set!, connection.id) === token && isUsable(api, set!, connection))
      return { set: set!, connection };
  throw new Refusal(
    404,
    "not-found",
    "This way to sign in does not exist (any more). Ask an admin of your account.",
  );
}

/** One that is on. Throws a 404 refusal. */
export async function findConnection(
  api: Pick<Api, "store" | "credentials" | "isDemonstration">,
  token: string,
): Promise<{ set: WorkingSet; connection: Connection }> {
  const found = await findAnyConnection(api, token);
  if (found.connection.isEnabled && found.set.state === "active") return found;
  throw new Refusal(404, "not-found", "This way to sign in is switched off. Ask an admin of your account.");
}

/** The demonstration's own provider lets everybody in: nowhere else. */
function isUsable(
  api: Pick<Api, "isDemonstration">,
  set: WorkingSet,
  { demonstrationPeople }: Connection,
): boolean {
  return demonstrationPeople.length === 0 || (api.isDemonstration && set.isDemonstration);
}

export function enabledConnections(api: Pick<Api, "isDemonstration">, set: WorkingSet) {
  return [...set.all("connection")]
    .filter((connection) => connection.isEnabled && isUsable(api, set, connection))
    .map((connection) => viewOfConnection(set, connection));
}

/** By which an address has to sign in, as anybody may see it. */
export function requiredConnectionOf(api: Pick<Api, "isDemonstration">, set: WorkingSet, email: string) {
  const connection = requiredConnection(set, email);
  return connection && isUsable(api, set, connection) ? viewOfConnection(set, connection) : undefined;
}

export function viewOfConnection(set: WorkingSet, { id, name, settings }: Connection) {
  return { token: connectionToken(set, id), name, kind: settings.kind };
}

/** Of our side of a connection, as its provider has to know them. */
export function addressesOf(baseUrl: string, token: string) {
  return {
    oidcCallback: `${baseUrl}/sign-in/oidc/${token}/callback`,
    oidcBackChannel: `${baseUrl}/sign-in/oidc/${token}/back-channel`,
    samlEntityId: `${baseUrl}/sign-in/saml/${token}/metadata`,
    samlConsumer: `${baseUrl}/sign-in/saml/${token}/consume`,
    samlSignOut: `${baseUrl}/sign-in/saml/${token}/sign-out`,
    signIn: `${baseUrl}/sign-in#${token}`,
  };
}
