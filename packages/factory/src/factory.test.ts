import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import {
  type DevAddr,
  decryptPayload,
  deriveSessionKeys,
  importKey,
  parseFrame,
  verifyJoinRequest,
  verifyUplink,
  writeDataFrame,
  writeJoinAccept,
} from "@refill/lorawan";
import { afterEach, expect, test } from "vitest";
import { capacityOf, sensorCountOf, validateGeometry } from "../../replenishment/src/levels/index.ts";
import { type Policy, validatePolicy, validatePrices } from "../../replenishment/src/ordering/index.ts";
import { decode, encodeSetting, profileNames, profiles, readFacts } from "../../sensors/src/index.ts";
import { introduction, readCommand } from "./device-commands.ts";
import { type Heard, VirtualGateway } from "./gateway.ts";
import { encodePayload } from "./payload.ts";
import { type PlantPlan, planDemonstration } from "./plan.ts";
import { random } from "./random.ts";
import { SensorRadio } from "./sensor.ts";
import { Shelf } from "./shelf.ts";
import { Workplace } from "./workplace.ts";

const device = {
  devEui: "24e124fffe000001",
  joinEui: "24e124c0002a0001",
  appKey: "5572404c696e6b4c6f52613230313823",
};
const join = { joinNonce: 7, netId: 0, devAddr: "00112233" as DevAddr };

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The network's side of a join. */
function accept(radio: SensorRadio, request = radio.joinRequest()) {
  const parsed = parseFrame(request);
  if ("rejected" in parsed || parsed.kind !== "join-request") throw new Error("no join request");
  const appKey = importKey(device.appKey);
  const rootKeys = { appKey, nwkKey: appKey };
  expect(verifyJoinRequest(parsed.frame, appKey)).toMatchObject({ state: "verified" });
  const { joinEui, devEui, devNonce } = parsed.frame;
  const bytes = writeJoinAccept(
    { ...join, rx1DataRateOffset: 0, rx2DataRate: 0, rxDelaySeconds: 1 },
    rootKeys,
    { joinEui, devEui, devNonce, cause: { kind: "join" } },
  );
  const keys = deriveSessionKeys(rootKeys, { ...join, devNonce, joinEui, isVersion11: false });
  return { bytes, keys, devNonce };
}

test("a seed makes one plant, whenever it is planned; another seed another one", () => {
  const { plan } = planDemonstration({ seed: "a", locations: 120 });
  expect(planDemonstration({ seed: "a", locations: 120 }).plan).toEqual(plan);
  expect(planDemonstration({ seed: "b", locations: 120 }).plan.devices[0]!.devEui).not.toBe(
    plan.devices[0]!.devEui,
  );
  expect(plan.gateways).toHaveLength(2);
  expect(new Set(plan.locations.map(({ name }) => name)).size).toBe(120);
  // A two-bin shelf and a lane that is watched twice have two sensors.
  expect(plan.devices).toHaveLength(123);
  expect(new Set(plan.devices.map(({ devEui }) => devEui)).size).toBe(123);
  expect(new Set(plan.devices.map(({ profile }) => profile)).size).toBe(5);
  expect(new Set(plan.locations.map(({ geometry }) => geometry.kind)).size).toBe(5);
  expect(new Set(plan.locations.map(({ policy }) => policy.kind)).size).toBe(6);
});

test("every planned location is one that the product takes", () => {
  const { locations, devices, parts, racks } = planDemonstration({ seed: "valid", locations: 600 }).plan;
  const profileOf = new Map(devices.map(({ id, profile }) => [id, profiles[profile]]));
  for (const [index, location] of locations.entries()) {
    const { geometry, policy, name, safetyStock = 0, source, partId, deviceIds } = location;
    expect([name, validateGeometry(geometry)]).toEqual([name, []]);
    expect([name, validatePolicy(policy as Policy, capacityOf(geometry), safetyStock)]).toEqual([name, []]);
    const { least, most } = sensorCountOf(geometry);
    expect(deviceIds.length).toBeGreaterThanOrEqual(least);
    expect(deviceIds.length).toBeLessThanOrEqual(most);
    if ("emptyDistanceMm" in geometry)
      for (const id of deviceIds)
        expect([name, geometry.emptyDistanceMm < profileOf.get(id)!.rangeMm!.maximum]).toEqual([name, true]);
    // An import reads them in this order.
    if (source) {
      const store = locations.findIndex(({ id }) => id === source.locationId);
      expect(store).toBeLessThan(index);
      expect(locations[store]!.partId).toBe(partId);
    }
  }
  expect(new Set(locations.map(({ siteId, name }) => `${siteId} ${name}`)).size).toBe(600);
  expect(new Set(racks!.map(({ areaId, name }) => `${areaId} ${name}`)).size).toBe(50);
  for (const { supplies } of parts)
    for (const { prices } of supplies) expect(validatePrices(prices!)).toEqual([]);
});

test("any number of locations makes a plan in which all that is named is there", () => {
  for (const count of [1, 2, 27, 39, 54, 121]) {
    const { plan, sharesAtStart } = planDemonstration({ seed: "few", locations: count });
    const ids = new Set(
      [...plan.sites, ...plan.areas!, ...plan.racks!, ...plan.devices, ...plan.locations].map(({ id }) => id),
    );
    expect(plan.locations).toHaveLength(count);
    for (const { siteId, areaId, rackId, deviceIds, source } of plan.locations)
      for (const id of [siteId, areaId!, rackId!, ...deviceIds, ...(source ? [source.locationId] : [])])
        expect(ids.has(id)).toBe(true);
    for (const id of sharesAtStart.keys()) expect(ids.has(id)).toBe(true);
  }
});

test("what happens at a workplace follows from the seed", () => {
  const { plan } = planDemonstration({ seed: "life", locations: 53 });
  const live = (location: PlantPlan["locations"][number]) => {
    const devices = location.deviceIds.map((id) => plan.devices.find((each) => each.id === id)!);
    const workplace = new Workplace({ seed: "life", location, devices, clock: 0 });
    const reports: string[] = [];
    for (let clock = 0; clock < 200_000; clock += 10) {
      workplace.advance(clock);
      for (const sensor of workplace.sensors) {
        const report = sensor.report(clock);
        if (report) reports.push(`${clock} ${sensor.index} ${report.payload.toString("hex")}`);
      }
      if (clock === 100_000) workplace.refill(1_000, clock);
    }
    return { reports, pieces: workplace.shelf.pieces };
  };
  for (const location of [plan.locations[0]!, plan.locations[52]!]) {
    const first = live(location);
    expect(live(location)).toEqual(first);
    expect(first.reports.length).toBeGreaterThan(100);
  }
});

test("a bin that is emptied is seen by the contact under it alone, and again when it is back", () => {
  const { plan } = planDemonstration({ seed: "bins", locations: 53 });
  const location = plan.locations[52]!;
  const devices = location.deviceIds.map((id) => plan.devices.find((each) => each.id === id)!);
  const workplace = new Workplace({
    seed: "bins",
    location,
    devices,
    clock: 0,
    shareAtStart: 1,
    isStore: true,
  });
  const { shelf, sensors } = workplace;
  const settled = (from: number) => {
    for (let clock = from; clock < from + 500; clock += 10) for (const each of sensors) each.report(clock);
  };
  const soon = (from: number) =>
    sensors.map((each) => [0, 60, 120].some((after) => each.report(from + after)));
  settled(0);
  workplace.take(shelf.capacity / 2, 600);
  expect([0, 1].map((index) => shelf.truth(index).present)).toEqual([true, false]);
  expect(soon(600)).toEqual([false, true]);
  settled(720);
  workplace.refill(shelf.capacity / 2, 1_300);
  expect(soon(1_300)).toEqual([false, true]);
});

test("what a workplace remembers goes on after a restart, sensor by sensor", () => {
  const { plan } = planDemonstration({ seed: "again", locations: 53 });
  const location = plan.locations[52]!;
  const devices = location.deviceIds.map((id) => plan.devices.find((each) => each.id === id)!);
  const first = new Workplace({ seed: "again", location, devices, clock: 0 });
  for (let clock = 0; clock < 50_000; clock += 10) {
    first.advance(clock);
    for (const sensor of first.sensors) sensor.report(clock);
  }
  const memory = first.memory();
  expect(Object.keys(memory.sensors)).toEqual(location.deviceIds);
  const again = new Workplace({ seed: "again", location, devices, clock: 50_000, memory });
  expect(again.memory()).toEqual(memory);
});

test("payloads are what the decoders of the product read", () => {
  for (const profile of ["milesight-em310-udl", "dragino-llds12"] as const) {
    const seen = encodePayload(profile, { batteryPercent: 50, distanceMm: 1234 });
    expect(decode(profile, seen.fPort, seen.payload)).toMatchObject({ measurement: { distanceMm: 1234 } });
    const fault = encodePayload(profile, { batteryPercent: 50, fault: "distanceMm" });
    expect(decode(profile, fault.fPort, fault.payload)).toMatchObject({
      measurement: { distanceFault: expect.any(String) },
    });
  }
  const press = encodePayload("milesight-ws101", { batteryPercent: 80, isPressed: true });
  expect(decode("milesight-ws101", press.fPort, press.payload)).toEqual({
    measurement: { batteryPercent: 80, button: "short" },
  });
});

test("a shelf's sensor is noisy, but mostly right", () => {
  const shelf = new Shelf(
    {
      kind: "containers",
      emptyDistanceMm: 2000,
      containerDepthMm: 300,
      capacityContainers: 6,
      piecesPerContainer: 10,
    },
    35,
  );
  expect(shelf.truth().distanceMm).toBe(800);
  const dice = random("noise");
  const seen = Array.from({ length: 1_000 }, () => shelf.measure(dice)!);
  const near = seen.filter(({ distanceMm }) => distanceMm !== undefined && Math.abs(distanceMm - 800) < 20);
  expect(near.length).toBeGreaterThan(900);
  expect(near.length).toBeLessThan(1_000);
  shelf.put(1_000);
  expect(shelf.pieces).toBe(60);
  shelf.take(1_000);
  expect(shelf.pieces).toBe(0);
});

test("a sensor joins, sends frames that the network verifies, and hears its acknowledgement once", () => {
  const radio = new SensorRadio(device);
  const { bytes, keys } = accept(radio);
  expect(radio.hear(Buffer.from("00".repeat(17), "hex"))).toBeUndefined();
  expect(radio.hear(bytes)).toBe("joined");
  const parsed = parseFrame(radio.uplink(85, Buffer.from([1, 2, 3]), true));
  if ("rejected" in parsed || parsed.kind !== "data-up") throw new Error("no uplink");
  const verified = verifyUplink(parsed.frame, keys, 0);
  if ("rejected" in verified) throw new Error("forged");
  expect(decryptPayload(verified, keys)).toEqual(Buffer.from([1, 2, 3]));
  const answer = writeDataFrame(
    { direction: "down", confirmed: false, devAddr: join.devAddr, fCnt: 0, ack: true },
    keys,
  );
  expect(radio.hear(answer)).toBe("acknowledged");
  expect(radio.hear(answer)).toBeUndefined();
});

test("after a restart no counter and no nonce is used again, even if what was remembered is some frames old", () => {
  const radio = new SensorRadio(device);
  const first = accept(radio);
  radio.hear(first.bytes);
  const memory = radio.memory();
  for (let frame = 0; frame < 50; frame++) radio.uplink(85, Buffer.from([1]));
  const later = radio.nextUp;
  const again = new SensorRadio(device, memory);
  expect(again.isJoined).toBe(true);
  expect(again.nextUp).toBeGreaterThanOrEqual(later);
  expect(accept(again).devNonce).toBeGreaterThan(first.devNonce);
});

test("a gateway speaks the packet forwarder's protocol and hands a downlink to the sensor whose window it fits", async () => {
  const server = createSocket("udp4");
  closing.push(() => server.close());
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  const received: { kind: number; body: string; token: number; port: number }[] = [];
  server.on("message", (bytes, from) => {
    received.push({
      kind: bytes[3]!,
      token: bytes.readUInt16BE(1),
      body: bytes.toString("utf8", 12),
      port: from.port,
    });
  });
  const until = async (kind: number, text = "") => {
    for (;;) {
      const found = received.find((each) => each.kind === kind && each.body.includes(text));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const { port } = server.address() as AddressInfo;
  const gateway = await VirtualGateway.start("a84041ffff1ee2b4", { host: "127.0.0.1", port });
  closing.push(() => gateway.close());
  const pull = await until(2);
  const heard: Buffer[] = [];
  const packet: Heard = {
    bytes: Buffer.from("4033221100000000", "hex"),
    frequencyMhz: 868.1,
    dataRate: "SF7BW125",
    rssiDbm: -70,
    snrDb: 8,
    onDownlink: (bytes) => heard.push(bytes),
  };
  gateway.hear([packet, { ...packet, onDownlink: undefined }]);
  const push = JSON.parse((await until(0, "rxpk")).body);
  expect(push.rxpk).toHaveLength(2);
  expect(push.rxpk[0].data).not.toContain("=");
  const send = (tmst: number) =>
    server.send(
      Buffer.concat([
        Buffer.from([2, 9, 9, 3]),
        Buffer.from(JSON.stringify({ txpk: { tmst, data: "q80=" } })),
      ]),
      pull.port,
      "127.0.0.1",
    );
  // A window that is over, and then RX1, a second after the packet.
  send((push.rxpk[0].tmst - 1_000_000) >>> 0);
  expect((await until(5)).body).toContain("TOO_LATE");
  send((push.rxpk[0].tmst + 1_000_000) >>> 0);
  expect((await until(5, "NONE")).token).toBe(0x0909);
  while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(heard).toEqual([Buffer.from("q80=", "base64")]);
});

test("virtual sensors do what the product tells them, and say of themselves what it reads", () => {
  const meanings = { "reporting-interval": "interval", restart: "restart", "request-status": "introduce" };
  for (const profile of profileNames)
    for (const { name, range } of profiles[profile].settings) {
      const { bytes } = encodeSetting(profile, name, range ? 1800 : undefined);
      expect(readCommand(profile, Buffer.from(bytes))).toEqual({
        kind: meanings[name],
        ...(range ? { seconds: 1800 } : {}),
      });
    }
  for (const profile of ["milesight-em310-udl", "milesight-ws101", "mclimate-button"] as const) {
    const reading = encodePayload(profile, { batteryPercent: 80, distanceMm: 500 });
    const words = introduction(profile, device.devEui, reading.payload)!;
    expect(readFacts(profile, reading.fPort, words)).toMatchObject({
      hardwareVersion: expect.stringMatching(/^1\.\d$/),
    });
  }
});
