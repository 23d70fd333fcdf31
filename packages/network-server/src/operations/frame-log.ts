import {
  type DataRate,
  dataRateName,
  decryptFOpts,
  decryptPayload,
  parseFrame,
  readDownlinkCommands,
  readUplinkCommands,
  tellCommand,
  type VerifiedDownlink,
} from "@refill/lorawan";
import type { FrameRecord } from "@refill/protocol";
import { type Device, type DeviceSession, sessionKeys } from "../devices/device.ts";
import type { Attempt } from "../downlink/attempts.ts";
import type { Gateway, HeardPacket } from "../gateways/gateway.ts";
import type { Copy } from "../uplink/deduplication.ts";
import type { Checked } from "../uplink/identify.ts";

const mostKept = 20_000;
const mostAnswered = 200;

interface Stamp {
  sequence: number;
  at: number;
}
type Heard = Stamp & { kind: "heard"; checked: Checked; copies: readonly Copy[] };
type Refused = Stamp & {
  kind: "refused";
  reason: string;
  device: Device | undefined;
  gateway: Gateway;
  packet: HeardPacket;
};
type Sent = Stamp & {
  kind: "sent";
  device: Device;
  bytes: Buffer;
  /** Undefined: no gateway could, for this reason. */
  sent: Attempt | undefined;
  reason: string | undefined;
  what: { kind: "join-accept"; devAddr: string } | { kind: "data"; session: DeviceSession; fCnt: number };
};
type Entry = Heard | Refused | Sent;

/**
 * The latest frames, for people who look at a device or a gateway: kept as they came, and put in words only when somebody
 * asks. In memory; a restart begins anew.
 */
export class FrameLog {
  readonly #entries: Entry[] = [];
  #next = 1;

  heard(checked: Checked, copies: readonly Copy[]): void {
    this.#add({ kind: "heard", checked, copies, ...this.#stamp() });
  }

  refused(reason: string, device: Device | undefined, gateway: Gateway, packet: HeardPacket): void {
    this.#add({ kind: "refused", reason, device, gateway, packet, ...this.#stamp() });
  }

  sent(
    device: Device,
    bytes: Buffer,
    sent: Attempt | undefined,
    what: Sent["what"],
    reason: string | undefined,
  ): void {
    this.#add({ kind: "sent", device, bytes, sent, what, reason, ...this.#stamp() });
  }

  #stamp() {
    return { sequence: this.#next++, at: Date.now() };
  }

  #add(entry: Entry): void {
    this.#entries[entry.sequence % mostKept] = entry;
  }

  /** Of one account's device or gateway: the latest 200 after a sequence, oldest first. */
  list(
    accountId: string,
    of: { device?: Device | undefined; gateway?: Gateway | undefined },
    after: number,
  ): FrameRecord[] {
    const found: FrameRecord[] = [];
    const first = Math.max(after + 1, this.#next - mostKept, 1);
    for (let sequence = this.#next - 1; sequence >= first && found.length < mostAnswered; sequence--) {
      const entry = this.#entries[sequence % mostKept];
      if (entry && concerns(entry, of)) found.push(recordOf(entry, accountId));
    }
    return found.reverse();
  }
}

function deviceOf(entry: Entry): Device | undefined {
  return entry.kind === "heard" ? entry.checked.device : entry.device;
}

function concerns(
  entry: Entry,
  { device, gateway }: { device?: Device | undefined; gateway?: Gateway | undefined },
): boolean {
  if (device && deviceOf(entry) !== device) return false;
  if (!gateway) return true;
  if (entry.kind === "heard") return entry.copies.some((copy) => copy.gateway === gateway);
  return entry.kind === "refused" ? entry.gateway === gateway : entry.sent?.gateway === gateway;
}

function recordOf(entry: Entry, accountId: string): FrameRecord {
  const known = deviceOf(entry);
  // What another customer's gateway heard of this device, or the other way round, stays with its owner.
  const device = known?.accountId === accountId ? known : undefined;
  const record: FrameRecord = {
    sequence: entry.sequence,
    at: entry.at,
    direction: entry.kind === "sent" ? "down" : "up",
    kind: "data",
    deviceId: device?.deviceId ?? null,
    devEui: device?.devEui ?? null,
    devAddr: null,
    frameCounter: null,
    fPort: null,
    confirmed: false,
    acknowledges: false,
    adr: false,
    commands: [],
    payloadBytes: 0,
    dataRate: null,
    frequencyHz: null,
    receptions: [],
    window: null,
    refusal: null,
  };
  switch (entry.kind) {
    case "heard":
      return heardRecord(record, entry);
    case "refused":
      return refusedRecord(record, entry);
    case "sent":
      return sentRecord(record, entry);
  }
}

function radioOf(packet: { dataRate: DataRate; frequencyHz: number }) {
  return { dataRate: dataRateName(packet.dataRate), frequencyHz: packet.frequencyHz };
}

function reception({ gateway, packet }: { gateway: Gateway; packet: HeardPacket }) {
  return { gatewayEui: gateway.gatewayEui, rssiDbm: packet.rssiDbm, snrDb: packet.snrDb };
}

function heardRecord(record: FrameRecord, { checked, copies }: Heard): FrameRecord {
  const common = { ...record, ...radioOf(copies[0]!.packet), receptions: copies.map(reception) };
  if (checked.kind === "join") return { ...common, kind: "join-request", frameCounter: checked.devNonce };
  if (checked.kind === "rejoin")
    return { ...common, kind: `rejoin-request ${checked.request.type}`, frameCounter: checked.request.count };
  const { frame, session } = checked;
  const keys = sessionKeys(session);
  const bytes = frame.fPort === 0 ? decryptPayload(frame, keys) : decryptFOpts(frame, keys);
  return {
    ...common,
    kind: checked.kind === "uplink" ? "data" : "data, sent again",
    devAddr: frame.devAddr,
    frameCounter: frame.fCnt,
    fPort: frame.fPort ?? null,
    confirmed: frame.confirmed,
    acknowledges: frame.ack,
    adr: frame.adr,
    commands: readUplinkCommands(bytes).map((command) => tellCommand("up", command)),
    payloadBytes: frame.fPort ? frame.encryptedPayload.length : 0,
  };
}

function refusedRecord(record: FrameRecord, { reason, gateway, packet }: Refused): FrameRecord {
  const common = {
    ...record,
    ...radioOf(packet),
    receptions: [reception({ gateway, packet })],
    refusal: reason,
  };
  const parsed = parseFrame(packet.bytes);
  if ("rejected" in parsed) return { ...common, kind: "not a frame" };
  if (parsed.kind === "join-accept") return { ...common, kind: "join-accept" };
  if (parsed.kind === "join-request" || parsed.kind === "rejoin-request")
    return { ...common, kind: parsed.kind, devEui: parsed.frame.devEui };
  const { devAddr, fCnt16, fPort, confirmed, adr, ack } = parsed.frame;
  return {
    ...common,
    kind: parsed.kind === "data-up" ? "data" : "downlink",
    devAddr,
    frameCounter: fCnt16,
    fPort: fPort ?? null,
    confirmed,
    adr,
    acknowledges: ack,
  };
}

function sentRecord(record: FrameRecord, { bytes, sent, what, reason }: Sent): FrameRecord {
  const common: FrameRecord = {
    ...record,
    ...(sent ? radioOf(sent) : {}),
    receptions: sent ? [{ gatewayEui: sent.gateway.gatewayEui, rssiDbm: 0, snrDb: 0 }] : [],
    window: sent?.window ?? null,
    refusal: sent ? null : (reason ?? "no-gateway"),
  };
  if (what.kind === "join-accept") return { ...common, kind: "join-accept", devAddr: what.devAddr };
  const parsed = parseFrame(bytes);
  if ("rejected" in parsed || parsed.kind !== "data-down") return common;
  const frame: VerifiedDownlink = { ...parsed.frame, state: "verified", fCnt: what.fCnt };
  const keys = sessionKeys(what.session);
  const commands = frame.fPort === 0 ? decryptPayload(frame, keys) : decryptFOpts(frame, keys);
  return {
    ...common,
    devAddr: frame.devAddr,
    frameCounter: what.fCnt,
    fPort: frame.fPort ?? null,
    confirmed: frame.confirmed,
    acknowledges: frame.ack,
    adr: frame.adr,
    commands: readDownlinkCommands(commands).map((command) => tellCommand("down", command)),
    payloadBytes: frame.fPort ? frame.encryptedPayload.length : 0,
  };
}
