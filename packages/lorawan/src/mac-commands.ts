/**
 * All MAC commands of LoRaWAN 1.0.2 to 1.0.4 and 1.1: one entry a command, parse and serialise side by side.
 * Source: LoRaWAN 1.0.4 §5, §14 (class B), §20; LoRaWAN 1.1 §5.
 */

/** How a command's fields stand in its bytes after the command identifier. */
interface Codec<F> {
  readonly cid: number;
  readonly length: number;
  read(bytes: Buffer): F;
  write(fields: F, into: Buffer): void;
  /** In words, for people who look at frames. */
  tell?(fields: F): string;
}

const codec = <F>(one: Codec<F>) => one;
const empty = (cid: number) =>
  codec<Record<never, never>>({ cid, length: 0, read: () => ({}), write: () => {} });
const readFrequency = (bytes: Buffer, at: number) => {
  const value = bytes.readUIntLE(at, 3);
  // RP002-1.0.4: values from 12,000,000 on are of the 2.4 GHz band, in 200 Hz.
  return value * (value >= 12_000_000 ? 200 : 100);
};
const writeFrequency = (hz: number, into: Buffer, at: number) =>
  into.writeUIntLE(Math.round(hz / (hz >= 2_400_000_000 ? 200 : 100)), at, 3);
const mhz = (hz: number) => `${hz / 1_000_000} MHz`;
const accepted = (what: Record<string, boolean>) => {
  const refused = Object.keys(what).filter((name) => !what[name]);
  return refused.length === 0 ? "accepted" : `refused: ${refused.join(", ")}`;
};
const minorVersion = (cid: number) =>
  codec<{ minor: number }>({
    cid,
    length: 1,
    read: (bytes) => ({ minor: bytes[0]! & 0x0f }),
    write: ({ minor }, into) => {
      into[0] = minor;
    },
    tell: ({ minor }) => `LoRaWAN 1.${minor}`,
  });

/** What devices send. */
export const uplinkCommands = {
  ResetInd: minorVersion(0x01),
  LinkCheckReq: empty(0x02),
  LinkAdrAns: codec<{ powerAck: boolean; dataRateAck: boolean; channelMaskAck: boolean }>({
    cid: 0x03,
    length: 1,
    read: (bytes) => ({
      powerAck: (bytes[0]! & 4) !== 0,
      dataRateAck: (bytes[0]! & 2) !== 0,
      channelMaskAck: (bytes[0]! & 1) !== 0,
    }),
    write: (fields, into) => {
      into[0] = (fields.powerAck ? 4 : 0) | (fields.dataRateAck ? 2 : 0) | (fields.channelMaskAck ? 1 : 0);
    },
    tell: (fields) =>
      accepted({
        power: fields.powerAck,
        "data rate": fields.dataRateAck,
        "channel mask": fields.channelMaskAck,
      }),
  }),
  DutyCycleAns: empty(0x04),
  RxParamSetupAns: codec<{ offsetAck: boolean; dataRateAck: boolean; channelAck: boolean }>({
    cid: 0x05,
    length: 1,
    read: (bytes) => ({
      offsetAck: (bytes[0]! & 4) !== 0,
      dataRateAck: (bytes[0]! & 2) !== 0,
      channelAck: (bytes[0]! & 1) !== 0,
    }),
    write: (fields, into) => {
      into[0] = (fields.offsetAck ? 4 : 0) | (fields.dataRateAck ? 2 : 0) | (fields.channelAck ? 1 : 0);
    },
    tell: (fields) =>
      accepted({
        "RX1 offset": fields.offsetAck,
        "RX2 data rate": fields.dataRateAck,
        "RX2 channel": fields.channelAck,
      }),
  }),
  DevStatusAns: codec<{ battery: number; marginDb: number }>({
    cid: 0x06,
    length: 2,
    // §5.5: the margin is a signed number of 6 bits.
    read: (bytes) => ({ battery: bytes[0]!, marginDb: ((bytes[1]! & 0x3f) << 26) >> 26 }),
    write: ({ battery, marginDb }, into) => {
      into[0] = battery;
      into[1] = marginDb & 0x3f;
    },
    tell: ({ battery, marginDb }) =>
      `${battery === 0 ? "external power" : battery === 255 ? "battery unknown" : `battery ${batteryPercent(battery)} %`}, margin ${marginDb} dB`,
  }),
  NewChannelAns: codec<{ dataRateAck: boolean; frequencyAck: boolean }>({
    cid: 0x07,
    length: 1,
    read: (bytes) => ({ dataRateAck: (bytes[0]! & 2) !== 0, frequencyAck: (bytes[0]! & 1) !== 0 }),
    write: (fields, into) => {
      into[0] = (fields.dataRateAck ? 2 : 0) | (fields.frequencyAck ? 1 : 0);
    },
    tell: (fields) => accepted({ "data rates": fields.dataRateAck, frequency: fields.frequencyAck }),
  }),
  RxTimingSetupAns: empty(0x08),
  TxParamSetupAns: empty(0x09),
  DlChannelAns: codec<{ uplinkFrequencyExists: boolean; frequencyAck: boolean }>({
    cid: 0x0a,
    length: 1,
    read: (bytes) => ({
      uplinkFrequencyExists: (bytes[0]! & 2) !== 0,
      frequencyAck: (bytes[0]! & 1) !== 0,
    }),
    write: (fields, into) => {
      into[0] = (fields.uplinkFrequencyExists ? 2 : 0) | (fields.frequencyAck ? 1 : 0);
    },
    tell: (fields) =>
      accepted({ "uplink channel": fields.uplinkFrequencyExists, frequency: fields.frequencyAck }),
  }),
  RekeyInd: minorVersion(0x0b),
  AdrParamSetupAns: empty(0x0c),
  DeviceTimeReq: empty(0x0d),
  RejoinParamSetupAns: codec<{ timeAck: boolean }>({
    cid: 0x0f,
    length: 1,
    read: (bytes) => ({ timeAck: (bytes[0]! & 1) !== 0 }),
    write: ({ timeAck }, into) => {
      into[0] = timeAck ? 1 : 0;
    },
  }),
  PingSlotInfoReq: codec<{ periodicity: number }>({
    cid: 0x10,
    length: 1,
    read: (bytes) => ({ periodicity: bytes[0]! & 7 }),
    write: ({ periodicity }, into) => {
      into[0] = periodicity & 7;
    },
    tell: ({ periodicity }) => `a ping slot every ${2 ** periodicity} s`,
  }),
  PingSlotChannelAns: codec<{ dataRateAck: boolean; frequencyAck: boolean }>({
    cid: 0x11,
    length: 1,
    read: (bytes) => ({ dataRateAck: (bytes[0]! & 2) !== 0, frequencyAck: (bytes[0]! & 1) !== 0 }),
    write: (fields, into) => {
      into[0] = (fields.dataRateAck ? 2 : 0) | (fields.frequencyAck ? 1 : 0);
    },
    tell: (fields) => accepted({ "data rate": fields.dataRateAck, frequency: fields.frequencyAck }),
  }),
  BeaconTimingReq: empty(0x12),
  BeaconFreqAns: codec<{ frequencyAck: boolean }>({
    cid: 0x13,
    length: 1,
    read: (bytes) => ({ frequencyAck: (bytes[0]! & 1) !== 0 }),
    write: ({ frequencyAck }, into) => {
      into[0] = frequencyAck ? 1 : 0;
    },
    tell: ({ frequencyAck }) => accepted({ frequency: frequencyAck }),
  }),
  DeviceModeInd: codec<{ mode: "A" | "C" }>({
    cid: 0x20,
    length: 1,
    read: (bytes) => ({ mode: bytes[0] === 2 ? "C" : "A" }),
    write: ({ mode }, into) => {
      into[0] = mode === "C" ? 2 : 0;
    },
    tell: ({ mode }) => `class ${mode}`,
  }),
};

/** What networks send. */
export const downlinkCommands = {
  ResetConf: minorVersion(0x01),
  LinkCheckAns: codec<{ marginDb: number; gateways: number }>({
    cid: 0x02,
    length: 2,
    read: (bytes) => ({ marginDb: bytes[0]!, gateways: bytes[1]! }),
    write: ({ marginDb, gateways }, into) => {
      into[0] = Math.max(0, Math.min(254, Math.round(marginDb)));
      into[1] = Math.min(255, gateways);
    },
    tell: ({ marginDb, gateways }) => `margin ${marginDb} dB, heard by ${gateways}`,
  }),
  LinkAdrReq: codec<{
    dataRate: number;
    txPower: number;
    channelMask: number;
    channelMaskControl: number;
    transmissions: number;
  }>({
    cid: 0x03,
    length: 4,
    read: (bytes) => ({
      dataRate: bytes[0]! >> 4,
      txPower: bytes[0]! & 0x0f,
      channelMask: bytes.readUInt16LE(1),
      channelMaskControl: (bytes[3]! >> 4) & 7,
      transmissions: bytes[3]! & 0x0f,
    }),
    write: (fields, into) => {
      into[0] = (fields.dataRate << 4) | fields.txPower;
      into.writeUInt16LE(fields.channelMask, 1);
      into[3] = (fields.channelMaskControl << 4) | fields.transmissions;
    },
    tell: (fields) =>
      `data rate ${fields.dataRate}, power ${fields.txPower}, ${fields.transmissions} transmissions, mask ${fields.channelMask.toString(2)} (${fields.channelMaskControl})`,
  }),
  DutyCycleReq: codec<{ exponent: number }>({
    cid: 0x04,
    length: 1,
    read: (bytes) => ({ exponent: bytes[0]! & 0x0f }),
    write: ({ exponent }, into) => {
      into[0] = exponent & 0x0f;
    },
    tell: ({ exponent }) => `at most 1/${2 ** exponent} of the time`,
  }),
  RxParamSetupReq: codec<{ rx1DataRateOffset: number; rx2DataRate: number; frequencyHz: number }>({
    cid: 0x05,
    length: 4,
    read: (bytes) => ({
      rx1DataRateOffset: (bytes[0]! >> 4) & 7,
      rx2DataRate: bytes[0]! & 0x0f,
      frequencyHz: readFrequency(bytes, 1),
    }),
    write: (fields, into) => {
      into[0] = (fields.rx1DataRateOffset << 4) | fields.rx2DataRate;
      writeFrequency(fields.frequencyHz, into, 1);
    },
    tell: (fields) =>
      `RX1 offset ${fields.rx1DataRateOffset}, RX2 ${mhz(fields.frequencyHz)} at data rate ${fields.rx2DataRate}`,
  }),
  DevStatusReq: empty(0x06),
  NewChannelReq: codec<{
    index: number;
    frequencyHz: number;
    minimumDataRate: number;
    maximumDataRate: number;
  }>({
    cid: 0x07,
    length: 5,
    read: (bytes) => ({
      index: bytes[0]!,
      frequencyHz: readFrequency(bytes, 1),
      minimumDataRate: bytes[4]! & 0x0f,
      maximumDataRate: bytes[4]! >> 4,
    }),
    write: (fields, into) => {
      into[0] = fields.index;
      writeFrequency(fields.frequencyHz, into, 1);
      into[4] = (fields.maximumDataRate << 4) | fields.minimumDataRate;
    },
    tell: (fields) =>
      fields.frequencyHz === 0
        ? `channel ${fields.index} off`
        : `channel ${fields.index}: ${mhz(fields.frequencyHz)}, data rates ${fields.minimumDataRate} to ${fields.maximumDataRate}`,
  }),
  RxTimingSetupReq: codec<{ delaySeconds: number }>({
    cid: 0x08,
    length: 1,
    read: (bytes) => ({ delaySeconds: bytes[0]! & 0x0f || 1 }),
    write: ({ delaySeconds }, into) => {
      into[0] = delaySeconds & 0x0f;
    },
    tell: ({ delaySeconds }) => `RX1 after ${delaySeconds} s`,
  }),
  TxParamSetupReq: codec<{
    downlinkDwellLimited: boolean;
    uplinkDwellLimited: boolean;
    maximumEirpDbm: number;
  }>({
    cid: 0x09,
    length: 1,
    read: (bytes) => ({
      downlinkDwellLimited: (bytes[0]! & 0x20) !== 0,
      uplinkDwellLimited: (bytes[0]! & 0x10) !== 0,
      maximumEirpDbm: codedEirpDbm[bytes[0]! & 0x0f]!,
    }),
    write: (fields, into) => {
      // §5.8: the highest coded value that is not above the one wanted.
      const coded = codedEirpDbm.findLastIndex((dbm) => dbm <= fields.maximumEirpDbm);
      into[0] =
        (fields.downlinkDwellLimited ? 0x20 : 0) |
        (fields.uplinkDwellLimited ? 0x10 : 0) |
        Math.max(0, coded);
    },
    tell: (fields) =>
      `at most ${fields.maximumEirpDbm} dBm, 400 ms ${[fields.uplinkDwellLimited && "up", fields.downlinkDwellLimited && "down"].filter(Boolean).join(" and ") || "nowhere"}`,
  }),
  DlChannelReq: codec<{ index: number; frequencyHz: number }>({
    cid: 0x0a,
    length: 4,
    read: (bytes) => ({ index: bytes[0]!, frequencyHz: readFrequency(bytes, 1) }),
    write: (fields, into) => {
      into[0] = fields.index;
      writeFrequency(fields.frequencyHz, into, 1);
    },
    tell: ({ index, frequencyHz }) => `RX1 of channel ${index} at ${mhz(frequencyHz)}`,
  }),
  RekeyConf: minorVersion(0x0b),
  AdrParamSetupReq: codec<{ limitExponent: number; delayExponent: number }>({
    cid: 0x0c,
    length: 1,
    read: (bytes) => ({ limitExponent: bytes[0]! >> 4, delayExponent: bytes[0]! & 0x0f }),
    write: (fields, into) => {
      into[0] = (fields.limitExponent << 4) | fields.delayExponent;
    },
    tell: (fields) => `limit ${2 ** fields.limitExponent}, delay ${2 ** fields.delayExponent} frames`,
  }),
  DeviceTimeAns: codec<{ gpsSeconds: number }>({
    cid: 0x0d,
    length: 5,
    read: (bytes) => ({ gpsSeconds: bytes.readUInt32LE(0) + bytes[4]! / 256 }),
    write: ({ gpsSeconds }, into) => {
      const whole = Math.floor(gpsSeconds);
      into.writeUInt32LE(whole >>> 0, 0);
      into[4] = Math.floor((gpsSeconds - whole) * 256);
    },
    tell: ({ gpsSeconds }) => `GPS time ${gpsSeconds.toFixed(2)} s`,
  }),
  ForceRejoinReq: codec<{
    periodExponent: number;
    retries: number;
    rejoinType: number;
    dataRate: number;
  }>({
    cid: 0x0e,
    length: 2,
    read: (bytes) => {
      const bits = bytes.readUInt16LE(0);
      return {
        periodExponent: (bits >> 11) & 7,
        retries: (bits >> 8) & 7,
        rejoinType: (bits >> 4) & 7,
        dataRate: bits & 0x0f,
      };
    },
    write: (fields, into) => {
      into.writeUInt16LE(
        (fields.periodExponent << 11) | (fields.retries << 8) | (fields.rejoinType << 4) | fields.dataRate,
        0,
      );
    },
    tell: (fields) => `rejoin by type ${fields.rejoinType} at data rate ${fields.dataRate}`,
  }),
  RejoinParamSetupReq: codec<{ timeExponent: number; countExponent: number }>({
    cid: 0x0f,
    length: 1,
    read: (bytes) => ({ timeExponent: bytes[0]! >> 4, countExponent: bytes[0]! & 0x0f }),
    write: (fields, into) => {
      into[0] = (fields.timeExponent << 4) | fields.countExponent;
    },
    tell: (fields) =>
      `rejoin at least every ${2 ** (fields.timeExponent + 10)} s or ${2 ** (fields.countExponent + 4)} frames`,
  }),
  PingSlotInfoAns: empty(0x10),
  PingSlotChannelReq: codec<{ frequencyHz: number; dataRate: number }>({
    cid: 0x11,
    length: 4,
    read: (bytes) => ({ frequencyHz: readFrequency(bytes, 0), dataRate: bytes[3]! & 0x0f }),
    write: (fields, into) => {
      writeFrequency(fields.frequencyHz, into, 0);
      into[3] = fields.dataRate & 0x0f;
    },
    tell: ({ frequencyHz, dataRate }) => `${mhz(frequencyHz)} at data rate ${dataRate}`,
  }),
  BeaconTimingAns: codec<{ delay: number; channel: number }>({
    cid: 0x12,
    length: 3,
    read: (bytes) => ({ delay: bytes.readUInt16LE(0), channel: bytes[2]! }),
    write: (fields, into) => {
      into.writeUInt16LE(fields.delay, 0);
      into[2] = fields.channel;
    },
    tell: ({ delay, channel }) => `beacon in ${delay * 30} to ${(delay + 1) * 30} ms on channel ${channel}`,
  }),
  BeaconFreqReq: codec<{ frequencyHz: number }>({
    cid: 0x13,
    length: 3,
    read: (bytes) => ({ frequencyHz: readFrequency(bytes, 0) }),
    write: ({ frequencyHz }, into) => {
      writeFrequency(frequencyHz, into, 0);
    },
    tell: ({ frequencyHz }) => (frequencyHz === 0 ? "default frequency" : mhz(frequencyHz)),
  }),
  DeviceModeConf: codec<{ mode: "A" | "C" }>({
    cid: 0x20,
    length: 1,
    read: (bytes) => ({ mode: bytes[0] === 2 ? "C" : "A" }),
    write: ({ mode }, into) => {
      into[0] = mode === "C" ? 2 : 0;
    },
    tell: ({ mode }) => `class ${mode}`,
  }),
};

/** LoRaWAN 1.0.4 §5.8, table 23: EIRP by its code, dBm. */
const codedEirpDbm = [8, 10, 12, 13, 14, 16, 18, 20, 21, 24, 26, 27, 29, 30, 33, 36];

type Commands<T> = { [N in keyof T]: T[N] extends Codec<infer F> ? { name: N } & F : never }[keyof T];
export type UplinkCommand = Commands<typeof uplinkCommands>;
export type DownlinkCommand = Commands<typeof downlinkCommands>;

/** §5.5: 1 to 254 from nearly empty to full, as a percentage; not defined for 0 (external power) and 255 (unknown). */
export function batteryPercent(battery: number): number {
  return Math.round(((battery - 1) / 253) * 100);
}

export function readUplinkCommands(bytes: Buffer): UplinkCommand[] {
  return readAll(uplinkByCid, bytes) as UplinkCommand[];
}

export function readDownlinkCommands(bytes: Buffer): DownlinkCommand[] {
  return readAll(downlinkByCid, bytes) as DownlinkCommand[];
}

export function writeUplinkCommands(commands: readonly UplinkCommand[]): Buffer {
  return writeAll(uplinkCommands, commands);
}

export function writeDownlinkCommands(commands: readonly DownlinkCommand[]): Buffer {
  return writeAll(downlinkCommands, commands);
}

/** The command in words, e.g. `LinkAdrAns: accepted`. */
export function tellCommand(direction: "up" | "down", command: UplinkCommand | DownlinkCommand): string {
  const table: Table = direction === "up" ? uplinkCommands : downlinkCommands;
  const words = table[command.name]?.tell?.(command as never);
  return words ? `${command.name}: ${words}` : command.name;
}

/** Any command's codec. */
interface AnyCodec {
  readonly cid: number;
  readonly length: number;
  read(bytes: Buffer): unknown;
  write(fields: never, into: Buffer): void;
  tell?(fields: never): string;
}
type Table = Record<string, AnyCodec>;
const uplinkByCid = byCid(uplinkCommands);
const downlinkByCid = byCid(downlinkCommands);

function byCid(table: Table): ReadonlyMap<number, { name: string; codec: AnyCodec }> {
  return new Map(Object.entries(table).map(([name, one]) => [one.cid, { name, codec: one }]));
}

/** §5: reading ends at the first command that is unknown (its length is not known either) or cut off. */
function readAll(table: ReturnType<typeof byCid>, bytes: Buffer): { name: string }[] {
  const commands: { name: string }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const found = table.get(bytes[at]!);
    if (!found || at + 1 + found.codec.length > bytes.length) break;
    const end = at + 1 + found.codec.length;
    commands.push({ name: found.name, ...(found.codec.read(bytes.subarray(at + 1, end)) as object) });
    at = end;
  }
  return commands;
}

function writeAll(table: Table, commands: readonly { name: string }[]): Buffer {
  return Buffer.concat(
    commands.map((command) => {
      const one = table[command.name]!;
      const bytes = Buffer.alloc(1 + one.length);
      bytes[0] = one.cid;
      one.write(command as never, bytes.subarray(1));
      return bytes;
    }),
  );
}
