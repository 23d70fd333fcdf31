import { type ApplicationDatabase, connectApplication } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import { AccountStore } from "./account-store.ts";
import { type Credentials, openCredentials } from "./credentials.ts";

/** The accounts without the running application: for commands, which leave no jobs. */
export async function openAccounts(
  url: string,
  vault: KeyVault,
): Promise<{
  database: ApplicationDatabase;
  store: AccountStore;
  credentials: Credentials;
  close(): Promise<void>;
}> {
  const database = await connectApplication(url, vault, 4);
  const store = new AccountStore({
    database,
    vault,
    writeJobs: () => Promise.reject(new Error("only the running application leaves jobs")),
  });
  return { database, store, credentials: openCredentials(database), close: () => database.close() };
}
