import type { Device } from "../api/client.ts";

export type Signal = "good" | "fair" | "weak" | "silent" | "none";
/** The worst first. */
export const signalsByNeed: readonly Signal[] = ["silent", "weak", "fair", "good", "none"];

/**
 * How well a sensor is heard, by its last message: LoRa is demodulated down to some −137 dBm and −20 dB (Semtech SX1302), so
 * below −115 dBm or −10 dB little is left for a door that is closed, and above −105 dBm and −3 dB there is plenty.
 */
export function signalOf({ state, rssiDbm, snrDb }: Device): Signal {
  if (state === "silent" || rssiDbm === null || snrDb === null) return "silent";
  if (rssiDbm < -115 || snrDb < -10) return "weak";
  return rssiDbm < -105 || snrDb < -3 ? "fair" : "good";
}

export interface Coverage {
  signal: Signal;
  /** Of the device that is heard worst, dBm. */
  rssiDbm: number | null;
}

/** Of several devices, as good as the worst of them; none: nothing is heard, and nothing has to be. */
export function coverageOf(devices: readonly Device[]): Coverage {
  let worst: Coverage = { signal: "none", rssiDbm: null };
  for (const device of devices) {
    const signal = signalOf(device);
    const isWorse = signalsByNeed.indexOf(signal) < signalsByNeed.indexOf(worst.signal);
    const isWeaker = signal === worst.signal && (device.rssiDbm ?? 0) < (worst.rssiDbm ?? 0);
    if (isWorse || isWeaker) worst = { signal, rssiDbm: signal === "silent" ? null : device.rssiDbm };
  }
  return worst;
}
