import type { Order } from "../api/client.ts";
import { locale, t } from "../language/language.ts";
import { dateTime, day, listed, pieces } from "../words.ts";
import { reasonWords, undoWords } from "./order-words.ts";

export type StoryEvent = Order["events"][number];
type Details = StoryEvent["details"];

/** What happened, in a few words. */
export function titleOf({ kind, details, by }: StoryEvent): string {
  switch (kind) {
    case "propose":
      return details.isByHand ? t("Ordered by hand") : t("Refill saw the need");
    case "grow":
      return t("More is needed");
    case "approve":
      return by ? t("Approved") : t("No approval needed");
    case "reject":
      return t("Rejected");
    case "merge":
      return t("Merged with others");
    case "alone":
      return t("Goes alone");
    case "split":
      return t("Asked for in two deliveries");
    case "place":
      return t("Placed");
    case "recall":
      return t("Taken out of its purchase order");
    case "fail":
      return t("Could not be sent");
    case "dispatch":
      return t("Sent to the supplier");
    case "confirm":
      return t("Confirmed");
    case "ship":
      return t("On its way");
    case "receive":
      return details.isLast === false ? t("Received in part") : t("Received");
    case "see":
      return t("The sensor saw it arrive");
    case "late":
      return t("Late");
    case "remind":
      return t("The supplier was reminded");
    case "cancel":
      return t("Cancelled");
    case "remark":
      return t("Remark");
    case "undo":
      return details.undone ? undoWords[details.undone] : t("Undone");
  }
}

/** Its figures in a sentence or two; null: the title says all. */
export function detailOf(event: StoryEvent, unit: string): string | null {
  const { kind, details } = event;
  switch (kind) {
    case "propose":
    case "grow":
      return wanted(details, unit);
    case "merge":
      return sentences(
        details.orders?.length ? t("With order {numbers}.", { numbers: numbersOf(details.orders) }) : null,
        details.goesAt ? t("To go out {time}.", { time: dateTime(details.goesAt) }) : null,
      );
    case "alone":
      return details.goesAt ? t("To go out {time}.", { time: dateTime(details.goesAt) }) : null;
    case "place":
      return details.orders?.length
        ? t("In one purchase order with order {numbers}.", { numbers: numbersOf(details.orders) })
        : null;
    case "split":
    case "confirm":
      return promised(details, unit);
    case "ship":
      return details.quantity
        ? t("{quantity} by the delivery note.", { quantity: pieces(details.quantity, unit) })
        : null;
    case "receive":
      return sentences(
        details.quantity === undefined
          ? t("All that was still to come.")
          : t("{quantity} booked.", { quantity: pieces(details.quantity, unit) }),
        details.isLast === true ? t("Nothing more is to come.") : null,
      );
    case "see":
      return details.pieces ? t("{count} in all.", { count: pieces(details.pieces, unit) }) : null;
    case "fail":
      return sentences(details.problem ? `${details.problem}.` : null, attempts(details));
    case "dispatch":
      return sent(details);
    case "late":
    case "remind":
      return details.dueAt ? t("It was due {time}.", { time: dateTime(details.dueAt) }) : null;
    case "remark":
      return details.note ?? null;
    case "reject":
    case "cancel":
      return sentences(
        details.reason && details.reason !== "other" ? `${reasonWords[details.reason]}.` : null,
        details.note ? `“${details.note}”` : null,
      );
    default:
      return null;
  }
}

function wanted({ quantity, isUrgent, why }: Details, unit: string): string {
  const count = pieces(quantity, unit);
  const urgent = isUrgent
    ? why
      ? t("Urgent: {available} available, safety stock {safety}.", {
          available: pieces(why.available),
          safety: pieces(why.safetyStock),
        })
      : t("Urgent.")
    : null;
  if (!why) return sentences(t("{count} ordered.", { count }), urgent) ?? "";
  const reason =
    why.policy === "event"
      ? t("A button was pressed or a card scanned: {count}.", { count })
      : why.policy === "kanban" || why.policy === "two-bin"
        ? t("Containers are empty: {count} fill them.", { count })
        : t(
            "Inventory position {position}, reorder point {reorderPoint}: {count} ordered, up to {orderUpTo}.",
            {
              position: pieces(why.position),
              reorderPoint: pieces(why.reorderPoint),
              count,
              orderUpTo: pieces(why.orderUpTo),
            },
          );
  const room =
    why.capacity === null
      ? null
      : t("No more than fits ({capacity}).", { capacity: pieces(why.capacity, unit) });
  return sentences(reason, room, urgent) ?? "";
}

function promised({ quantity, date, deliveries }: Details, unit: string): string {
  if (deliveries?.length)
    return `${listed(
      deliveries.map((each) =>
        t("{count} on {date}", { count: pieces(each.quantity, unit), date: day(each.date) }),
      ),
    )}.`;
  if (quantity !== undefined && date)
    return t("{count} on {date}.", { count: pieces(quantity, unit), date: day(date) });
  if (quantity !== undefined) return t("{count}, without a day.", { count: pieces(quantity, unit) });
  return date ? t("As ordered, on {date}.", { date: day(date) }) : t("As ordered.");
}

function sent(details: Details): string | null {
  const { way, to = "", subject } = details;
  if (!way) return null;
  return sentences(
    way === "email" ? t("By e-mail to {to}.", { to }) : t("By webhook to {to}.", { to }),
    subject ? `“${subject}”` : null,
    (details.attempts ?? 1) > 1 ? attempts(details) : null,
  );
}

function attempts({ attempts: count }: Details): string | null {
  return count ? t("{count, plural, one {# attempt} other {# attempts}} so far.", { count }) : null;
}

function numbersOf(orders: readonly number[]): string {
  const shown = orders.slice(0, 8).map(String);
  const more = orders.length - shown.length;
  return new Intl.ListFormat(locale).format(more > 0 ? [...shown, t("{more} more", { more })] : shown);
}

function sentences(...parts: (string | null)[]): string | null {
  const said = parts.filter(Boolean);
  return said.length === 0 ? null : said.join(" ");
}
