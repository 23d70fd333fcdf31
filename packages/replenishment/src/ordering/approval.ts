/** Which orders a person has to approve. */

/**
 * Why a person must approve it, in words; null: it is approved without one. `value`: in the account's currency, null
 * when the price is not known. `limits`: values above which is asked, e.g. the account's and the supplier's; null: none.
 */
export function approvalReason({
  value,
  limits,
  needsApproval,
}: {
  value: number | null;
  limits: readonly (number | null)[];
  /** The part is one that is always asked for. */
  needsApproval: boolean;
}): string | null {
  if (needsApproval) return "this part is ordered with approval only";
  const limit = Math.min(...limits.map((each) => each ?? Number.POSITIVE_INFINITY));
  if (limit === Number.POSITIVE_INFINITY) return null;
  if (value === null) return `its price is not known, and orders above ${limit.toFixed(2)} need approval`;
  return value > limit ? `its value of ${value.toFixed(2)} is above ${limit.toFixed(2)}` : null;
}
