import type { Part, Policy } from "./api/client.ts";
import { pieces } from "./words.ts";

/** What a policy does, said so that nobody has to know its name. */

export const policyNames: Record<Policy["kind"], string> = {
  "min-max": "Minimum and maximum",
  "reorder-point": "Reorder point and fixed quantity",
  periodic: "Reviewed on set days",
  kanban: "Kanban cards",
  "two-bin": "Two bins",
  event: "Button or scanned card",
};

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** 1 = Monday. "Monday to Friday", "Monday and Thursday", "every day". */
export function daysInWords(days: readonly number[]): string {
  const sorted = [...days].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return "no day";
  if (sorted.length === 7) return "every day";
  const name = (each: number) => weekdays[each - 1] ?? "";
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${name(first)} to ${name(last)}`;
  return new Intl.ListFormat("en").format(sorted.map(name));
}

/** As short as a table needs it. */
export function policyShort(policy: Policy): string {
  switch (policy.kind) {
    case "min-max":
      return `${pieces(policy.minimum)} to ${pieces(policy.maximum)}`;
    case "reorder-point":
      return `at ${pieces(policy.reorderPoint)}, ${pieces(policy.quantity)} each time`;
    case "periodic":
      return `at ${pieces(policy.reorderPoint)} up to ${pieces(policy.maximum)}, ${daysInWords(policy.days)}`;
    case "kanban":
      return `${pieces(policy.cards)} cards of ${pieces(policy.piecesPerCard)}`;
    case "two-bin":
      return `two bins of ${pieces(policy.piecesPerBin)}`;
    case "event":
      return `${pieces(policy.quantity)} at the press of a button`;
  }
}

/** What will happen by this policy, as one sentence. */
export function policySentence(policy: Policy, unit: string): string {
  const count = (quantity: number) => pieces(quantity, unit);
  switch (policy.kind) {
    case "min-max":
      return `As soon as ${count(policy.minimum)} or fewer are there or on their way, Refill orders up to ${count(policy.maximum)}.`;
    case "reorder-point":
      return `As soon as ${count(policy.reorderPoint)} or fewer are there or on their way, Refill orders ${count(policy.quantity)}, or several times that if one is not enough.`;
    case "periodic":
      return `Refill looks ${policy.days.length === 7 ? "every day" : `on ${daysInWords(policy.days)}`} at ${policy.at}: if ${count(policy.reorderPoint)} or fewer are there or on their way, it orders up to ${count(policy.maximum)}.`;
    case "kanban":
      return `${pieces(policy.cards)} containers of ${count(policy.piecesPerCard)} go round: each one that is emptied is ordered again.`;
    case "two-bin":
      return `Two bins of ${count(policy.piecesPerBin)}: when the first one is empty, Refill orders another while the second is used.`;
    case "event":
      return `When the button is pressed or the card is scanned, Refill orders ${count(policy.quantity)}, whatever the level.`;
  }
}

/** The policy that holds at a location, its own or its part's. */
export function policyAt(location: { policy: Policy | null }, part: Part | undefined): Policy | null {
  return location.policy ?? part?.policy ?? null;
}
