import { type AuditFault, type AuditHead, auditVerifier } from "@refill/database";
import type { Sealer } from "@refill/vault";
import { type TrailSource, tableOf, trailRows } from "./trail.ts";

export interface Verification {
  /** Entries that were followed, from the first. */
  entries: number;
  head: AuditHead;
  /** The anchor that the head was compared with: an earlier head that lies in the key vault. */
  anchor: AuditHead | undefined;
  /** What is wrong first; undefined: every entry is there, unchanged and in order. */
  fault: AuditFault | undefined;
}

/**
 * Follows the whole chain, batch by batch, up to the head that the account has at the begin; changes that are committed meanwhile are
 * not looked at. `seal` is asked for with each batch: keys may leave the memory meanwhile.
 */
export async function verifyTrail(
  source: TrailSource,
  seal: () => Promise<Sealer>,
  anchor: AuditHead | undefined,
): Promise<Verification> {
  const head = await readHead(source);
  let current = await seal();
  const latest: Sealer = {
    get generation() {
      return current.generation;
    },
    seal: (...of) => current.seal(...of),
    open: (...of) => current.open(...of),
    lookupHash: (...of) => current.lookupHash(...of),
    wipe() {},
  };
  const verifier = auditVerifier(latest, { stored: head, anchor });
  let entries = 0;
  for await (const rows of trailRows(source, { last: head.sequence })) {
    current = await seal();
    for (const row of rows) {
      const fault = verifier.next(row);
      if (fault) return { entries, head, anchor, fault };
      entries += 1;
    }
  }
  return { entries, head, anchor, fault: verifier.end() ?? (await beyondHead(source)) };
}

/** What the account's trail ends with, as the account keeps it. */
export async function readHead(source: TrailSource): Promise<AuditHead> {
  const { table, sequence, hash } = headOf(source);
  const { rows } = await source.query<{ sequence: string; hash: Buffer }>(
    `select ${sequence} as sequence, ${hash} as hash from ${tableOf(source, table)}`,
  );
  return { sequence: Number(rows[0]!.sequence), hash: rows[0]!.hash };
}

function headOf({ head }: TrailSource): NonNullable<TrailSource["head"]> {
  return head ?? { table: "account_revision", sequence: "audit_sequence", hash: "audit_hash" };
}

/** Entries that were put behind the head, as of one moment. */
async function beyondHead(source: TrailSource): Promise<AuditFault | undefined> {
  const { table, sequence } = headOf(source);
  const { rows } = await source.query<{ sequence: string }>(
    `select sequence from ${tableOf(source)} where sequence > (select ${sequence} from ${tableOf(source, table)})
     order by sequence limit 1`,
  );
  return rows[0] && { sequence: Number(rows[0].sequence), fault: "too-many" };
}
