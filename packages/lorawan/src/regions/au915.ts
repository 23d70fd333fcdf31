import { channelsFrom, lora, type Region } from "../region.ts";

const downlinkHz = channelsFrom(923_300_000, 600_000, 8, 8, 13).map(({ frequencyHz }) => frequencyHz);

/** RP002-1.0.4 §2.8. Data rates 8 to 13 are the downlink's, 500 kHz wide. */
export const AU915: Region = {
  name: "AU915",
  title: "AU915-928",
  plan: "fixed",
  uplinkChannels: [
    ...channelsFrom(915_200_000, 200_000, 64, 0, 5),
    ...channelsFrom(915_900_000, 1_600_000, 8, 6, 7),
  ],
  additionalChannels: [],
  downlinkChannelsHz: downlinkHz,
  dataRates: [
    ...lora(125_000, 12, 11, 10, 9, 8, 7),
    ...lora(500_000, 8),
    { modulation: "LR_FHSS", codingRate: "1/3", widthHz: 1_523_000 },
    ...lora(500_000, 12, 11, 10, 9, 8, 7),
  ],
  rx1DataRates: [
    [8, 8, 8, 8, 8, 8],
    [9, 8, 8, 8, 8, 8],
    [10, 9, 8, 8, 8, 8],
    [11, 10, 9, 8, 8, 8],
    [12, 11, 10, 9, 8, 8],
    [13, 12, 11, 10, 9, 8],
    [13, 13, 12, 11, 10, 9],
    [9, 8, 8, 8, 8, 8],
  ],
  rx2: { frequencyHz: 923_300_000, dataRate: 8 },
  maximumPayloads: {
    plain: [59, 59, 59, 123, 250, 250, 250, 58, 61, 137, 250, 250, 250, 250],
    repeater: [59, 59, 59, 123, 230, 230, 230, 58, 41, 117, 230, 230, 230, 230],
    dwellLimited: [0, 0, 19, 61, 133, 250, 250, 58, 61, 137, 250, 250, 250, 250],
    dwellLimitedRepeater: [0, 0, 19, 61, 133, 230, 230, 58, 41, 117, 230, 230, 230, 230],
  },
  highestTxPower: 14,
  maximumEirpDbm: 30,
  downlinkEirpDbm: 30,
  subBands: [],
  codingRate: "4/5",
  dwellTimeAtStart: { uplink: true, downlink: false },
  hasTxParamSetup: true,
  highestAdrDataRate: 5,
  pingSlot: { frequenciesHz: downlinkHz, dataRate: 8 },
  beacon: { frequenciesHz: downlinkHz, dataRate: 8, layout: [5, 11, 23] },
};
