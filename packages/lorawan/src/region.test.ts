import { expect, test } from "vitest";
import { channelList, dataRateOf, notationOf, regions } from "./region.ts";

const { EU868 } = regions;

test("EU868 data rates have the forwarder's names", () => {
  expect(
    ["SF12BW125", "SF7BW125", "SF7BW250", "SF7BW500", "hello"].map((name) => dataRateOf(EU868, name)),
  ).toEqual([0, 5, 6, undefined, undefined]);
  expect(notationOf(EU868.dataRates[3]!)).toBe("SF9BW125");
});

test("the join accept gives a device the five channels beside the three that it knows", () => {
  // 867.1 MHz is 8,671,000 × 100 Hz = 0x844f18, little endian on air.
  expect(channelList(EU868).toString("hex")).toBe("184f84e8568 4b85e84886684586e8400".replaceAll(" ", ""));
});

test("every channel and the second receive window lie in a sub-band", () => {
  for (const frequency of [
    ...EU868.defaultChannelsHz,
    ...EU868.additionalChannelsHz,
    EU868.rx2.frequencyHz,
  ]) {
    expect(EU868.subBands.some((band) => band.fromHz < frequency && frequency < band.toHz)).toBe(true);
  }
});

test("RX1 never answers faster than the uplink was", () => {
  for (const [uplink, row] of EU868.rx1DataRates.entries()) {
    expect(row[0]).toBe(uplink);
    for (const rate of row) expect(rate).toBeLessThanOrEqual(uplink);
  }
});
