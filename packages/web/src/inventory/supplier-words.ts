import type { Supplier } from "../api/client.ts";
import { t } from "../language/language.ts";
import { daysInWords } from "../policy-words.ts";

/** "2 days", "6 hours". */
export function days(count: number): string {
  return count > 0 && count < 1 ? hoursOf(Math.round(count * 24)) : daysOf(count);
}

/** "Monday to Friday until 14:30". */
export function orderingTimes({ orderingDays, cutOff }: Supplier["calendar"]): string {
  const onDays = daysInWords(orderingDays);
  return cutOff ? t("{days} until {time}", { days: onDays, time: cutOff }) : onDays;
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
  const sentences = [
    t("Orders go out {times} ({zone}), but not on holidays.", {
      times: orderingTimes(calendar),
      zone: calendar.timeZone,
    }),
  ];
  if (approvalAbove !== null)
    sentences.push(
      t("Those above {amount} wait for a person's approval.", { amount: amount(approvalAbove) }),
    );
  if (collectionMinutes > 0)
    sentences.push(
      t("An approved order waits {time} for others, which go out with it.", {
        time: minutesOf(collectionMinutes),
      }),
    );
  if (minimumOrderValue > 0)
    sentences.push(
      t("Orders worth less than {amount} together wait for more, two weeks at most.", {
        amount: amount(minimumOrderValue),
      }),
    );
  sentences.push(
    chaseAfterDays === null
      ? t("Late orders are shown, and nobody is asked for them.")
      : t(
          "{count, plural, one {The supplier is asked for a late order every day.} other {The supplier is asked for a late order every # days.}}",
          { count: chaseAfterDays },
        ),
  );
  return sentences.join(" ");
}

function minutesOf(count: number): string {
  return count % 60 === 0
    ? hoursOf(count / 60)
    : t("{count, plural, one {# minute} other {# minutes}}", { count });
}

function hoursOf(count: number): string {
  return t("{count, plural, one {# hour} other {# hours}}", { count });
}

function daysOf(count: number): string {
  return t("{count, plural, one {# day} other {# days}}", { count });
}
