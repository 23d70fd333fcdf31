/** What a region's regulations and the LoRaWAN regional parameters fix, as data. */
export interface DataRate {
  readonly modulation: "LORA" | "FSK";
  /** 7–12; undefined for FSK. */
  readonly spreadingFactor?: number;
  readonly bandwidthHz: number;
  /** Longest MACPayload less MHDR and MIC allows this many bytes of FRMPayload without FOpts (N), no repeater. */
  readonly maximumPayloadBytes: number;
}

export interface SubBand {
  readonly fromHz: number;
  readonly toHz: number;
  /** Share of time a transmitter may send, e.g. 0.01. */
  readonly dutyCycle: number;
  readonly maximumEirpDbm: number;
}

export interface Region {
  readonly name: string;
  /** Channels that every device knows and joins on. */
  readonly defaultChannelsHz: readonly number[];
  /** Channels given to a device in its join accept. */
  readonly additionalChannelsHz: readonly number[];
  /** By data rate index. */
  readonly dataRates: readonly DataRate[];
  /** RX1 data rate by uplink data rate and RX1DROffset. */
  readonly rx1DataRates: readonly (readonly number[])[];
  readonly rx2: { readonly frequencyHz: number; readonly dataRate: number };
  readonly receiveDelay1Seconds: number;
  readonly receiveDelay2Seconds: number;
  readonly joinAcceptDelay1Seconds: number;
  readonly joinAcceptDelay2Seconds: number;
  readonly subBands: readonly SubBand[];
  readonly downlinkEirpDbm: number;
}

/** RP002-1.0.4 §2.4 (EU863-870). */
const EU868: Region = {
  name: "EU868",
  defaultChannelsHz: [868_100_000, 868_300_000, 868_500_000],
  additionalChannelsHz: [867_100_000, 867_300_000, 867_500_000, 867_700_000, 867_900_000],
  dataRates: [
    { modulation: "LORA", spreadingFactor: 12, bandwidthHz: 125_000, maximumPayloadBytes: 51 },
    { modulation: "LORA", spreadingFactor: 11, bandwidthHz: 125_000, maximumPayloadBytes: 51 },
    { modulation: "LORA", spreadingFactor: 10, bandwidthHz: 125_000, maximumPayloadBytes: 51 },
    { modulation: "LORA", spreadingFactor: 9, bandwidthHz: 125_000, maximumPayloadBytes: 115 },
    { modulation: "LORA", spreadingFactor: 8, bandwidthHz: 125_000, maximumPayloadBytes: 242 },
    { modulation: "LORA", spreadingFactor: 7, bandwidthHz: 125_000, maximumPayloadBytes: 242 },
    { modulation: "LORA", spreadingFactor: 7, bandwidthHz: 250_000, maximumPayloadBytes: 242 },
    { modulation: "FSK", bandwidthHz: 50_000, maximumPayloadBytes: 242 },
  ],
  rx1DataRates: [
    [0, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [2, 1, 0, 0, 0, 0],
    [3, 2, 1, 0, 0, 0],
    [4, 3, 2, 1, 0, 0],
    [5, 4, 3, 2, 1, 0],
    [6, 5, 4, 3, 2, 1],
    [7, 6, 5, 4, 3, 2],
  ],
  rx2: { frequencyHz: 869_525_000, dataRate: 0 },
  receiveDelay1Seconds: 1,
  receiveDelay2Seconds: 2,
  joinAcceptDelay1Seconds: 5,
  joinAcceptDelay2Seconds: 6,
  // ERC Recommendation 70-03, annex 1 (as EIRP: ERP + 2.15 dB).
  subBands: [
    { fromHz: 863_000_000, toHz: 868_000_000, dutyCycle: 0.01, maximumEirpDbm: 16 },
    { fromHz: 868_000_000, toHz: 868_600_000, dutyCycle: 0.01, maximumEirpDbm: 16 },
    { fromHz: 868_700_000, toHz: 869_200_000, dutyCycle: 0.001, maximumEirpDbm: 16 },
    { fromHz: 869_400_000, toHz: 869_650_000, dutyCycle: 0.1, maximumEirpDbm: 29 },
    { fromHz: 869_700_000, toHz: 870_000_000, dutyCycle: 0.01, maximumEirpDbm: 16 },
  ],
  downlinkEirpDbm: 16,
};

export const regions = { EU868 } as const;
export type RegionName = keyof typeof regions;

/** CFList of type 0: five frequencies in 100 Hz, three bytes each (LoRaWAN 1.0.4 §6.2.3, RP002 §2.4.4). */
export function channelList(region: Region): Buffer {
  const list = Buffer.alloc(16);
  for (const [index, frequencyHz] of region.additionalChannelsHz.slice(0, 5).entries()) {
    list.writeUIntLE(frequencyHz / 100, index * 3, 3);
  }
  return list;
}

/** Data rate index of a forwarder's notation such as `SF7BW125`; undefined when the region has no such rate. */
export function dataRateOf(region: Region, notation: string): number | undefined {
  const match = /^SF(\d{1,2})BW(\d{3})$/.exec(notation);
  if (!match) return undefined;
  const index = region.dataRates.findIndex(
    (rate) => rate.spreadingFactor === Number(match[1]) && rate.bandwidthHz === Number(match[2]) * 1000,
  );
  return index < 0 ? undefined : index;
}

/** A LoRa data rate in a forwarder's notation, e.g. `SF12BW125`. */
export function notationOf(rate: DataRate): string {
  return `SF${rate.spreadingFactor}BW${rate.bandwidthHz / 1000}`;
}
