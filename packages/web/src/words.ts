import type { Device, Location, Order } from "./api/client.ts";

export const stateWords: Record<Location["state"], string> = {
  ok: "In stock",
  low: "Low",
  empty: "Empty",
  unknown: "Unknown",
};
export const orderWords: Record<Order["state"], string> = {
  proposed: "Proposed",
  placed: "Placed",
  dispatched: "Sent to supplier",
  confirmed: "Confirmed",
  received: "Received",
  cancelled: "Cancelled",
};
export const deviceWords: Record<Device["state"], string> = {
  "never-seen": "Never seen",
  active: "Active",
  silent: "Silent",
};
export const profileWords: Record<Device["profile"], string> = {
  "milesight-em310-udl": "Milesight EM310-UDL",
  "dragino-llds12": "Dragino LLDS12",
  "milesight-ws101": "Milesight WS101",
};

export function isOpen(order: Order): boolean {
  return order.state !== "received" && order.state !== "cancelled";
}

const number = new Intl.NumberFormat("en");
export function pieces(count: number | null | undefined, unit = ""): string {
  return count == null ? "–" : `${number.format(count)}${unit ? ` ${unit}` : ""}`;
}

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

export function dateTime(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}
