import { channelsFrom, lora, type Region } from "../region.ts";

/** RP002-1.0.4 §2.5. Data rates 8 to 13 are the downlink's, 500 kHz wide. */
export const US915: Region = {
  name: "US915",
  title: "US902-928",
  plan: "fixed",
  uplinkChannels: [
    ...channelsFrom(902_300_000, 200_000, 64, 0, 3),
    ...channelsFrom(903_000_000, 1_600_000, 8, 4, 6),
  ],
  additionalChannels: [],
  downlinkChannelsHz: channelsFrom(923_300_000, 600_000, 8, 8, 13).map(({ frequencyHz }) => frequencyHz),
  dataRates: [
    ...lora(125_000, 10, 9, 8, 7),
    ...lora(500_000, 8),
    { modulation: "LR_FHSS", codingRate: "1/3", widthHz: 1_523_000 },
    { modulation: "LR_FHSS", codingRate: "2/3", widthHz: 1_523_000 },
    undefined,
    ...lora(500_000, 12, 11, 10, 9, 8, 7),
  ],
  rx1DataRates: [
    [10, 9, 8, 8],
    [11, 10, 9, 8],
    [12, 11, 10, 9],
    [13, 12, 11, 10],
    [13, 13, 12, 11],
    [10, 9, 8, 8],
    [11, 10, 9, 8],
  ],
  rx2: { frequencyHz: 923_300_000, dataRate: 8 },
  maximumPayloads: {
    plain: [19, 61, 133, 250, 250, 58, 133, 0, 61, 137, 250, 250, 250, 250],
    repeater: [19, 61, 133, 230, 230, 58, 133, 0, 41, 117, 230, 230, 230, 230],
  },
  highestTxPower: 14,
  maximumEirpDbm: 30,
  // 47 CFR 15.247: 1 W conducted with an antenna of 6 dBi at most; what gateways are set to, as EIRP.
  downlinkEirpDbm: 28,
  subBands: [],
  codingRate: "4/5",
  hasTxParamSetup: false,
  highestAdrDataRate: 3,
  pingSlot: {
    frequenciesHz: channelsFrom(923_300_000, 600_000, 8, 8, 8).map(({ frequencyHz }) => frequencyHz),
    dataRate: 8,
  },
  beacon: {
    frequenciesHz: channelsFrom(923_300_000, 600_000, 8, 8, 8).map(({ frequencyHz }) => frequencyHz),
    dataRate: 8,
    layout: [5, 11, 23],
  },
};
