import { isIP } from "node:net";
import type {
  DeviceSession,
  DownlinkStatus,
  FrameRecord,
  GatewayStatus,
  UplinkMessage,
} from "@refill/protocol";
import { decode, type ProfileName, readFacts } from "@refill/sensors";
import type { Gateway } from "../accounts/records.ts";
import { stampedView } from "../inventory/stock.ts";

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null | undefined) => (ms == null ? null : iso(ms));
const hex = (base64: string) => Buffer.from(base64, "base64").toString("hex");

export function factsView(facts: DeviceSession) {
  const { devAddr, joinedAt, frameCounterUp, frameCounterDown, counterResets, undelivered, radio, status } =
    facts;
  return {
    devAddr,
    joinedAt: isoOrNull(joinedAt),
    frameCounterUp,
    frameCounterDown,
    counterResets,
    undelivered,
    radio,
    status: status && { ...status, at: iso(status.at) },
  };
}

export function messageView(message: UplinkMessage, profile: ProfileName) {
  const bytes = Buffer.from(message.payload, "base64");
  const decoded = decode(profile, message.fPort, bytes);
  const { sequence, receivedAt, frameCounter, fPort, payload, dataRate, frequencyHz, receptions } = message;
  return {
    sequence,
    receivedAt: iso(receivedAt),
    frameCounter,
    fPort,
    payload: hex(payload),
    reading: {
      ...("measurement" in decoded ? decoded.measurement : {}),
      ...readFacts(profile, message.fPort, bytes),
    },
    notRead: "refused" in decoded ? decoded.refused : null,
    dataRate,
    frequencyHz,
    gateways: receptions,
  };
}

export function downlinkView({
  downlinkId,
  payload,
  createdAt,
  changedAt,
  expiresAt,
  ...rest
}: DownlinkStatus) {
  return {
    id: downlinkId,
    payload: hex(payload),
    createdAt: iso(createdAt),
    changedAt: iso(changedAt),
    expiresAt: isoOrNull(expiresAt),
    ...rest,
  };
}

export function frameView({ at, receptions, ...rest }: FrameRecord) {
  return { ...rest, at: iso(at), gateways: receptions };
}

export function gatewayView(gateway: Gateway, status: GatewayStatus | undefined) {
  return {
    ...stampedView(gateway),
    lastSeenAt: isoOrNull(status?.lastSeenAt),
    uplinks: status?.uplinks ?? null,
    downlinks: status?.downlinks ?? null,
    protocol: status?.protocol ?? null,
    softwareVersion: status?.version ?? null,
    location: status?.location ?? null,
    dutyCycle: status?.dutyCycle ?? [],
  };
}

/** Behind one address on the internet, or both in private networks, as on one machine or in one plant. */
export function isSameNetwork(a: string, b: string): boolean {
  const [first, second] = [plain(a), plain(b)];
  return first === second || (isPrivate(first) && isPrivate(second));
}

function plain(address: string): string {
  return address.replace(/^::ffff:/, "");
}

function isPrivate(address: string): boolean {
  if (isIP(address) === 4) {
    const [a, b] = address.split(".").map(Number) as [number, number];
    return a === 127 || a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
  }
  return address === "::1" || /^f[cd]/i.test(address);
}
