/** When and how much a location orders: six kinds of policy, all on the inventory position. */

/** ISO 8601: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Quantities are whole pieces. Literature calls them (s, S), (R, Q), (R, s, S); kanban and two-bin are (R, Q) by containers. */
export type Policy =
  /** At or below `minimum`, order up to `maximum`. */
  | { kind: "min-max"; minimum: number; maximum: number }
  /** At or below `reorderPoint`, order as many times `quantity` as lift the position above it. */
  | { kind: "reorder-point"; reorderPoint: number; quantity: number }
  /** Looked at on these days at `at` (`HH:MM`, the site's zone): at or below `reorderPoint`, order up to `maximum`. */
  | {
      kind: "periodic";
      reorderPoint: number;
      maximum: number;
      days: readonly Weekday[];
      at: string;
    }
  /** Each emptied container sends its card. */
  | { kind: "kanban"; cards: number; piecesPerCard: number }
  /** One bin is used while the other one is being filled. */
  | { kind: "two-bin"; piecesPerBin: number }
  /** A pressed button or a scanned card orders `quantity`, whatever the level. */
  | { kind: "event"; quantity: number };

/** The counts of a policy: all that its levels follow from, whenever it is looked at. */
export type PolicyCounts =
  | Exclude<Policy, { kind: "periodic" }>
  | Omit<Extract<Policy, { kind: "periodic" }>, "days" | "at">;

/** What is wrong with a setting, in words for the person who made it. */
export type Problem = { field: string; message: string };

/** Pieces: the inventory position at or below which is ordered; an `event` location counts as low when it is empty. */
export function reorderPointOf(policy: PolicyCounts): number {
  switch (policy.kind) {
    case "min-max":
      return policy.minimum;
    case "reorder-point":
    case "periodic":
      return policy.reorderPoint;
    case "kanban":
      return (policy.cards - 1) * policy.piecesPerCard;
    case "two-bin":
      return policy.piecesPerBin;
    case "event":
      return 0;
  }
}

/** Pieces: the highest inventory position that the policy aims at, before rounding to packs. */
export function orderUpToOf(policy: PolicyCounts): number {
  switch (policy.kind) {
    case "min-max":
    case "periodic":
      return policy.maximum;
    case "reorder-point":
      return policy.reorderPoint + policy.quantity;
    case "kanban":
      return policy.cards * policy.piecesPerCard;
    case "two-bin":
      return 2 * policy.piecesPerBin;
    case "event":
      return policy.quantity;
  }
}

/** Whether the policy can be decided on: whole pieces, and something to order at its reorder point. */
export function isUsable(policy: PolicyCounts): boolean {
  const reorderPoint = reorderPointOf(policy);
  const orderUpTo = orderUpToOf(policy);
  return (
    Number.isSafeInteger(reorderPoint) &&
    Number.isSafeInteger(orderUpTo) &&
    reorderPoint >= 0 &&
    orderUpTo > reorderPoint
  );
}

/**
 * What is wrong with a policy at a location, a field each; empty when it can be used.
 * `capacity`: most pieces that the location holds. `safetyStock`: pieces, the location's.
 */
export function validatePolicy(policy: Policy, capacity: number, safetyStock = 0): Problem[] {
  const problems = problemsOf(policy, capacity);
  if (problems.length > 0) return problems;
  const highest = policy.kind === "event" ? policy.quantity : reorderPointOf(policy);
  if (!Number.isSafeInteger(safetyStock) || safetyStock < 0) {
    problems.push({ field: "safetyStock", message: "must be a whole number of pieces from 0" });
  } else if (safetyStock > 0 && safetyStock > highest) {
    problems.push({
      field: "safetyStock",
      message: `must not be above ${highest} pieces, where the policy orders: it would be used up before anything is ordered`,
    });
  }
  return problems;
}

function problemsOf(policy: Policy, capacity: number): Problem[] {
  const problems: Problem[] = [];
  const count = (field: string, value: number, from: number, unit = "pieces"): boolean => {
    if (Number.isSafeInteger(value) && value >= from) return true;
    problems.push({ field, message: `must be a whole number of ${unit} from ${from}` });
    return false;
  };
  const fits = (field: string, pieces: number, what: string) => {
    if (pieces > capacity)
      problems.push({ field, message: `${what} must not exceed the capacity of ${capacity} pieces` });
  };
  const levels = (lowField: string, low: number, maximum: number) => {
    const isLowSound = count(lowField, low, 0);
    if (!count("maximum", maximum, 1)) return;
    if (maximum > capacity)
      problems.push({ field: "maximum", message: `must not exceed the capacity of ${capacity} pieces` });
    else if (isLowSound && low >= maximum)
      problems.push({ field: lowField, message: "must be below maximum" });
  };
  switch (policy.kind) {
    case "min-max":
      levels("minimum", policy.minimum, policy.maximum);
      break;
    case "reorder-point": {
      const isPointSound = count("reorderPoint", policy.reorderPoint, 0);
      if (count("quantity", policy.quantity, 1) && isPointSound)
        fits("quantity", orderUpToOf(policy), "together with the reorder point it");
      break;
    }
    case "periodic":
      levels("reorderPoint", policy.reorderPoint, policy.maximum);
      problems.push(...problemsOfReview(policy.days, policy.at));
      break;
    case "kanban": {
      const areCardsSound = count("cards", policy.cards, 1, "cards");
      if (count("piecesPerCard", policy.piecesPerCard, 1) && areCardsSound)
        fits("cards", orderUpToOf(policy), `${orderUpToOf(policy)} pieces in all containers`);
      break;
    }
    case "two-bin":
      if (count("piecesPerBin", policy.piecesPerBin, 1))
        fits("piecesPerBin", orderUpToOf(policy), `${orderUpToOf(policy)} pieces in both bins`);
      break;
    case "event":
      if (count("quantity", policy.quantity, 1)) fits("quantity", policy.quantity, "it");
      break;
  }
  return problems;
}

function problemsOfReview(days: readonly Weekday[], at: string): Problem[] {
  const problems: Problem[] = [];
  if (days.length === 0) problems.push({ field: "days", message: "choose at least one day of the week" });
  else if (!areWeekdays(days))
    problems.push({ field: "days", message: "must be days from 1 (Monday) to 7 (Sunday), each once" });
  if (!isTimeOfDay(at)) problems.push({ field: "at", message: "must be a time of day such as 07:30" });
  return problems;
}

/** Days from 1 to 7, each at most once. */
export function areWeekdays(days: readonly number[]): days is readonly Weekday[] {
  return (
    days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) && new Set(days).size === days.length
  );
}

/** `HH:MM`, 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
