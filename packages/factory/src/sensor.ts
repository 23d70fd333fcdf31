import {
  type Channel,
  type DevAddr,
  type DevEui,
  type DownlinkCommand,
  dataRateName,
  decryptFOpts,
  decryptPayload,
  deriveSessionKeys,
  exportSessionKeys,
  importKey,
  importSessionKeys,
  type JoinContext,
  type JoinEui,
  type MacVersion,
  parseFrame,
  type Region,
  type RegionName,
  type RootKeys,
  readDownlinkCommands,
  readJoinAccept,
  regions,
  resolveCounter,
  type SessionKeyMaterial,
  type SessionKeys,
  type UplinkCommand,
  type VerifiedDownlink,
  verifyDownlink,
  writeDataFrame,
  writeJoinRequest,
  writeRejoinRequest,
  writeUplinkCommands,
} from "@refill/lorawan";

/** What a device is made with. */
export interface SensorIdentity {
  devEui: string;
  joinEui: string;
  /** A personalised device has none. */
  appKey?: string;
  /** LoRaWAN 1.1 only. */
  nwkKey?: string;
  macVersion?: MacVersion;
  regionName?: RegionName;
  /** Personalised: no join. */
  session?: { devAddr: string; keys: SessionKeyMaterial<string> };
}

/** How the device sends and listens: what the network can change. */
interface RadioState {
  dataRate: number;
  txPower: number;
  transmissions: number;
  channels: (Channel | null)[];
  isOn: boolean[];
  rxDelaySeconds: number;
  rx1DataRateOffset: number;
  rx2: { frequencyHz: number; dataRate: number };
  /** RX1 of a channel where DlChannelReq moved it. */
  downlinkHz: Record<number, number>;
}

/** What must outlive a restart: a device that forgot its counters would be refused. */
export interface RadioMemory {
  devNonce: number;
  rejoins?: [number, number];
  session?: {
    devAddr: string;
    keys: SessionKeyMaterial<string>;
    up: number;
    /** Counters of the last downlinks, −1 before the first: of all (1.0), or of the network's and the application's (1.1). */
    down: number;
    applicationDown: number;
    radio: RadioState;
  };
}

interface Session {
  devAddr: DevAddr;
  keys: SessionKeys;
  up: number;
  down: number | undefined;
  applicationDown: number | undefined;
}

/** A downlink as the device understood it. */
export interface HeardDownlink {
  acknowledges: boolean;
  confirmed: boolean;
  fPending: boolean;
  fCnt: number;
  fPort: number | undefined;
  payload: Buffer;
  commands: DownlinkCommand[];
  isMulticast: boolean;
}

const spentFrames = 64;
const spentNonces = 8;

/**
 * The radio of a LoRaWAN device of versions 1.0.2 to 1.1, classes A, B and C, any region: its keys, session, counters and
 * MAC layer, written from the device's chapters of the specification. No clock and no I/O.
 */
export class SensorRadio {
  readonly devEui: string;
  readonly region: Region;
  readonly #joinEui: string;
  readonly #rootKeys: RootKeys;
  readonly #macVersion: MacVersion;
  #devNonce: number;
  #rejoins: [number, number];
  #session: Session | undefined;
  /** Of the request that was sent last: its answer must fit it. */
  #asked: JoinContext | undefined;
  #radio: RadioState;
  /** Answers that go along with the next uplink; some until a downlink shows that they were heard. */
  #answers: UplinkCommand[] = [];
  #sticky: UplinkCommand[] = [];
  #mustAcknowledge: number | undefined;
  #lastConfirmedUp = 0;
  #turn = 0;
  #isRekeying = false;
  readonly #groups = new Map<string, { keys: SessionKeys; down: number | undefined }>();
  /** Class B: the device follows the beacon. */
  isClassB = false;
  /** What the last call of a writing method is to be sent with. */
  sending: { frequencyMhz: number; dataRate: string } = { frequencyMhz: 0, dataRate: "" };
  /** The last downlink that was heard. */
  lastDownlink: HeardDownlink | undefined;
  battery = 200;
  marginDb = 10;

  constructor(device: SensorIdentity, memory: RadioMemory = { devNonce: 0 }) {
    this.devEui = device.devEui;
    this.region = regions[device.regionName ?? "EU868"];
    this.#joinEui = device.joinEui;
    this.#macVersion = device.macVersion ?? "1.0.3";
    const appKey = importKey(device.appKey ?? "00".repeat(16));
    this.#rootKeys = { appKey, nwkKey: device.nwkKey ? importKey(device.nwkKey) : appKey };
    // What was remembered may be some frames old: skip ahead, never back.
    this.#devNonce = memory.devNonce === 0 ? 0 : memory.devNonce + spentNonces;
    this.#rejoins = memory.rejoins ?? [0, 0];
    this.#radio = freshRadio(this.region);
    const { session } = memory;
    if (session) {
      this.#radio = session.radio;
      this.#session = {
        devAddr: session.devAddr as DevAddr,
        keys: importSessionKeys(session.keys),
        up: session.up + spentFrames,
        down: session.down < 0 ? undefined : session.down,
        applicationDown: session.applicationDown < 0 ? undefined : session.applicationDown,
      };
    } else if (device.session)
      this.#session = {
        devAddr: device.session.devAddr as DevAddr,
        keys: importSessionKeys(device.session.keys),
        up: 0,
        down: undefined,
        applicationDown: undefined,
      };
  }

  get isJoined(): boolean {
    return this.#session !== undefined;
  }

  get devAddr(): string | undefined {
    return this.#session?.devAddr;
  }

  /** Counter of the next uplink. */
  get nextUp(): number {
    return this.#session?.up ?? 0;
  }

  get radio(): Readonly<RadioState> {
    return this.#radio;
  }

  /** What the device would choose by itself. */
  useDataRate(dataRate: number): void {
    this.#radio.dataRate = dataRate;
  }

  /** A new request with a DevNonce that was never used. The session lasts until the accept is heard. */
  joinRequest(): Buffer {
    this.#devNonce = (this.#devNonce + 1) & 0xffff;
    const { joinEui, devEui } = this.#euis();
    this.#asked = { joinEui, devEui, devNonce: this.#devNonce, cause: { kind: "join" } };
    this.#chooseChannel(true);
    return writeJoinRequest({ joinEui, devEui, devNonce: this.#devNonce }, this.#rootKeys.nwkKey);
  }

  /** LoRaWAN 1.1 §6.2.4. */
  rejoinRequest(type: 0 | 1 | 2): Buffer {
    const { joinEui, devEui } = this.#euis();
    const which = type === 1 ? 1 : 0;
    const count = this.#rejoins[which]++;
    this.#asked = { joinEui, devEui, devNonce: count, cause: { kind: "rejoin", type } };
    this.#chooseChannel(type !== 2);
    return type === 1
      ? writeRejoinRequest({ type, joinEui, devEui, count }, this.#rootKeys.nwkKey)
      : writeRejoinRequest({ type, netId: 0, devEui, count }, this.#session!.keys.sNwkSIntKey);
  }

  /** The next uplink, with what is to be answered. No port: an empty frame. */
  uplink(fPort: number | undefined, payload: Buffer, confirmed = false): Buffer {
    const session = this.#session;
    if (!session) throw new Error(`${this.devEui} has not joined`);
    const channel = this.#chooseChannel(false);
    const commands: UplinkCommand[] = [
      ...(this.#isRekeying ? [{ name: "RekeyInd" as const, minor: 1 }] : []),
      ...this.#sticky,
      ...this.#answers.splice(0),
    ];
    const fOpts = writeUplinkCommands(commands).subarray(0, 15);
    const acknowledged = this.#mustAcknowledge;
    this.#mustAcknowledge = undefined;
    if (confirmed) this.#lastConfirmedUp = session.up;
    return writeDataFrame(
      {
        direction: "up",
        confirmed,
        devAddr: session.devAddr,
        fCnt: session.up++,
        adr: true,
        ack: acknowledged !== undefined,
        isClassB: this.isClassB,
        fOpts,
        ...(fPort === undefined ? {} : { fPort, payload }),
      },
      session.keys,
      {
        dataRate: this.#radio.dataRate,
        channel,
        ...(acknowledged === undefined ? {} : { confirmedCounter: acknowledged & 0xffff }),
      },
    );
  }

  /** Goes along with the next uplink. */
  ask(command: UplinkCommand): void {
    this.#answers.push(command);
  }

  joinGroup(mcAddr: string, keys: SessionKeys): void {
    this.#groups.set(mcAddr, { keys, down: undefined });
  }

  /** What a frame in a receive window meant to this device; undefined when it was not for it. */
  hear(bytes: Buffer): "joined" | "acknowledged" | "downlink" | undefined {
    const parsed = parseFrame(bytes);
    if ("rejected" in parsed) return undefined;
    if (parsed.kind === "join-accept") return this.#accept(bytes);
    if (parsed.kind !== "data-down") return undefined;
    const group = this.#groups.get(parsed.frame.devAddr);
    if (group) return this.#hearGroup(group, parsed.frame);
    const session = this.#session;
    if (!session || parsed.frame.devAddr !== session.devAddr) return undefined;
    const isApplication = session.keys.isVersion11 && (parsed.frame.fPort ?? 0) > 0;
    const last = isApplication ? session.applicationDown : session.down;
    const counter = resolveCounter(last, parsed.frame.fCnt16);
    if ("rejected" in counter || counter.kind === "repeat") return undefined;
    const verified = verifyDownlink(parsed.frame, session.keys, counter.fCnt, {
      confirmedCounter: this.#lastConfirmedUp & 0xffff,
    });
    if ("rejected" in verified) return undefined;
    if (isApplication) session.applicationDown = counter.fCnt;
    else session.down = counter.fCnt;
    return this.#take(verified, session.keys);
  }

  #take(frame: VerifiedDownlink, keys: SessionKeys): "acknowledged" | "downlink" {
    // A downlink was heard, so the network has the answers that were repeated until now.
    this.#sticky = [];
    const payload = decryptPayload(frame, keys);
    const commands = readDownlinkCommands(frame.fPort === 0 ? payload : decryptFOpts(frame, keys));
    this.#obey(commands);
    if (frame.confirmed) this.#mustAcknowledge = frame.fCnt;
    this.lastDownlink = {
      acknowledges: frame.ack,
      confirmed: frame.confirmed,
      fPending: frame.fPending,
      fCnt: frame.fCnt,
      fPort: frame.fPort,
      payload: frame.fPort === 0 ? Buffer.alloc(0) : payload,
      commands,
      isMulticast: false,
    };
    return frame.ack ? "acknowledged" : "downlink";
  }

  #hearGroup(
    group: { keys: SessionKeys; down: number | undefined },
    frame: Parameters<typeof verifyDownlink>[0],
  ): "downlink" | undefined {
    const counter = resolveCounter(group.down, frame.fCnt16);
    if ("rejected" in counter || counter.kind === "repeat") return undefined;
    const verified = verifyDownlink(frame, group.keys, counter.fCnt);
    if ("rejected" in verified) return undefined;
    group.down = counter.fCnt;
    this.lastDownlink = {
      acknowledges: false,
      confirmed: false,
      fPending: verified.fPending,
      fCnt: verified.fCnt,
      fPort: verified.fPort,
      payload: decryptPayload(verified, group.keys),
      commands: [],
      isMulticast: true,
    };
    return "downlink";
  }

  #accept(bytes: Buffer): "joined" | undefined {
    if (!this.#asked) return undefined;
    const accept = readJoinAccept(bytes, this.#rootKeys.nwkKey, this.#asked);
    if ("rejected" in accept) return undefined;
    const { joinNonce, netId, devAddr, isVersion11 } = accept;
    const { devNonce, joinEui } = this.#asked;
    this.#asked = undefined;
    const keys = deriveSessionKeys(this.#rootKeys, { joinNonce, netId, devNonce, joinEui, isVersion11 });
    const { dataRate } = this.#radio;
    const joinedAtHz = Math.round(this.sending.frequencyMhz * 1_000_000);
    this.#radio = { ...freshRadio(this.region), dataRate };
    this.#radio.rxDelaySeconds = accept.rxDelaySeconds;
    this.#radio.rx1DataRateOffset = accept.rx1DataRateOffset;
    const joinChannel = this.region.joinChannels?.find(({ uplinkHz }) => uplinkHz === joinedAtHz);
    this.#radio.rx2 = {
      frequencyHz: joinChannel?.rx2Hz ?? this.region.rx2.frequencyHz,
      dataRate: accept.rx2DataRate,
    };
    if (accept.cfList) this.#takeChannels(Buffer.from(accept.cfList));
    this.#session = { devAddr, keys, up: 0, down: undefined, applicationDown: undefined };
    this.#answers = [];
    this.#sticky = [];
    this.#mustAcknowledge = undefined;
    this.#isRekeying = isVersion11;
    this.isClassB = false;
    this.#rejoins[0] = 0;
    return "joined";
  }

  #takeChannels(list: Buffer): void {
    const radio = this.#radio;
    if (list[15] === 0 && this.region.plan === "dynamic") {
      const first = this.region.uplinkChannels.length;
      for (let index = 0; index < 5; index++) {
        const value = list.readUIntLE(index * 3, 3);
        if (value === 0) continue;
        radio.channels[first + index] = {
          frequencyHz: value * (value >= 12_000_000 ? 200 : 100),
          minimumDataRate: 0,
          maximumDataRate: 5,
        };
        radio.isOn[first + index] = true;
      }
    } else if (list[15] === 1)
      radio.isOn = this.region.uplinkChannels.map(
        (_, index) => ((list[index >> 3]! >> (index & 7)) & 1) === 1,
      );
  }

  /** Takes its channels in turn; gives the index of the one that is used. */
  #chooseChannel(isJoin: boolean): number {
    const { channels, isOn, dataRate } = this.#radio;
    const { joinChannels } = this.region;
    if (isJoin && joinChannels) {
      const channel = joinChannels[this.#turn++ % joinChannels.length]!;
      this.sending = this.#radioOf(channel.uplinkHz, dataRate);
      return 0;
    }
    const usable = channels.flatMap((channel, index) =>
      channel &&
      isOn[index] &&
      dataRate >= channel.minimumDataRate &&
      dataRate <= channel.maximumDataRate &&
      (!isJoin || index < this.region.uplinkChannels.length)
        ? [index]
        : [],
    );
    const index = usable[this.#turn++ % usable.length] ?? 0;
    this.sending = this.#radioOf(channels[index]!.frequencyHz, dataRate);
    return index;
  }

  #radioOf(frequencyHz: number, dataRate: number) {
    return {
      frequencyMhz: frequencyHz / 1_000_000,
      dataRate: dataRateName(this.region.dataRates[dataRate]!),
    };
  }

  #obey(commands: readonly DownlinkCommand[]): void {
    const adr = commands.filter((command) => command.name === "LinkAdrReq");
    if (adr.length > 0) this.#adapt(adr);
    for (const command of commands) {
      switch (command.name) {
        case "DutyCycleReq":
          this.#answers.push({ name: "DutyCycleAns" });
          break;
        case "RxParamSetupReq": {
          this.#radio.rx1DataRateOffset = command.rx1DataRateOffset;
          this.#radio.rx2 = { frequencyHz: command.frequencyHz, dataRate: command.rx2DataRate };
          this.#sticky.push({
            name: "RxParamSetupAns",
            offsetAck: true,
            dataRateAck: true,
            channelAck: true,
          });
          break;
        }
        case "RxTimingSetupReq":
          this.#radio.rxDelaySeconds = command.delaySeconds;
          this.#sticky.push({ name: "RxTimingSetupAns" });
          break;
        case "DevStatusReq":
          this.#answers.push({ name: "DevStatusAns", battery: this.battery, marginDb: this.marginDb });
          break;
        case "NewChannelReq":
          this.#answers.push(this.#newChannel(command));
          break;
        case "DlChannelReq":
          this.#radio.downlinkHz[command.index] = command.frequencyHz;
          this.#sticky.push({
            name: "DlChannelAns",
            uplinkFrequencyExists: this.#radio.channels[command.index] != null,
            frequencyAck: true,
          });
          break;
        case "TxParamSetupReq":
          if (this.region.hasTxParamSetup) this.#answers.push({ name: "TxParamSetupAns" });
          break;
        case "AdrParamSetupReq":
          this.#answers.push({ name: "AdrParamSetupAns" });
          break;
        case "RejoinParamSetupReq":
          this.#answers.push({ name: "RejoinParamSetupAns", timeAck: true });
          break;
        case "RekeyConf":
          this.#isRekeying = false;
          break;
        case "PingSlotInfoAns":
          this.isClassB = true;
          break;
        case "PingSlotChannelReq":
          this.#answers.push({ name: "PingSlotChannelAns", dataRateAck: true, frequencyAck: true });
          break;
        case "BeaconFreqReq":
          this.#answers.push({ name: "BeaconFreqAns", frequencyAck: true });
          break;
      }
    }
  }

  /** LoRaWAN 1.0.4 §5.2: a block of requests is taken as a whole or not at all, and each is answered alike. */
  #adapt(requests: readonly (DownlinkCommand & { name: "LinkAdrReq" })[]): void {
    const radio = this.#radio;
    const isOn = [...radio.isOn];
    let channelMaskAck = true;
    for (const { channelMask, channelMaskControl: control } of requests)
      channelMaskAck &&= this.#mask(isOn, control, channelMask);
    const last = requests.at(-1)!;
    channelMaskAck &&= isOn.some((on, index) => on && radio.channels[index]);
    const dataRate = last.dataRate === 15 ? radio.dataRate : last.dataRate;
    const dataRateAck = radio.channels.some(
      (channel, index) =>
        channel && isOn[index] && dataRate >= channel.minimumDataRate && dataRate <= channel.maximumDataRate,
    );
    const powerAck = last.txPower === 15 || last.txPower <= this.region.highestTxPower;
    if (channelMaskAck && dataRateAck && powerAck) {
      radio.isOn = isOn;
      radio.dataRate = dataRate;
      if (last.txPower !== 15) radio.txPower = last.txPower;
      if (last.transmissions > 0) radio.transmissions = last.transmissions;
    }
    for (const _ of requests)
      this.#answers.push({ name: "LinkAdrAns", powerAck, dataRateAck, channelMaskAck });
  }

  #mask(isOn: boolean[], control: number, mask: number): boolean {
    const channels = this.#radio.channels;
    const isSeventyTwo = this.region.plan === "fixed" && channels.length === 72;
    if (isSeventyTwo && (control === 6 || control === 7)) {
      isOn.fill(control === 6, 0, 64);
      for (let index = 0; index < 8; index++) isOn[64 + index] = ((mask >> index) & 1) === 1;
      return true;
    }
    if (isSeventyTwo && control === 5) {
      for (let block = 0; block < 8; block++) {
        const on = ((mask >> block) & 1) === 1;
        isOn.fill(on, block * 8, block * 8 + 8);
        isOn[64 + block] = on;
      }
      return true;
    }
    if (this.region.plan === "dynamic" && control === 6) {
      for (const [index, channel] of channels.entries()) isOn[index] = channel !== null;
      return true;
    }
    const first = control * 16;
    if (first >= Math.max(16, channels.length)) return false;
    for (let bit = 0; bit < 16; bit++) {
      const on = ((mask >> bit) & 1) === 1;
      const isKnown = channels[first + bit] != null;
      // A channel that does not exist can't be switched on.
      if (on && !isKnown) return false;
      if (first + bit < isOn.length) isOn[first + bit] = on;
    }
    return true;
  }

  #newChannel(command: DownlinkCommand & { name: "NewChannelReq" }): UplinkCommand {
    const isChangeable =
      this.region.plan === "dynamic" &&
      command.index >= this.region.uplinkChannels.length &&
      command.index < 16;
    const dataRateAck = command.minimumDataRate <= command.maximumDataRate;
    if (isChangeable && dataRateAck) {
      const { index, frequencyHz, minimumDataRate, maximumDataRate } = command;
      while (this.#radio.channels.length < index) {
        this.#radio.channels.push(null);
        this.#radio.isOn.push(false);
      }
      this.#radio.channels[index] =
        frequencyHz === 0 ? null : { frequencyHz, minimumDataRate, maximumDataRate };
      this.#radio.isOn[index] = frequencyHz !== 0;
    }
    return { name: "NewChannelAns", dataRateAck, frequencyAck: isChangeable };
  }

  #euis(): { joinEui: JoinEui; devEui: DevEui } {
    return { joinEui: this.#joinEui as JoinEui, devEui: this.devEui as DevEui };
  }

  get macVersion(): MacVersion {
    return this.#macVersion;
  }

  memory(): RadioMemory {
    const session = this.#session;
    return {
      devNonce: this.#devNonce,
      rejoins: this.#rejoins,
      ...(session
        ? {
            session: {
              devAddr: session.devAddr,
              keys: exportSessionKeys(session.keys),
              up: session.up,
              down: session.down ?? -1,
              applicationDown: session.applicationDown ?? -1,
              radio: this.#radio,
            },
          }
        : {}),
    };
  }
}

function freshRadio(region: Region): RadioState {
  const slowest = Math.min(...region.uplinkChannels.map(({ minimumDataRate }) => minimumDataRate));
  return {
    dataRate: region.dwellTimeAtStart?.uplink ? Math.max(2, slowest) : slowest,
    txPower: 0,
    transmissions: 1,
    channels: [...region.uplinkChannels],
    isOn: region.uplinkChannels.map(() => true),
    rxDelaySeconds: 1,
    rx1DataRateOffset: 0,
    rx2: { ...region.rx2 },
    downlinkHz: {},
  };
}
