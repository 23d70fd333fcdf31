import type { DownlinkCommand, Region } from "@refill/lorawan";
import { fixedMasks, type MacState, type RadioSettings } from "./mac-state.ts";
import type { SignalHistory } from "./signal-history.ts";

/** dB above the noise that a spreading factor needs (SX1276 datasheet, table 13), by spreading factor. */
const requiredSnrDb: Record<number, number> = {
  5: -2.5,
  6: -5,
  7: -7.5,
  8: -10,
  9: -12.5,
  10: -15,
  11: -17.5,
  12: -20,
};

/** What the demodulator needs at a data rate, dB; undefined where the rate is not LoRa. */
export function requiredSnr(region: Region, dataRate: number): number | undefined {
  const rate = region.dataRates[dataRate];
  return rate?.modulation === "LORA" ? requiredSnrDb[rate.spreadingFactor] : undefined;
}

export interface RadioChoice {
  dataRate: number;
  txPower: number;
  transmissions: number;
}

/**
 * Semtech's recommended simple rate adaptation algorithm for networks ("LoRaWAN – simple rate adaptation recommended
 * algorithm", 2016): the best signal of the last twenty uplinks less what the data rate needs and less a margin, in steps
 * of 3 dB; each step up is one data rate, then one step of power down; steps below zero give power back. The number of
 * transmissions follows the share of frames lost.
 */
export function chooseRadio(
  region: Region,
  state: MacState,
  settings: RadioSettings,
  history: SignalHistory,
): RadioChoice {
  const { txPower, transmissions } = state;
  const highest = Math.min(settings.maximumDataRate, region.highestAdrDataRate);
  const lowest = Math.min(settings.minimumDataRate, highest);
  const required = requiredSnr(region, state.dataRate);
  // At least a full history before anything is changed: fewer frames tell too little.
  const best = history.isFull ? history.bestSnrDb(txPower) : undefined;
  if (best === undefined || required === undefined)
    return { dataRate: Math.max(lowest, state.dataRate), txPower, transmissions };
  const choice = stepRadio(
    Math.trunc((best - required - settings.adrMarginDb) / 3),
    { dataRate: state.dataRate, txPower },
    { lowest, highest, highestTxPower: region.highestTxPower },
  );
  return {
    ...choice,
    transmissions: Math.min(
      settings.maximumTransmissions,
      chooseTransmissions(history.lossShare(), transmissions),
    ),
  };
}

function stepRadio(
  steps: number,
  from: { dataRate: number; txPower: number },
  limits: { lowest: number; highest: number; highestTxPower: number },
): { dataRate: number; txPower: number } {
  let { dataRate, txPower } = from;
  for (; steps > 0; steps--) {
    if (dataRate < limits.highest) dataRate += 1;
    else if (txPower < limits.highestTxPower) txPower += 1;
    else break;
  }
  for (; steps < 0 && txPower > 0; steps++) txPower -= 1;
  // A device above the limit (a profile was changed, or it chose so) is brought back.
  return { dataRate: Math.max(limits.lowest, Math.min(limits.highest, dataRate)), txPower };
}

/** The same source, figure 2: new number of transmissions by loss (rows) and present number (columns 1–3). */
function chooseTransmissions(loss: number, now: number): number {
  const row = loss < 0.05 ? [1, 1, 2] : loss < 0.1 ? [1, 2, 3] : loss < 0.3 ? [2, 3, 3] : [3, 3, 3];
  return row[Math.max(1, Math.min(3, now)) - 1]!;
}

/**
 * LinkAdrReq commands for a choice, with the channels that are to be used: one block, which a device takes as a whole
 * (LoRaWAN 1.0.4 §5.2; ChMaskCntl by RP002-1.0.4 of each region).
 */
export function linkAdrRequests(
  region: Region,
  settings: RadioSettings,
  state: MacState,
  choice: RadioChoice,
): DownlinkCommand[] {
  const request = (channelMaskControl: number, channelMask: number): DownlinkCommand => ({
    name: "LinkAdrReq",
    dataRate: choice.dataRate,
    txPower: choice.txPower,
    transmissions: choice.transmissions,
    channelMask,
    channelMaskControl,
  });
  if (region.plan === "dynamic") return [request(0, state.channelMasks[0] ?? 0xffff)];
  const masks = fixedMasks(region, settings.channelBlock);
  // 64 channels of 125 kHz and 8 of 500 kHz: 6 and 7 switch all narrow channels on or off, with a mask for the wide ones.
  if (region.uplinkChannels.length === 72) {
    if (settings.channelBlock === null) return [request(6, masks[4]!)];
    const bank = settings.channelBlock >> 1;
    return [request(7, masks[4]!), request(bank, masks[bank]!)];
  }
  return masks.map((mask, bank) => request(bank, mask));
}
