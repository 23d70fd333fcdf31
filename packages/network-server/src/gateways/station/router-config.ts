/** What a station is told of its region: `router_config` of the LNS protocol. */
import type { Channel, DataRate, Region } from "@refill/lorawan";
import { writeDataRate } from "./station-messages.ts";

/** Names that stations know; for others they go by the channels and the EIRP that they are given. */
const stationRegions: Record<string, string> = {
  EU868: "EU863",
  US915: "US902",
};
/** Concentrators have two radios; a channel lies at most this far from the frequency of its radio. */
const reachHz = 400_000;
/** Channels with all spreading factors that a concentrator demodulates at the same time. */
const mostChannels = 8;

/** Channels that a gateway in a fixed plan listens on when nobody chose: the second block, as most networks do. */
export const defaultChannelBlock = 1;

/** Undefined where concentrators of this kind don't go: at 2.4 GHz. */
export function routerConfig(region: Region, channelBlock: number | null, now: Date): object | undefined {
  if (region.uplinkChannels.some(({ frequencyHz }) => frequencyHz > 1_000_000_000)) return undefined;
  const channels = listenedChannels(region, channelBlock);
  const frequencies = channels.map(({ frequencyHz }) => frequencyHz);
  const allHz = [
    ...frequencies,
    ...region.downlinkChannelsHz,
    region.rx2.frequencyHz,
    ...region.beacon.frequenciesHz,
  ];
  return {
    msgtype: "router_config",
    // Null: every network's frames come; this server tells its own by their keys.
    NetID: null,
    JoinEui: null,
    region: stationRegions[region.name] ?? region.name,
    hwspec: "sx1301/1",
    freq_range: [Math.min(...allHz) - 1_000_000, Math.max(...allHz) + 1_000_000],
    DRs: Array.from({ length: 16 }, (_, index) =>
      writeDataRate(region.dataRates[index], !isUplinkRate(region, index)),
    ),
    upchannels: channels.map((channel) => [
      channel.frequencyHz,
      channel.minimumDataRate,
      channel.maximumDataRate,
    ]),
    sx1301_conf: [concentrator(region, channels)],
    max_eirp: region.downlinkEirpDbm,
    bcning: {
      DR: region.beacon.dataRate,
      layout: region.beacon.layout,
      freqs: region.beacon.frequenciesHz,
    },
    MuxTime: now.getTime() / 1000,
  };
}

/** The uplink channels that eight demodulators and the wide one can be set to. */
export function listenedChannels(region: Region, channelBlock: number | null): Channel[] {
  if (region.plan === "dynamic")
    return [...region.uplinkChannels, ...region.additionalChannels].slice(0, mostChannels);
  const block = channelBlock ?? defaultChannelBlock;
  const narrow = region.uplinkChannels.filter((channel) => !isWide(region, channel));
  const wide = region.uplinkChannels.filter((channel) => isWide(region, channel))[block];
  return [...narrow.slice(block * mostChannels, (block + 1) * mostChannels), ...(wide ? [wide] : [])];
}

function isWide(region: Region, { minimumDataRate }: Channel): boolean {
  const rate = region.dataRates[minimumDataRate];
  return rate?.modulation === "LORA" && rate.bandwidthHz > 125_000;
}

function isUplinkRate(region: Region, index: number): boolean {
  return (region.rx1DataRates[index]?.length ?? 0) > 0;
}

function concentrator(region: Region, channels: readonly Channel[]): object {
  const narrow = channels.filter((channel) => !isWide(region, channel));
  const radios = radioFrequencies(narrow.map(({ frequencyHz }) => frequencyHz));
  const place = (frequencyHz: number) => {
    const distances = radios.map((radio) => Math.abs(frequencyHz - radio));
    const radio = distances.indexOf(Math.min(...distances));
    return { radio, if: frequencyHz - radios[radio]! };
  };
  const conf: Record<string, object> = {};
  for (const index of [0, 1])
    conf[`radio_${index}`] = { enable: radios[index] !== undefined, freq: radios[index] ?? radios[0] };
  for (let index = 0; index < mostChannels; index++) {
    const channel = narrow[index];
    conf[`chan_multiSF_${index}`] = channel
      ? { enable: true, ...place(channel.frequencyHz) }
      : { enable: false };
  }
  conf.chan_Lora_std = wideDemodulator(region, channels, place);
  conf.chan_FSK = hasRate(region, "FSK")
    ? { enable: true, ...place(narrow.at(-1)!.frequencyHz), datarate: 50_000, bandwidth: 125_000 }
    : { enable: false };
  return conf;
}

/** One more demodulator for one spreading factor at 250 or 500 kHz: the plan's wide channel, or SF7 at 250 kHz. */
function wideDemodulator(
  region: Region,
  channels: readonly Channel[],
  place: (frequencyHz: number) => { radio: number; if: number },
): object {
  const wide = channels.find((channel) => isWide(region, channel));
  const index = wide ? wide.minimumDataRate : region.dataRates.findIndex((rate) => isLora(rate, 250_000));
  const rate = region.dataRates[index];
  const frequencyHz = wide?.frequencyHz ?? channels[1]?.frequencyHz;
  if (rate?.modulation !== "LORA" || !frequencyHz || !isUplinkRate(region, index)) return { enable: false };
  return {
    enable: true,
    ...place(frequencyHz),
    bandwidth: rate.bandwidthHz,
    spread_factor: rate.spreadingFactor,
  };
}

function isLora(rate: DataRate | undefined, bandwidthHz: number): boolean {
  return rate?.modulation === "LORA" && rate.bandwidthHz === bandwidthHz;
}

function hasRate(region: Region, modulation: DataRate["modulation"]): boolean {
  return region.dataRates.some(
    (rate, index) => rate?.modulation === modulation && isUplinkRate(region, index),
  );
}

/** The middle of the lowest channels that one radio reaches, and of the rest. */
function radioFrequencies(frequenciesHz: readonly number[]): number[] {
  const sorted = [...frequenciesHz].sort((a, b) => a - b);
  const lowest = sorted[0]!;
  const first = sorted.filter((each) => each <= lowest + 2 * reachHz);
  const rest = sorted.slice(first.length);
  return [first, rest]
    .filter((group) => group.length > 0)
    .map((group) => Math.round((group[0]! + group.at(-1)!) / 200_000) * 100_000);
}
