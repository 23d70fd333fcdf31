import { said, t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { ago, percent, pieces, unknownWords } from "../words.ts";
import type { Waiting, WaitingKind } from "./queries.ts";

const titles: Record<WaitingKind, (count: number) => string> = {
  approval: (count) => t("{count, plural, one {# order to approve} other {# orders to approve}}", { count }),
  "unsent-order": (count) =>
    t("{count, plural, one {# order that could not be sent} other {# orders that could not be sent}}", {
      count,
    }),
  "late-order": (count) => t("{count, plural, one {# late order} other {# late orders}}", { count }),
  contradiction: (count) =>
    t("{count, plural, one {# location whose sensors disagree} other {# locations whose sensors disagree}}", {
      count,
    }),
  "unknown-level": (count) => t("{count, plural, one {# unknown level} other {# unknown levels}}", { count }),
  transfer: (count) => t("{count, plural, one {# transfer to pick} other {# transfers to pick}}", { count }),
  "gateway-away": (count) => t("{count, plural, one {# gateway away} other {# gateways away}}", { count }),
  "silent-device": (count) => t("{count, plural, one {# silent device} other {# silent devices}}", { count }),
  "weak-battery": (count) => t("{count, plural, one {# weak battery} other {# weak batteries}}", { count }),
  proposal: (count) =>
    t("{count, plural, one {# proposal of planning} other {# proposals of planning}}", { count }),
};

const orders = { to: "/orders", all: t("All orders") } as const;
const locations = { to: "/inventory/locations", all: t("All locations") } as const;
const devices = { to: "/devices", all: t("All devices") } as const;
const lists = {
  approval: orders,
  "unsent-order": orders,
  "late-order": orders,
  transfer: orders,
  contradiction: locations,
  "unknown-level": locations,
  "silent-device": devices,
  "weak-battery": devices,
  "gateway-away": { to: "/gateways", all: t("All gateways") },
  proposal: { to: "/planning/proposals", all: t("All proposals") },
} as const satisfies Record<WaitingKind, { to: string; all: string }>;

/** What a kind is called, and where all of them are listed. */
export function listOf(kind: WaitingKind, count: number) {
  return { title: titles[kind](count), ...lists[kind] };
}

/** What it is about, and why it waits. */
export function useWaitingWords(item: Waiting, now: number): { what: string; why: string } {
  const money = useMoney();
  const place = item.locationName ?? t("a removed location");
  const part = item.partName ?? "";
  const since = item.since === null ? "" : ago(item.since, now);
  const number = item.name ?? "";
  const quantity = pieces(item.quantity, item.unit ?? "");
  switch (item.kind) {
    case "approval":
      return {
        what: t("{quantity} of {part} for {place}", { quantity, part, place }),
        why: [
          item.value === null ? "" : money(item.value),
          item.supplierName,
          item.reason && said(item.reason),
        ]
          .filter(Boolean)
          .join(" · "),
      };
    case "unsent-order":
      return {
        what: t("Order {number} has not reached {supplier}", {
          number,
          supplier: item.supplierName ?? t("its supplier"),
        }),
        why: item.reason ? said(item.reason) : "",
      };
    case "late-order":
      return {
        what: t("Order {number}: {quantity} of {part}", { number, quantity, part }),
        why: t("{supplier} · was due {since}", {
          supplier: item.supplierName ?? item.sourceName ?? "",
          since,
        }),
      };
    case "transfer":
      return {
        what: t("{quantity} of {part} for {place}", { quantity, part, place }),
        why: t("Pick at {source}", { source: item.sourceName ?? t("a removed location") }),
      };
    case "contradiction":
      return { what: `${place} · ${part}`, why: t("The lower level counts until somebody counts") };
    case "unknown-level":
      return { what: `${place} · ${part}`, why: unknownWords(item.reason as never) };
    case "gateway-away":
      return { what: number, why: t("last heard {since}", { since }) };
    case "silent-device":
      return {
        what: item.locationName === null ? number : t("{device} at {place}", { device: number, place }),
        why: t("last heard {since}; the level is unknown", { since }),
      };
    case "weak-battery":
      return {
        what: item.locationName === null ? number : t("{device} at {place}", { device: number, place }),
        why: t("{share} left", {
          share: percent(item.batteryPercent === null ? null : item.batteryPercent / 100),
        }),
      };
    case "proposal":
      return { what: place, why: item.reason ? said(item.reason) : "" };
  }
}
