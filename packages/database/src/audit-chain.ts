import type { Sealer } from "@refill/vault";

/** The newest entry of an audit trail: its number, and the hash that every entry before it went into. */
export interface AuditHead {
  sequence: number;
  hash: Buffer;
}

/** An entry as it lies in its table. */
export interface AuditRow {
  sequence: number;
  /** ms since 1970. */
  at: number;
  hash: Buffer;
  sealed: Buffer;
}

export const emptyTrail: AuditHead = { sequence: 0, hash: Buffer.alloc(32) };
const table = "audit_entry";

/**
 * The next entry: its hash is an HMAC, under the account's look-up key, over the hash before, number, time and content.
 * Whoever has the database but not the keys can neither change, remove, insert nor reorder entries unnoticed.
 */
export function nextEntry(seal: Sealer, head: AuditHead, at: number, content: object): AuditRow {
  const sequence = head.sequence + 1;
  return {
    sequence,
    at,
    hash: hashOf(seal, head.hash, sequence, at, content),
    sealed: seal.seal(table, String(sequence), content),
  };
}

/** Throws SealBroken when it was changed. */
export function openEntry(seal: Sealer, { sequence, sealed }: Pick<AuditRow, "sequence" | "sealed">): object {
  return seal.open(table, String(sequence), sealed) as object;
}

export type AuditFault = { sequence: number; fault: "missing" | "changed" | "unreadable" | "too-many" };

/**
 * Follows a trail entry by entry, in order: `next` gives an entry's fault, `end` what is wrong with where it ends.
 * `stored` is the head as the account keeps it, `anchor` an earlier head that lies elsewhere.
 */
export function auditVerifier(
  seal: Sealer,
  { stored, anchor }: { stored: AuditHead; anchor: AuditHead | undefined },
): { next(row: AuditRow): AuditFault | undefined; end(): AuditFault | undefined } {
  let head = emptyTrail;
  return {
    next(row) {
      const before = head;
      head = { sequence: row.sequence, hash: row.hash };
      if (row.sequence !== before.sequence + 1) return { sequence: before.sequence + 1, fault: "missing" };
      let content: object;
      try {
        content = openEntry(seal, row);
      } catch {
        return { sequence: row.sequence, fault: "unreadable" };
      }
      const isOurs = hashOf(seal, before.hash, row.sequence, row.at, content).equals(row.hash);
      const isAnchored = anchor?.sequence !== row.sequence || anchor.hash.equals(row.hash);
      return isOurs && isAnchored ? undefined : { sequence: row.sequence, fault: "changed" };
    },
    end() {
      const wanted = Math.max(stored.sequence, anchor?.sequence ?? 0);
      if (wanted > head.sequence) return { sequence: head.sequence + 1, fault: "missing" };
      if (stored.sequence < head.sequence) return { sequence: stored.sequence + 1, fault: "too-many" };
      return stored.hash.equals(head.hash) ? undefined : { sequence: head.sequence, fault: "changed" };
    },
  };
}

function hashOf(seal: Sealer, before: Buffer, sequence: number, at: number, content: object): Buffer {
  return seal.lookupHash("audit", `${before.toString("hex")}|${sequence}|${at}|${JSON.stringify(content)}`);
}
