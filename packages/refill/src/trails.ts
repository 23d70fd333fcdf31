import {
  readHead,
  readNamedAnchor,
  type TrailEntry,
  type TrailFilter,
  type TrailSource,
  trailEntries,
  type Verification,
  verifyTrail,
} from "@refill/application";
import { type AuditHead, accountRole, auditAnchorName, serviceSealer } from "@refill/database";
import type { KeyVault, Sealer } from "@refill/vault";
import type pg from "pg";
import type { ControlPlane } from "./control-plane.ts";

/** An audit trail as operators read it: a customer's, or a region's own. */
export interface Trail {
  name: string;
  source: TrailSource;
  seal(): Promise<Sealer>;
  /** Where in the key vault an earlier head is noted. */
  anchorName: string;
}

const serviceHead = { table: "audit_head", sequence: "sequence", hash: "head_hash" };

/** What operators did to customers of the region. */
export function serviceTrail(owner: pg.Pool, vault: KeyVault, region: string): Trail {
  return {
    name: `service ${region}`,
    source: { ...sourceOf(owner), schema: "directory", head: serviceHead },
    seal: () => serviceSealer(vault),
    anchorName: `service/audit-anchor-${region.toLowerCase()}`,
  };
}

export function accountTrail(
  { owner, store }: Pick<ControlPlane, "owner" | "store">,
  { accountId, slug, region }: { accountId: string; slug: string; region: string },
): Trail {
  return {
    name: slug,
    source: { ...sourceOf(owner(region)), schema: accountRole(accountId) },
    seal: async () => (await store.readNow(accountId)).sealer,
    anchorName: auditAnchorName(accountId),
  };
}

export async function verify(trail: Trail, vault: KeyVault): Promise<Verification> {
  const anchor = await readNamedAnchor(vault, trail.anchorName);
  return verifyTrail(trail.source, () => trail.seal(), anchor);
}

/** Oldest first, in batches. */
export async function* entriesOf(trail: Trail, filter: TrailFilter): AsyncGenerator<TrailEntry[]> {
  const { sequence: last } = await readHead(trail.source);
  yield* trailEntries(trail.source, () => trail.seal(), { filter, last });
}

/**
 * Notes in the key vault what each audit trail of the region ends with now: whoever has the database alone can't cut a
 * trail behind that without being found out.
 */
export async function anchorTrails(owner: pg.Pool, vault: KeyVault, region: string): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from directory.customer where state in ('active', 'suspended') order by id",
  );
  for (const { id } of rows)
    await anchor(vault, auditAnchorName(id), await readHead({ ...sourceOf(owner), schema: accountRole(id) }));
  const service = serviceTrail(owner, vault, region);
  await anchor(vault, service.anchorName, await readHead(service.source));
}

async function anchor(vault: KeyVault, name: string, head: AuditHead): Promise<void> {
  const before = await readNamedAnchor(vault, name);
  // Never backwards: a trail that is shorter than its anchor was cut, and the anchor is what tells so.
  if (before && before.sequence >= head.sequence) return;
  await vault.setSecret(name, JSON.stringify({ sequence: head.sequence, hash: head.hash.toString("hex") }));
}

function sourceOf(owner: pg.Pool): Pick<TrailSource, "query"> {
  return { query: async (text, values) => ({ rows: (await owner.query(text, values)).rows }) };
}
