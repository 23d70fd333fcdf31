import {
  type DataRate,
  dataRateName,
  decryptFOpts,
  decryptPayload,
  type ParsedFrame,
  parseFrame,
  readDownlinkCommands,
  readUplinkCommands,
  type SessionKeys,
  tellCommand,
  type VerifiedDownlink,
  type VerifiedUplink,
} from "@refill/lorawan";
import type { FrameRecord } from "@refill/protocol";
import { type Device, sessionKeys } from "../devices/device.ts";
import type { Registry } from "../devices/registry.ts";
import type { Attempt } from "../downlink/attempts.ts";
import type { Gateway, HeardPacket } from "../gateways/gateway.ts";
import type { Copy } from "../uplink/deduplication.ts";
import type { Checked } from "../uplink/identify.ts";

const mostKept = 20_000;
const mostAnswered = 200;
const longestFrame = 255;
const mostReceptions = 16;

/** How a frame came or went. */
const kinds = ["heard", "heard again", "refused", "sent", "sent join accept"] as const;
type Kind = (typeof kinds)[number];
const windows = ["RX1", "RX2", "ping slot"] as const;
const modulations = ["LORA", "FSK", "LR_FHSS"] as const;
const codingRates = ["1/3", "2/3"] as const;
const none = 255;

/**
 * Layout of an entry, little endian. Of a join accept, whose bytes are encrypted, the counter is the address that it gives.
 * Receptions follow at the end: EUI (8 bytes), RSSI and SNR (int16, tenths).
 */
const offset = {
  sequence: 0,
  at: 8,
  kind: 16,
  receptions: 17,
  window: 18,
  reason: 19,
  hasDevice: 20,
  modulation: 21,
  codingRate: 22,
  length: 23,
  frequencyHz: 24,
  rate: 28,
  bandwidthHz: 32,
  counter: 36,
  deviceId: 40,
  bytes: 56,
  reception: 312,
} as const;
const receptionBytes = 12;
const entryBytes = offset.reception + mostReceptions * receptionBytes;

interface Entry {
  sequence: number;
  at: number;
  kind: Kind;
  device: Device | undefined;
  bytes: Buffer;
  counter: number;
  reason: string | null;
  window: (typeof windows)[number] | null;
  radio: { dataRate: DataRate; frequencyHz: number } | undefined;
  receptions: FrameRecord["receptions"];
}

/**
 * The latest frames, for people who look at a device or a gateway: kept as they came, and put in words only when somebody
 * asks. In memory; a restart begins anew. Bytes in one buffer, not objects: those would all reach the collector's old
 * generation before they are forgotten.
 */
export class FrameLog {
  readonly #registry: Registry;
  readonly #ring = Buffer.alloc(mostKept * entryBytes);
  #next = 1;
  /** Reasons are few; an entry has the place of its own in this list. */
  readonly #reasons: string[] = [];

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  heard(checked: Checked, copies: readonly Copy[]): void {
    const { packet } = copies[0]!;
    const at = this.#begin(
      checked.kind === "retransmission" ? "heard again" : "heard",
      checked.device,
      packet.bytes,
      packet,
    );
    const ring = this.#ring;
    ring.writeUInt32LE("frame" in checked ? checked.frame.fCnt : 0, at + offset.counter);
    const count = Math.min(copies.length, mostReceptions);
    for (let index = 0; index < count; index++)
      this.#reception(at, index, copies[index]!.gateway, copies[index]!.packet);
    ring[at + offset.receptions] = count;
  }

  refused(reason: string, device: Device | undefined, gateway: Gateway, packet: HeardPacket): void {
    const at = this.#begin("refused", device, packet.bytes, packet);
    this.#ring[at + offset.reason] = this.#reason(reason);
    this.#reception(at, 0, gateway, packet);
    this.#ring[at + offset.receptions] = 1;
  }

  sent(
    device: Device,
    bytes: Buffer,
    sent: Attempt | undefined,
    what: { kind: "join-accept"; devAddr: string } | { kind: "data"; fCnt: number },
    reason: string | undefined,
  ): void {
    const isAccept = what.kind === "join-accept";
    const at = this.#begin(isAccept ? "sent join accept" : "sent", device, bytes, sent);
    const ring = this.#ring;
    ring.writeUInt32LE(isAccept ? Number.parseInt(what.devAddr, 16) : what.fCnt, at + offset.counter);
    if (!sent) {
      ring[at + offset.reason] = this.#reason(reason ?? "no-gateway");
      return;
    }
    ring[at + offset.window] = windows.indexOf(sent.window);
    this.#reception(at, 0, sent.gateway, { rssiDbm: 0, snrDb: 0 });
    ring[at + offset.receptions] = 1;
  }

  /** Of one account's device or gateway: the latest 200 after a sequence, oldest first. */
  list(
    accountId: string,
    of: { device?: Device | undefined; gateway?: Gateway | undefined },
    after: number,
  ): FrameRecord[] {
    const wanted = of.device && Buffer.from(of.device.deviceId.replaceAll("-", ""), "hex");
    const eui = of.gateway && Buffer.from(of.gateway.gatewayEui, "hex");
    const found: FrameRecord[] = [];
    const first = Math.max(after + 1, this.#next - mostKept, 1);
    for (let sequence = this.#next - 1; sequence >= first && found.length < mostAnswered; sequence--) {
      const at = (sequence % mostKept) * entryBytes;
      if (wanted && !(this.#ring[at + offset.hasDevice] && this.#holds(at + offset.deviceId, wanted)))
        continue;
      if (eui && !this.#isOf(at, eui)) continue;
      found.push(recordOf(this.#read(at), accountId));
    }
    return found.reverse();
  }

  #begin(
    kind: Kind,
    device: Device | undefined,
    bytes: Buffer,
    radio: { dataRate: DataRate; frequencyHz: number } | undefined,
  ): number {
    const sequence = this.#next++;
    const at = (sequence % mostKept) * entryBytes;
    const ring = this.#ring;
    ring.writeDoubleLE(sequence, at + offset.sequence);
    ring.writeDoubleLE(Date.now(), at + offset.at);
    ring[at + offset.kind] = kinds.indexOf(kind);
    ring[at + offset.receptions] = 0;
    ring[at + offset.window] = none;
    ring[at + offset.reason] = none;
    ring[at + offset.hasDevice] = device ? 1 : 0;
    if (device) writeUuid(ring, device.deviceId, at + offset.deviceId);
    ring[at + offset.modulation] = radio ? modulations.indexOf(radio.dataRate.modulation) : none;
    if (radio) {
      const { dataRate, frequencyHz } = radio;
      ring.writeUInt32LE(frequencyHz >>> 0, at + offset.frequencyHz);
      const isFhss = dataRate.modulation === "LR_FHSS";
      ring[at + offset.codingRate] = isFhss ? codingRates.indexOf(dataRate.codingRate) : none;
      const [rate, bandwidthHz] =
        dataRate.modulation === "LORA"
          ? [dataRate.spreadingFactor, dataRate.bandwidthHz]
          : [isFhss ? 0 : dataRate.bitsPerSecond, isFhss ? dataRate.widthHz : 0];
      ring.writeUInt32LE(rate! >>> 0, at + offset.rate);
      ring.writeUInt32LE(bandwidthHz! >>> 0, at + offset.bandwidthHz);
    }
    ring.writeUInt32LE(0, at + offset.counter);
    const length = Math.min(bytes.length, longestFrame);
    ring[at + offset.length] = length;
    bytes.copy(ring, at + offset.bytes, 0, length);
    return at;
  }

  #reception(
    entry: number,
    index: number,
    { gatewayEui }: Gateway,
    { rssiDbm, snrDb }: { rssiDbm: number; snrDb: number },
  ): void {
    const at = entry + offset.reception + index * receptionBytes;
    this.#ring.write(gatewayEui, at, 8, "hex");
    this.#ring.writeInt16LE(tenths(rssiDbm), at + 8);
    this.#ring.writeInt16LE(tenths(snrDb), at + 10);
  }

  #reason(reason: string): number {
    const known = this.#reasons.indexOf(reason);
    if (known >= 0) return known;
    return this.#reasons.length < none ? this.#reasons.push(reason) - 1 : none - 1;
  }

  #holds(at: number, bytes: Buffer): boolean {
    return this.#ring.compare(bytes, 0, bytes.length, at, at + bytes.length) === 0;
  }

  #isOf(entry: number, eui: Buffer): boolean {
    for (let index = 0; index < this.#ring[entry + offset.receptions]!; index++)
      if (this.#holds(entry + offset.reception + index * receptionBytes, eui)) return true;
    return false;
  }

  #read(at: number): Entry {
    const ring = this.#ring;
    const modulation = modulations[ring[at + offset.modulation]!];
    const rate = ring.readUInt32LE(at + offset.rate);
    const bandwidthHz = ring.readUInt32LE(at + offset.bandwidthHz);
    const dataRate =
      modulation === "LORA"
        ? { modulation, spreadingFactor: rate, bandwidthHz }
        : modulation === "FSK"
          ? { modulation, bitsPerSecond: rate }
          : { modulation, widthHz: bandwidthHz, codingRate: codingRates[ring[at + offset.codingRate]!] };
    const deviceId = readUuid(ring, at + offset.deviceId);
    return {
      sequence: ring.readDoubleLE(at + offset.sequence),
      at: ring.readDoubleLE(at + offset.at),
      kind: kinds[ring[at + offset.kind]!]!,
      device: ring[at + offset.hasDevice] ? this.#registry.find(deviceId) : undefined,
      bytes: Buffer.from(ring.subarray(at + offset.bytes, at + offset.bytes + ring[at + offset.length]!)),
      counter: ring.readUInt32LE(at + offset.counter),
      reason: this.#reasons[ring[at + offset.reason]!] ?? null,
      window: windows[ring[at + offset.window]!] ?? null,
      radio: modulation && {
        dataRate: dataRate as DataRate,
        frequencyHz: ring.readUInt32LE(at + offset.frequencyHz),
      },
      receptions: Array.from({ length: ring[at + offset.receptions]! }, (_, index) => {
        const from = at + offset.reception + index * receptionBytes;
        return {
          gatewayEui: ring.toString("hex", from, from + 8),
          rssiDbm: ring.readInt16LE(from + 8) / 10,
          snrDb: ring.readInt16LE(from + 10) / 10,
        };
      }),
    };
  }
}

function tenths(value: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(value * 10)));
}

function writeUuid(into: Buffer, uuid: string, at: number): void {
  into.write(uuid.slice(0, 8), at, 4, "hex");
  into.write(uuid.slice(9, 13), at + 4, 2, "hex");
  into.write(uuid.slice(14, 18), at + 6, 2, "hex");
  into.write(uuid.slice(19, 23), at + 8, 2, "hex");
  into.write(uuid.slice(24), at + 10, 6, "hex");
}

function readUuid(from: Buffer, at: number): string {
  const hex = from.toString("hex", at, at + 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Of one account: what another customer's gateway heard of this device, or the other way round, stays with its owner. */
function recordOf(entry: Entry, accountId: string): FrameRecord {
  const device = entry.device?.accountId === accountId ? entry.device : undefined;
  const record: FrameRecord = {
    sequence: entry.sequence,
    at: entry.at,
    direction: entry.kind.startsWith("sent") ? "down" : "up",
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
    dataRate: entry.radio ? dataRateName(entry.radio.dataRate) : null,
    frequencyHz: entry.radio?.frequencyHz ?? null,
    receptions: entry.receptions,
    window: entry.window,
    refusal: entry.reason,
  };
  if (entry.kind === "sent join accept")
    return { ...record, kind: "join-accept", devAddr: entry.counter.toString(16).padStart(8, "0") };
  return { ...record, ...contentOf(entry, accountId) };
}

function contentOf({ kind, bytes, counter, device }: Entry, accountId: string): Partial<FrameRecord> {
  const isRefused = kind === "refused";
  const parsed = parseFrame(bytes);
  if ("rejected" in parsed) return { kind: "not a frame" };
  if (parsed.kind === "join-accept") return { kind: "join-accept" };
  if (parsed.kind === "join-request") {
    const { devEui, devNonce } = parsed.frame;
    return { kind: "join-request", frameCounter: devNonce, ...(isRefused ? { devEui } : {}) };
  }
  if (parsed.kind === "rejoin-request") {
    const { type, count, devEui } = parsed.frame;
    return { kind: `rejoin-request ${type}`, frameCounter: count, ...(isRefused ? { devEui } : {}) };
  }
  const { frame } = parsed;
  const { devAddr, fCnt16, confirmed, ack, adr } = frame;
  const fPort = frame.fPort ?? null;
  const common = { devAddr, fPort, confirmed, acknowledges: ack, adr };
  if (isRefused)
    return { ...common, kind: parsed.kind === "data-up" ? "data" : "downlink", frameCounter: fCnt16 };
  const session =
    device?.accountId === accountId
      ? [device.session, device.offeredSession].find((each) => each?.devAddr === devAddr)
      : undefined;
  return {
    ...common,
    kind: kind === "heard again" ? "data, sent again" : "data",
    frameCounter: counter,
    // Of a session that is over the keys are gone, and with them what its frames said.
    commands: session ? commandsOf(parsed, counter, sessionKeys(session)) : [],
    payloadBytes: frame.fPort ? frame.encryptedPayload.length : 0,
  };
}

function commandsOf(
  { kind, frame }: Extract<ParsedFrame, { kind: "data-up" | "data-down" }>,
  fCnt: number,
  keys: SessionKeys,
): string[] {
  const verified = { ...frame, state: "verified", fCnt } as VerifiedUplink | VerifiedDownlink;
  const bytes = frame.fPort === 0 ? decryptPayload(verified, keys) : decryptFOpts(verified, keys);
  return kind === "data-up"
    ? readUplinkCommands(bytes).map((command) => tellCommand("up", command))
    : readDownlinkCommands(bytes).map((command) => tellCommand("down", command));
}
