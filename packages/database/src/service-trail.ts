import { type KeyVault, type Sealer, sealer } from "@refill/vault";
import type pg from "pg";
import { inOwnTransaction } from "./accounts.ts";
import { type AuditHead, nextEntry } from "./audit-chain.ts";

/** What operators did to customers: kept apart from the accounts, so that it outlives them. */
export interface ServiceEntry {
  /** e.g. `account.created`. */
  action: string;
  /** The operator's login name on the machine, as far as it is known. */
  by: string;
  accountId: string | null;
  detail?: Record<string, unknown>;
  /** Where the operator is a person with an account: who, and from where. */
  operator?: { id: string | null; address: string | null };
}

export async function serviceSealer(vault: KeyVault): Promise<Sealer> {
  return sealer(await vault.getOrCreateKey("service/data-key", 32), "service");
}

/** Whatever may append to the trail: the owner, or the directory's role. */
export interface ServiceWriter {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** Appends to the region's service trail, within `client`'s transaction or one of its own. */
export async function recordService(owner: pg.Pool, vault: KeyVault, entry: ServiceEntry): Promise<void> {
  const seal = await serviceSealer(vault);
  await inOwnTransaction(owner, (client) => appendService(client, seal, entry));
}

export async function appendService(client: ServiceWriter, seal: Sealer, entry: ServiceEntry): Promise<void> {
  // Locks the one row, so that of several operators each follows the other.
  const { rows } = await client.query<{ sequence: string; head_hash: Buffer }>(
    "select sequence, head_hash from directory.audit_head for update",
  );
  const head: AuditHead = { sequence: Number(rows[0]!.sequence), hash: rows[0]!.head_hash };
  const { action, by, accountId, detail = null, operator } = entry;
  // In the shape of an account's entries.
  const next = nextEntry(seal, head, Date.now(), {
    v: 1,
    action,
    actor: { kind: "operator", id: operator?.id ?? null, name: by, address: operator?.address ?? null },
    target: accountId && { kind: "account", id: accountId, name: String(detail?.customer ?? "") },
    before: null,
    after: null,
    detail,
  });
  await client.query(
    "insert into directory.audit_entry (sequence, at, entry_hash, sealed) values ($1, $2, $3, $4)",
    [next.sequence, new Date(next.at).toISOString(), next.hash, next.sealed],
  );
  await client.query("update directory.audit_head set sequence = $1, head_hash = $2", [
    next.sequence,
    next.hash,
  ]);
}
