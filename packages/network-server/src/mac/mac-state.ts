import type { Channel, DownlinkCommand, Region } from "@refill/lorawan";

/** How a device in a session sends and listens, as far as the network server knows. Replaced, never changed in place. */
export interface MacState {
  /** Data rate index of the last uplink, and what data rate control asked for beside it. */
  readonly dataRate: number;
  /** TXPower index: 0 is the highest. */
  readonly txPower: number;
  /** NbTrans. */
  readonly transmissions: number;
  /** By channel index; null: a gap in a dynamic plan. Empty in a fixed plan, where the region's are all known. */
  readonly channels: readonly (Channel | null)[];
  /** 16 channels each, lowest bit first. */
  readonly channelMasks: readonly number[];
  readonly rxDelaySeconds: number;
  readonly rx1DataRateOffset: number;
  readonly rx2: { readonly frequencyHz: number; readonly dataRate: number };
  readonly uplinkDwellLimited: boolean;
  readonly downlinkDwellLimited: boolean;
  readonly mode: "A" | "B" | "C";
  /** Class B: a ping slot every 2^periodicity seconds. */
  readonly pingSlot: {
    readonly periodicity: number;
    readonly dataRate: number;
    /** 0: the region's, which may hop. */
    readonly frequencyHz: number;
  };
  /** Requests that the device has not answered yet. */
  readonly asked: readonly DownlinkCommand[];
  /** How often a request was made without success, by {@link requestKey}; from 3 on it is not made again. */
  readonly attempts: Readonly<Record<string, number>>;
  /** Uplink counter of the last LinkAdrReq. */
  readonly adrAskedAt: number | null;
  /** When the device's status was asked last, ms since 1970. */
  readonly statusAskedAt: number | null;
  /** The confirmed downlink whose acknowledgement is awaited: its counter and queue entry. */
  readonly awaited: { readonly counter: number; readonly downlinkId: string } | null;
}

/** What a customer wants of a device's radio, from its profile. */
export interface RadioSettings {
  readonly adr: boolean;
  /** dB that data rate control keeps in reserve. */
  readonly adrMarginDb: number;
  readonly minimumDataRate: number;
  readonly maximumDataRate: number;
  readonly maximumTransmissions: number;
  /** RX1 delay, 1–15 s. */
  readonly rxDelaySeconds: number;
  readonly rx1DataRateOffset: number;
  /** Fixed plans of 8 channels a block (US915, AU915): 0–7; null: all channels. */
  readonly channelBlock: number | null;
  /** How often the device's status is asked, hours; 0: never. */
  readonly statusEveryHours: number;
}

export const defaultRadioSettings: RadioSettings = {
  adr: true,
  adrMarginDb: 10,
  minimumDataRate: 0,
  maximumDataRate: 15,
  maximumTransmissions: 3,
  rxDelaySeconds: 1,
  rx1DataRateOffset: 0,
  channelBlock: null,
  statusEveryHours: 24,
};

/** The state of a device that has just been given `settings` by a join accept, or (ABP) knows the region's defaults only. */
export function initialMacState(
  region: Region,
  settings: RadioSettings,
  activation: "otaa" | "abp",
): MacState {
  const isJoined = activation === "otaa";
  const channels =
    region.plan === "fixed" ? [] : [...region.uplinkChannels, ...(isJoined ? region.additionalChannels : [])];
  return {
    dataRate: 0,
    txPower: 0,
    transmissions: 1,
    channels,
    channelMasks:
      region.plan === "fixed"
        ? fixedMasks(region, isJoined ? settings.channelBlock : null)
        : dynamicMasks(channels),
    rxDelaySeconds: isJoined ? settings.rxDelaySeconds : 1,
    rx1DataRateOffset: isJoined ? settings.rx1DataRateOffset : 0,
    rx2: region.rx2,
    uplinkDwellLimited: region.dwellTimeAtStart?.uplink ?? false,
    downlinkDwellLimited: region.dwellTimeAtStart?.downlink ?? false,
    mode: "A",
    pingSlot: { periodicity: 7, dataRate: region.pingSlot.dataRate, frequencyHz: 0 },
    asked: [],
    attempts: {},
    adrAskedAt: null,
    statusAskedAt: null,
    awaited: null,
  };
}

/** Masks of the channels that a fixed plan uses: all, or one block of eight with its 500 kHz channel. */
export function fixedMasks(region: Region, block: number | null): number[] {
  const count = region.uplinkChannels.length;
  return Array.from({ length: Math.ceil(count / 16) }, (_, bank) => {
    let mask = 0;
    for (let bit = 0; bit < 16; bit++) {
      const index = bank * 16 + bit;
      if (index >= count) break;
      const ownBlock = index < 64 ? index >> 3 : index - 64;
      if (block === null || ownBlock === block) mask |= 1 << bit;
    }
    return mask;
  });
}

export function dynamicMasks(channels: readonly (Channel | null)[]): number[] {
  let mask = 0;
  for (const [index, channel] of channels.entries()) if (channel && index < 16) mask |= 1 << index;
  return [mask];
}

/** Every channel that the device may send on, by index. */
export function channelsOf(region: Region, state: MacState): readonly (Channel | null)[] {
  return region.plan === "fixed" ? region.uplinkChannels : state.channels;
}

export function requestKey(command: DownlinkCommand): string {
  return JSON.stringify(command);
}
