import { afterAll, beforeAll, expect, test } from "vitest";
import { VirtualGateway } from "../../../factory/src/gateway.ts";
import {
  accountId,
  type DeviceUnderTest,
  type NetworkUnderTest,
  startNetworkUnderTest,
  until,
} from "../network-under-test.ts";
import { generationOf } from "./message-seal.ts";

let net: NetworkUnderTest;
let gateway: VirtualGateway;

beforeAll(async () => {
  net = await startNetworkUnderTest("key rotation");
  const { gatewayEui } = await net.gateway();
  gateway = await VirtualGateway.start(gatewayEui, { host: "127.0.0.1", port: net.server.udpPort });
});
afterAll(async () => {
  gateway?.close();
  await net?.stop();
});

async function personalised(): Promise<DeviceUnderTest> {
  const device = await net.device({
    activation: {
      kind: "abp",
      devAddr: net.dice.hex(4),
      keys: { nwkSKey: net.dice.hex(16), appSKey: net.dice.hex(16) },
    },
  });
  device.sensor.useDataRate(5);
  return device;
}

function send({ sensor }: DeviceUnderTest, payload: number): void {
  const bytes = sensor.uplink(85, Buffer.from([payload]));
  gateway.hear([{ bytes, ...sensor.sending, rssiDbm: -60, snrDb: 8 }]);
}

async function generations(): Promise<number[]> {
  const { rows } = await net.owner.query("select sealed from network.message");
  return [...new Set(rows.map(({ sealed }: { sealed: Buffer }) => generationOf(sealed)))].sort();
}

const payloadsOf = async (device: DeviceUnderTest) =>
  (
    (await net.request({ name: "device-messages", accountId, deviceId: device.deviceId })) as {
      payload: string;
    }[]
  ).map(({ payload }) => Buffer.from(payload, "base64")[0]);

test("while sensors send, the key is changed three times: every message is there, sealed with the newest, the keys before are gone", async () => {
  const devices = await Promise.all(Array.from({ length: 20 }, personalised));
  let isRotating = true;
  let rounds = 0;
  const sending = (async () => {
    for (; isRotating || rounds < 5; rounds++) {
      for (const device of devices) send(device, rounds & 0xff);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  })();
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await net.request({ name: "rotate-message-key" });
  }
  isRotating = false;
  await sending;
  await until(() => devices.every((device) => net.of(device).length === rounds));
  expect(await generations()).toEqual([4]);
  for (const device of devices) {
    const last = Array.from(
      { length: Math.min(14, rounds) },
      (_, n) => (rounds - Math.min(14, rounds) + n) & 0xff,
    );
    expect(await payloadsOf(device)).toEqual(last);
  }
  for (const generation of [1, 2, 3])
    expect(await net.vault.getKey(`network/message-key-${generation}`)).toBeUndefined();
  expect(await net.metric("refill_messages_unreadable_total")).toBe(0);
});

test("a rotation that was interrupted, even twice, is finished by the next start, and loses nothing", async () => {
  const device = await personalised();
  for (const payload of [1, 2, 3]) send(device, payload);
  await until(() => net.of(device).length === 3);
  const [before] = await generations();
  // As two processes leave it that ended right after each had made a new key.
  for (const generation of [before! + 1, before! + 2]) {
    await net.vault.getOrCreateKey(`network/message-key-${generation}`, 16);
    await net.vault.setSecret("network/message-key-generation", String(generation));
  }
  await net.restart();
  await until(async () => (await generations()).join() === String(before! + 2));
  expect(await payloadsOf(device)).toEqual([1, 2, 3]);
  await until(async () => (await net.vault.getKey(`network/message-key-${before}`)) === undefined);
});

test("a stored message that was damaged is left out and counted; the others are delivered", async () => {
  const device = await personalised();
  await net.reconnect([]);
  for (const payload of [1, 2, 3]) send(device, payload);
  const stored = async () => {
    const { rows } = await net.owner.query(
      "select count(*)::int as n from network.message where device_id = $1",
      [device.deviceId],
    );
    return rows[0].n as number;
  };
  await until(async () => (await stored()) === 3);
  await net.owner.query(
    "update network.message set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) where device_id = $1 and sequence = 2",
    [device.deviceId],
  );
  await net.reconnect();
  await until(() => net.of(device).length === 2);
  expect(net.of(device).map(({ sequence }) => sequence)).toEqual([1, 3]);
  expect(await net.metric("refill_messages_unreadable_total")).toBeGreaterThan(0);
});
