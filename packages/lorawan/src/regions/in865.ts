import { lora, type Region } from "../region.ts";

const narrow = { minimumDataRate: 0, maximumDataRate: 5 };

/** RP002-1.0.4 §2.12. */
export const IN865: Region = {
  name: "IN865",
  title: "IN865-867",
  plan: "dynamic",
  uplinkChannels: [865_062_500, 865_402_500, 865_985_000].map((frequencyHz) => ({ frequencyHz, ...narrow })),
  additionalChannels: [865_232_500, 865_572_500, 865_742_500, 866_185_000, 866_385_000].map(
    (frequencyHz) => ({ frequencyHz, ...narrow }),
  ),
  downlinkChannelsHz: [],
  dataRates: [...lora(125_000, 12, 11, 10, 9, 8, 7), undefined, { modulation: "FSK", bitsPerSecond: 50_000 }],
  // Offsets 6 and 7 are one and two rates faster.
  rx1DataRates: [
    [0, 0, 0, 0, 0, 0, 1, 2],
    [1, 0, 0, 0, 0, 0, 2, 3],
    [2, 1, 0, 0, 0, 0, 3, 4],
    [3, 2, 1, 0, 0, 0, 4, 5],
    [4, 3, 2, 1, 0, 0, 5, 5],
    [5, 4, 3, 2, 1, 0, 5, 7],
    [],
    [7, 5, 5, 4, 3, 2, 7, 7],
  ],
  rx2: { frequencyHz: 866_550_000, dataRate: 2 },
  maximumPayloads: {
    plain: [59, 59, 59, 123, 250, 250, 0, 250],
    repeater: [59, 59, 59, 123, 230, 230, 0, 230],
  },
  highestTxPower: 10,
  maximumEirpDbm: 30,
  downlinkEirpDbm: 30,
  subBands: [],
  codingRate: "4/5",
  hasTxParamSetup: false,
  highestAdrDataRate: 5,
  pingSlot: { frequenciesHz: [866_550_000], dataRate: 4 },
  beacon: { frequenciesHz: [866_550_000], dataRate: 4, layout: [1, 7, 19] },
};
