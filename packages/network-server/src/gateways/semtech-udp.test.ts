import fc from "fast-check";
import { expect, test } from "vitest";
import { readDatagram, writePullResp } from "./semtech-udp.ts";

const head = (kind: number) => Buffer.from([2, 0x12, 0x34, kind, 1, 2, 3, 4, 5, 6, 7, 8]);
const pushData = (body: unknown) => Buffer.concat([head(0), Buffer.from(JSON.stringify(body))]);
const heard = {
  tmst: 3512348611,
  chan: 2,
  rfch: 0,
  freq: 868.3,
  stat: 1,
  modu: "LORA",
  datr: "SF7BW125",
  codr: "4/5",
  rssi: -35,
  lsnr: 5.1,
  size: 3,
  data: "AQID",
};

test("several packets of one datagram are read, with or without padding, unknown fields ignored", () => {
  const read = readDatagram(
    pushData({
      rxpk: [heard, { ...heard, data: "AQIDBA", novelty: { a: 1 } }, { ...heard, data: "AQIDBA==" }],
      stat: { rxnb: 2 },
    }),
  );
  expect(read).toMatchObject({
    kind: "push-data",
    token: 0x1234,
    gatewayEui: "0102030405060708",
    refusals: [],
  });
  if (!("packets" in read)) throw new Error("no packets");
  expect(read.packets.map((packet) => packet.bytes.toString("hex"))).toEqual([
    "010203",
    "01020304",
    "01020304",
  ]);
  expect(read.packets[0]).toMatchObject({
    frequencyHz: 868_300_000,
    dataRate: { modulation: "LORA", spreadingFactor: 7, bandwidthHz: 125_000 },
    rssiDbm: -35,
    snrDb: 5.1,
    context: { kind: "udp", timestampMicros: 3512348611 },
  });
});

test("the dialects of forwarders are read: FSK rates as numbers, several antennas, LR-FHSS, version 1", () => {
  const { rssi: _, lsnr: __, ...silent } = heard;
  const read = readDatagram(
    Buffer.concat([
      Buffer.from([1]),
      pushData({
        rxpk: [
          { ...silent, modu: "FSK", datr: 50000, rssi: -60, tmms: 1_415_000_000_000 },
          {
            ...silent,
            rsig: [
              { ant: 0, lsnr: -3, rssic: -101 },
              { ant: 1, lsnr: 4, rssic: -95 },
            ],
          },
          { ...heard, modu: "LR-FHSS", datr: "M0CW137", codr: "1/3" },
        ],
        stat: { lati: 48.1, long: 11.5, alti: 519, pfrm: "SX1302", desc: "hall 3" },
      }).subarray(1),
    ]),
  );
  expect(read).toMatchObject({
    packets: [
      { dataRate: { modulation: "FSK", bitsPerSecond: 50_000 }, snrDb: 0, rssiDbm: -60 },
      { snrDb: 4, rssiDbm: -95 },
      { dataRate: { modulation: "LR_FHSS", codingRate: "1/3", widthHz: 137_000 } },
    ],
    knowsGpsTime: true,
    status: { version: "SX1302, hall 3", location: { latitude: 48.1, longitude: 11.5, altitudeMetres: 519 } },
  });
});

test("packets with a failed CRC, an unknown modulation or missing fields are refused one by one", () => {
  const read = readDatagram(
    pushData({
      rxpk: [
        { ...heard, stat: -1 },
        { ...heard, modu: "FSK", datr: 4800 },
        { ...heard, lsnr: null },
        7,
        heard,
      ],
    }),
  );
  expect(read).toMatchObject({
    refusals: ["packet-crc", "packet-modulation", "packet-malformed", "packet-malformed"],
  });
  expect("packets" in read && read.packets.length).toBe(1);
});

test("TX_ACK tells whether the packet was taken", () => {
  expect(readDatagram(head(5))).toMatchObject({ kind: "tx-ack", error: undefined });
  expect(readDatagram(Buffer.concat([head(5), Buffer.from('{"txpk_ack":{"error":"NONE"}}')]))).toMatchObject({
    error: undefined,
  });
  expect(
    readDatagram(Buffer.concat([head(5), Buffer.from('{"txpk_ack":{"error":"TOO_LATE"}}')])),
  ).toMatchObject({ error: "TOO_LATE" });
});

test("any datagram is read or refused, never thrown at", () => {
  const anyBytes = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes));
  const anyBody = fc.jsonValue().map((value) => pushData({ rxpk: value, stat: value }));
  const anyPacket = fc.record({
    tmst: fc.jsonValue(),
    freq: fc.jsonValue(),
    data: fc.jsonValue(),
    datr: fc.jsonValue(),
    modu: fc.constantFrom("LORA", 1),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        anyBytes,
        anyBody,
        anyPacket.map((packet) => pushData({ rxpk: [packet] })),
      ),
      (datagram) => {
        const read = readDatagram(datagram);
        expect("kind" in read || "rejected" in read).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
});

test("a downlink is asked for at the microsecond of its window, over the counter's end too", () => {
  const datagram = writePullResp(7, {
    bytes: Buffer.from([1, 2]),
    time: { kind: "counter", timestampMicros: 0xffff_ffff + 11 },
    frequencyHz: 868_100_000,
    dataRate: { modulation: "LORA", spreadingFactor: 9, bandwidthHz: 125_000 },
    powerDbm: 14,
    codingRate: "4/5",
  });
  expect(datagram.subarray(0, 4)).toEqual(Buffer.from([2, 0, 7, 3]));
  expect(JSON.parse(datagram.toString("utf8", 4))).toEqual({
    txpk: {
      imme: false,
      tmst: 10,
      freq: 868.1,
      rfch: 0,
      powe: 14,
      modu: "LORA",
      datr: "SF9BW125",
      codr: "4/5",
      ipol: true,
      ncrc: true,
      size: 2,
      data: "AQI=",
    },
  });
});
