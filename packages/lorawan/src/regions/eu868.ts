import { channelsFrom, descendingRx1, lora, type Region } from "../region.ts";

const rates = [
  ...lora(125_000, 12, 11, 10, 9, 8, 7),
  ...lora(250_000, 7),
  { modulation: "FSK" as const, bitsPerSecond: 50_000 },
  { modulation: "LR_FHSS" as const, codingRate: "1/3" as const, widthHz: 137_000 },
  { modulation: "LR_FHSS" as const, codingRate: "2/3" as const, widthHz: 137_000 },
  { modulation: "LR_FHSS" as const, codingRate: "1/3" as const, widthHz: 336_000 },
  { modulation: "LR_FHSS" as const, codingRate: "2/3" as const, widthHz: 336_000 },
];

/** RP002-1.0.4 §2.4. */
export const EU868: Region = {
  name: "EU868",
  title: "EU863-870",
  plan: "dynamic",
  uplinkChannels: channelsFrom(868_100_000, 200_000, 3, 0, 5),
  additionalChannels: channelsFrom(867_100_000, 200_000, 5, 0, 5),
  downlinkChannelsHz: [],
  dataRates: rates,
  rx1DataRates: [
    ...descendingRx1(7, 5),
    // LR-FHSS is answered in LoRa: DR8 and DR10 as DR1, DR9 and DR11 as DR2.
    [1, 0, 0, 0, 0, 0],
    [2, 1, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [2, 1, 0, 0, 0, 0],
  ],
  rx2: { frequencyHz: 869_525_000, dataRate: 0 },
  maximumPayloads: {
    plain: [59, 59, 59, 123, 250, 250, 250, 250, 58, 123, 58, 123],
    repeater: [59, 59, 59, 123, 230, 230, 230, 230, 58, 123, 58, 123],
  },
  highestTxPower: 7,
  maximumEirpDbm: 16,
  downlinkEirpDbm: 16,
  // ERC Recommendation 70-03, annex 1 (as EIRP: ERP + 2.15 dB).
  subBands: [
    { fromHz: 863_000_000, toHz: 867_999_999, dutyCycle: 0.01, maximumEirpDbm: 16 },
    { fromHz: 868_000_000, toHz: 868_600_000, dutyCycle: 0.01, maximumEirpDbm: 16 },
    { fromHz: 868_700_000, toHz: 869_200_000, dutyCycle: 0.001, maximumEirpDbm: 16 },
    { fromHz: 869_400_000, toHz: 869_650_000, dutyCycle: 0.1, maximumEirpDbm: 29 },
    { fromHz: 869_700_000, toHz: 870_000_000, dutyCycle: 0.01, maximumEirpDbm: 16 },
  ],
  codingRate: "4/5",
  hasTxParamSetup: false,
  highestAdrDataRate: 5,
  pingSlot: { frequenciesHz: [869_525_000], dataRate: 3 },
  beacon: { frequenciesHz: [869_525_000], dataRate: 3, layout: [2, 8, 17] },
};
