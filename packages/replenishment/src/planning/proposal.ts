import { orderUpToOf, type Policy, reorderPointOf } from "../ordering/index.ts";
import type { Outlook, Plan } from "./plan-location.ts";
import { effectInWords, reasonInWords } from "./proposal-words.ts";

/** From when on a change is worth a person's attention. */
export interface ProposalRules {
  /** Share of the reorder point or of the highest level that must change at least. */
  leastChange: number;
  /** Share of the demand or of the cycles by which the present policy must miss the wanted service. */
  leastMiss: number;
  /** Share of the average stock that must be saved at least … */
  leastSaving: number;
  /** … and its value, in the account's currency. */
  leastSavedValue: number;
  /** Periods (weeks or days) of history that must be known. */
  leastKnownPeriods: number;
  /** Days in which what was applied or dismissed makes a new proposal twice as hard. */
  restDays: number;
}

export const PROPOSAL_RULES: ProposalRules = {
  leastChange: 0.1,
  leastMiss: 0.005,
  leastSaving: 0.1,
  leastSavedValue: 20,
  leastKnownPeriods: 12,
  restDays: 28,
};

/** The location's latest proposal. */
export interface EarlierProposal {
  after: Policy;
  state: "open" | "applied" | "dismissed";
  /** Since it became that. */
  daysAgo: number;
}

/** What the customer lets Refill apply by itself. */
export interface AutomaticLimits {
  /** Share by which reorder point and highest level may change, 0…1 and above. */
  mostChange: number;
  /** Value of the additional average stock, in the account's currency. */
  mostValue: number;
}

/** After − before. */
export interface ProposalEffect {
  /** Pieces on average. */
  stock: number;
  /** In the account's currency; null: the price is not known. */
  stockValue: number | null;
  stockOutsPerYear: number;
  /** Share of the demand. */
  fillRate: number;
  ordersPerYear: number;
  /** In the account's currency; null: the price is not known. */
  costPerYear: number | null;
}

export interface Proposal {
  locationId: string;
  before: { policy: Policy; safetyStock: number };
  after: { policy: Policy; safetyStock: number };
  /** Why, in English sentences with numbers. */
  reason: string;
  /** What it brings, likewise. */
  outcome: string;
  effect: ProposalEffect;
  /** null: it lies within the customer's limits and may be applied; otherwise why not, in words. */
  needsPerson: string | null;
}

export type ProposalDecision =
  | { propose: Proposal }
  /** The open proposal still holds; about the same would be proposed again. */
  | { keep: true; needsPerson: Proposal["needsPerson"] }
  /** Why nothing is proposed; an open proposal is to be withdrawn. */
  | {
      none:
        | "no-plan"
        | "little-history"
        | "uncertain"
        | "no-better"
        | "small-change"
        | "small-effect"
        | "dismissed";
    };

/**
 * Whether a change of a location's parameters is worth proposing. So that proposals don't come and go with every week's
 * figures, an open one stays until it would be worth less than half of what a new one needs, a new one needs twice as much
 * soon after one was applied or dismissed, and what was dismissed is not proposed again for {@link DISMISSED_DAYS} days.
 *
 * `currency`: as it is to be written, e.g. "EUR".
 */
export function proposal(
  plan: Plan,
  earlier: EarlierProposal | null,
  automatic: AutomaticLimits | null,
  currency: string,
  rules: ProposalRules = PROPOSAL_RULES,
): ProposalDecision {
  const { present, recommended } = plan;
  if (!present || !recommended) return { none: "no-plan" };
  if (plan.class === "too-short" || plan.forecast.knownPeriods < rules.leastKnownPeriods)
    return { none: "little-history" };
  if (plan.notes.includes("lead-time-unusable")) return { none: "uncertain" };
  const isOpen = earlier?.state === "open";
  const isSimilar = earlier !== null && changeOf(earlier.after, recommended.policy) < rules.leastChange;
  if (earlier?.state === "dismissed" && isSimilar && earlier.daysAgo < DISMISSED_DAYS)
    return { none: "dismissed" };
  const factor = isOpen ? 0.5 : earlier && earlier.daysAgo < rules.restDays ? 2 : 1;
  const change = changeOf(present.policy, recommended.policy);
  if (change < rules.leastChange * factor) return { none: "small-change" };
  const benefit = benefitOf(plan, present, recommended, rules, factor);
  if (benefit === null) return { none: isWorse(present, recommended) ? "no-better" : "small-effect" };
  const effect = effectOf(present, recommended);
  const needed = needsPerson(change, effect, automatic, currency);
  if (isOpen && isSimilar) return { keep: true, needsPerson: needed };
  return {
    propose: {
      locationId: plan.id,
      before: { policy: present.policy, safetyStock: present.safetyStock },
      after: { policy: recommended.policy, safetyStock: recommended.safetyStock },
      reason: reasonInWords(plan, present, benefit),
      outcome: effectInWords(present, recommended, currency),
      effect,
      needsPerson: needed,
    },
  };
}

/** What was dismissed comes back only after so long, unless it has become another proposal. */
export const DISMISSED_DAYS = 180;

export type Benefit = "service" | "stock" | "cost";

function benefitOf(
  plan: Plan,
  present: Outlook,
  recommended: Outlook,
  rules: ProposalRules,
  factor: number,
): Benefit | null {
  const { measure, level } = plan.service;
  const served = (outlook: Outlook) => (measure === "cycle" ? outlook.cycleService : outlook.fillRate);
  const miss = level - served(present);
  if (miss >= rules.leastMiss * factor)
    // What can't be reached must at least come closer.
    return served(recommended) - served(present) >= Math.min(miss, rules.leastMiss * factor)
      ? "service"
      : null;
  // A lower stock must not be bought with less than the wanted service.
  if (!recommended.reachesService && served(recommended) < served(present)) return null;
  const saved = present.averageStock - recommended.averageStock;
  const savedValue =
    present.stockValue === null || recommended.stockValue === null
      ? null
      : present.stockValue - recommended.stockValue;
  const isEnough = savedValue === null || savedValue >= rules.leastSavedValue * factor;
  const savedCost =
    present.costPerYear === null || recommended.costPerYear === null
      ? null
      : present.costPerYear - recommended.costPerYear;
  // Less stock is no good when its many small orders cost more than it saves.
  const isDearer = savedCost !== null && savedCost < 0;
  if (saved >= rules.leastSaving * factor * present.averageStock && saved >= 1 && isEnough && !isDearer)
    return "stock";
  if (present.costPerYear === null || savedCost === null) return null;
  const ownCost = present.costPerYear - (plan.forecast.valuePerYear ?? 0);
  return savedCost >= rules.leastSavedValue * factor &&
    savedCost >= rules.leastSaving * factor * Math.max(0, ownCost)
    ? "cost"
    : null;
}

function isWorse(present: Outlook, recommended: Outlook): boolean {
  return recommended.averageStock >= present.averageStock && recommended.fillRate <= present.fillRate;
}

/** The larger of the shares by which reorder point and highest level change, of the highest level. */
function changeOf(before: Policy, after: Policy): number {
  if (before.kind !== after.kind) return Number.POSITIVE_INFINITY;
  const whole = Math.max(1, orderUpToOf(before));
  const point = Math.abs(reorderPointOf(after) - reorderPointOf(before));
  const highest = Math.abs(orderUpToOf(after) - orderUpToOf(before));
  return Math.max(point, highest) / whole;
}

function effectOf(before: Outlook, after: Outlook): ProposalEffect {
  const difference = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return {
    stock: after.averageStock - before.averageStock,
    stockValue: difference(after.stockValue, before.stockValue),
    stockOutsPerYear: after.stockOutsPerYear - before.stockOutsPerYear,
    fillRate: after.fillRate - before.fillRate,
    ordersPerYear: after.ordersPerYear - before.ordersPerYear,
    costPerYear: difference(after.costPerYear, before.costPerYear),
  };
}

function needsPerson(
  change: number,
  { stockValue }: ProposalEffect,
  automatic: AutomaticLimits | null,
  currency: string,
): string | null {
  if (automatic === null) return "Changes are not applied automatically.";
  if (!(change <= automatic.mostChange))
    return `It changes the levels by ${Math.round(change * 100)} %; up to ${Math.round(automatic.mostChange * 100)} % is applied automatically.`;
  if (stockValue === null) return "The part has no price, so nobody knows what it adds to the stock value.";
  if (!(stockValue <= automatic.mostValue))
    return `It adds ${Math.round(stockValue)} ${currency} to the stock value; up to ${Math.round(automatic.mostValue)} ${currency} is applied automatically.`;
  return null;
}
