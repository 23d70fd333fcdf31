import { channelsFrom, descendingRx1, lora, type Region } from "../region.ts";

/** RP002-1.0.4 §2.13. */
export const RU864: Region = {
  name: "RU864",
  title: "RU864-870",
  plan: "dynamic",
  uplinkChannels: channelsFrom(868_900_000, 200_000, 2, 0, 5),
  additionalChannels: channelsFrom(864_100_000, 200_000, 5, 0, 5),
  downlinkChannelsHz: [],
  dataRates: [
    ...lora(125_000, 12, 11, 10, 9, 8, 7),
    ...lora(250_000, 7),
    { modulation: "FSK", bitsPerSecond: 50_000 },
  ],
  rx1DataRates: descendingRx1(7, 5),
  rx2: { frequencyHz: 869_100_000, dataRate: 0 },
  maximumPayloads: {
    plain: [59, 59, 59, 123, 250, 250, 250, 250],
    repeater: [59, 59, 59, 123, 230, 230, 230, 230],
  },
  highestTxPower: 7,
  maximumEirpDbm: 16,
  downlinkEirpDbm: 16,
  subBands: [
    { fromHz: 864_000_000, toHz: 865_000_000, dutyCycle: 0.001, maximumEirpDbm: 16 },
    { fromHz: 866_000_000, toHz: 868_000_000, dutyCycle: 0.01, maximumEirpDbm: 16 },
    { fromHz: 868_700_000, toHz: 869_200_000, dutyCycle: 0.01, maximumEirpDbm: 16 },
  ],
  codingRate: "4/5",
  hasTxParamSetup: false,
  highestAdrDataRate: 5,
  pingSlot: { frequenciesHz: [868_900_000], dataRate: 3 },
  beacon: { frequenciesHz: [869_100_000], dataRate: 3, layout: [2, 8, 17] },
};
