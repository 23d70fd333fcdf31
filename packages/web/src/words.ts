import type { Device, Gateway, Location, Order } from "./api/client.ts";
import { dateFormat, lazily } from "./language/formats.ts";
import { locale, t } from "./language/language.ts";

export const stateWords: Record<Location["state"], string> = {
  ok: t("In stock"),
  low: t("Low"),
  empty: t("Empty"),
  unknown: t("Unknown"),
};
type UnknownReason = NonNullable<Location["level"]>["unknownReason"];
const unknownReasons: Record<NonNullable<UnknownReason>, string> = {
  silent: t("a sensor sends nothing"),
  "never-measured": t("it was never measured"),
  faults: t("a sensor measures nothing"),
  stuck: t("a sensor always says the same"),
  battery: t("a sensor's battery is too weak for it to be believed"),
  contradiction: t("its sensors disagree"),
};
/** Why a level is not known. */
export function unknownWords(reason: UnknownReason | undefined): string {
  return reason ? unknownReasons[reason] : t("it was not measured");
}

export const orderWords: Record<Order["state"], string> = {
  proposed: t("Proposed"),
  approved: t("Approved"),
  placed: t("Placed"),
  dispatched: t("Sent to supplier"),
  confirmed: t("Confirmed"),
  "in-transit": t("On its way"),
  "partly-received": t("Partly received"),
  received: t("Received"),
  cancelled: t("Cancelled"),
  rejected: t("Rejected"),
};
export const deviceWords: Record<Device["state"], string> = {
  "never-seen": t("Never seen"),
  active: t("Active"),
  silent: t("Silent"),
  retired: t("Out of service"),
};
export const profileWords: Record<Device["profile"], string> = {
  "milesight-em310-udl": "Milesight EM310-UDL",
  "dragino-llds12": "Dragino LLDS12",
  "milesight-em300-mcs": "Milesight EM300-MCS",
  "milesight-ws101": "Milesight WS101",
  "mclimate-button": "MClimate Multipurpose Button",
  "cayenne-lpp": "Cayenne LPP",
};

export const lifeClass: Record<Device["state"], string> = {
  active: "state-ok",
  silent: "state-empty",
  "never-seen": "state-unknown",
  retired: "state-unknown",
};
export const protocolWords: Record<NonNullable<Gateway["protocol"]>, string> = {
  "semtech-udp": "Semtech UDP",
  "basics-station": "Basics Station",
  "chirpstack-mqtt": "ChirpStack, MQTT",
};
export const regionNames: Gateway["region"][] = [
  "EU868",
  "US915",
  "AU915",
  "AS923",
  "AS923-2",
  "AS923-3",
  "AS923-4",
  "IN865",
  "KR920",
  "CN470-20A",
  "CN470-20B",
  "CN470-26A",
  "CN470-26B",
  "RU864",
  "ISM2400",
];
export const versionNames: Device["macVersion"][] = ["1.0.2", "1.0.3", "1.0.4", "1.1"];

/** Why a frame was refused, as a person says it; the code itself where there are no better words. */
const refusals: Record<string, string> = {
  "address-unknown": t("No device has this address"),
  "address-crowded": t("Too many devices share this address"),
  "device-unknown": t("Not registered"),
  "counter-old": t("Frame counter is old: a replay, or the device forgot it"),
  "counter-repeated": t("Other frame with a counter that was used"),
  mic: t("Wrong signature: another key or another network's"),
  "join-mic": t("Wrong AppKey"),
  "join-eui": t("Another JoinEUI than registered"),
  "join-personalised": t("Personalised devices don't join"),
  "dev-nonce-used": t("DevNonce was used before"),
  "gateway-foreign": t("Not for this gateway's customer or channel plan"),
  "packet-data-rate": t("Data rate that the channel plan doesn't have"),
  "no-gateway": t("Not sent: no gateway is connected"),
  busy: t("Not sent: its gateways send something else then"),
  "duty-cycle": t("Not sent: its gateways have used up their time on air"),
  "too-late": t("Not sent: too late for its windows"),
  "too-long": t("Not sent: too long for its windows"),
  "refused-by-gateway": t("Not sent: its gateways refused it"),
};
export function refusalWords(reason: string): string {
  return refusals[reason] ?? reason;
}

/** Forwarders ask for downlinks every few seconds; after two minutes without, something is wrong. */
const awayAfterMs = 120_000;
export function gatewayState({ lastSeenAt }: Gateway, now: number): { words: string; className: string } {
  if (lastSeenAt === null) return { words: t("Never seen"), className: "state-unknown" };
  return now - Date.parse(lastSeenAt) < awayAfterMs
    ? { words: t("Connected"), className: "state-ok" }
    : { words: t("Away"), className: "state-empty" };
}

const closedStates: readonly Order["state"][] = ["received", "cancelled", "rejected"];
export function isOpen({ state }: { state: Order["state"] }): boolean {
  return !closedStates.includes(state);
}

const number = lazily(() => new Intl.NumberFormat(locale));
export function pieces(count: number | null | undefined, unit = ""): string {
  return count == null ? "–" : `${number().format(count)}${unit ? ` ${unit}` : ""}`;
}

const shares = lazily(() => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }));
/** A share from 0 to 1: 0.985 is 98.5 %. */
export function percent(share: number | null | undefined): string {
  return share == null ? "–" : shares().format(share);
}
/** A measured number with so many digits after the point at most. */
export function measure(value: number | null | undefined, unit = "", digits = 1): string {
  if (value == null) return "–";
  const written = value.toLocaleString(locale, { maximumFractionDigits: digits });
  return unit ? `${written} ${unit}` : written;
}

const collator = lazily(() => new Intl.Collator(locale, { numeric: true }));
/** How names stand in a list: A-2 before A-10. One collator for all: making one a comparison is slow in long lists. */
export const inOrder = (a: string, b: string): number => collator().compare(a, b);
export const byName = (a: { name: string }, b: { name: string }): number => inOrder(a.name, b.name);

const relative = lazily(() => new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }));
/** "3 min. ago", as of `now` (ms). */
export function ago(iso: string, now: number): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 10) return t("just now");
  if (size < 60) return relative().format(seconds, "second");
  if (size < 3600) return relative().format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return relative().format(Math.round(seconds / 3600), "hour");
  return relative().format(Math.round(seconds / 86_400), "day");
}

/** A day such as 2027-01-31, in words. */
const days = dateFormat({ dateStyle: "medium", timeZone: "UTC" });
export function day(date: string): string {
  return days(`${date}T00:00:00Z`);
}

/** In the person's time zone. */
export const dateTime: (iso: string) => string = dateFormat({ dateStyle: "medium", timeStyle: "short" });
/** The time of day, in the person's time zone. */
export const clock: (iso: string) => string = dateFormat({ timeStyle: "short" });
const conjunction = lazily(() => new Intl.ListFormat(locale));
/** "A, B and C". */
export function listed(words: readonly string[]): string {
  return conjunction().format(words);
}
