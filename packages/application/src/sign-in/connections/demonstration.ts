import { randomUUID } from "node:crypto";
import type { AccountStore } from "../../accounts/account-store.ts";
import type { Actor } from "../../accounts/actor.ts";
import { type Credentials, hashOf } from "../../accounts/credentials.ts";
import type { Connection } from "../../accounts/records.ts";
import type { WorkingSet } from "../../accounts/working-set.ts";
import type { Api } from "../../api/api.ts";
import { addressesOf, connectionToken } from "./connection.ts";

const demonstrationSlug = "demo";

/** How people sign in at the demonstration's own provider, with one click. */
export interface DemonstrationProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  people: readonly { id: string; name: string }[];
}

function demonstrationOf(set: WorkingSet): Connection | undefined {
  return [...set.all("connection")].find(({ demonstrationPeople }) => demonstrationPeople.length > 0);
}

/** The addresses that the demonstration's provider has to know, before it is started. */
export async function demonstrationAddresses(store: AccountStore, accountId: string, baseUrl: string) {
  const set = await store.readNow(accountId);
  const id = demonstrationOf(set)?.id ?? randomUUID();
  return { id, ...addressesOf(baseUrl, connectionToken(set, id)) };
}

/** The connection to it, as it is at this start. */
export async function putDemonstrationConnection(
  store: AccountStore,
  credentials: Credentials,
  accountId: string,
  actor: Actor,
  id: string,
  { issuer, clientId, clientSecret, people }: DemonstrationProvider,
): Promise<void> {
  const set = await store.readNow(accountId);
  await credentials.add("connection", set.region, hashOf(connectionToken(set, id)), accountId, null);
  await store.change(accountId, actor, (change) => {
    const seen = { email: null, name: null, attributes: {} };
    change.put("connection", {
      id,
      name: "Demonstration",
      isEnabled: true,
      settings: { kind: "oidc", provider: "other", issuer, clientId, clientSecret, tenant: null },
      test: change.get("connection", id)?.test ?? { at: change.at, problem: null, seen },
      admitsByRules: true,
      rules: [
        { attribute: "groups", value: "admins", role: "admin", privileges: [] },
        { attribute: "groups", value: "stores", role: "user", privileges: ["acknowledge-orders"] },
      ],
      secondFactorContexts: [],
      demonstrationPeople: people,
    });
  });
}

/** The one-click identities for the sign-in page; none outside of the demonstration. */
export async function demonstrationIdentities(
  api: Pick<Api, "store" | "regions" | "isDemonstration">,
): Promise<{ token: string; hint: string; name: string }[]> {
  if (!api.isDemonstration) return [];
  for (const region of api.regions.names) {
    const { rows } = await api.regions
      .of(region)
      .inDirectory((tx) =>
        tx.query<{ id: string }>(
          "select id from customer where slug = $1 and is_demonstration and state = 'active'",
          [demonstrationSlug],
        ),
      );
    const set = rows[0] && (await api.store.read(rows[0].id));
    const connection = set && demonstrationOf(set);
    if (set && connection?.isEnabled)
      return connection.demonstrationPeople.map(({ id, name }) => ({
        token: connectionToken(set, connection.id),
        hint: id,
        name,
      }));
  }
  return [];
}
