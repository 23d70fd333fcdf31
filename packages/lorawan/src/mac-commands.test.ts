import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  batteryPercent,
  type DownlinkCommand,
  downlinkCommands,
  readDownlinkCommands,
  readUplinkCommands,
  tellCommand,
  type UplinkCommand,
  uplinkCommands,
  writeDownlinkCommands,
  writeUplinkCommands,
} from "./mac-commands.ts";

/** Bytes written down by hand from the tables of LoRaWAN 1.0.4 §5 and §14 and 1.1 §5. */
const uplink: [string, UplinkCommand, string][] = [
  ["0101", { name: "ResetInd", minor: 1 }, "ResetInd: LoRaWAN 1.1"],
  ["02", { name: "LinkCheckReq" }, "LinkCheckReq"],
  [
    "0307",
    { name: "LinkAdrAns", powerAck: true, dataRateAck: true, channelMaskAck: true },
    "LinkAdrAns: accepted",
  ],
  [
    "0305",
    { name: "LinkAdrAns", powerAck: true, dataRateAck: false, channelMaskAck: true },
    "LinkAdrAns: refused: data rate",
  ],
  ["04", { name: "DutyCycleAns" }, "DutyCycleAns"],
  [
    "0506",
    { name: "RxParamSetupAns", offsetAck: true, dataRateAck: true, channelAck: false },
    "RxParamSetupAns: refused: RX2 channel",
  ],
  [
    "06fe3f",
    { name: "DevStatusAns", battery: 254, marginDb: -1 },
    "DevStatusAns: battery 100 %, margin -1 dB",
  ],
  [
    "060014",
    { name: "DevStatusAns", battery: 0, marginDb: 20 },
    "DevStatusAns: external power, margin 20 dB",
  ],
  ["0703", { name: "NewChannelAns", dataRateAck: true, frequencyAck: true }, "NewChannelAns: accepted"],
  ["08", { name: "RxTimingSetupAns" }, "RxTimingSetupAns"],
  ["09", { name: "TxParamSetupAns" }, "TxParamSetupAns"],
  [
    "0a03",
    { name: "DlChannelAns", uplinkFrequencyExists: true, frequencyAck: true },
    "DlChannelAns: accepted",
  ],
  ["0b01", { name: "RekeyInd", minor: 1 }, "RekeyInd: LoRaWAN 1.1"],
  ["0c", { name: "AdrParamSetupAns" }, "AdrParamSetupAns"],
  ["0d", { name: "DeviceTimeReq" }, "DeviceTimeReq"],
  ["0f01", { name: "RejoinParamSetupAns", timeAck: true }, "RejoinParamSetupAns"],
  ["1005", { name: "PingSlotInfoReq", periodicity: 5 }, "PingSlotInfoReq: a ping slot every 32 s"],
  [
    "1103",
    { name: "PingSlotChannelAns", dataRateAck: true, frequencyAck: true },
    "PingSlotChannelAns: accepted",
  ],
  ["12", { name: "BeaconTimingReq" }, "BeaconTimingReq"],
  ["1300", { name: "BeaconFreqAns", frequencyAck: false }, "BeaconFreqAns: refused: frequency"],
  ["2002", { name: "DeviceModeInd", mode: "C" }, "DeviceModeInd: class C"],
];

const downlink: [string, DownlinkCommand, string][] = [
  ["0101", { name: "ResetConf", minor: 1 }, "ResetConf: LoRaWAN 1.1"],
  ["021403", { name: "LinkCheckAns", marginDb: 20, gateways: 3 }, "LinkCheckAns: margin 20 dB, heard by 3"],
  [
    "0352ff0071",
    {
      name: "LinkAdrReq",
      dataRate: 5,
      txPower: 2,
      channelMask: 0xff,
      channelMaskControl: 7,
      transmissions: 1,
    },
    "LinkAdrReq: data rate 5, power 2, 1 transmissions, mask 11111111 (7)",
  ],
  ["0407", { name: "DutyCycleReq", exponent: 7 }, "DutyCycleReq: at most 1/128 of the time"],
  [
    "0523d2ad84",
    { name: "RxParamSetupReq", rx1DataRateOffset: 2, rx2DataRate: 3, frequencyHz: 869_525_000 },
    "RxParamSetupReq: RX1 offset 2, RX2 869.525 MHz at data rate 3",
  ],
  ["06", { name: "DevStatusReq" }, "DevStatusReq"],
  [
    "0703184f8450",
    { name: "NewChannelReq", index: 3, frequencyHz: 867_100_000, minimumDataRate: 0, maximumDataRate: 5 },
    "NewChannelReq: channel 3: 867.1 MHz, data rates 0 to 5",
  ],
  ["0805", { name: "RxTimingSetupReq", delaySeconds: 5 }, "RxTimingSetupReq: RX1 after 5 s"],
  [
    "0925",
    { name: "TxParamSetupReq", downlinkDwellLimited: true, uplinkDwellLimited: false, maximumEirpDbm: 16 },
    "TxParamSetupReq: at most 16 dBm, 400 ms down",
  ],
  [
    "0a03184f84",
    { name: "DlChannelReq", index: 3, frequencyHz: 867_100_000 },
    "DlChannelReq: RX1 of channel 3 at 867.1 MHz",
  ],
  ["0b01", { name: "RekeyConf", minor: 1 }, "RekeyConf: LoRaWAN 1.1"],
  [
    "0c65",
    { name: "AdrParamSetupReq", limitExponent: 6, delayExponent: 5 },
    "AdrParamSetupReq: limit 64, delay 32 frames",
  ],
  ["0d0100000080", { name: "DeviceTimeAns", gpsSeconds: 1.5 }, "DeviceTimeAns: GPS time 1.50 s"],
  [
    "0e2305",
    { name: "ForceRejoinReq", periodExponent: 0, retries: 5, rejoinType: 2, dataRate: 3 },
    "ForceRejoinReq: rejoin by type 2 at data rate 3",
  ],
  [
    "0f21",
    { name: "RejoinParamSetupReq", timeExponent: 2, countExponent: 1 },
    "RejoinParamSetupReq: rejoin at least every 4096 s or 32 frames",
  ],
  ["10", { name: "PingSlotInfoAns" }, "PingSlotInfoAns"],
  [
    "11d2ad8403",
    { name: "PingSlotChannelReq", frequencyHz: 869_525_000, dataRate: 3 },
    "PingSlotChannelReq: 869.525 MHz at data rate 3",
  ],
  [
    "12010000",
    { name: "BeaconTimingAns", delay: 1, channel: 0 },
    "BeaconTimingAns: beacon in 30 to 60 ms on channel 0",
  ],
  ["13d2ad84", { name: "BeaconFreqReq", frequencyHz: 869_525_000 }, "BeaconFreqReq: 869.525 MHz"],
  ["2000", { name: "DeviceModeConf", mode: "A" }, "DeviceModeConf: class A"],
];

describe("MAC commands stand on air as the specification's tables say, and are told in words", () => {
  test.each(uplink)("%s is an uplink's %o", (hex, command, words) => {
    expect(readUplinkCommands(Buffer.from(hex, "hex"))).toEqual([command]);
    expect(writeUplinkCommands([command]).toString("hex")).toBe(hex);
    expect(tellCommand("up", command)).toBe(words);
  });
  test.each(downlink)("%s is a downlink's %o", (hex, command, words) => {
    expect(readDownlinkCommands(Buffer.from(hex, "hex"))).toEqual([command]);
    expect(writeDownlinkCommands([command]).toString("hex")).toBe(hex);
    expect(tellCommand("down", command)).toBe(words);
  });
  test("every command is among them", () => {
    expect(new Set(uplink.map(([, { name }]) => name))).toEqual(new Set(Object.keys(uplinkCommands)));
    expect(new Set(downlink.map(([, { name }]) => name))).toEqual(new Set(Object.keys(downlinkCommands)));
  });
});

test("several commands in one field are read in order, up to one that is unknown or cut off", () => {
  expect(readUplinkCommands(Buffer.from("0307060510" + "80" + "02", "hex")).map(({ name }) => name)).toEqual([
    "LinkAdrAns",
    "DevStatusAns",
  ]);
  expect(readUplinkCommands(Buffer.from("0206ff", "hex"))).toEqual([{ name: "LinkCheckReq" }]);
});

test("any bytes are read as commands that write the same bytes' meaning again, and never throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const up = readUplinkCommands(Buffer.from(bytes));
      expect(readUplinkCommands(writeUplinkCommands(up))).toEqual(up);
      const down = readDownlinkCommands(Buffer.from(bytes));
      expect(readDownlinkCommands(writeDownlinkCommands(down)).map(({ name }) => name)).toEqual(
        down.map(({ name }) => name),
      );
      for (const command of down) expect(tellCommand("down", command)).toContain(command.name);
    }),
  );
});

test("a battery is empty at 1 and full at 254", () => {
  expect([1, 127, 254].map(batteryPercent)).toEqual([0, 50, 100]);
});
