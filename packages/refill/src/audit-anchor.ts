import { type AuditHead, accountRole, auditAnchorName } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import type pg from "pg";

const serviceAnchorName = "service/audit-anchor";

/**
 * Notes in the key vault what each audit trail of the region ends with now: whoever has the database alone can't cut a
 * trail behind that without being found out.
 */
export async function anchorTrails(owner: pg.Pool, vault: KeyVault): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from directory.customer where state in ('active', 'suspended') order by id",
  );
  for (const { id } of rows) await anchor(vault, auditAnchorName(id), await accountHead(owner, id));
  const service = await owner.query<{ region: string }>("select region from directory.customer limit 1");
  const region = service.rows[0]?.region.toLowerCase();
  if (region) await anchor(vault, `${serviceAnchorName}-${region}`, await serviceHead(owner));
}

export async function accountHead(owner: pg.Pool, accountId: string): Promise<AuditHead> {
  const { rows } = await owner.query<{ sequence: string; hash: Buffer }>(
    `select audit_sequence as sequence, audit_hash as hash from ${accountRole(accountId)}.account_revision`,
  );
  return { sequence: Number(rows[0]!.sequence), hash: rows[0]!.hash };
}

export async function serviceHead(owner: pg.Pool): Promise<AuditHead> {
  const { rows } = await owner.query<{ sequence: string; hash: Buffer }>(
    "select sequence, head_hash as hash from directory.audit_head",
  );
  return { sequence: Number(rows[0]!.sequence), hash: rows[0]!.hash };
}

/** What was noted last; undefined before the first time. */
export async function readAnchor(vault: KeyVault, accountId: string): Promise<AuditHead | undefined> {
  return parse(await vault.getSecret(auditAnchorName(accountId)));
}

export async function readServiceAnchor(vault: KeyVault, region: string): Promise<AuditHead | undefined> {
  return parse(await vault.getSecret(`${serviceAnchorName}-${region.toLowerCase()}`));
}

async function anchor(vault: KeyVault, name: string, head: AuditHead): Promise<void> {
  const before = parse(await vault.getSecret(name));
  // Never backwards: a trail that is shorter than its anchor was cut, and the anchor is what tells so.
  if (before && before.sequence >= head.sequence) return;
  await vault.setSecret(name, JSON.stringify({ sequence: head.sequence, hash: head.hash.toString("hex") }));
}

function parse(text: string | undefined): AuditHead | undefined {
  if (text === undefined) return undefined;
  const { sequence, hash } = JSON.parse(text) as { sequence: number; hash: string };
  return { sequence, hash: Buffer.from(hash, "hex") };
}
