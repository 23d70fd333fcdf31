import { describe, expect, test } from "vitest";
import {
  channelList,
  dataRateIndex,
  dataRateName,
  gatewayEirpDbm,
  maximumMacPayload,
  type Region,
  rx1DataRate,
  rx1Frequency,
  timeOnAirMs,
} from "./region.ts";
import { type RegionName, regions } from "./regions.ts";

const all = Object.values(regions) as Region[];
const mhz = (value: number) => Math.round(value * 1_000_000);

/**
 * RP002-1.0.4 (ISM2400: Semtech's proposal), written down apart from the data: channels in MHz (first, last and count of
 * the uplink), RX2, longest MACPayload by data rate with and without a repeater, RX1 by uplink rate at the offsets 0 and 3.
 */
const published: Record<
  RegionName,
  {
    uplink: [first: number, last: number, count: number];
    rx2: [mhz: number, rate: string];
    slowest: string;
    payloads: string;
    repeater: string;
    rx1At0: string;
    rx1At3: string;
    /** An uplink's frequency and rate index, and where RX1 is then. */
    rx1: [uplinkMhz: number, rate: number, downlinkMhz: number];
  }
> = {
  EU868: {
    uplink: [868.1, 868.5, 3],
    rx2: [869.525, "SF12BW125"],
    slowest: "SF12BW125",
    payloads: "59 59 59 123 250 250 250 250 58 123 58 123",
    repeater: "59 59 59 123 230 230 230 230 58 123 58 123",
    rx1At0: "0 1 2 3 4 5 6 7 1 2 1 2",
    rx1At3: "0 0 0 0 1 2 3 4 0 0 0 0",
    rx1: [867.3, 5, 867.3],
  },
  US915: {
    uplink: [902.3, 914.2, 72],
    rx2: [923.3, "SF12BW500"],
    slowest: "SF10BW125",
    payloads: "19 61 133 250 250 58 133 0 61 137 250 250 250 250",
    repeater: "19 61 133 230 230 58 133 0 41 117 230 230 230 230",
    rx1At0: "10 11 12 13 13 10 11",
    rx1At3: "8 8 9 10 11 8 8",
    rx1: [904.1, 3, 923.9],
  },
  AU915: {
    uplink: [915.2, 927.1, 72],
    rx2: [923.3, "SF12BW500"],
    slowest: "SF12BW125",
    payloads: "59 59 59 123 250 250 250 58 61 137 250 250 250 250",
    repeater: "59 59 59 123 230 230 230 58 41 117 230 230 230 230",
    rx1At0: "8 9 10 11 12 13 13 9",
    rx1At3: "8 8 8 8 9 10 11 8",
    rx1: [917.5, 6, 923.9],
  },
  AS923: as923(923.2),
  "AS923-2": as923(921.4),
  "AS923-3": as923(916.6),
  "AS923-4": as923(917.3),
  IN865: {
    uplink: [865.0625, 865.985, 3],
    rx2: [866.55, "SF10BW125"],
    slowest: "SF12BW125",
    payloads: "59 59 59 123 250 250 0 250",
    repeater: "59 59 59 123 230 230 0 230",
    rx1At0: "0 1 2 3 4 5 - 7",
    rx1At3: "0 0 0 0 1 2 - 4",
    rx1: [865.4025, 0, 865.4025],
  },
  KR920: {
    uplink: [922.1, 922.5, 3],
    rx2: [921.9, "SF12BW125"],
    slowest: "SF12BW125",
    payloads: "59 59 59 123 250 250",
    repeater: "59 59 59 123 230 230",
    rx1At0: "0 1 2 3 4 5",
    rx1At3: "0 0 0 0 1 2",
    rx1: [922.9, 5, 922.9],
  },
  "CN470-20A": cn470([470.3, 509.7, 64], 486.9, [503.5, 2, 490.3]),
  "CN470-20B": cn470([476.9, 503.1, 64], 498.3, [497.1, 2, 497.1]),
  "CN470-26A": cn470([470.3, 479.7, 48], 492.5, [475.3, 2, 490.3]),
  "CN470-26B": cn470([480.3, 489.7, 48], 502.5, [489.7, 2, 504.7]),
  RU864: {
    uplink: [868.9, 869.1, 2],
    rx2: [869.1, "SF12BW125"],
    slowest: "SF12BW125",
    payloads: "59 59 59 123 250 250 250 250",
    repeater: "59 59 59 123 230 230 230 230",
    rx1At0: "0 1 2 3 4 5 6 7",
    rx1At3: "0 0 0 0 1 2 3 4",
    rx1: [868.9, 5, 868.9],
  },
  ISM2400: {
    uplink: [2403, 2479, 3],
    rx2: [2423, "SF12BW812"],
    slowest: "SF12BW812",
    payloads: "59 123 248 248 248 248 248 248",
    repeater: "59 123 228 228 228 228 228 228",
    rx1At0: "0 1 2 3 4 5 6 7",
    rx1At3: "0 0 0 0 1 2 3 4",
    rx1: [2425, 7, 2425],
  },
};

function as923(firstMhz: number) {
  return {
    uplink: [firstMhz, firstMhz + 0.2, 2] as [number, number, number],
    rx2: [firstMhz, "SF10BW125"] as [number, string],
    slowest: "SF12BW125",
    payloads: "59 59 123 123 250 250 250 250",
    repeater: "59 59 123 123 230 230 230 230",
    rx1At0: "0 1 2 3 4 5 6 7",
    rx1At3: "0 0 0 0 1 2 3 4",
    rx1: [firstMhz + 0.2, 5, firstMhz + 0.2] as [number, number, number],
  };
}

function cn470(uplink: [number, number, number], rx2: number, rx1: [number, number, number]) {
  return {
    uplink,
    rx2: [rx2, "SF11BW125"] as [number, string],
    slowest: "SF11BW125",
    payloads: "0 31 94 172 250 250 250 250",
    repeater: "0 31 94 172 230 230 230 230",
    rx1At0: "- 1 2 3 4 5 6 7",
    rx1At3: "- 1 1 1 1 2 3 4",
    rx1,
  };
}

describe.each(all.map((region) => [region.name, region] as const))("%s", (name, region) => {
  const expected = published[name as RegionName];

  test("channels, windows and payloads are those of the regional parameters", () => {
    const channels = region.uplinkChannels;
    expect([channels[0]!.frequencyHz, channels.at(-1)!.frequencyHz, channels.length]).toEqual([
      mhz(expected.uplink[0]),
      mhz(expected.uplink[1]),
      expected.uplink[2],
    ]);
    expect([region.rx2.frequencyHz, dataRateName(region.dataRates[region.rx2.dataRate]!)]).toEqual([
      mhz(expected.rx2[0]),
      expected.rx2[1],
    ]);
    expect(dataRateName(region.dataRates.find((rate) => rate !== undefined)!)).toBe(expected.slowest);
    expect(region.maximumPayloads.plain.join(" ")).toBe(expected.payloads);
    expect(region.maximumPayloads.repeater.join(" ")).toBe(expected.repeater);
    for (const [offset, rates] of [
      [0, expected.rx1At0],
      [3, expected.rx1At3],
    ] as const)
      expect(
        region.rx1DataRates.map((_, uplink) => rx1DataRate(region, uplink, offset) ?? "-").join(" "),
      ).toBe(rates);
    const [uplinkMhz, rate, downlinkMhz] = expected.rx1;
    expect(rx1Frequency(region, mhz(uplinkMhz), rate)).toBe(mhz(downlinkMhz));
  });

  test("whatever an uplink may be sent with is answered with something that gateways can send", () => {
    for (const channel of [...region.uplinkChannels, ...region.additionalChannels])
      for (let rate = channel.minimumDataRate; rate <= channel.maximumDataRate; rate++) {
        if (!region.dataRates[rate]) continue;
        expect(dataRateIndex(region, region.dataRates[rate]!)).toBe(rate);
        expect(rx1Frequency(region, channel.frequencyHz, rate)).toBeGreaterThan(400_000_000);
        const answer = rx1DataRate(region, rate, 0)!;
        expect(region.dataRates[answer]?.modulation).not.toBe("LR_FHSS");
        expect(maximumMacPayload(region, answer)).toBeGreaterThan(17);
        expect(maximumMacPayload(region, answer, { repeater: true })).toBeLessThanOrEqual(
          maximumMacPayload(region, answer),
        );
      }
    expect(gatewayEirpDbm(region, region.rx2.frequencyHz)).toBeGreaterThanOrEqual(10);
    expect(maximumMacPayload(region, region.rx2.dataRate)).toBeGreaterThan(17);
  });

  test("the join accept's channel list has 16 bytes, its type last", () => {
    const list = channelList(region);
    expect(list.length).toBe(16);
    expect(list[15]).toBe(region.plan === "fixed" ? 1 : 0);
  });
});

test("the join accept gives an EU868 device the five channels beside the three that it knows", () => {
  // 867.1 MHz is 8,671,000 × 100 Hz = 0x844f18, little endian on air.
  expect(channelList(regions.EU868).toString("hex")).toBe(
    "184f84e8568 4b85e84886684586e8400".replaceAll(" ", ""),
  );
});

test("a US915 plant of the second block gets its eight channels and the wide one", () => {
  const enabled = regions.US915.uplinkChannels.map((_, index) => (index >= 8 && index < 16) || index === 65);
  expect(channelList(regions.US915, enabled).toString("hex")).toBe("00ff0000000000000200000000000001");
});

test("while the dwell time is limited, slow rates carry nothing and RX1 is never slower than rate 2", () => {
  const { AS923, AU915 } = regions;
  expect([0, 1, 2, 3, 4, 5].map((rate) => maximumMacPayload(AS923, rate, { dwellLimited: true }))).toEqual([
    0, 0, 19, 61, 133, 250,
  ]);
  expect(maximumMacPayload(AU915, 5, { dwellLimited: true, repeater: true })).toBe(230);
  expect([0, 2, 5].map((rate) => rx1DataRate(AS923, rate, 5, true))).toEqual([2, 2, 2]);
  expect(rx1DataRate(AS923, 3, 7, true)).toBe(5);
});

test("time on air is that of Semtech's calculator", () => {
  // SX1276 datasheet §4.1.1.7: 51 bytes of payload in 64 bytes of PHYPayload at SF12, and 23 bytes at SF7.
  const rate = (spreadingFactor: number, bandwidthHz = 125_000) =>
    ({ modulation: "LORA", spreadingFactor, bandwidthHz }) as const;
  expect(timeOnAirMs(rate(12), 64)).toBeCloseTo(2793.472, 2);
  expect(timeOnAirMs(rate(7), 23)).toBeCloseTo(61.696, 2);
  expect(timeOnAirMs(rate(7), 23, { crc: false })).toBeLessThanOrEqual(61.696);
  expect(timeOnAirMs({ modulation: "FSK", bitsPerSecond: 50_000 }, 50)).toBeCloseTo(9.76, 2);
});

test("a CN470 device that joins on a common channel is answered where it listens", () => {
  expect(regions["CN470-26A"].joinChannels![1]).toEqual({
    uplinkHz: 472_300_000,
    rx1Hz: 492_500_000,
    rx2Hz: 492_500_000,
  });
  for (const plan of ["CN470-20A", "CN470-20B"] as const)
    for (const { uplinkHz, rx1Hz } of regions[plan].joinChannels!)
      expect(rx1Frequency(regions[plan], uplinkHz, 5)).toBe(rx1Hz);
});
