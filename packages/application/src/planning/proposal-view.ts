import type { Proposal } from "../accounts/records.ts";

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** As the REST API shows it, and exports. */
export function proposalView({ createdAt, decidedAt, ...proposal }: Proposal) {
  return { ...proposal, createdAt: iso(createdAt)!, decidedAt: iso(decidedAt) };
}
