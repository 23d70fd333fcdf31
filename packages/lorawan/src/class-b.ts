import { importKey } from "./key.ts";

/** Class B timing (LoRaWAN 1.0.4 §12 to §15). Times are GPS seconds. */
export const beaconPeriodSeconds = 128;
const reservedSeconds = 2.12;
const slotSeconds = 0.03;
/** GPS time began at 1980-01-06, and is ahead of UTC by the leap seconds since: 18 from 2017 on. */
const gpsEpochMs = Date.UTC(1980, 0, 6);
const leapSeconds = 18;

/** Milliseconds since 1970 (UTC) as GPS seconds. */
export function gpsSeconds(unixMs: number): number {
  return (unixMs - gpsEpochMs) / 1000 + leapSeconds;
}

export function unixMs(gps: number): number {
  return (gps - leapSeconds) * 1000 + gpsEpochMs;
}

const zeroKey = importKey(Buffer.alloc(16));

/** §13.2: where a device's first ping slot of a beacon period lies, in slots of 30 ms. */
export function pingOffset(beaconTime: number, devAddr: string, periodSlots: number): number {
  const block = Buffer.alloc(16);
  block.writeUInt32LE(beaconTime >>> 0, 0);
  block.writeUInt32LE(Number.parseInt(devAddr, 16), 4);
  const rand = zeroKey.encryptBlocks(block);
  return (rand[0]! + rand[1]! * 256) % periodSlots;
}

/**
 * GPS time of the first ping slot that begins after `after`. `periodicity`: a slot every 2^periodicity seconds,
 * so 2^(7−periodicity) in a beacon period of 128 s.
 */
export function nextPingSlot(after: number, devAddr: string, periodicity: number): number {
  const periodSlots = 2 ** (5 + periodicity);
  const slots = 2 ** (7 - periodicity);
  for (let beacon = Math.floor(after / beaconPeriodSeconds) * beaconPeriodSeconds; ; ) {
    const offset = pingOffset(beacon, devAddr, periodSlots);
    for (let index = 0; index < slots; index++) {
      const at = beacon + reservedSeconds + (offset + index * periodSlots) * slotSeconds;
      if (at > after) return at;
    }
    beacon += beaconPeriodSeconds;
  }
}

/** Frequency of a ping slot or beacon where the region hops (RP002: US915, AU915, CN470). */
export function hoppingFrequency(
  frequenciesHz: readonly number[],
  beaconTime: number,
  devAddr = "0",
): number {
  const beacon = Math.floor(beaconTime / beaconPeriodSeconds);
  return frequenciesHz[(Number.parseInt(devAddr, 16) + beacon) % frequenciesHz.length]!;
}
