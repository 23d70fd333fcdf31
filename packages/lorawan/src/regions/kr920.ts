import { channelsFrom, descendingRx1, lora, type Region } from "../region.ts";

/** RP002-1.0.4 §2.11. Gateways listen before they talk, by their own setting, instead of a duty cycle. */
export const KR920: Region = {
  name: "KR920",
  title: "KR920-923",
  plan: "dynamic",
  uplinkChannels: channelsFrom(922_100_000, 200_000, 3, 0, 5),
  additionalChannels: [
    ...channelsFrom(922_700_000, 200_000, 4, 0, 5),
    ...channelsFrom(921_900_000, 0, 1, 0, 5),
  ],
  downlinkChannelsHz: [],
  dataRates: lora(125_000, 12, 11, 10, 9, 8, 7),
  rx1DataRates: descendingRx1(5, 5),
  rx2: { frequencyHz: 921_900_000, dataRate: 0 },
  maximumPayloads: {
    plain: [59, 59, 59, 123, 250, 250],
    repeater: [59, 59, 59, 123, 230, 230],
  },
  highestTxPower: 7,
  maximumEirpDbm: 14,
  downlinkEirpDbm: 14,
  // Table 57: 10 dBm below 922 MHz for devices; gateways 23 dBm on the upper channels.
  subBands: [
    { fromHz: 920_900_000, toHz: 921_999_999, dutyCycle: 1, maximumEirpDbm: 14 },
    { fromHz: 922_000_000, toHz: 923_400_000, dutyCycle: 1, maximumEirpDbm: 23 },
  ],
  codingRate: "4/5",
  hasTxParamSetup: false,
  highestAdrDataRate: 5,
  pingSlot: { frequenciesHz: [923_100_000], dataRate: 3 },
  beacon: { frequenciesHz: [923_100_000], dataRate: 3, layout: [2, 8, 17] },
};
