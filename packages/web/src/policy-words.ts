import type { Part, Policy } from "./api/client.ts";
import { t } from "./language/language.ts";
import { listed, pieces } from "./words.ts";

/** What a policy does, said so that nobody has to know its name. */

export const policyNames: Record<Policy["kind"], string> = {
  "min-max": t("Minimum and maximum"),
  "reorder-point": t("Reorder point and fixed quantity"),
  periodic: t("Reviewed on set days"),
  kanban: t("Kanban cards"),
  "two-bin": t("Two bins"),
  event: t("Button or scanned card"),
};

export const weekdays: readonly string[] = [
  t("Monday"),
  t("Tuesday"),
  t("Wednesday"),
  t("Thursday"),
  t("Friday"),
  t("Saturday"),
  t("Sunday"),
];

/** 1 = Monday. "Monday to Friday", "Monday and Thursday", "every day". */
export function daysInWords(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return t("no day");
  if (sorted.length === 7) return t("every day");
  const name = (each: number) => weekdays[each - 1] ?? "";
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return t("{first} to {last}", { first: name(first), last: name(last) });
  return listed(sorted.map(name));
}

/** As short as a table needs it. */
export function policyShort(policy: Policy): string {
  switch (policy.kind) {
    case "min-max":
      return t("{first} to {last}", { first: pieces(policy.minimum), last: pieces(policy.maximum) });
    case "reorder-point":
      return t("at {reorderPoint}, {quantity} each time", {
        reorderPoint: pieces(policy.reorderPoint),
        quantity: pieces(policy.quantity),
      });
    case "periodic":
      return t("at {reorderPoint} up to {maximum}, {days}", {
        reorderPoint: pieces(policy.reorderPoint),
        maximum: pieces(policy.maximum),
        days: daysInWords(policy.days),
      });
    case "kanban":
      return t("{cards} cards of {piecesPerCard}", {
        cards: pieces(policy.cards),
        piecesPerCard: pieces(policy.piecesPerCard),
      });
    case "two-bin":
      return t("two bins of {piecesPerBin}", { piecesPerBin: pieces(policy.piecesPerBin) });
    case "event":
      return t("{quantity} at the press of a button", { quantity: pieces(policy.quantity) });
  }
}

/** What will happen by this policy, as one sentence. */
export function policySentence(policy: Policy, unit: string): string {
  const count = (quantity: number) => pieces(quantity, unit);
  switch (policy.kind) {
    case "min-max":
      return t("As soon as {minimum} or fewer are there or on their way, Refill orders up to {maximum}.", {
        minimum: count(policy.minimum),
        maximum: count(policy.maximum),
      });
    case "reorder-point":
      return t(
        "As soon as {reorderPoint} or fewer are there or on their way, Refill orders {quantity}, or several times that if one is not enough.",
        { reorderPoint: count(policy.reorderPoint), quantity: count(policy.quantity) },
      );
    case "periodic": {
      const values = {
        at: policy.at,
        days: daysInWords(policy.days),
        reorderPoint: count(policy.reorderPoint),
        maximum: count(policy.maximum),
      };
      return policy.days.length === 7
        ? t(
            "Refill looks every day at {at}: if {reorderPoint} or fewer are there or on their way, it orders up to {maximum}.",
            values,
          )
        : t(
            "Refill looks on {days} at {at}: if {reorderPoint} or fewer are there or on their way, it orders up to {maximum}.",
            values,
          );
    }
    case "kanban":
      return t("{cards} containers of {piecesPerCard} go round: each one that is emptied is ordered again.", {
        cards: pieces(policy.cards),
        piecesPerCard: count(policy.piecesPerCard),
      });
    case "two-bin":
      return t(
        "Two bins of {piecesPerBin}: when the first one is empty, Refill orders another while the second is used.",
        { piecesPerBin: count(policy.piecesPerBin) },
      );
    case "event":
      return t(
        "When the button is pressed or the card is scanned, Refill orders {quantity}, whatever the level.",
        {
          quantity: count(policy.quantity),
        },
      );
  }
}

/** The policy that holds at a location, its own or its part's. */
export function policyAt(location: { policy: Policy | null }, part: Part | undefined): Policy | null {
  return location.policy ?? part?.policy ?? null;
}
