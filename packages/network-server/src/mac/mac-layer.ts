import {
  beaconPeriodSeconds,
  type DownlinkCommand,
  gpsSeconds,
  type MacVersion,
  type Region,
  type UplinkCommand,
} from "@refill/lorawan";
import { chooseRadio, linkAdrRequests, requiredSnr } from "./data-rate-control.ts";
import {
  dynamicMasks,
  fixedMasks,
  initialMacState,
  type MacState,
  type RadioSettings,
  requestKey,
} from "./mac-state.ts";
import type { SignalHistory } from "./signal-history.ts";

/** How the frame that carried the commands was heard. */
export interface HeardHow {
  /** ms since 1970, when the uplink ended. */
  readonly at: number;
  readonly dataRate: number;
  /** Of the best copy. */
  readonly snrDb: number;
  readonly gateways: number;
}

export interface DeviceStatus {
  /** 0: external power, 1–254, 255: unknown. */
  battery: number;
  marginDb: number;
}

export interface TakenCommands {
  state: MacState;
  answers: DownlinkCommand[];
  status: DeviceStatus | undefined;
}

/** What a device's commands change, and what they are answered with. Pure. */
export function takeCommands(
  region: Region,
  settings: RadioSettings,
  before: MacState,
  commands: readonly UplinkCommand[],
  heard: HeardHow,
): TakenCommands {
  let state: MacState = before;
  const answers: DownlinkCommand[] = [];
  let status: DeviceStatus | undefined;
  const adrAnswers: (UplinkCommand & { name: "LinkAdrAns" })[] = [];
  /** The request that this answers; a repeated answer has none and changes nothing. */
  const askedFor = <N extends DownlinkCommand["name"]>(name: N) => {
    const found = state.asked.find((command) => command.name === name);
    if (found) state = { ...state, asked: state.asked.filter((command) => command !== found) };
    return found as (DownlinkCommand & { name: N }) | undefined;
  };

  const refused = (command: DownlinkCommand) => {
    state = { ...state, attempts: { ...state.attempts, [requestKey(command)]: mostAttempts } };
  };

  for (const command of commands) {
    switch (command.name) {
      case "ResetInd":
        state = { ...initialMacState(region, settings, "abp"), dataRate: heard.dataRate };
        answers.push({ name: "ResetConf", minor: Math.min(1, command.minor) });
        break;
      case "RekeyInd":
        answers.push({ name: "RekeyConf", minor: Math.min(1, command.minor) });
        break;
      case "LinkCheckReq": {
        const required = requiredSnr(region, heard.dataRate) ?? 0;
        answers.push({
          name: "LinkCheckAns",
          marginDb: Math.max(0, heard.snrDb - required),
          gateways: heard.gateways,
        });
        break;
      }
      case "LinkAdrAns":
        adrAnswers.push(command);
        break;
      case "DutyCycleAns":
        askedFor("DutyCycleReq");
        break;
      case "RxParamSetupAns": {
        const asked = askedFor("RxParamSetupReq");
        if (asked && command.offsetAck && command.dataRateAck && command.channelAck)
          state = {
            ...state,
            rx1DataRateOffset: asked.rx1DataRateOffset,
            rx2: { frequencyHz: asked.frequencyHz, dataRate: asked.rx2DataRate },
          };
        else if (asked) refused(asked);
        break;
      }
      case "DevStatusAns":
        askedFor("DevStatusReq");
        status = { battery: command.battery, marginDb: command.marginDb };
        break;
      case "NewChannelAns": {
        const asked = askedFor("NewChannelReq");
        if (asked && command.dataRateAck && command.frequencyAck) {
          const { index, frequencyHz, minimumDataRate, maximumDataRate } = asked;
          const channels = Array.from(
            { length: Math.max(state.channels.length, index + 1) },
            (_, at) => state.channels[at] ?? null,
          );
          channels[index] = frequencyHz === 0 ? null : { frequencyHz, minimumDataRate, maximumDataRate };
          state = { ...state, channels, channelMasks: dynamicMasks(channels) };
        } else if (asked) refused(asked);
        break;
      }
      case "RxTimingSetupAns": {
        const asked = askedFor("RxTimingSetupReq");
        if (asked) state = { ...state, rxDelaySeconds: asked.delaySeconds };
        break;
      }
      case "TxParamSetupAns": {
        const asked = askedFor("TxParamSetupReq");
        if (asked)
          state = {
            ...state,
            uplinkDwellLimited: asked.uplinkDwellLimited,
            downlinkDwellLimited: asked.downlinkDwellLimited,
          };
        break;
      }
      case "DlChannelAns":
        askedFor("DlChannelReq");
        break;
      case "AdrParamSetupAns":
        askedFor("AdrParamSetupReq");
        break;
      case "RejoinParamSetupAns":
        askedFor("RejoinParamSetupReq");
        break;
      case "DeviceTimeReq":
        answers.push({ name: "DeviceTimeAns", gpsSeconds: gpsSeconds(heard.at) });
        break;
      case "PingSlotInfoReq":
        state = { ...state, pingSlot: { ...state.pingSlot, periodicity: command.periodicity } };
        answers.push({ name: "PingSlotInfoAns" });
        break;
      case "PingSlotChannelAns": {
        const asked = askedFor("PingSlotChannelReq");
        if (asked && command.dataRateAck && command.frequencyAck)
          state = {
            ...state,
            pingSlot: { ...state.pingSlot, dataRate: asked.dataRate, frequencyHz: asked.frequencyHz },
          };
        else if (asked) refused(asked);
        break;
      }
      case "BeaconTimingReq": {
        // §14.3 (deprecated): the next beacon in steps of 30 ms from the end of this uplink.
        const gps = gpsSeconds(heard.at);
        const untilNext = beaconPeriodSeconds - (gps % beaconPeriodSeconds);
        answers.push({ name: "BeaconTimingAns", delay: Math.floor(untilNext / 0.03), channel: 0 });
        break;
      }
      case "BeaconFreqAns":
        askedFor("BeaconFreqReq");
        break;
      case "DeviceModeInd":
        state = { ...state, mode: command.mode };
        answers.push({ name: "DeviceModeConf", mode: command.mode });
        break;
    }
  }
  if (adrAnswers.length > 0) state = takeAdrAnswers(region, state, adrAnswers);
  return { state, answers, status };
}

/** All answers of a block must agree (1.0.2 and newer answer each request of the block). */
function takeAdrAnswers(
  region: Region,
  state: MacState,
  answers: readonly (UplinkCommand & { name: "LinkAdrAns" })[],
): MacState {
  const asked = state.asked.filter((command) => command.name === "LinkAdrReq");
  const last = asked.at(-1);
  if (!last) return state;
  const without = { ...state, asked: state.asked.filter((command) => command.name !== "LinkAdrReq") };
  if (!answers.every((each) => each.powerAck && each.dataRateAck && each.channelMaskAck))
    return {
      ...without,
      attempts: {
        ...state.attempts,
        ...Object.fromEntries(asked.map((each) => [requestKey(each), mostAttempts])),
      },
    };
  return {
    ...without,
    dataRate: last.dataRate,
    txPower: last.txPower,
    transmissions: Math.max(1, last.transmissions),
    channelMasks:
      region.plan === "fixed" ? masksAfter(region, state.channelMasks, asked) : [last.channelMask],
  };
}

/** ChMaskCntl of fixed plans (RP002-1.0.4, US902-928 and CN470-510). */
export function masksAfter(
  region: Region,
  before: readonly number[],
  requests: readonly { channelMask: number; channelMaskControl: number }[],
): number[] {
  const masks = [...before];
  const isSeventyTwo = region.uplinkChannels.length === 72;
  for (const { channelMask, channelMaskControl: control } of requests) {
    if (isSeventyTwo && control >= 5) {
      if (control === 5)
        // One bit for each block of eight channels and its wide one.
        for (let block = 0; block < 8; block++) {
          const on = (channelMask >> block) & 1;
          const bits = 0xff << ((block & 1) * 8);
          const bank = block >> 1;
          masks[bank] = on ? masks[bank]! | bits : masks[bank]! & ~bits & 0xffff;
          masks[4] = on ? masks[4]! | (1 << block) : masks[4]! & ~(1 << block);
        }
      else {
        masks.fill(control === 6 ? 0xffff : 0, 0, 4);
        masks[4] = channelMask & 0xff;
      }
    } else if (control < masks.length) masks[control] = channelMask;
  }
  return masks;
}

/** A request that a device refused, or left unanswered this often, is not made again. */
const mostAttempts = 3;
/** Uplinks before an unanswered LinkAdrReq is sent again. */
const adrAgainAfter = 4;

/**
 * What the network wants of the device now: windows and channels as its settings say, data rate control, its status.
 * Pure; `state` gets what is asked.
 */
export function requestsFor(input: {
  region: Region;
  settings: RadioSettings;
  macVersion: MacVersion;
  state: MacState;
  history: SignalHistory;
  fCnt: number;
  /** The device leaves its data rate to the network. */
  adr: boolean;
  /** ms since 1970. */
  now: number;
}): { state: MacState; requests: DownlinkCommand[] } {
  const { region, settings, fCnt, now } = input;
  let { state } = input;
  const requests: DownlinkCommand[] = [];
  if (state.rxDelaySeconds !== settings.rxDelaySeconds)
    requests.push({ name: "RxTimingSetupReq", delaySeconds: settings.rxDelaySeconds });
  if (state.rx1DataRateOffset !== settings.rx1DataRateOffset)
    requests.push({
      name: "RxParamSetupReq",
      rx1DataRateOffset: settings.rx1DataRateOffset,
      rx2DataRate: state.rx2.dataRate,
      frequencyHz: state.rx2.frequencyHz,
    });
  if (region.plan === "dynamic") requests.push(...newChannels(region, state));
  if (
    settings.statusEveryHours > 0 &&
    (state.statusAskedAt === null || now - state.statusAskedAt >= settings.statusEveryHours * 3_600_000)
  ) {
    requests.push({ name: "DevStatusReq" });
    state = { ...state, statusAskedAt: now };
  }
  const adr = input.adr && settings.adr ? adrRequests(input) : [];
  if (adr.length > 0) {
    state = { ...state, adrAskedAt: fCnt };
    requests.push(...adr);
  }
  const made = requests.filter((command) => !isGivenUp(state, command));
  if (made.length === 0) return { state, requests: [] };
  const names = new Set(made.map(({ name }) => name));
  const attempts = { ...state.attempts };
  // The status is asked once in a while, answered or not.
  for (const command of made)
    if (command.name !== "DevStatusReq")
      attempts[requestKey(command)] = (attempts[requestKey(command)] ?? 0) + 1;
  // What is asked anew replaces what was asked before.
  const asked = [...state.asked.filter(({ name }) => !names.has(name)), ...made];
  return {
    state: { ...state, asked, attempts: Object.keys(attempts).length > 40 ? {} : attempts },
    requests: made,
  };
}

/** One at a time, since the answer does not name its channel. */
function newChannels(region: Region, state: MacState): DownlinkCommand[] {
  for (const [index, channel] of [...region.uplinkChannels, ...region.additionalChannels].entries()) {
    if (state.channels[index]?.frequencyHz === channel.frequencyHz) continue;
    const request: DownlinkCommand = { name: "NewChannelReq", index, ...channel };
    if (!isGivenUp(state, request)) return [request];
  }
  return [];
}

function isGivenUp(state: MacState, command: DownlinkCommand): boolean {
  return (state.attempts[requestKey(command)] ?? 0) >= mostAttempts;
}

function adrRequests(input: Parameters<typeof requestsFor>[0]): DownlinkCommand[] {
  const { region, settings, state, history, fCnt } = input;
  if (state.adrAskedAt !== null && fCnt - state.adrAskedAt < adrAgainAfter && fCnt >= state.adrAskedAt)
    return [];
  const choice = chooseRadio(region, state, settings, history);
  const wantsMasks =
    region.plan === "fixed" &&
    fixedMasks(region, settings.channelBlock).some((mask, bank) => mask !== state.channelMasks[bank]);
  const isSame =
    choice.dataRate === state.dataRate &&
    choice.txPower === state.txPower &&
    choice.transmissions === state.transmissions;
  if (isSame && !wantsMasks) return [];
  const block = linkAdrRequests(region, settings, state, choice);
  return block.some((command) => isGivenUp(state, command)) ? [] : block;
}
