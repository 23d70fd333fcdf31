import type { Supplier } from "../api/client.ts";
import { daysInWords } from "../policy-words.ts";
import { pieces } from "../words.ts";

/** "2 days", "6 hours". */
export function days(count: number): string {
  if (count > 0 && count < 1) return unitsOf(Math.round(count * 24), "hour");
  return unitsOf(count, "day");
}

/** "Monday to Friday until 14:30". */
export function orderingTimes({ orderingDays, cutOff }: Supplier["calendar"]): string {
  return `${daysInWords(orderingDays)}${cutOff ? ` until ${cutOff}` : ""}`;
}

type Rules = Pick<
  Supplier,
  "calendar" | "collectionMinutes" | "minimumOrderValue" | "approvalAbove" | "chaseAfterDays"
>;

/** What happens to an order of such a supplier, from the decision to its delivery. */
export function supplierSentences(
  { calendar, collectionMinutes, minimumOrderValue, approvalAbove, chaseAfterDays }: Rules,
  amount: (value: number) => string,
): string {
  const sentences = [`Orders go out ${orderingTimes(calendar)} (${calendar.timeZone}), but not on holidays.`];
  if (approvalAbove !== null)
    sentences.push(`Those above ${amount(approvalAbove)} wait for a person's approval.`);
  if (collectionMinutes > 0)
    sentences.push(`An approved order waits ${minutes(collectionMinutes)} for others, which go out with it.`);
  if (minimumOrderValue > 0)
    sentences.push(
      `Orders worth less than ${amount(minimumOrderValue)} together wait for more, two weeks at most.`,
    );
  sentences.push(
    chaseAfterDays === null
      ? "Late orders are shown, and nobody is asked for them."
      : `The supplier is asked for a late order every ${chaseAfterDays === 1 ? "day" : unitsOf(chaseAfterDays, "day")}.`,
  );
  return sentences.join(" ");
}

function minutes(count: number): string {
  return count % 60 === 0 ? unitsOf(count / 60, "hour") : unitsOf(count, "minute");
}

function unitsOf(count: number, unit: string): string {
  return `${pieces(count)} ${unit}${count === 1 ? "" : "s"}`;
}
