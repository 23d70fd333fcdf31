import type { Policy } from "../ordering/index.ts";
import type { Outlook, Plan } from "./plan-location.ts";
import type { Benefit } from "./proposal.ts";

/** Why a change is proposed, as a material manager would write it. */
export function reasonInWords(plan: Plan, present: Outlook, benefit: Benefit): string {
  const { forecast, leadTimeDemand, service } = plan;
  const { days, mean, standardDeviation } = leadTimeDemand;
  const demand =
    `${CLASS[plan.class] ?? "Demand"}, ${amount(forecast.ratePerDay * 7)} pieces a week; ` +
    `the lead time of ${amount(days)} days takes ${amount(mean)} ± ${amount(standardDeviation)}.`;
  const wanted = `${percent(service.level)} ${service.measure === "cycle" ? "of the order cycles without a stock-out" : "of the pieces from the shelf"}`;
  const is = service.measure === "cycle" ? present.cycleService : present.fillRate;
  const now = `With ${policyInWords(present.policy)}, ${percent(is)} is to be expected`;
  switch (benefit) {
    case "service":
      return `${demand} ${now}, wanted is ${wanted}: about ${amount(present.stockOutsPerYear)} stock-outs a year.`;
    case "stock":
      return `${demand} ${now}, wanted is ${wanted}: on average ${amount(present.averageStock)} pieces lie there, more than that needs.`;
    case "cost":
      return `${demand} ${now}, wanted is ${wanted}; but ${amount(present.ordersPerYear)} orders a year and ${amount(present.averageStock)} pieces on average cost more than they must.`;
  }
}

/** What a change brings. */
export function effectInWords(before: Outlook, after: Outlook, currency: string): string {
  const parts = [
    `average stock ${amount(before.averageStock)} → ${amount(after.averageStock)} pieces${value(before, after, currency)}`,
    `fill rate ${percent(before.fillRate)} → ${percent(after.fillRate)}`,
    `stock-outs a year ${amount(before.stockOutsPerYear)} → ${amount(after.stockOutsPerYear)}`,
    `orders a year ${amount(before.ordersPerYear)} → ${amount(after.ordersPerYear)}`,
  ];
  return `With ${policyInWords(after.policy)}: ${parts.join(", ")}.`;
}

export function policyInWords(policy: Policy): string {
  switch (policy.kind) {
    case "min-max":
      return `minimum ${policy.minimum} and maximum ${policy.maximum}`;
    case "reorder-point":
      return `reorder point ${policy.reorderPoint} and quantity ${policy.quantity}`;
    case "periodic":
      return `reorder point ${policy.reorderPoint} and maximum ${policy.maximum}`;
    case "kanban":
      return `${policy.cards} ${policy.cards === 1 ? "card" : "cards"} of ${pieces(policy.piecesPerCard)}`;
    case "two-bin":
      return `two bins of ${pieces(policy.piecesPerBin)}`;
    case "event":
      return `${pieces(policy.quantity)} an order`;
  }
}

const CLASS: Partial<Record<Plan["class"], string>> = {
  smooth: "Demand is smooth",
  erratic: "Demand is regular but its size varies",
  intermittent: "Demand is intermittent",
  lumpy: "Demand is intermittent and its size varies",
};

function value(before: Outlook, after: Outlook, currency: string): string {
  if (before.stockValue === null || after.stockValue === null) return "";
  const difference = Math.round(after.stockValue - before.stockValue);
  return ` (${difference > 0 ? "+" : difference < 0 ? "−" : "±"}${Math.abs(difference)} ${currency})`;
}

function pieces(count: number): string {
  return `${count} ${count === 1 ? "piece" : "pieces"}`;
}

/** Two significant digits below 10, whole numbers above. */
function amount(value: number): string {
  if (value >= 10) return String(Math.round(value));
  if (value >= 1) return String(Math.round(value * 10) / 10);
  return String(Math.round(value * 100) / 100);
}

function percent(share: number): string {
  const hundredths = Math.round(share * 10_000);
  // 99.96 % is not all, nor is 99.999 %.
  if (hundredths === 10_000 && share < 1) return "more than 99.99 %";
  return `${hundredths % 10 === 0 || hundredths > 9990 ? hundredths / 100 : Math.round(hundredths / 10) / 10} %`;
}
