import type { Device, Gateway, Location, Order } from "./api/client.ts";

export const stateWords: Record<Location["state"], string> = {
  ok: "In stock",
  low: "Low",
  empty: "Empty",
  unknown: "Unknown",
};
type UnknownReason = NonNullable<Location["level"]>["unknownReason"];
const unknownReasons: Record<NonNullable<UnknownReason>, string> = {
  silent: "a sensor sends nothing",
  "never-measured": "it was never measured",
  faults: "a sensor measures nothing",
  stuck: "a sensor always says the same",
  battery: "a sensor's battery is too weak for it to be believed",
  contradiction: "its sensors disagree",
};
/** Why a level is not known. */
export function unknownWords(reason: UnknownReason | undefined): string {
  return reason ? unknownReasons[reason] : "it was not measured";
}

export const orderWords: Record<Order["state"], string> = {
  proposed: "Proposed",
  approved: "Approved",
  placed: "Placed",
  dispatched: "Sent to supplier",
  confirmed: "Confirmed",
  "in-transit": "On its way",
  "partly-received": "Partly received",
  received: "Received",
  cancelled: "Cancelled",
  rejected: "Rejected",
};
export const deviceWords: Record<Device["state"], string> = {
  "never-seen": "Never seen",
  active: "Active",
  silent: "Silent",
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
  "address-unknown": "No device has this address",
  "address-crowded": "Too many devices share this address",
  "device-unknown": "Not registered",
  "counter-old": "Frame counter is old: a replay, or the device forgot it",
  "counter-repeated": "Other frame with a counter that was used",
  mic: "Wrong signature: another key or another network's",
  "join-mic": "Wrong AppKey",
  "join-eui": "Another JoinEUI than registered",
  "join-personalised": "Personalised devices don't join",
  "dev-nonce-used": "DevNonce was used before",
  "gateway-foreign": "Not for this gateway's customer or channel plan",
  "packet-data-rate": "Data rate that the channel plan doesn't have",
  "no-gateway": "Not sent: no gateway is connected",
  busy: "Not sent: its gateways send something else then",
  "duty-cycle": "Not sent: its gateways have used up their time on air",
  "too-late": "Not sent: too late for its windows",
  "too-long": "Not sent: too long for its windows",
  "refused-by-gateway": "Not sent: its gateways refused it",
};
export function refusalWords(reason: string): string {
  return refusals[reason] ?? reason;
}

/** Forwarders ask for downlinks every few seconds; after two minutes without, something is wrong. */
const awayAfterMs = 120_000;
export function gatewayState({ lastSeenAt }: Gateway, now: number): { words: string; className: string } {
  if (lastSeenAt === null) return { words: "Never seen", className: "state-unknown" };
  return now - Date.parse(lastSeenAt) < awayAfterMs
    ? { words: "Connected", className: "state-ok" }
    : { words: "Away", className: "state-empty" };
}

const closedStates: readonly Order["state"][] = ["received", "cancelled", "rejected"];
export function isOpen({ state }: { state: Order["state"] }): boolean {
  return !closedStates.includes(state);
}

const number = new Intl.NumberFormat("en");
export function pieces(count: number | null | undefined, unit = ""): string {
  return count == null ? "–" : `${number.format(count)}${unit ? ` ${unit}` : ""}`;
}

const collator = new Intl.Collator("en", { numeric: true });
/** How names stand in a list: A-2 before A-10. One collator for all: making one a comparison is slow in long lists. */
export const inOrder = (a: string, b: string): number => collator.compare(a, b);
export const byName = (a: { name: string }, b: { name: string }): number => inOrder(a.name, b.name);

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
/** "3 min. ago", as of `now` (ms). */
export function ago(iso: string, now: number): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 10) return "just now";
  if (size < 60) return relative.format(seconds, "second");
  if (size < 3600) return relative.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), "hour");
  return relative.format(Math.round(seconds / 86_400), "day");
}

/** A day such as 2027-01-31, in words. */
export function day(date: string): string {
  return new Date(`${date}T12:00:00`).toLocaleDateString("en-GB", { dateStyle: "medium" });
}

export function dateTime(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
