import { channelsFrom, lora, type Region } from "../region.ts";

/** RX1 with offsets 6 and 7 is one and two rates faster; `lowest` is 2 while the downlink is limited to 400 ms. */
function rx1DataRates(lowest: number): number[][] {
  return Array.from({ length: 8 }, (_, uplink) =>
    [0, 1, 2, 3, 4, 5, -1, -2].map((slower) => Math.max(lowest, Math.min(7, uplink - slower))),
  );
}

/**
 * RP002-1.0.4 §2.10: four groups of countries with the same plan at different frequencies.
 * `additionalHz`: first of five channels that the countries of the group allow.
 */
function as923(name: string, group: number, offsetHz: number, additionalHz: number): Region {
  return {
    name,
    title: `AS923-${group}`,
    plan: "dynamic",
    uplinkChannels: channelsFrom(923_200_000 + offsetHz, 200_000, 2, 0, 5),
    additionalChannels: channelsFrom(additionalHz, 200_000, 5, 0, 5),
    downlinkChannelsHz: [],
    dataRates: [
      ...lora(125_000, 12, 11, 10, 9, 8, 7),
      ...lora(250_000, 7),
      { modulation: "FSK", bitsPerSecond: 50_000 },
    ],
    rx1DataRates: rx1DataRates(0),
    rx1DataRatesDwellLimited: rx1DataRates(2),
    rx2: { frequencyHz: 923_200_000 + offsetHz, dataRate: 2 },
    maximumPayloads: {
      plain: [59, 59, 123, 123, 250, 250, 250, 250],
      repeater: [59, 59, 123, 123, 230, 230, 230, 230],
      dwellLimited: [0, 0, 19, 61, 133, 250, 250, 250],
      dwellLimitedRepeater: [0, 0, 19, 61, 133, 230, 230, 230],
    },
    highestTxPower: 7,
    maximumEirpDbm: 16,
    downlinkEirpDbm: 16,
    subBands: [
      {
        fromHz: Math.min(923_200_000 + offsetHz, additionalHz) - 100_000,
        toHz: Math.max(923_400_000 + offsetHz, additionalHz + 800_000) + 100_000,
        dutyCycle: 0.01,
        maximumEirpDbm: 16,
      },
    ],
    codingRate: "4/5",
    dwellTimeAtStart: { uplink: true, downlink: true },
    hasTxParamSetup: true,
    highestAdrDataRate: 5,
    pingSlot: { frequenciesHz: [923_400_000 + offsetHz], dataRate: 3 },
    beacon: { frequenciesHz: [923_400_000 + offsetHz], dataRate: 3, layout: [2, 8, 17] },
  };
}

export const AS923 = as923("AS923", 1, 0, 923_600_000);
export const AS923_2 = as923("AS923-2", 2, -1_800_000, 921_800_000);
export const AS923_3 = as923("AS923-3", 3, -6_600_000, 917_000_000);
export const AS923_4 = as923("AS923-4", 4, -5_900_000, 917_700_000);
