import type { DeviceState } from "../accounts/records.ts";

/** The least signal to noise, dB, that each spreading factor needs (Semtech SX1276 datasheet, table 13). */
const neededSnrDb: Readonly<Record<number, number>> = {
  5: -2.5,
  6: -5,
  7: -7.5,
  8: -10,
  9: -12.5,
  10: -15,
  11: -17.5,
  12: -20,
};
/** Sensitivity of a gateway at 125 kHz, dBm: thermal noise −174 + 10 log 125,000, 6 dB noise figure, and the SNR needed. */
const noiseFloorDbm = -117;
/** Below that, dB, rain or a closed door may silence a device. */
export const weakBelowDb = 5;

/**
 * By how much, dB, the best gateway's signal is stronger than it has to be for the spreading factor it came with: by noise
 * or by strength, whichever leaves less. Null where nothing was heard, or not with LoRa.
 */
export function signalMarginDb(state: DeviceState | undefined): number | null {
  const best = state?.gateways[0];
  if (!best || state.spreadingFactor === null) return null;
  const needed = neededSnrDb[state.spreadingFactor];
  if (needed === undefined) return null;
  const margin = Math.min(best.snrDb - needed, best.rssiDbm - (noiseFloorDbm + needed));
  return Math.round(margin * 10) / 10;
}

export function isSignalWeak(state: DeviceState | undefined): boolean {
  const margin = signalMarginDb(state);
  return margin !== null && margin < weakBelowDb;
}
