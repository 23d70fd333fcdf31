/** How a packet is modulated. */
export type DataRate =
  | { readonly modulation: "LORA"; readonly spreadingFactor: number; readonly bandwidthHz: number }
  | { readonly modulation: "FSK"; readonly bitsPerSecond: number }
  | {
      readonly modulation: "LR_FHSS";
      readonly codingRate: "1/3" | "2/3";
      /** Operating channel width. */
      readonly widthHz: number;
    };

/** An uplink channel and the data rate indexes that it takes. */
export interface Channel {
  readonly frequencyHz: number;
  readonly minimumDataRate: number;
  readonly maximumDataRate: number;
}

export interface SubBand {
  readonly fromHz: number;
  readonly toHz: number;
  /** Share of time a transmitter may send, e.g. 0.01; 1: not limited. */
  readonly dutyCycle: number;
  readonly maximumEirpDbm: number;
}

/** Bytes of MACPayload (M) by data rate index; 0: the rate is not used in that direction. N, FRMPayload without FOpts, is M − 8. */
export type MaximumPayloads = readonly number[];

/** What regulations and the LoRaWAN regional parameters (RP002-1.0.4) fix for a region, as data. */
export interface Region {
  readonly name: string;
  /** Name in the regional parameters, e.g. `EU863-870`. */
  readonly title: string;
  /**
   * `dynamic`: a channel is a frequency that the network gives; the first few are fixed.
   * `fixed`: all channels are numbered and known; a mask switches them on.
   */
  readonly plan: "dynamic" | "fixed";
  /** By channel index: what every device knows from the start. */
  readonly uplinkChannels: readonly Channel[];
  /** Channels of a dynamic plan that a device is given when it joins, at most five (CFList of type 0). */
  readonly additionalChannels: readonly Channel[];
  /** RX1 of channel i is at index i modulo length; empty: RX1 is at the uplink's frequency. */
  readonly downlinkChannelsHz: readonly number[];
  /** By data rate index, of both directions. */
  readonly dataRates: readonly (DataRate | undefined)[];
  /** Data rate index of RX1, by uplink data rate index and RX1DROffset. Empty row: no such uplink. */
  readonly rx1DataRates: readonly (readonly number[])[];
  /** The same while the downlink dwell time is limited to 400 ms. */
  readonly rx1DataRatesDwellLimited?: readonly (readonly number[])[];
  readonly rx2: { readonly frequencyHz: number; readonly dataRate: number };
  readonly maximumPayloads: {
    readonly plain: MaximumPayloads;
    /** Where a repeater may have to add to the frame. */
    readonly repeater: MaximumPayloads;
    /** While the dwell time is limited to 400 ms; undefined: the region has no such limit. */
    readonly dwellLimited?: MaximumPayloads;
    readonly dwellLimitedRepeater?: MaximumPayloads;
  };
  /** Highest TXPower index; each step is 2 dB below {@link maximumEirpDbm}. */
  readonly highestTxPower: number;
  /** Of a device, when nothing else was agreed. */
  readonly maximumEirpDbm: number;
  /** Of a gateway, where no sub-band says otherwise. */
  readonly downlinkEirpDbm: number;
  /** Regulated parts of the band; empty: no duty cycle. */
  readonly subBands: readonly SubBand[];
  /** Whether a transmission is limited to 400 ms until TxParamSetupReq says otherwise. Undefined: there is no such choice. */
  readonly dwellTimeAtStart?: { readonly uplink: boolean; readonly downlink: boolean };
  /** CN470: windows after a join request by its frequency; the device keeps that RX2 for its session. */
  readonly joinChannels?: readonly {
    readonly uplinkHz: number;
    readonly rx1Hz: number;
    readonly rx2Hz: number;
  }[];
  /** LoRa's forward error correction, as forwarders write it. */
  readonly codingRate: "4/5" | "4/8LI";
  /** Whether devices know TxParamSetupReq (dwell time and EIRP). */
  readonly hasTxParamSetup: boolean;
  /** Highest uplink data rate that data rate control gives out: 125 kHz LoRa on all channels. */
  readonly highestAdrDataRate: number;
  readonly pingSlot: { readonly frequenciesHz: readonly number[]; readonly dataRate: number };
  readonly beacon: {
    readonly frequenciesHz: readonly number[];
    readonly dataRate: number;
    /** Bytes before the time, before the gateway's part, and in all (RP002 beacon frame layout). */
    readonly layout: readonly [number, number, number];
  };
}

/** RP002-1.0.4: the same in every region but for what the join accept or RXTimingSetup changes. */
export const receiveDelay1Seconds = 1;
export const joinAcceptDelay1Seconds = 5;

/** The channel index of an uplink's frequency among the known channels; undefined when it is none of them. */
export function channelIndexOf(
  channels: readonly (Channel | undefined)[],
  frequencyHz: number,
  dataRate: number,
): number | undefined {
  const index = channels.findIndex(
    (channel) =>
      channel !== undefined &&
      channel.frequencyHz === frequencyHz &&
      dataRate >= channel.minimumDataRate &&
      dataRate <= channel.maximumDataRate,
  );
  return index < 0 ? undefined : index;
}

/** Frequency of RX1 after an uplink; undefined when the region has fixed downlink channels and this uplink was on none of its channels. */
export function rx1Frequency(region: Region, uplinkHz: number, uplinkDataRate: number): number | undefined {
  const { downlinkChannelsHz } = region;
  if (downlinkChannelsHz.length === 0) return uplinkHz;
  const index = channelIndexOf(region.uplinkChannels, uplinkHz, uplinkDataRate);
  return index === undefined ? undefined : downlinkChannelsHz[index % downlinkChannelsHz.length];
}

/** Data rate index of RX1; undefined for an uplink data rate that the region does not answer. */
export function rx1DataRate(
  region: Region,
  uplinkDataRate: number,
  offset: number,
  isDwellLimited = false,
): number | undefined {
  const table = (isDwellLimited && region.rx1DataRatesDwellLimited) || region.rx1DataRates;
  return table[uplinkDataRate]?.[offset];
}

/** Longest MACPayload (FHDR, FPort, FRMPayload) at a data rate, bytes; 0 when nothing may be sent at it. */
export function maximumMacPayload(
  region: Region,
  dataRate: number,
  limits: { repeater?: boolean; dwellLimited?: boolean } = {},
): number {
  const { plain, repeater, dwellLimited, dwellLimitedRepeater } = region.maximumPayloads;
  const table = limits.dwellLimited
    ? ((limits.repeater ? dwellLimitedRepeater : dwellLimited) ?? (limits.repeater ? repeater : plain))
    : limits.repeater
      ? repeater
      : plain;
  return table[dataRate] ?? 0;
}

/** EIRP of a device at a TXPower index, dBm. */
export function eirpDbm(region: Region, txPower: number, maximumEirpDbm = region.maximumEirpDbm): number {
  return maximumEirpDbm - 2 * txPower;
}

export function subBandOf(region: Region, frequencyHz: number): SubBand | undefined {
  return region.subBands.find(({ fromHz, toHz }) => frequencyHz >= fromHz && frequencyHz <= toHz);
}

/** What a gateway may send with at a frequency, dBm EIRP. */
export function gatewayEirpDbm(region: Region, frequencyHz: number): number {
  return subBandOf(region, frequencyHz)?.maximumEirpDbm ?? region.downlinkEirpDbm;
}

/** Index of a LoRa rate among the region's; where two indexes share a rate, the lower is the uplink's. */
export function loraDataRate(
  region: Region,
  spreadingFactor: number,
  bandwidthHz: number,
): number | undefined {
  const index = region.dataRates.findIndex(
    (rate) =>
      rate?.modulation === "LORA" &&
      rate.spreadingFactor === spreadingFactor &&
      rate.bandwidthHz === bandwidthHz,
  );
  return index < 0 ? undefined : index;
}

/** Index of an uplink's data rate; undefined when the region has none like it. */
export function dataRateIndex(region: Region, rate: DataRate): number | undefined {
  const index = region.dataRates.findIndex((own) => own !== undefined && isSameRate(own, rate));
  return index < 0 ? undefined : index;
}

export function isSameRate(a: DataRate, b: DataRate): boolean {
  if (a.modulation === "LORA")
    return (
      b.modulation === "LORA" && a.spreadingFactor === b.spreadingFactor && a.bandwidthHz === b.bandwidthHz
    );
  if (a.modulation === "FSK") return b.modulation === "FSK" && a.bitsPerSecond === b.bitsPerSecond;
  return b.modulation === "LR_FHSS" && a.codingRate === b.codingRate && a.widthHz === b.widthHz;
}

/** In words, e.g. `SF9BW125`, `FSK 50 kbit/s`, `LR-FHSS 137 kHz 1/3`. */
export function dataRateName(rate: DataRate): string {
  if (rate.modulation === "LORA") return `SF${rate.spreadingFactor}BW${rate.bandwidthHz / 1000}`;
  if (rate.modulation === "FSK") return `FSK ${rate.bitsPerSecond / 1000} kbit/s`;
  return `LR-FHSS ${rate.widthHz / 1000} kHz ${rate.codingRate}`;
}

/**
 * CFList (LoRaWAN 1.0.4 §6.2.3, RP002). Type 0: five frequencies in 100 Hz (200 Hz in the 2.4 GHz band), three bytes each.
 * Type 1, for fixed plans: channel masks of 16 bits each.
 */
export function channelList(region: Region, enabled?: readonly boolean[]): Buffer {
  const list = Buffer.alloc(16);
  if (region.plan === "dynamic") {
    for (const [index, { frequencyHz }] of region.additionalChannels.slice(0, 5).entries())
      list.writeUIntLE(frequencyHz / frequencyStepHz(frequencyHz), index * 3, 3);
    return list;
  }
  for (let index = 0; index < region.uplinkChannels.length; index++)
    if (enabled?.[index] ?? true) list[index >> 3]! |= 1 << (index & 7);
  list[15] = 1;
  return list;
}

/** Unit of frequencies in MAC commands: 100 Hz, and 200 Hz above 1 GHz (RP002-1.0.4, ISM2400). */
export function frequencyStepHz(frequencyHz: number): number {
  return frequencyHz > 1_677_721_500 ? 200 : 100;
}

/** Builds LoRa rates from spreading factors at one bandwidth. */
export function lora(bandwidthHz: number, ...spreadingFactors: number[]): DataRate[] {
  return spreadingFactors.map((spreadingFactor) => ({ modulation: "LORA", spreadingFactor, bandwidthHz }));
}

/** `count` channels from a first frequency on. */
export function channelsFrom(
  firstHz: number,
  stepHz: number,
  count: number,
  minimumDataRate: number,
  maximumDataRate: number,
): Channel[] {
  return Array.from({ length: count }, (_, index) => ({
    frequencyHz: firstHz + index * stepHz,
    minimumDataRate,
    maximumDataRate,
  }));
}

/** RX1 rates where each offset is one rate lower, and none lower than `lowest`. */
export function descendingRx1(highest: number, offsets: number, lowest = 0): number[][] {
  return Array.from({ length: highest + 1 }, (_, uplink) =>
    Array.from({ length: offsets + 1 }, (_, offset) => Math.max(lowest, uplink - offset)),
  );
}

/**
 * Time on air in ms of a LoRa packet with explicit header (SX1276 datasheet rev. 7, §4.1.1.7), coding rate 4/5,
 * preamble of 8 symbols; low data rate optimisation where a symbol is longer than 16 ms; FSK: AN1200.22's octets.
 */
export function timeOnAirMs(rate: DataRate, bytes: number, options: { crc?: boolean } = {}): number {
  const crc = options.crc ?? true;
  if (rate.modulation === "FSK")
    // Preamble 5, sync word 3, length 1, payload, CRC 2 (RP002 §4.3).
    return ((5 + 3 + 1 + bytes + (crc ? 2 : 0)) * 8 * 1000) / rate.bitsPerSecond;
  if (rate.modulation === "LR_FHSS") return timeOnAirLrFhssMs(rate, bytes);
  const symbolMs = (2 ** rate.spreadingFactor / rate.bandwidthHz) * 1000;
  const isSlow = symbolMs > 16;
  const symbols = Math.max(
    0,
    Math.ceil(
      (8 * bytes - 4 * rate.spreadingFactor + 28 + (crc ? 16 : 0)) /
        (4 * (rate.spreadingFactor - (isSlow ? 2 : 0))),
    ) * 5,
  );
  return (8 + 4.25 + 8 + symbols) * symbolMs;
}

/** LR-FHSS: header of 0.233472 s, repeated 3 (coding rate 1/3) or 2 times, and fragments of 48 bits at 102.4 ms (RP002-1.0.4 §4.2). */
function timeOnAirLrFhssMs(rate: { codingRate: "1/3" | "2/3" }, bytes: number): number {
  const isThird = rate.codingRate === "1/3";
  const headers = isThird ? 3 : 2;
  const bits = ((bytes + 2) * 8 + 6) * (isThird ? 3 : 1.5);
  return headers * 233.472 + Math.ceil(bits / 48) * 102.4;
}
