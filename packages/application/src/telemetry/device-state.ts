import type { UplinkMessage } from "@refill/protocol";
import { type Measurement, readFacts } from "@refill/sensors";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Device, DeviceState, HeardBy } from "../accounts/records.ts";
import { historyWith } from "./device-history.ts";

const dayMs = 86_400_000;
const gapsKept = 5;
const shortestGap = 5;
/** Lost in a row by an unsteady radio. */
const likelyLost = 10;
const gatewaysKept = 8;
/** A gateway that has not heard the device for so long is none of its own any more. */
const gatewayForgottenMs = 7 * dayMs;
/** Weight of the newest signal in the smoothed one: about the latest eight messages count. */
const newestWeight = 0.25;

/** What the message says of the device itself: its state, and on the first message of a day its history. */
export function noteDevice(
  change: AccountChange,
  device: Device,
  message: UplinkMessage,
  measurement: Measurement | undefined,
): void {
  const before = change.get("deviceState", device.id);
  const next = nextState(device, before, message, measurement);
  if (before && before.today.day < next.today.day)
    change.put("deviceHistory", historyWith(change.get("deviceHistory", device.id), device.id, before.today));
  change.put("deviceState", { ...next, lastSeenAt: newest(next.lastSeenAt, before?.lastSeenAt, change.at) });
}

function nextState(
  device: Device,
  before: DeviceState | undefined,
  message: UplinkMessage,
  measurement: Measurement | undefined,
): DeviceState {
  const best = message.receptions[0]!;
  const told = measurement?.batteryPercent ?? batteryOf(measurement);
  const batteryPercent = told ?? before?.batteryPercent ?? null;
  const at = Math.round(message.receivedAt);
  const facts = readFacts(device.profile, message.fPort, Buffer.from(message.payload, "base64"));
  const isAnew = before !== undefined && message.frameCounter < before.frameCounter;
  const passed = passedOver(before, message, at);
  const hasRestarted = facts.hasRestarted || isAnew || passed > 0;
  return {
    id: device.id,
    lastSequence: message.sequence,
    lastSeenAt: at,
    batteryPercent,
    rssiDbm: best.rssiDbm,
    snrDb: best.snrDb,
    dataRate: message.dataRate,
    spreadingFactor: message.spreadingFactor,
    frameCounter: message.frameCounter,
    // What is missing in the sequence was overwritten in the network server's ring while the application was away.
    overwritten: (before?.overwritten ?? 0) + message.sequence - (before?.lastSequence ?? 0) - 1,
    isSilenceTold: false,
    isBatteryLow: isBatteryLow(batteryPercent, before?.isBatteryLow ?? false),
    gateways: heardBy(before?.gateways ?? [], message, at),
    hardwareVersion: facts.hardwareVersion ?? before?.hardwareVersion ?? null,
    firmwareVersion: facts.firmwareVersion ?? before?.firmwareVersion ?? null,
    restartedAt: hasRestarted ? at : (before?.restartedAt ?? null),
    gaps: passed > 0 ? before!.gaps : gapsWith(before, message, at),
    today: todayWith(before?.today, { ...message, framesLost: message.framesLost - passed }, at, told),
  };
}

/** The best signal first. */
function heardBy(before: readonly HeardBy[], { receptions }: UplinkMessage, at: number): HeardBy[] {
  const byEui = new Map(
    before
      .filter(({ lastHeardAt }) => lastHeardAt > at - gatewayForgottenMs)
      .map((each) => [each.gatewayEui, each]),
  );
  for (const { gatewayEui, rssiDbm, snrDb } of receptions) {
    const known = byEui.get(gatewayEui);
    byEui.set(gatewayEui, {
      gatewayEui,
      rssiDbm: smoothed(known?.rssiDbm, rssiDbm),
      snrDb: smoothed(known?.snrDb, snrDb),
      lastHeardAt: at,
    });
  }
  return [...byEui.values()].sort((a, b) => b.rssiDbm - a.rssiDbm).slice(0, gatewaysKept);
}

function smoothed(before: number | undefined, now: number): number {
  return Math.round((before === undefined ? now : before + newestWeight * (now - before)) * 10) / 10;
}

/**
 * Counters that were used for no frame: a device that starts anew may go on some way behind the last one that it has kept, since
 * none may come twice. More than twice what the time since its last message had room for, and then some, was never sent.
 */
function passedOver(before: DeviceState | undefined, message: UplinkMessage, at: number): number {
  const gap = before && medianGap(before.gaps);
  if (!gap || message.sequence !== before.lastSequence + 1) return 0;
  const room = Math.max(0, Math.round((at - before.lastSeenAt) / 1000 / gap) - message.framesHeard);
  return message.framesLost > 2 * room + likelyLost ? message.framesLost - room : 0;
}

/** Seconds; null: not known. */
export function medianGap(gaps: readonly number[]): number | null {
  if (gaps.length === 0) return null;
  return [...gaps].sort((a, b) => a - b)[gaps.length >> 1]!;
}

/** Time between two frames: where some were lost in between, what each of them took. */
function gapsWith(before: DeviceState | undefined, message: UplinkMessage, at: number): readonly number[] {
  const frames = message.framesHeard + message.framesLost;
  const isNext = before && message.sequence === before.lastSequence + 1 && at > before.lastSeenAt;
  if (!isNext) return before?.gaps ?? [];
  const seconds = Math.round((at - before.lastSeenAt) / frames / 1000);
  // Two at once: what it says of itself, then a reading.
  if (seconds < shortestGap) return before.gaps;
  return [...before.gaps, seconds].slice(-gapsKept);
}

/** A message of an earlier day that comes late counts for the present one. */
function todayWith(
  before: DeviceState["today"] | undefined,
  { framesHeard, framesLost }: Pick<UplinkMessage, "framesHeard" | "framesLost">,
  at: number,
  battery: number | undefined,
): DeviceState["today"] {
  const day = Math.max(Math.floor(at / dayMs), before?.day ?? 0);
  const since = before?.day === day ? before : { day, heard: 0, lost: 0, batterySum: 0, batteryReadings: 0 };
  return {
    day,
    heard: since.heard + framesHeard,
    lost: since.lost + framesLost,
    batterySum: since.batterySum + (battery ?? 0),
    batteryReadings: since.batteryReadings + (battery === undefined ? 0 : 1),
  };
}

/** A message that comes late makes nothing older than it was, but for a time that lay in the future by a wrong clock. */
export function newest(at: number, before: number | null | undefined, now: number): number {
  return before != null && before <= now ? Math.max(at, before) : at;
}

/** Low at 20 % and below; not before 30 % is it good again, so that a voltage that wavers is told once. */
function isBatteryLow(percent: number | null, wasLow: boolean): boolean {
  if (percent === null) return wasLow;
  return percent <= (wasLow ? 29 : 20);
}

/** Li-SOCl₂ cells hold 3.6 V for most of their life and are empty at 2.5 V (Dragino LLDS12 manual, battery analysis). */
function batteryOf(measurement: Measurement | undefined): number | undefined {
  if (measurement?.batteryVolts === undefined) return undefined;
  return Math.round(Math.min(1, Math.max(0, (measurement.batteryVolts - 2.5) / 1.1)) * 100);
}
