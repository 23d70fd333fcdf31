import type { Logger } from "pino";
import { Refusal } from "../refusal.ts";
import type { AccountChange } from "./account-change.ts";
import type { AccountStore } from "./account-store.ts";
import type { Kind } from "./records.ts";
import type { WorkingSet } from "./working-set.ts";

/** What the accounts take in their databases, and the refusal of what would make a full one larger. */
export interface StorageUse {
  /** Bytes of tables and indexes now. */
  measure(accountId: string): Promise<number>;
  /** Measures unless that was done lately, where a quota makes it matter. */
  refresh(set: WorkingSet): Promise<void>;
  /** Throws a 403 refusal when the account is full and the change creates something. */
  check(change: AccountChange): void;
  /** Measures every account in memory that has a quota. */
  measureHeld(): Promise<void>;
}

const measuredForMs = 5 * 60_000;
/** Somebody may be making room. */
const fullForMs = 5_000;
const megabyte = 2 ** 20;

/** What people create; to sign in, to receive messages and to order by policy goes on in a full account. */
const created: readonly Kind[] = [
  "site",
  "supplier",
  "part",
  "device",
  "gateway",
  "location",
  "order",
  "webhook",
  "dataExport",
  "apiKey",
  "registrationLink",
];

export function openStorageUse({ store, log }: { store: AccountStore; log: Logger }): StorageUse {
  const measured = new Map<string, { bytes: number; at: number }>();

  const isFull = (set: WorkingSet) => {
    const { storageMb } = set.quota;
    return storageMb !== null && (measured.get(set.accountId)?.bytes ?? 0) >= storageMb * megabyte;
  };

  async function measure(accountId: string): Promise<number> {
    const { rows } = await store.query(accountId, (tx) =>
      tx.query<{ bytes: string }>(
        `select coalesce(sum(pg_total_relation_size(oid)), 0) as bytes from pg_class
         where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'm')`,
      ),
    );
    const bytes = Number(rows[0]!.bytes);
    measured.set(accountId, { bytes, at: performance.now() });
    return bytes;
  }

  return {
    measure,
    async refresh(set) {
      if (set.quota.storageMb === null) return;
      const known = measured.get(set.accountId);
      const isKnown = known && performance.now() - known.at < (isFull(set) ? fullForMs : measuredForMs);
      if (!isKnown) await measure(set.accountId);
    },
    check(change) {
      const { base, actor, overlay } = change;
      if (actor.kind === "system" || actor.kind === "operator" || !isFull(base)) return;
      const creates = created.some((kind) =>
        [...overlay[kind]].some(([id, record]) => record !== undefined && !base.get(kind, id)),
      );
      if (!creates) return;
      throw new Refusal(
        403,
        "quota-storage",
        `Your account may take ${base.quota.storageMb} MB and takes ${Math.ceil(measured.get(base.accountId)!.bytes / megabyte)}. Remove what you do not need or keep raw measurements for fewer days, or ask whoever runs Refill for more.`,
      );
    },
    async measureHeld() {
      const held = new Map(store.heldAccounts().map((set) => [set.accountId, set]));
      for (const accountId of measured.keys()) if (!held.has(accountId)) measured.delete(accountId);
      for (const [accountId, { quota }] of held)
        try {
          if (quota.storageMb !== null) await measure(accountId);
        } catch (error) {
          log.warn({ accountId, reason: (error as Error).message }, "an account's size was not measured");
        }
    },
  };
}
