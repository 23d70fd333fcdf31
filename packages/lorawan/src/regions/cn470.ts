import { type Channel, channelsFrom, lora, type Region } from "../region.ts";

const hz = (channels: readonly Channel[]) => channels.map(({ frequencyHz }) => frequencyHz);
const narrow = (firstHz: number, count: number) => channelsFrom(firstHz, 200_000, count, 1, 5);

/**
 * Common join channels (RP002-1.0.4 §2.9): a device that looks for its network tries all of them; the one that is
 * answered tells it the plan, and in the 20 MHz plans the second window.
 */
const joinChannels = {
  "20A": [
    470_900_000, 472_500_000, 474_100_000, 475_700_000, 504_100_000, 505_700_000, 507_300_000, 508_900_000,
  ].map((uplinkHz, index) => ({
    uplinkHz,
    rx1Hz: 484_500_000 + index * 1_600_000,
    rx2Hz: 485_300_000 + index * 1_600_000,
  })),
  "20B": [479_900_000, 499_900_000].map((uplinkHz) => ({
    uplinkHz,
    rx1Hz: uplinkHz,
    rx2Hz: uplinkHz - 1_600_000,
  })),
  "26A": hz(channelsFrom(470_300_000, 2_000_000, 5, 1, 5)).map((uplinkHz) => ({
    uplinkHz,
    rx1Hz: 492_500_000,
    rx2Hz: 492_500_000,
  })),
  "26B": hz(channelsFrom(480_300_000, 2_000_000, 5, 1, 5)).map((uplinkHz) => ({
    uplinkHz,
    rx1Hz: 502_500_000,
    rx2Hz: 502_500_000,
  })),
};

/** RP002-1.0.4 §2.9: two plans for antennas of 20 MHz and two for those of 26 MHz. */
function cn470(
  plan: keyof typeof joinChannels,
  uplinkChannels: readonly Channel[],
  downlinkChannels: readonly Channel[],
  rx2Hz: number,
  beaconHz: number,
): Region {
  return {
    name: `CN470-${plan}`,
    title: `CN470-510 ${plan}`,
    plan: "fixed",
    uplinkChannels,
    additionalChannels: [],
    downlinkChannelsHz: hz(downlinkChannels),
    // SF12 is not used: it is longer than the second that the regulation allows.
    dataRates: [
      undefined,
      ...lora(125_000, 11, 10, 9, 8, 7),
      ...lora(500_000, 7),
      { modulation: "FSK", bitsPerSecond: 50_000 },
    ],
    rx1DataRates: Array.from({ length: 8 }, (_, uplink) =>
      uplink === 0 ? [] : Array.from({ length: 6 }, (_, offset) => Math.max(1, uplink - offset)),
    ),
    rx2: { frequencyHz: rx2Hz, dataRate: 1 },
    // No repeaters there.
    maximumPayloads: {
      plain: [0, 31, 94, 172, 250, 250, 250, 250],
      repeater: [0, 31, 94, 172, 230, 230, 230, 230],
    },
    highestTxPower: 7,
    maximumEirpDbm: 19,
    downlinkEirpDbm: 19,
    subBands: [],
    joinChannels: joinChannels[plan],
    codingRate: "4/5",
    hasTxParamSetup: false,
    highestAdrDataRate: 5,
    pingSlot: { frequenciesHz: [beaconHz], dataRate: 2 },
    beacon: { frequenciesHz: [beaconHz], dataRate: 2, layout: [3, 9, 19] },
  };
}

export const CN470_20A = cn470(
  "20A",
  [...narrow(470_300_000, 32), ...narrow(503_500_000, 32)],
  narrow(483_900_000, 64),
  486_900_000,
  486_900_000,
);
export const CN470_20B = cn470(
  "20B",
  [...narrow(476_900_000, 32), ...narrow(496_900_000, 32)],
  [...narrow(476_900_000, 32), ...narrow(496_900_000, 32)],
  498_300_000,
  498_300_000,
);
export const CN470_26A = cn470(
  "26A",
  narrow(470_300_000, 48),
  narrow(490_100_000, 24),
  492_500_000,
  494_900_000,
);
export const CN470_26B = cn470(
  "26B",
  narrow(480_300_000, 48),
  narrow(500_100_000, 24),
  502_500_000,
  504_900_000,
);
