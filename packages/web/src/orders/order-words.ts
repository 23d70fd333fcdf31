import type { Order } from "../api/client.ts";
import { t } from "../language/language.ts";
import { money } from "../parts/money.ts";
import { dateTime, day } from "../words.ts";

export type CancelReason = NonNullable<Order["events"][number]["details"]["reason"]>;
export type Undoable = NonNullable<Order["undoable"]>;

/** Why somebody decides against an order. */
export const reasonWords: Record<CancelReason, string> = {
  "not-needed": t("Not needed any more"),
  "ordered-elsewhere": t("Ordered elsewhere"),
  "wrong-quantity": t("Wrong quantity"),
  "wrong-supplier": t("Wrong supplier"),
  "too-expensive": t("Too expensive"),
  "takes-too-long": t("Takes too long"),
  "supplier-cannot-deliver": t("The supplier can't deliver"),
  "part-discontinued": t("The part is discontinued"),
  "ordered-twice": t("Ordered twice"),
  other: t("Another reason"),
};

/** What is taken back, on its button. */
export const undoWords: Record<Undoable, string> = {
  approve: t("Undo approval"),
  reject: t("Undo rejection"),
  confirm: t("Undo confirmation"),
  ship: t("Undo “on its way”"),
  receive: t("Undo receipt"),
  cancel: t("Undo cancellation"),
};

/** Why a person has to approve it. */
export function approvalWords({ approval }: Order, currency: string | undefined): string {
  const amount = (value: number | undefined) => money(value ?? 0, currency);
  switch (approval?.code) {
    case "part":
      return t("This part is ordered only with approval.");
    case "price-unknown":
      return t("Its price is not known, and orders above {limit} need approval.", {
        limit: amount(approval.limit),
      });
    case "value-above":
      return t("Its value of {value} is above {limit}.", {
        value: amount(approval.value),
        limit: amount(approval.limit),
      });
    default:
      return "";
  }
}

/** What an approved order waits for; empty: for nothing. */
export function waitWords({ wait }: Order, currency: string | undefined): string {
  const amount = (value: number | undefined) => money(value ?? 0, currency);
  const time = wait?.until ? dateTime(wait.until) : "";
  switch (wait?.code) {
    case "part-blocked":
      return t("Its part is blocked. Unblock the part, or cancel the order.");
    case "never":
      return t(
        "Nothing can be ordered for more than a year: look at the supplier's ordering days and the site's blackouts.",
      );
    case "not-ordered-now":
      return t("The supplier takes no orders now; it goes out {time}.", { time });
    case "blackout":
      return t("Nothing is ordered for this site until {day}: {why}.", {
        day: wait.lastDay ? day(wait.lastDay) : "",
        why: wait.why,
      });
    case "ordering-time":
      return t("It waits for the supplier's next ordering time.");
    case "others":
      return t("It waits a little for others to the same supplier.");
    case "minimum-value":
      return t(
        "{value} together is below the supplier's minimum of {minimum}. It waits for more, {days, plural, one {# day} other {# days}} at most.",
        { value: amount(wait.value), minimum: amount(wait.minimum), days: wait.mostDays },
      );
    case "chosen-time":
      return t("It goes out {time}, as was chosen.", { time });
    case "approval-of-others":
      return t(
        "It waits for the approval of {others, plural, one {# order} other {# orders}} that it was merged with.",
        {
          others: wait.others,
        },
      );
    default:
      return "";
  }
}
