import { orderUpToOf, reorderPointOf } from "@refill/replenishment/policy";
import type { Policy } from "./api/client.ts";
import { t } from "./language/language.ts";

/** The fields of each kind of policy that are counts, and what they mean. */
export interface CountOfPolicy {
  field: string;
  label: string;
  description: string;
  /** What is counted; left out: the part's unit, empty: itself. */
  unit?: string;
}

export const policyCounts: Record<Policy["kind"], readonly CountOfPolicy[]> = {
  "min-max": [
    {
      field: "minimum",
      label: t("Minimum"),
      description: t("Orders when so many or fewer are there or on their way"),
    },
    { field: "maximum", label: t("Maximum"), description: t("Orders up to so many") },
  ],
  "reorder-point": [
    {
      field: "reorderPoint",
      label: t("Reorder point"),
      description: t("Orders when so many or fewer are there or on their way"),
    },
    { field: "quantity", label: t("Quantity"), description: t("Orders so many each time") },
  ],
  periodic: [
    {
      field: "reorderPoint",
      label: t("Reorder point"),
      description: t("Orders when so many or fewer are there or on their way at the review"),
    },
    { field: "maximum", label: t("Maximum"), description: t("Orders up to so many") },
  ],
  kanban: [
    {
      field: "cards",
      label: t("Cards"),
      description: t("So many containers go round"),
      unit: "",
    },
    { field: "piecesPerCard", label: t("Pieces a card"), description: t("So many are in a full container") },
  ],
  "two-bin": [
    { field: "piecesPerBin", label: t("Pieces a bin"), description: t("So many are in a full bin") },
  ],
  event: [{ field: "quantity", label: t("Quantity"), description: t("Each press or scan orders so many") }],
};

/** When each kind is the right one. */
export const policyAdvice: Record<Policy["kind"], string> = {
  "min-max": t("For most parts: what is used is filled up again."),
  "reorder-point": t("Where always the same quantity comes, for example a pallet."),
  periodic: t("Where somebody comes on set days, for example a weekly round of the supplier."),
  kanban: t("Where containers go round between the supplier and the place of use."),
  "two-bin": t("For small parts: one bin is used while the other one is filled."),
  event: t("Where nothing is measured, and people say that it is time."),
};

/** Another kind that begins with the numbers of the one before. */
export function policyOfKind(kind: Policy["kind"], before: Policy | null, packSize: number): Policy {
  const [low, high] = before ? [reorderPointOf(before), orderUpToOf(before)] : [Number.NaN, Number.NaN];
  const quantity = high - low;
  switch (kind) {
    case "min-max":
      return { kind, minimum: low, maximum: high };
    case "reorder-point":
      return { kind, reorderPoint: low, quantity };
    case "periodic":
      return { kind, reorderPoint: low, maximum: high, days: [1, 2, 3, 4, 5], at: "06:00" };
    case "kanban": {
      const cards = Math.floor(high / packSize);
      return { kind, cards: cards >= 1 ? cards : Number.NaN, piecesPerCard: packSize };
    }
    case "two-bin":
      return { kind, piecesPerBin: Math.floor(high / 2) };
    case "event":
      return { kind, quantity };
  }
}

/** Whether all of its numbers are typed. */
export function isComplete(policy: Policy): boolean {
  return Object.values(policy).every((value) => !Number.isNaN(value));
}
