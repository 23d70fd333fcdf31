/** Which orders a person has to approve. */

/** Why a person must approve an order; values in the account's currency. */
export type ApprovalCause =
  | { code: "part" }
  | { code: "price-unknown"; limit: number }
  | { code: "value-above"; value: number; limit: number };

/**
 * Why a person must approve it; null: it is approved without one. `value`: in the account's currency, null when the price
 * is not known. `limits`: values above which is asked, e.g. the account's and the supplier's; null: none.
 */
export function approvalCause({
  value,
  limits,
  needsApproval,
}: {
  value: number | null;
  limits: readonly (number | null)[];
  /** The part is one that is always asked for. */
  needsApproval: boolean;
}): ApprovalCause | null {
  if (needsApproval) return { code: "part" };
  const limit = Math.min(...limits.map((each) => each ?? Number.POSITIVE_INFINITY));
  if (limit === Number.POSITIVE_INFINITY) return null;
  if (value === null) return { code: "price-unknown", limit };
  return value > limit ? { code: "value-above", value, limit } : null;
}

/** The same in words. */
export function approvalReason(cause: ApprovalCause | null): string | null {
  switch (cause?.code) {
    case undefined:
      return null;
    case "part":
      return "this part is ordered with approval only";
    case "price-unknown":
      return `its price is not known, and orders above ${cause.limit.toFixed(2)} need approval`;
    case "value-above":
      return `its value of ${cause.value.toFixed(2)} is above ${cause.limit.toFixed(2)}`;
  }
}
