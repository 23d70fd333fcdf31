import { isDeepStrictEqual } from "node:util";
import type { AccountChange } from "../accounts/account-change.ts";

/** Locations without a policy of their own whose part gets another one with this change, which is not committed yet. */
export function policyFollowers({ base, overlay }: AccountChange): string[] {
  const parts = new Set<string>();
  for (const [id, part] of overlay.part) {
    const known = base.get("part", id);
    if (known && part && !isDeepStrictEqual(known.policy, part.policy)) parts.add(id);
  }
  if (parts.size === 0) return [];
  return [...base.all("location")].flatMap(({ id, partId, policy }) =>
    policy === null && parts.has(partId) ? id : [],
  );
}
