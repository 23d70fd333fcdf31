import { descendingRx1, lora, type Region } from "../region.ts";

const all = { minimumDataRate: 0, maximumDataRate: 7 };

/** Semtech, "Physical Layer Proposal 2.4GHz" (2020): worldwide, not part of RP002. */
export const ISM2400: Region = {
  name: "ISM2400",
  title: "ISM2400",
  plan: "dynamic",
  uplinkChannels: [2_403_000_000, 2_425_000_000, 2_479_000_000].map((frequencyHz) => ({
    frequencyHz,
    ...all,
  })),
  additionalChannels: [],
  downlinkChannelsHz: [],
  dataRates: lora(812_000, 12, 11, 10, 9, 8, 7, 6, 5),
  rx1DataRates: descendingRx1(7, 5),
  rx2: { frequencyHz: 2_423_000_000, dataRate: 0 },
  maximumPayloads: {
    plain: [59, 123, 248, 248, 248, 248, 248, 248],
    repeater: [59, 123, 228, 228, 228, 228, 228, 228],
  },
  highestTxPower: 7,
  maximumEirpDbm: 10,
  downlinkEirpDbm: 10,
  subBands: [],
  codingRate: "4/8LI",
  hasTxParamSetup: true,
  highestAdrDataRate: 7,
  pingSlot: { frequenciesHz: [2_424_000_000], dataRate: 3 },
  beacon: { frequenciesHz: [2_424_000_000], dataRate: 3, layout: [2, 8, 17] },
};
