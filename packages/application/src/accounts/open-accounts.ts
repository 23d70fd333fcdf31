import { connectRegions, type RegionDatabase, type Regions } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import { AccountStore } from "./account-store.ts";
import { type Credentials, openCredentials } from "./credentials.ts";

/** The accounts without the running application: for commands, which leave no jobs. */
export function openAccounts(
  databases: readonly RegionDatabase[],
  vault: KeyVault,
): {
  regions: Regions;
  store: AccountStore;
  credentials: Credentials;
  close(): Promise<void>;
} {
  const regions = connectRegions(databases, vault, 4);
  const store = new AccountStore({
    regions,
    vault,
    writeJobs: () => Promise.reject(new Error("only the running application leaves jobs")),
  });
  return {
    regions,
    store,
    credentials: openCredentials(regions),
    async close() {
      store.close();
      await regions.close();
    },
  };
}
