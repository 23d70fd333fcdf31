import {
  type DataRate,
  gatewayEirpDbm,
  maximumMacPayload,
  type Region,
  rx1DataRate,
  rx1Frequency,
  timeOnAirMs,
} from "@refill/lorawan";
import type { Gateway, Timing } from "../gateways/gateway.ts";
import type { MacState } from "../mac/mac-state.ts";
import type { Copy } from "../uplink/deduplication.ts";

/** One way to send a downlink: a gateway, and what it is to send with. */
export interface Attempt {
  gateway: Gateway;
  window: "RX1" | "RX2" | "ping slot";
  frequencyHz: number;
  dataRateIndex: number;
  dataRate: DataRate;
  powerDbm: number;
  timing: Timing;
  /** When the sending begins, ms since 1970. */
  at: number;
  /** Longest MACPayload. */
  maximumBytes: number;
}

/** What a device's windows depend on. */
export type Windows = Pick<MacState, "rx1DataRateOffset" | "rx2" | "downlinkDwellLimited">;

/** Before a window opens, the frame must be at the gateway: forwarders want some 30 ms, networks take some more. */
export const leadMs = 150;
/** Two gateways that hear a device about equally well: the less busy one sends. */
const similarDb = 5;

/**
 * Every way to answer an uplink, the best first: RX1 by the gateways that heard it, best signal first (among similar ones
 * the least busy), then RX2. Windows that can't be reached any more are left out.
 */
export function attemptsAfter(input: {
  region: Region;
  windows: Windows;
  copies: readonly Copy[];
  uplinkDataRate: number;
  delaySeconds: number;
  /** Where RX1 does not follow from the uplink's channel: after a join request on a common join channel. */
  rx1Hz?: number;
  now: number;
}): Attempt[] {
  const { region, windows, uplinkDataRate, delaySeconds, now } = input;
  const copies = byWay(input.copies, now);
  const attempts: Attempt[] = [];
  for (const window of ["RX1", "RX2"] as const) {
    const seconds = window === "RX1" ? delaySeconds : delaySeconds + 1;
    for (const copy of copies) {
      const at = copy.arrivedAt + seconds * 1000;
      if (at - leadMs < now) continue;
      const rate =
        window === "RX1"
          ? rx1DataRate(region, uplinkDataRate, windows.rx1DataRateOffset, windows.downlinkDwellLimited)
          : windows.rx2.dataRate;
      const frequencyHz =
        window === "RX1"
          ? (input.rx1Hz ?? rx1Frequency(region, copy.packet.frequencyHz, uplinkDataRate))
          : windows.rx2.frequencyHz;
      const attempt = attemptWith(region, windows, copy.gateway, rate, frequencyHz);
      if (attempt)
        attempts.push({
          ...attempt,
          window,
          at,
          timing: { kind: "after", context: copy.packet.context, delaySeconds: seconds },
        });
    }
  }
  return attempts;
}

/** Sending to a device that listens all the time (class C). */
export function attemptNow(
  region: Region,
  windows: Windows,
  gateway: Gateway,
  now: number,
): Attempt | undefined {
  const attempt = attemptWith(region, windows, gateway, windows.rx2.dataRate, windows.rx2.frequencyHz);
  return attempt && { ...attempt, window: "RX2", at: now + 50, timing: { kind: "now" } };
}

/** Sending at a GPS time (class B, multicast). */
export function attemptAtTime(
  region: Region,
  windows: Windows,
  gateway: Gateway,
  slot: { dataRate: number; frequencyHz: number; gpsSeconds: number; at: number },
): Attempt | undefined {
  const attempt = attemptWith(region, windows, gateway, slot.dataRate, slot.frequencyHz);
  return (
    attempt && {
      ...attempt,
      window: "ping slot",
      at: slot.at,
      timing: { kind: "gps", gpsSeconds: slot.gpsSeconds },
    }
  );
}

function attemptWith(
  region: Region,
  windows: Windows,
  gateway: Gateway,
  dataRateIndex: number | undefined,
  frequencyHz: number | undefined,
): Omit<Attempt, "window" | "at" | "timing"> | undefined {
  if (dataRateIndex === undefined || frequencyHz === undefined) return undefined;
  const dataRate = region.dataRates[dataRateIndex];
  if (!dataRate || dataRate.modulation === "LR_FHSS") return undefined;
  return {
    gateway,
    frequencyHz,
    dataRateIndex,
    dataRate,
    powerDbm: gatewayEirpDbm(region, frequencyHz),
    maximumBytes: maximumMacPayload(region, dataRateIndex, { dwellLimited: windows.downlinkDwellLimited }),
  };
}

function byWay(copies: readonly Copy[], now: number): Copy[] {
  const reachable = copies.filter(({ gateway }) => gateway.link);
  const best = Math.max(...reachable.map(({ packet }) => packet.snrDb));
  const isSimilar = ({ packet }: Copy) => packet.snrDb >= best - similarDb;
  return reachable.sort((a, b) => {
    if (isSimilar(a) && isSimilar(b)) {
      const busier = a.gateway.airtime.load(now) - b.gateway.airtime.load(now);
      if (busier !== 0) return busier;
    }
    return b.packet.snrDb - a.packet.snrDb || b.packet.rssiDbm - a.packet.rssiDbm;
  });
}

/** What sending a frame of this length takes of the gateway's time. */
export function airtimeOf(attempt: Attempt, bytes: number) {
  return {
    frequencyHz: attempt.frequencyHz,
    at: attempt.at,
    // Downlinks have no CRC (LoRaWAN 1.0.4 §4).
    durationMs: timeOnAirMs(attempt.dataRate, bytes, { crc: false }),
  };
}
