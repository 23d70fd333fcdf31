import { parseFrame } from "@refill/lorawan";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VirtualGateway } from "../../factory/src/gateway.ts";
import { SensorRadio } from "../../factory/src/sensor.ts";
import {
  accountId,
  type NetworkUnderTest,
  otherAccount,
  startNetworkUnderTest,
  until,
} from "./network-under-test.ts";

let net: NetworkUnderTest;
const gateways: VirtualGateway[] = [];

beforeAll(async () => {
  net = await startNetworkUnderTest("network server tests");
  for (let index = 0; index < 2; index++) await startGateway((await net.gateway()).gatewayEui);
});
afterAll(async () => {
  for (const gateway of gateways) gateway.close();
  await net?.stop();
});

async function startGateway(eui: string) {
  const server = { host: "127.0.0.1", port: net.server.udpPort };
  gateways.push(await VirtualGateway.start(eui, server, { isInstant: true }));
}

async function disconnectApplication() {
  await net.reconnect([]);
  await until(async () => (await net.health()).checks.application !== "ok");
}

async function registered(change: Parameters<NetworkUnderTest["device"]>[0] = {}) {
  const { sensor, ...device } = await net.device(change);
  const appKey = device.activation.kind === "otaa" ? device.activation.appKey : "";
  return { ...device, appKey, radio: sensor };
}
type Registered = Awaited<ReturnType<typeof registered>>;

function hear(bytes: Buffer, options: { by?: number[]; onDownlink?: (bytes: Buffer) => void } = {}) {
  for (const index of options.by ?? [0, 1])
    gateways[index]!.hear([
      {
        bytes,
        frequencyMhz: 868.3,
        dataRate: "SF9BW125",
        rssiDbm: index === 0 ? -101 : -62,
        snrDb: index === 0 ? -4 : 9,
        onDownlink: options.onDownlink,
      },
    ]);
}

async function joined(): Promise<Registered> {
  const device = await registered();
  let accept: Buffer | undefined;
  hear(device.radio.joinRequest(), {
    onDownlink: (bytes) => {
      accept = bytes;
    },
  });
  await until(() => accept);
  expect(device.radio.hear(accept!)).toBe("joined");
  return device;
}

test("a device joins over the air, and its message arrives once, with what both gateways heard, the better first", async () => {
  const device = await joined();
  hear(device.radio.uplink(85, Buffer.from("017564", "hex")));
  const [message] = await until(() => net.of(device).length > 0 && net.of(device));
  expect(message).toMatchObject({
    accountId,
    sequence: 1,
    frameCounter: 0,
    fPort: 85,
    payload: Buffer.from("017564", "hex").toString("base64"),
    spreadingFactor: 9,
    frequencyHz: 868_300_000,
  });
  expect(message!.receptions.map(({ gatewayEui, rssiDbm }) => [gatewayEui, rssiDbm])).toEqual([
    [gateways[1]!.gatewayEui, -62],
    [gateways[0]!.gatewayEui, -101],
  ]);
  hear(device.radio.uplink(85, Buffer.from("0175630000", "hex")));
  await until(() => net.of(device).length === 2);
  expect(net.of(device).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test("the join accept is sent five seconds after the request, on its frequency", async () => {
  const device = await registered();
  const sent: Record<string, unknown>[] = [];
  const { createSocket } = await import("node:dgram");
  const socket = createSocket("udp4");
  const { gatewayEui: eui } = await net.gateway();
  socket.on("message", (bytes) => {
    if (bytes[3] === 3) sent.push(JSON.parse(bytes.toString("utf8", 4)).txpk);
  });
  const send = (kind: number, body = "") =>
    socket.send(
      Buffer.concat([Buffer.from([2, 0, 1, kind]), Buffer.from(eui, "hex"), Buffer.from(body)]),
      net.server.udpPort,
      "127.0.0.1",
    );
  send(2);
  // 2³² microseconds wrap around within the five seconds.
  const rxpk = {
    tmst: 4_294_000_000,
    freq: 868.5,
    stat: 1,
    modu: "LORA",
    datr: "SF12BW125",
    codr: "4/5",
    rssi: -110,
    lsnr: -9.2,
    size: 23,
    data: device.radio.joinRequest().toString("base64"),
    unknown: { fields: "are passed over" },
  };
  send(0, JSON.stringify({ rxpk: [rxpk], extra: 1 }));
  const [txpk] = await until(() => sent.length > 0 && sent);
  expect(txpk).toMatchObject({
    tmst: (4_294_000_000 + 5_000_000) % 2 ** 32,
    freq: 868.5,
    datr: "SF12BW125",
    ipol: true,
  });
  expect(device.radio.hear(Buffer.from(String(txpk!.data), "base64"))).toBe("joined");
  socket.close();
});

test("a DevNonce is accepted once, also after a restart", async () => {
  const device = await registered();
  const request = device.radio.joinRequest();
  let accepts = 0;
  const onDownlink = () => {
    accepts += 1;
  };
  hear(request, { onDownlink });
  await until(() => accepts === 1);
  const before = await net.refused("dev-nonce-used");
  hear(request, { onDownlink, by: [0] });
  await until(async () => (await net.refused("dev-nonce-used")) === before + 1);
  await net.restart();
  hear(request, { onDownlink, by: [0] });
  await until(async () => (await net.refused("dev-nonce-used")) === 1);
  expect(accepts).toBe(1);
});

test("a confirmed uplink is acknowledged after its commit, and again when the device repeats it", async () => {
  const device = await joined();
  const frame = device.radio.uplink(85, Buffer.from([1, 0x75, 90]), true);
  let acknowledged = 0;
  const onDownlink = (bytes: Buffer) => {
    if (device.radio.hear(bytes) === "acknowledged") acknowledged += 1;
  };
  hear(frame, { onDownlink });
  await until(() => acknowledged === 1);
  const stored = await net.owner.query("select sequence from network.message where device_id = $1", [
    device.deviceId,
  ]);
  expect(stored.rowCount).toBe(1);
  // The device did not hear it and sends the very same frame again, later than any copy could come.
  await new Promise((resolve) => setTimeout(resolve, 1_600));
  hear(frame, { onDownlink });
  await until(() => acknowledged === 2);
  expect(net.of(device)).toHaveLength(1);
});

test("a copy that comes late is no second message", async () => {
  const device = await joined();
  const frame = device.radio.uplink(85, Buffer.from([1, 0x75, 90]));
  const late = 'refill_copies_total{kind="late"}';
  const before = await net.metric(late);
  hear(frame, { by: [0] });
  await until(() => net.of(device).length === 1);
  hear(frame, { by: [1] });
  await until(async () => (await net.metric(late)) === before + 1);
  expect(net.of(device)).toHaveLength(1);
});

/** A device that has had its session from the factory. */
async function personalised(devAddr: string, options: { allowsCounterReset?: boolean } = {}) {
  const keys = { nwkSKey: net.dice.hex(16), appSKey: net.dice.hex(16) };
  const device = await registered({
    activation: { kind: "abp", devAddr, keys },
    allowsCounterReset: options.allowsCounterReset ?? false,
  });
  const { devEui, joinEui } = device;
  return { ...device, again: () => new SensorRadio({ devEui, joinEui, session: { devAddr, keys } }) };
}

test("many personalised devices may share an address: the MIC tells them apart", async () => {
  const devices: Awaited<ReturnType<typeof personalised>>[] = [];
  for (let index = 0; index < 12; index++) devices.push(await personalised("01020304"));
  for (const [index, device] of devices.entries())
    hear(device.radio.uplink(85, Buffer.from([1, 0x75, index])));
  await until(() => devices.every((device) => net.of(device).length === 1));
  for (const [index, device] of devices.entries())
    expect(Buffer.from(net.of(device)[0]!.payload, "base64")[2]).toBe(index);
});

test("a device that forgets its counter is heard again only if that is allowed, and the reset is counted", async () => {
  const strict = await personalised("01020305");
  const lax = await personalised("01020306", { allowsCounterReset: true });
  for (const device of [strict, lax])
    for (let n = 0; n < 3; n++) hear(device.radio.uplink(85, Buffer.from([1, 0x75, n])));
  await until(() => net.of(strict).length === 3 && net.of(lax).length === 3);
  const before = await net.refused("counter-old");
  // After a change of batteries: counter 0 with another payload.
  hear(strict.again().uplink(85, Buffer.from([1, 0x75, 9])), { by: [0] });
  hear(lax.again().uplink(85, Buffer.from([1, 0x75, 9])), { by: [0] });
  await until(() => net.of(lax).length === 4);
  expect(net.of(lax).at(-1)).toMatchObject({ frameCounter: 0, sequence: 4 });
  await until(async () => (await net.refused("counter-old")) > before);
  expect(net.of(strict)).toHaveLength(3);
  const ask = { name: "device-sessions" as const, accountId, deviceIds: [lax.deviceId] };
  await until(async () => {
    const [facts] = (await net.request(ask)) as { counterResets: number }[];
    return facts!.counterResets === 1;
  });
});

test("while the application is away, 14 messages of each sensor wait, in order, also over a restart", async () => {
  const devices = [await joined(), await joined(), await joined()];
  await disconnectApplication();
  for (let round = 0; round < 14; round++)
    for (const device of devices) hear(device.radio.uplink(85, Buffer.from([1, 0x75, round])));
  await until(async () => {
    const { rows } = await net.owner.query(
      "select count(*)::int as n from network.message where device_id = any($1)",
      [devices.map(({ deviceId }) => deviceId)],
    );
    return rows[0].n === 42;
  });
  await net.restart();
  await net.reconnect();
  await until(() => devices.every((device) => net.of(device).length === 14));
  for (const device of devices) {
    expect(net.of(device).map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
    expect(net.of(device).map(({ payload }) => Buffer.from(payload, "base64")[2])).toEqual(
      Array.from({ length: 14 }, (_, index) => index),
    );
  }
});

test("the ring keeps the last 14; what it overwrote is counted and told", async () => {
  const device = await joined();
  await disconnectApplication();
  for (let round = 0; round < 20; round++) hear(device.radio.uplink(85, Buffer.from([1, 0x75, round])));
  await until(async () => {
    const { rows } = await net.owner.query(
      "select max(sequence)::int as n from network.message where device_id = $1",
      [device.deviceId],
    );
    return rows[0].n === 20;
  });
  const { rows } = await net.owner.query(
    "select count(*)::int as n from network.message where device_id = $1",
    [device.deviceId],
  );
  expect(rows[0].n).toBe(14);
  await net.reconnect();
  await until(() => net.of(device).length === 14);
  expect(net.of(device).map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 14 }, (_, index) => index + 7),
  );
  hear(device.radio.uplink(85, Buffer.from([1, 0x75, 99])));
  await until(() => net.of(device).length === 15);
  expect(net.of(device).at(-1)).toMatchObject({ sequence: 21 });
  expect(await net.metric("refill_messages_overwritten_total")).toBe(6);
  expect(
    await net.request({ name: "device-sessions", accountId, deviceIds: [device.deviceId] }),
  ).toMatchObject([{ overwritten: 6 }]);
});

test("payloads and keys lie encrypted: the database holds neither", async () => {
  const device = await joined();
  const secret = Buffer.from("a payload that nobody may read");
  hear(device.radio.uplink(85, secret));
  await until(() => net.of(device).length === 1);
  const { rows } = await net.owner.query(
    "select m.sealed as message, d.sealed as device from network.message m join network.device d using (device_id) where device_id = $1",
    [device.deviceId],
  );
  for (const column of [rows[0].message, rows[0].device] as Buffer[]) {
    expect(column.includes(secret)).toBe(false);
    expect(column.includes(secret.toString("base64"))).toBe(false);
    expect(column.includes(device.appKey)).toBe(false);
  }
});

test("malformed, forged, replayed and unknown frames are counted by reason; nothing is accepted, memory stays bounded", async () => {
  const device = await joined();
  const good = device.radio.uplink(85, Buffer.from([1, 0x75, 50]));
  hear(good);
  await until(() => net.of(device).length === 1);
  const storedBefore = await net.metric("refill_messages_stored_total");
  const before = Object.fromEntries(
    await Promise.all(
      [
        "datagram-short",
        "datagram-version",
        "datagram-kind",
        "datagram-json",
        "mic",
        "address-unknown",
        "device-unknown",
        "gateway-unknown",
        "packet-crc",
        "frame-too-short",
        "join-mic",
      ].map(async (reason) => [reason, await net.refused(reason)] as const),
    ),
  );
  const gateway = gateways[0]!;
  const header = (kind: number, version = 2) =>
    Buffer.concat([Buffer.from([version, 0, 7, kind]), Buffer.from(gateways[0]!.gatewayEui, "hex")]);
  const flood = 400;
  const beforeMemory = process.memoryUsage().rss;
  for (let index = 0; index < flood; index++) {
    gateway.sendRaw(Buffer.from(net.dice.hex(4), "hex"));
    gateway.sendRaw(Buffer.concat([header(0, 9), Buffer.from("{}")]));
    gateway.sendRaw(header(9));
    gateway.sendRaw(Buffer.concat([header(0), Buffer.from(`{"rxpk":[${net.dice.hex(20)}`)]));
    const forged = Buffer.from(device.radio.uplink(85, Buffer.from([1, 0x75, 1])));
    forged[forged.length - 1]! ^= 0x55;
    hear(forged, { by: [0] });
    const stranger = Buffer.concat([Buffer.from([0x40]), Buffer.from(net.dice.hex(20), "hex")]);
    stranger.writeUInt32LE(0xfe000000 + index, 1);
    stranger[5] = 0;
    hear(stranger, { by: [0] });
    hear(Buffer.concat([Buffer.from([0x00]), Buffer.from(net.dice.hex(22), "hex")]), { by: [0] });
    gateway.hearBroken(Buffer.from(net.dice.hex(20), "hex"));
    hear(Buffer.from(net.dice.hex(5), "hex"), { by: [0] });
    gateway.sendRaw(Buffer.concat([Buffer.from([2, 0, 1, 2]), Buffer.from(net.dice.hex(8), "hex")]));
    // The kernel's buffer is finite; a test that overflows it would test the kernel.
    if (index % 40 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await until(async () => (await net.refused("gateway-unknown")) >= before["gateway-unknown"]! + flood);
  for (const reason of [
    "datagram-short",
    "datagram-version",
    "datagram-kind",
    "datagram-json",
    "mic",
    "address-unknown",
    "device-unknown",
    "packet-crc",
    "frame-too-short",
  ])
    expect([reason, (await net.refused(reason)) - before[reason]!]).toEqual([reason, flood]);
  expect(await net.metric("refill_messages_stored_total")).toBe(storedBefore);
  const unknown = await net.metric("refill_unknown_gateways");
  expect(unknown).toBeGreaterThanOrEqual(flood);
  expect(unknown).toBeLessThanOrEqual(1_000);
  expect(await net.metric("refill_commit_queue_length")).toBe(0);
  expect(process.memoryUsage().rss - beforeMemory).toBeLessThan(200 * 1024 * 1024);

  // A replayed frame after newer ones, and one whose counter was never near.
  const newer = device.radio.uplink(85, Buffer.from([1, 0x75, 51]));
  hear(newer);
  await until(() => net.of(device).length === 2);
  const oldBefore = await net.refused("counter-old");
  hear(good, { by: [0] });
  await until(async () => (await net.refused("counter-old")) === oldBefore + 1);
  expect(net.of(device)).toHaveLength(2);
});

test("a frame of an unregistered gateway is not served, nor acknowledged", async () => {
  const device = await joined();
  const stranger = await VirtualGateway.start(net.dice.hex(8), {
    host: "127.0.0.1",
    port: net.server.udpPort,
  });
  stranger.hear([
    {
      bytes: device.radio.uplink(85, Buffer.from([1])),
      frequencyMhz: 868.1,
      dataRate: "SF7BW125",
      rssiDbm: -50,
      snrDb: 9,
    },
  ]);
  const before = await net.refused("gateway-unknown");
  await until(async () => (await net.refused("gateway-unknown")) > before || before > 0);
  expect(stranger.acknowledged).toBe(0);
  stranger.close();
  expect(net.of(device)).toHaveLength(0);
});

test("a DevEUI or gateway of another customer is refused by name, and nothing of the request is kept", async () => {
  const device = await registered();
  const fresh = { ...device, deviceId: net.dice.uuid(), devEui: net.dice.hex(8) };
  const taken = { ...device, accountId: otherAccount, deviceId: net.dice.uuid() };
  const plain = ({ radio: _radio, appKey: _key, ...rest }: Registered) => ({ ...rest, radio: {} });
  await expect(
    net.request({ name: "register-devices", devices: [plain(fresh), plain(taken)] }),
  ).rejects.toMatchObject({ code: "dev-eui-taken", message: device.devEui });
  const ask = (account: string) =>
    net.request({
      name: "device-sessions",
      accountId: account,
      deviceIds: [fresh.deviceId, device.deviceId],
    });
  expect(await ask(accountId)).toMatchObject([{ deviceId: device.deviceId, devAddr: null }]);
  expect(await ask(otherAccount)).toEqual([]);
  await expect(
    net.request({
      name: "register-gateways",
      gateways: [
        {
          accountId: otherAccount,
          gatewayId: net.dice.uuid(),
          gatewayEui: gateways[0]!.gatewayEui,
          regionName: "EU868",
        },
      ],
    }),
  ).rejects.toMatchObject({ code: "gateway-eui-taken" });
  await net.request({
    name: "remove-devices",
    accountId: otherAccount,
    deviceIds: [device.deviceId],
  });
  expect(await ask(accountId)).toHaveLength(1);
  await net.request({ name: "remove-devices", accountId, deviceIds: [device.deviceId] });
  expect(await ask(accountId)).toEqual([]);
});

test("a removed device's messages go with it", async () => {
  const device = await joined();
  hear(device.radio.uplink(85, Buffer.from("017564", "hex")));
  const { deviceId } = device;
  const stored = async () =>
    (await net.owner.query("select 1 from network.message where device_id = $1", [deviceId])).rowCount;
  await until(async () => (await stored()) === 1);
  await net.request({ name: "remove-devices", accountId, deviceIds: [deviceId] });
  expect(await stored()).toBe(0);
});

test("gateways show when they were seen and what they brought", async () => {
  const statuses = (await net.request({ name: "gateway-status", accountId })) as {
    gatewayEui: string;
    lastSeenAt: number;
    uplinks: number;
    downlinks: number;
  }[];
  const own = statuses.find(({ gatewayEui }) => gatewayEui === gateways[1]!.gatewayEui)!;
  expect(Date.now() - own.lastSeenAt).toBeLessThan(60_000);
  expect(own.uplinks).toBeGreaterThan(0);
  expect(own.downlinks).toBeGreaterThan(0);
  expect(await net.request({ name: "gateway-status", accountId: otherAccount })).toEqual([]);
});

test("a message tells how many frames were heard and lost since the one before, with those that carried no message", async () => {
  const device = await joined();
  hear(device.radio.uplink(85, Buffer.from([1])));
  await until(() => net.of(device).length === 1);
  device.radio.uplink(85, Buffer.from([2]));
  device.radio.uplink(85, Buffer.from([3]));
  hear(device.radio.uplink(0, Buffer.alloc(0)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  hear(device.radio.uplink(85, Buffer.from([4])));
  await until(() => net.of(device).length === 2);
  expect(net.of(device).map(({ framesHeard, framesLost }) => [framesHeard, framesLost])).toEqual([
    [1, 0],
    [2, 2],
  ]);
});

test("a gateway's hours tell what it brought, what of it was refused, and what it sent", async () => {
  const { gatewayId, gatewayEui } = await net.gateway();
  await startGateway(gatewayEui);
  const index = gateways.length - 1;
  const history = async (id = accountId) =>
    (await net.request({
      name: "gateway-history",
      accountId: id,
      gatewayId,
      from: Date.now() - 3_600_000,
    })) as {
      at: number;
      uplinks: number;
      refused: number;
    }[];
  expect(await history()).toEqual([]);
  const device = await joined();
  hear(device.radio.uplink(85, Buffer.from([1])), { by: [index] });
  hear(Buffer.from("40ffffffff000000010203040506", "hex"), { by: [index] });
  const hours = await until(async () => {
    const found = await history();
    return found.reduce((sum, { uplinks }) => sum + uplinks, 0) >= 2 && found;
  });
  expect(hours.reduce((sum, { refused }) => sum + refused, 0)).toBe(1);
  expect(hours[0]!.at % 3_600_000).toBe(0);
  await expect(history(otherAccount)).rejects.toMatchObject({ code: "gateway-unknown" });
});

test("frames of this test are what the link layer says they are", async () => {
  const device = await joined();
  expect(parseFrame(device.radio.uplink(85, Buffer.from([1])))).toMatchObject({ kind: "data-up" });
  expect(await net.health()).toMatchObject({
    status: "ok",
    checks: { postgres: "ok", application: "ok", udp: "ok" },
  });
});
