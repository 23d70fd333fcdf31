import { isUuid } from "./uuid.ts";

/** What a scanned or typed code leads to. */
export type Scanned =
  | { kind: "location"; id: string }
  | { kind: "device"; id: string }
  | { kind: "rack"; id: string }
  | { kind: "purchase-order"; id: string }
  | { kind: "order"; id: string }
  /** The code on a LoRaWAN device, as LoRa Alliance TR005 has it. */
  | { kind: "device-code"; text: string; devEui: string }
  /** Something else: a name or a number that somebody typed. */
  | { kind: "text"; text: string };

const paths: Readonly<Record<string, "location" | "device" | "rack" | "purchase-order" | "order">> = {
  l: "location",
  locations: "location",
  d: "device",
  devices: "device",
  r: "rack",
  "purchase-orders": "purchase-order",
  orders: "order",
};

/**
 * Reads a code. Of an address only its path counts: whatever a code says, it leads to a page of this Refill and to nowhere
 * else.
 */
export function readCode(text: string): Scanned {
  const code = text.trim();
  const deviceCode = /^LW:D\d:([0-9A-F]{16}):([0-9A-F]{16}):/i.exec(code);
  if (deviceCode) return { kind: "device-code", text: code, devEui: deviceCode[2]!.toLowerCase() };
  const path = pathOf(code);
  const [section = "", id = ""] = path?.split("/").filter(Boolean) ?? [];
  const kind = paths[section];
  if (kind && isUuid(id)) return { kind, id: id.toLowerCase() };
  return { kind: "text", text: code };
}

function pathOf(code: string): string | undefined {
  if (/^https?:\/\//i.test(code)) return URL.canParse(code) ? new URL(code).pathname : undefined;
  return code.startsWith("/") ? code : undefined;
}
