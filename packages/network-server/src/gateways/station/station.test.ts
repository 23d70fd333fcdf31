import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { request as httpsRequest } from "node:https";
import { connect } from "node:tls";
import { crc32 } from "node:zlib";
import { gpsSeconds, regions } from "@refill/lorawan";
import type { GatewayCredentials } from "@refill/protocol";
import { sealer } from "@refill/vault";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { VirtualStation } from "../../../../factory/src/station.ts";
import { accountId, type NetworkUnderTest, startNetworkUnderTest, until } from "../../network-under-test.ts";
import { firmwareProblem, keyCrcOf, readUpdateInfo, writeUpdate } from "./cups.ts";
import { keepFirmware } from "./firmware-store.ts";
import { listenedChannels, routerConfig } from "./router-config.ts";
import { parseEui, readStationMessage, writeId6 } from "./station-messages.ts";

let net: NetworkUnderTest;
let gateway: Awaited<ReturnType<NetworkUnderTest["gateway"]>>;
let files: GatewayCredentials;

beforeAll(async () => {
  net = await startNetworkUnderTest("station tests");
  gateway = await net.gateway();
  files = await net.credentials(gateway);
});
afterAll(() => net?.stop());

/** Without its token: the certificate proves it. */
const byCertificate = ({ token: _, ...rest }: GatewayCredentials) => rest;
const byToken = ({ certificate: _c, key: _k, ...rest }: GatewayCredentials) => rest;

/** A gateway of its own, so that no test's transmissions are in the way of another's. */
async function freshGateway() {
  const own = await net.gateway();
  return { ...own, files: await net.credentials(own) };
}

/** A device that is near enough for the shortest frames. */
async function nearDevice(change: Parameters<NetworkUnderTest["device"]>[0] = {}) {
  const device = await net.device(change);
  device.sensor.useDataRate(5);
  return device;
}

function heard(bytes: Buffer, sensor: { sending: { frequencyMhz: number; dataRate: string } }) {
  return { bytes, ...sensor.sending, rssiDbm: -80, snrDb: 7.5 };
}

for (const [how, pick] of [
  ["a certificate", byCertificate],
  ["a token", byToken],
] as const)
  test(`a sensor joins and sends by a Basics Station that proves itself with ${how}`, async () => {
    const own = await freshGateway();
    const station = await VirtualStation.connect(own.gatewayEui, pick(own.files), { isInstant: true });
    const device = await nearDevice();
    const { sensor } = device;
    const join = sensor.joinRequest();
    let joined: string | undefined;
    station.hear({ ...heard(join, sensor), onDownlink: (bytes) => (joined = sensor.hear(bytes)) });
    await until(() => joined);
    expect(joined).toBe("joined");
    const accept = station.downlinks.at(-1)!;
    expect(accept).toMatchObject({ dC: 0, RxDelay: 5, RX1Freq: expect.any(Number) });
    expect(accept.RX2Freq).toBeUndefined();
    let answer: string | undefined;
    const uplink = sensor.uplink(85, Buffer.from("017564", "hex"), true);
    station.hear({ ...heard(uplink, sensor), onDownlink: (bytes) => (answer = sensor.hear(bytes)) });
    await until(() => answer);
    expect(answer).toBe("acknowledged");
    const [message] = await until(() => net.of(device).length > 0 && net.of(device));
    expect(message).toMatchObject({
      payload: Buffer.from("017564", "hex").toString("base64"),
      receptions: [{ gatewayEui: own.gatewayEui, rssiDbm: -80, snrDb: 7.5 }],
    });
    const statuses = await net.request({ name: "gateway-status", accountId });
    expect(statuses).toContainEqual(
      expect.objectContaining({
        gatewayId: own.gatewayId,
        protocol: "basics-station",
        version: "corecell, 2.0.6(corecell/std)",
      }),
    );
    station.close();
  });

test("an accept that the station can't send in RX1 goes out in RX2", async () => {
  const own = await freshGateway();
  const station = await VirtualStation.connect(own.gatewayEui, byToken(own.files));
  station.isDeaf = true;
  const device = await nearDevice();
  const join = device.sensor.joinRequest();
  let joined: string | undefined;
  station.hear({
    ...heard(join, device.sensor),
    onDownlink: (bytes) => (joined = device.sensor.hear(bytes)),
  });
  await until(() => station.downlinks.length === 1);
  station.isDeaf = false;
  await until(() => joined);
  expect(station.downlinks.map(({ RxDelay }) => RxDelay)).toEqual([5, 6]);
  expect(station.downlinks[1]!.RX1Freq).toBe(869_525_000);
  station.close();
});

test("a class C device is sent to at once, a class B device in its ping slot by GPS time", async () => {
  for (const deviceClass of ["B", "C"] as const) {
    const own = await freshGateway();
    const station = await VirtualStation.connect(own.gatewayEui, byToken(own.files), {
      isInstant: true,
      hasGps: true,
    });
    const device = await nearDevice({ deviceClass });
    const { sensor } = device;
    let isJoined = false;
    const join = sensor.joinRequest();
    station.hear({
      ...heard(join, sensor),
      onDownlink: (bytes) => (isJoined = sensor.hear(bytes) === "joined"),
    });
    await until(() => isJoined);
    sensor.isClassB = deviceClass === "B";
    const uplink = sensor.uplink(85, Buffer.from("017564", "hex"));
    station.hear({ ...heard(uplink, sensor), onDownlink: (bytes) => sensor.hear(bytes) });
    await until(() => net.of(device).length === 1);
    const before = station.downlinks.length;
    await net.request({
      name: "enqueue-downlink",
      accountId,
      deviceId: device.deviceId,
      downlinkId: net.dice.uuid(),
      fPort: 10,
      payload: Buffer.from("07", "hex").toString("base64"),
      confirmed: false,
      expiresAt: null,
    });
    await until(() => station.downlinks.length > before);
    const sent = station.downlinks.at(-1)!;
    expect(sensor.hear(Buffer.from(sent.pdu, "hex"))).toBe("downlink");
    expect(sensor.lastDownlink).toMatchObject({ fPort: 10 });
    if (deviceClass === "C") expect(sent).toMatchObject({ dC: 2, RX2DR: 0, RX2Freq: 869_525_000 });
    else {
      expect(sent).toMatchObject({ dC: 1, DR: 3, Freq: 869_525_000 });
      expect(sent.gpstime! / 1e6 - gpsSeconds(Date.now())).toBeGreaterThan(0);
    }
    station.close();
  }
});

test("a station learns the time", async () => {
  const station = await VirtualStation.connect(gateway.gatewayEui, byCertificate(files));
  station.askTime();
  await until(() => station.gpsTimes.length === 1);
  expect(Math.abs(station.gpsTimes[0]! / 1e6 - gpsSeconds(Date.now()))).toBeLessThan(5);
  station.close();
});

test("who is not the gateway is not served, and told so: another's certificate or token, a foreign authority, a stranger", async () => {
  const other = await net.gateway();
  const others = await net.credentials(other);
  const certificateBefore = await net.refused("station-certificate");
  await expect(VirtualStation.connect(gateway.gatewayEui, byCertificate(others))).rejects.toThrow(
    "not this gateway's",
  );
  await expect(VirtualStation.connect(gateway.gatewayEui, byToken(others))).rejects.toThrow(
    "not this gateway's",
  );
  const foreign = { ...byCertificate(files), ...(await foreignCertificate()) };
  await expect(VirtualStation.connect(gateway.gatewayEui, foreign)).rejects.toThrow();
  await expect(VirtualStation.connect("a84041ffffffff01", byToken(files))).rejects.toThrow("not registered");
  expect((await net.refused("station-certificate")) - certificateBefore).toBe(2);
  const unknown = (await net.request({ name: "unknown-gateways" })) as {
    gatewayEui: string;
    protocol: string;
  }[];
  expect(unknown).toContainEqual(
    expect.objectContaining({ gatewayEui: "a84041ffffffff01", protocol: "basics-station" }),
  );
  // Straight to the frames, without asking where.
  const socket = new WebSocket(`${files.lnsUri}/gateway/${gateway.gatewayEui}`, { ca: files.caCertificate });
  socket.on("error", () => {});
  const [, response] = await once(socket, "unexpected-response");
  expect(response.statusCode).toBe(401);
});

test("renewed credentials replace the ones before at once", async () => {
  const own = await net.gateway();
  const first = await net.credentials(own);
  const second = await net.credentials(own);
  await expect(VirtualStation.connect(own.gatewayEui, byCertificate(first))).rejects.toThrow(
    "not this gateway's",
  );
  (await VirtualStation.connect(own.gatewayEui, byCertificate(second))).close();
});

test("messages with wrong types, of unknown kinds, huge or not JSON are refused and counted; the server goes on", async () => {
  const station = await VirtualStation.connect(gateway.gatewayEui, byToken(files));
  const reasons = ["station-json", "station-message-type", "station-message"];
  const before = await Promise.all(reasons.map((reason) => net.refused(reason)));
  station.sendText("{");
  station.sendText('{"msgtype":"rmtsh","start":1}');
  station.sendText('{"msgtype":"constructor"}');
  station.sendText('{"msgtype":"updf","MHdr":"64"}');
  station.sendText(
    '{"msgtype":"jreq","MHdr":0,"JoinEui":{},"DevEui":[],"DevNonce":-1,"MIC":0,"DR":99,"Freq":0,"upinfo":{}}',
  );
  station.sendText(`${"[".repeat(5_000)}`);
  await until(async () => (await net.refused("station-json")) >= before[0]! + 2);
  expect(await net.refused("station-message-type")).toBe(before[1]! + 2);
  expect(await net.refused("station-message")).toBe(before[2]! + 2);
  expect(station.isOpen).toBe(true);
  station.sendText(JSON.stringify({ msgtype: "updf", FRMPayload: "00".repeat(40_000) }));
  await until(() => !station.isOpen);
  const next = await VirtualStation.connect(gateway.gatewayEui, byToken(files));
  for (let index = 0; index < 30; index++) next.sendText("no message");
  await until(() => !next.isOpen);
});

test("a WebSocket frame that never ends does not make the server remember it", async () => {
  const { hostname, port } = new URL(files.lnsUri);
  const socket = connect({
    host: hostname,
    port: Number(port),
    ca: files.caCertificate,
    servername: "localhost",
  });
  await once(socket, "secureConnect");
  socket.write(
    `GET /gateway/${gateway.gatewayEui} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString("base64")}\r\nAuthorization: Bearer ${files.token}\r\n\r\n`,
  );
  await once(socket, "data");
  socket.on("error", () => {});
  const closed = once(socket, "close");
  // A text frame of 2 GB is announced, masked as a client's frames are.
  const head = Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3, 4]);
  socket.write(head);
  await closed;
  expect(await net.refused("station-websocket")).toBeGreaterThan(0);
});

test("every region configures a concentrator whose channels its radios reach", () => {
  for (const region of Object.values(regions)) {
    const config = routerConfig(region, null, new Date()) as
      | {
          sx1301_conf: Record<string, { enable: boolean; freq: number; radio: number; if: number }>[];
          DRs: number[][];
          upchannels: number[][];
        }
      | undefined;
    if (region.name === "ISM2400") {
      expect(config).toBeUndefined();
      continue;
    }
    const conf = config!.sx1301_conf[0]!;
    const channels = Object.entries(conf).filter(
      ([name, { enable }]) => name.startsWith("chan_multi") && enable,
    );
    const tuned = channels.map(([, { radio, if: offset }]) => {
      expect([region.name, Math.abs(offset) <= 400_000]).toEqual([region.name, true]);
      return conf[`radio_${radio}`]!.freq + offset;
    });
    expect([region.name, tuned]).toEqual([
      region.name,
      listenedChannels(region, null)
        .slice(0, channels.length)
        .map(({ frequencyHz }) => frequencyHz),
    ]);
    expect(config!.DRs).toHaveLength(16);
    expect(config!.upchannels.length).toBeGreaterThan(0);
  }
  const us = routerConfig(regions.US915, 1, new Date()) as {
    sx1301_conf: Record<string, unknown>[];
    DRs: number[][];
  };
  // Sub-band 2: 903.9 to 905.3 MHz and 904.6 MHz with 500 kHz; downlink rates are marked as such.
  expect(us.sx1301_conf[0]).toMatchObject({
    radio_0: { freq: 904_300_000 },
    radio_1: { freq: 905_100_000 },
    chan_multiSF_0: { if: -400_000, radio: 0 },
    chan_Lora_std: { enable: true, bandwidth: 500_000, spread_factor: 8 },
  });
  expect(us.DRs.slice(7, 10)).toEqual([
    [-1, 0, 0],
    [12, 500, 1],
    [11, 500, 1],
  ]);
});

test("EUIs come as text with dashes, as ID6 and as numbers", () => {
  for (const text of ["58-A0-CB-FF-FE-80-00-19", "58a0:cbff:fe80:19", "58a0cbfffe800019"])
    expect(parseEui(text)).toBe("58a0cbfffe800019");
  expect(parseEui("::1")).toBe("0000000000000001");
  expect(parseEui("f::1")).toBe("000f000000000001");
  expect(parseEui(1)).toBe("0000000000000001");
  for (const wrong of ["", "1:2:3:4:5", "1::2::3", "xyz", null, {}, -1, 1.5, "::".repeat(9)])
    expect(parseEui(wrong)).toBeUndefined();
  expect(writeId6("58a0cbfffe800019")).toBe("58a0:cbff:fe80:0019");
});

test("a station's clock keeps all its digits", () => {
  expect(readStationMessage('{"msgtype":"timesync","txtime":9007199254740993123}')).toEqual({
    msgtype: "timesync",
    txtime: "9007199254740993123",
  });
});

test("CUPS: addresses and credentials that differ are sent, those that are right are not", async () => {
  const first = await cups(byCertificate(files), { cupsUri: "https://elsewhere.example", tcUri: "" });
  expect(first.status).toBe(200);
  const segments = segmentsOf(first.body);
  expect(segments[0]!.toString()).toBe(files.cupsUri);
  expect(segments[1]!.toString()).toBe(files.lnsUri);
  expect(segments[2]!.equals(segments[3]!)).toBe(true);
  const certificate = Buffer.from(files.certificate.replace(/-----[^-]+-----|\s/g, ""), "base64");
  expect(segments[3]!.includes(certificate)).toBe(true);
  expect(segments.slice(4).map(({ length }) => length)).toEqual([0, 0]);
  const crc = crc32(segments[2]!);
  const second = await cups(byCertificate(files), {
    cupsUri: files.cupsUri,
    tcUri: files.lnsUri,
    cupsCredCrc: crc,
    tcCredCrc: crc,
  });
  expect(second.body).toEqual(Buffer.alloc(14));
  const withToken = segmentsOf((await cups(byToken(files), {})).body);
  expect(withToken[3]!.toString("latin1")).toContain(`Authorization: Bearer ${files.token}\r\n`);
  expect((await cups({ ...byToken(files), token: "wrong" }, {})).status).toBe(401);
  expect((await cups(byToken(files), { keys: "no list" })).status).toBe(400);
  expect((await cups(byToken(files), { model: "x".repeat(20_000) })).status).toBe(400);
});

test("CUPS hands out firmware that was signed by a key that the station knows, until the station runs it", async () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x, y } = publicKey.export({ format: "jwk" });
  const key = Buffer.concat([Buffer.from(x!, "base64url"), Buffer.from(y!, "base64url")]);
  const content = Buffer.from("#!/bin/sh\necho update\n");
  const signature = sign("sha512", content, privateKey);
  expect(firmwareProblem(content, signature, key)).toBeUndefined();
  expect(firmwareProblem(Buffer.concat([content, content]), signature, key)).toContain("signature");
  expect(firmwareProblem(content, signature, key.subarray(1))).toContain("64 bytes");
  expect(firmwareProblem(content, signature, Buffer.alloc(64, 1))).toContain("P-256");
  const seal = sealer(await net.vault.getOrCreateKey("network/session-key", 32), "network");
  const firmware = { model: "corecell", version: "2.1.0", keyCrc: keyCrcOf(key), signature, content };
  await keepFirmware(net.owner, seal, firmware);
  const keys = [1, keyCrcOf(key)];
  const offered = segmentsOf(
    (await cups(byToken(files), { model: "corecell", package: "1.2.0", keys })).body,
  );
  expect(offered[4]!.readUInt32LE()).toBe(keyCrcOf(key));
  expect(offered[4]!.subarray(4).equals(signature)).toBe(true);
  expect(offered[5]!.equals(content)).toBe(true);
  for (const change of [
    { package: "2.1.0", keys },
    { package: "1.2.0", keys: [1] },
    { package: "1.2.0", keys, model: "other" },
  ]) {
    const none = segmentsOf((await cups(byToken(files), { model: "corecell", ...change })).body);
    expect(none.slice(4).map(({ length }) => length)).toEqual([0, 0]);
  }
});

test("CUPS renews a certificate before it ends; the one before is taken until the new one was used", async () => {
  const own = await net.gateway();
  const first = await net.credentials(own);
  const later = Date.now() + 380 * 24 * 3_600_000;
  const RealDate = globalThis.Date;
  // The server's clock jumps ahead for this request.
  globalThis.Date = class extends RealDate {
    constructor(...args: [] | [number]) {
      super(...((args.length === 0 ? [later] : args) as [number]));
    }
  } as DateConstructor;
  let renewed: Buffer;
  try {
    renewed = segmentsOf((await cups(byCertificate(first), {}, own.gatewayEui)).body)[3]!;
  } finally {
    globalThis.Date = RealDate;
  }
  const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const before = Buffer.from(first.certificate.replace(/-----[^-]+-----|\s/g, ""), "base64");
  expect(renewed.includes(before)).toBe(false);
  const again = await cups(byCertificate(first), {}, own.gatewayEui);
  expect(again.status).toBe(200);
  expect(hash(segmentsOf(again.body)[3]!)).toBe(hash(renewed));
});

test("update requests that are no objects, or of wrong types, are not read", () => {
  for (const text of ["", "null", "[]", '{"router":{}}', '{"router":"::1","keys":[-1]}', "{".repeat(9_000)])
    expect(readUpdateInfo(text)).toBeUndefined();
  expect(writeUpdate({ tcUri: "wss://a" })).toEqual(
    Buffer.concat([Buffer.from([0, 7]), Buffer.from("wss://a"), Buffer.alloc(12)]),
  );
});

async function cups(
  own: { caCertificate: string; cupsUri: string; certificate?: string; key?: string; token?: string },
  info: object,
  eui = gateway.gatewayEui,
): Promise<{ status: number; body: Buffer }> {
  const request = httpsRequest(`${own.cupsUri}/update-info`, {
    method: "POST",
    ca: own.caCertificate,
    ...(own.certificate ? { cert: own.certificate, key: own.key } : {}),
    headers: own.token ? { authorization: own.token } : {},
    agent: false,
  });
  request.on("error", () => {});
  request.end(JSON.stringify({ router: writeId6(eui), ...info }));
  const [response] = await once(request, "response");
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, body: Buffer.concat(chunks) };
}

function segmentsOf(body: Buffer): Buffer[] {
  let at = 0;
  const segments = [1, 1, 2, 2, 4, 4].map((bytes) => {
    const length = body.readUIntLE(at, bytes);
    const segment = body.subarray(at + bytes, at + bytes + length);
    at += bytes + length;
    return segment;
  });
  expect(at).toBe(body.length);
  return segments;
}

/** Of an authority that is not this server's. */
async function foreignCertificate() {
  const { mkdtempSync } = await import("node:fs");
  const { openGatewayAuthority } = await import("@refill/certificates");
  const { openLocalVault } = await import("@refill/vault");
  const vault = await openLocalVault(mkdtempSync("/tmp/refill-vault-"));
  const authority = await openGatewayAuthority(vault, new Date());
  return authority.issue({ name: gateway.gatewayEui, hosts: [gateway.gatewayEui], days: 1, now: new Date() });
}
