import { createSocket } from "node:dgram";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VirtualStation } from "../../factory/src/station.ts";
import {
  type DeviceUnderTest,
  type NetworkUnderTest,
  startNetworkUnderTest,
  until,
} from "./network-under-test.ts";

/** Of the 100,000, 20,000 each go out as whole datagrams, station messages, … by the mutation that is drawn. */
const count = 100_000;
const atOnce = 200;
const megabyte = 1024 * 1024;

let net: NetworkUnderTest;
beforeAll(async () => {
  net = await startNetworkUnderTest("fuzz");
});
afterAll(() => net?.stop());

test("a hundred thousand mutated, forged, replayed and reordered frames and datagrams: nothing is accepted twice or wrongly, memory stays flat", async () => {
  const { dice } = net;
  const udp = await net.gateway();
  const lns = await net.gateway();
  const station = await VirtualStation.connect(lns.gatewayEui, await net.credentials(lns), {
    isInstant: true,
  });
  const socket = createSocket("udp4");
  const say = (bytes: Buffer) => socket.send(bytes, net.server.udpPort, "127.0.0.1");
  const devices: DeviceUnderTest[] = [];
  for (const macVersion of ["1.0.2", "1.0.3", "1.0.4", "1.1"] as const) {
    const key = () => dice.hex(16);
    devices.push(
      await net.device({
        macVersion,
        radio: { adr: false, statusEveryHours: 0 },
        activation: {
          kind: "abp",
          devAddr: `01f2000${devices.length}`,
          keys:
            macVersion === "1.1"
              ? { fNwkSIntKey: key(), sNwkSIntKey: key(), nwkSEncKey: key(), appSKey: key() }
              : { nwkSKey: key(), appSKey: key() },
        },
      }),
      await net.device({ macVersion }),
    );
  }
  const personal = devices.filter(({ activation }) => activation.kind === "abp");
  const joining = devices.filter(({ activation }) => activation.kind === "otaa");
  const rxpk = (bytes: Buffer) => ({
    tmst: dice.integer(0, 2 ** 31),
    freq: 868.1,
    stat: 1,
    modu: "LORA",
    datr: "SF7BW125",
    codr: "4/5",
    lsnr: 9,
    rssi: -60,
    size: bytes.length,
    data: bytes.toString("base64"),
  });
  const datagram = (packets: object[]) =>
    Buffer.concat([
      Buffer.from([2, 0, 1, 0]),
      Buffer.from(udp.gatewayEui, "hex"),
      Buffer.from(JSON.stringify({ rxpk: packets })),
    ]);

  // What is genuine: three frames of each personalised device, heard by both gateways, and stored.
  const genuine: Buffer[] = [];
  for (const device of personal)
    for (let n = 0; n < 3; n++) {
      device.sensor.useDataRate(5);
      const frame = device.sensor.uplink(85, Buffer.from([1, 0x75, n]));
      genuine.push(frame);
      say(datagram([rxpk(frame)]));
      station.hear({ bytes: frame, ...device.sensor.sending, rssiDbm: -70, snrDb: 5 });
    }
  await until(() => personal.every((device) => net.of(device).length === 3));
  const joins = joining.map(({ sensor }) => sensor.joinRequest());
  const pristine = [...genuine, ...joins];

  const mutated = (source: Buffer): Buffer => {
    const bytes = Buffer.from(source);
    for (let changes = dice.integer(1, 4); changes > 0; changes--)
      bytes[dice.integer(0, bytes.length - 1)]! ^= dice.integer(1, 255);
    const cut = dice.integer(0, 9);
    if (cut === 0) return bytes.subarray(0, dice.integer(0, bytes.length));
    if (cut === 1) return Buffer.concat([bytes, Buffer.from(dice.hex(dice.integer(1, 200)), "hex")]);
    // A change that undid another is no change.
    return bytes.equals(source) ? Buffer.from(dice.hex(20), "hex") : bytes;
  };
  const pick = <T>(items: readonly T[]): T => items[dice.integer(0, items.length - 1)]!;
  const send = (index: number) => {
    const frame = mutated(pick(pristine));
    switch (index % 6) {
      case 0:
        return say(datagram([rxpk(frame)]));
      case 1: // Forged: the right address and a counter to come, with a made up MIC.
        return say(
          datagram([
            rxpk(
              Buffer.concat([
                Buffer.from([0x40]),
                pick(genuine).subarray(1, 5),
                Buffer.from(dice.hex(18), "hex"),
              ]),
            ),
          ]),
        );
      case 2: // Replayed.
        return say(datagram([rxpk(pick(genuine))]));
      case 3:
        return say(mutated(datagram([rxpk(pick(genuine))])));
      case 4: // Fields of other types.
        return say(
          datagram([
            {
              ...rxpk(frame),
              [pick(["tmst", "freq", "datr", "data", "lsnr", "rssi", "modu"])]: pick([
                null,
                {},
                [],
                "x",
                -1,
                1e308,
                true,
              ]),
            },
          ]),
        );
      default: {
        const text = JSON.stringify({
          msgtype: "updf",
          MHdr: 64,
          DevAddr: 1,
          FCtrl: 0,
          FCnt: index & 0xffff,
          FOpts: "",
          FPort: 1,
          FRMPayload: dice.hex(5),
          MIC: dice.integer(-(2 ** 31), 2 ** 31 - 1),
          DR: 5,
          Freq: 868_100_000,
          upinfo: { rctx: 0, xtime: 1, gpstime: 0, rssi: -60, snr: 5 },
        });
        const at = dice.integer(0, text.length - 1);
        // Ten seconds of nonsense would end the connection; what is well formed in one of two keeps it.
        if (index % 12 === 5) station.sendText(text);
        else if (index % 4_000 === 11)
          station.sendText(
            text.slice(0, at) + pick(["{", "\u0000", '"', "9".repeat(400), "[[[["]) + text.slice(at),
          );
        return;
      }
    }
  };
  const stored = await net.metric("refill_messages_stored_total");
  const joined = await net.metric('refill_joins_total{cause="join"}');
  let memory = 0;
  for (let sent = 0; sent < count; sent += atOnce) {
    for (let index = sent; index < sent + atOnce; index++) send(index);
    // The kernel's buffer is finite: a test that overflows it would test the kernel.
    await new Promise((resolve) => setTimeout(resolve, 4));
    if (sent === count / 4) memory = process.memoryUsage().rss;
  }
  const marker = personal[0]!.sensor.uplink(85, Buffer.from([1, 0x75, 99]));
  // Datagrams may get lost on the way: a device repeats what nobody heard.
  await until(() => {
    say(datagram([rxpk(marker)]));
    return net.of(personal[0]!).length === 4;
  });
  expect(await net.metric("refill_messages_stored_total")).toBe(stored + 1);
  expect(await net.metric('refill_joins_total{cause="join"}')).toBe(joined);
  expect(process.memoryUsage().rss - memory).toBeLessThan(150 * megabyte);
  const reasons = [
    "mic",
    "counter-old",
    "address-unknown",
    "join-mic",
    "device-unknown",
    "datagram-json",
    "packet-malformed",
    "packet-modulation",
    "gateway-unknown",
  ];
  for (const reason of reasons) expect([reason, (await net.refused(reason)) > 0]).toEqual([reason, true]);
  // The server is as it was: the devices that were attacked join and send.
  for (const [index, { sensor }] of joining.entries()) {
    let isJoined = false;
    station.hear({
      bytes: joins[index]!,
      frequencyMhz: 868.1,
      dataRate: "SF7BW125",
      rssiDbm: -60,
      snrDb: 8,
      onDownlink: (bytes) => (isJoined = sensor.hear(bytes) === "joined"),
    });
    await until(() => isJoined);
  }
  expect(
    net.received.filter(({ payload }) => payload === Buffer.from([1, 0x75, 99]).toString("base64")),
  ).toHaveLength(1);
  socket.close();
  station.close();
}, 120_000);
