import type { KeyVault } from "@refill/vault";
import { type ApplicationDatabase, connectApplication } from "./connections.ts";
import type { RegionDatabase } from "./region.ts";

/** The regions' databases, and which account lies in which; an account's own work never touches another's. */
export interface Regions {
  readonly names: readonly string[];
  /** Throws RangeError for a region that is not served here. */
  of(region: string): ApplicationDatabase;
  /** Undefined when no region has such an account. Known ones are remembered: an account never moves. */
  regionOf(accountId: string): Promise<string | undefined>;
  /** An account that was just made or looked up. */
  remember(accountId: string, region: string): void;
  close(): Promise<void>;
}

/** `connections`: at most so many to each region. */
export function connectRegions(
  databases: readonly RegionDatabase[],
  vault: KeyVault,
  connections?: number,
): Regions {
  const byName = new Map(
    databases.map((database) => [database.region, connectApplication(database, vault, connections)]),
  );
  const regionByAccount = new Map<string, string>();
  let asking: Promise<void> | undefined;
  let away: unknown;

  /** Regions that don't answer now are told as the error, once all others were asked. */
  async function askAll(): Promise<void> {
    const asked = await Promise.allSettled(
      [...byName].map(async ([region, database]) => {
        const { rows } = await database.inDirectory((tx) =>
          tx.query<{ id: string }>("select id from customer where state <> 'closed'"),
        );
        for (const { id } of rows) regionByAccount.set(id, region);
      }),
    );
    away = asked.find((each) => each.status === "rejected")?.reason;
  }

  return {
    names: [...byName.keys()],
    of(region) {
      const found = byName.get(region);
      if (!found) throw new RangeError(`the region ${region} is not served here`);
      return found;
    },
    async regionOf(accountId) {
      // An answer that was asked for before may be too old for this account.
      for (let isNew = false; !isNew && !regionByAccount.has(accountId); ) {
        isNew = asking === undefined;
        asking ??= askAll().finally(() => {
          asking = undefined;
        });
        await asking;
      }
      const region = regionByAccount.get(accountId);
      if (region === undefined && away !== undefined) throw away;
      return region;
    },
    remember(accountId, region) {
      regionByAccount.set(accountId, region);
    },
    async close() {
      await Promise.all([...byName.values()].map((database) => database.close()));
    },
  };
}
