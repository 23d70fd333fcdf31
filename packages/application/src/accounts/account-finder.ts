import { createHmac } from "node:crypto";
import type { Regions } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import type { Logger } from "pino";
import type { AccountStore } from "./account-store.ts";

/**
 * Which accounts know an e-mail address, and whose a verified domain is: for people who come without a token. The directory
 * has keyed hashes of both, by a key of the service.
 */
export interface AccountFinder {
  /** In every region. */
  byAddress(email: string): Promise<string[]>;
  byDomain(domain: string): Promise<string | undefined>;
  /** False when the domain is another account's, here or in another region. */
  claimDomain(region: string, domain: string, accountId: string): Promise<boolean>;
  releaseDomain(region: string, domain: string): Promise<void>;
}

export async function openAccountFinder(options: {
  regions: Regions;
  vault: KeyVault;
  store: AccountStore;
  log: Logger;
}): Promise<AccountFinder> {
  const { regions, store, log } = options;
  const key = await options.vault.getOrCreateKey("service/directory-lookup-key", 32);
  const hashOf = (purpose: string, text: string) =>
    createHmac("sha256", key).update(`${purpose}|${text.toLowerCase()}`).digest();
  const inEach = async <T>(ask: (region: string) => Promise<T[]>) =>
    (await Promise.all(regions.names.map(ask))).flat();

  store.onCommitted((set, { overlay }) => {
    // An address that is no member's any more stays: it leads to an account that does not know it.
    for (const member of overlay.member.values())
      if (member)
        note(set.accountId, set.region, member.email).catch((error) =>
          log.warn({ accountId: set.accountId, reason: error.message }, "a member's address was not noted"),
        );
  });

  async function note(accountId: string, region: string, email: string): Promise<void> {
    await regions
      .of(region)
      .inDirectory((tx) =>
        tx.query("insert into address (hash, account_id) values ($1, $2) on conflict do nothing", [
          hashOf("address", email),
          accountId,
        ]),
      );
  }

  async function byDomain(domain: string): Promise<string | undefined> {
    const found = await inEach(async (region) => {
      const { rows } = await regions
        .of(region)
        .inDirectory((tx) =>
          tx.query<{ account_id: string }>(
            "select account_id from credential where hash = $1 and kind = 'domain'",
            [hashOf("domain", domain)],
          ),
        );
      return rows.map(({ account_id }) => account_id);
    });
    return found[0];
  }

  return {
    byDomain,
    byAddress: (email) =>
      inEach(async (region) => {
        const { rows } = await regions
          .of(region)
          .inDirectory((tx) =>
            tx.query<{ account_id: string }>("select account_id from address where hash = $1", [
              hashOf("address", email),
            ]),
          );
        return rows.map(({ account_id }) => account_id);
      }),
    async claimDomain(region, domain, accountId) {
      const owner = await byDomain(domain);
      if (owner !== undefined) return owner === accountId;
      await regions
        .of(region)
        .inDirectory((tx) =>
          tx.query(
            "insert into credential (hash, account_id, kind) values ($1, $2, 'domain') on conflict do nothing",
            [hashOf("domain", domain), accountId],
          ),
        );
      return (await byDomain(domain)) === accountId;
    },
    async releaseDomain(region, domain) {
      await regions
        .of(region)
        .inDirectory((tx) =>
          tx.query("delete from credential where hash = $1 and kind = 'domain'", [hashOf("domain", domain)]),
        );
    },
  };
}
