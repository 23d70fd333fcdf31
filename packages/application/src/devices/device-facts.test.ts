import type { UplinkMessage } from "@refill/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NetworkServerUnderTest } from "../api/network-server-under-test.ts";
import { reading, startApplicationUnderTest } from "../application-under-test.ts";

let app: Awaited<ReturnType<typeof startApplicationUnderTest>>;
let customer: Awaited<ReturnType<typeof app.createCustomer>>;
beforeAll(async () => {
  app = await startApplicationUnderTest();
  new NetworkServerUnderTest(app);
  customer = await app.createCustomer("device facts");
});
afterAll(() => app?.stop());

const admin = (method: string, path: string, body?: unknown) =>
  app.request(method, `/api/v1${path}`, { key: customer.adminKey, body });
const user = (method: string, path: string, body?: unknown) =>
  app.request(method, `/api/v1${path}`, { key: customer.userKey, body });

const dayMs = 86_400_000;
const [near, far] = ["a840410000000001", "a840410000000002"];
let devices = 0;
const device = async (profile = "milesight-em310-udl") => {
  const devEui = (0xa84041fffe200000n + BigInt(devices++)).toString(16);
  const appKey = "00112233445566778899aabbccddeeff";
  const input = { devEui, joinEui: "24e124c0002a0001", appKey, name: `sensor ${devices}`, profile };
  const { status, body } = await admin("POST", "/devices", input);
  expect(status).toBe(201);
  return body.id as string;
};
const deviceOf = async (id: string) => (await admin("GET", `/devices/${id}`)).body;
const message = (id: string, sequence: number, at: number, change: Partial<UplinkMessage> = {}) => ({
  ...reading(customer.accountId, id, sequence, 30, at),
  ...change,
});
const payload = (hex: string) => Buffer.from(hex.replaceAll(" ", ""), "hex").toString("base64");

test("what nobody heard, how often it sends, and what it says of itself", async () => {
  const id = await device();
  const start = Date.now() - 3 * 3_600_000;
  const at = (minutes: number) => start + minutes * 60_000;
  await app.deliver([
    message(id, 1, at(0), { payload: payload("ff0bff ff090310 ff0a0101"), framesHeard: 1 }),
    message(id, 2, at(20), { frameCounter: 2 }),
    // Two were not heard, so three intervals lie between.
    message(id, 3, at(80), { frameCounter: 5, framesHeard: 1, framesLost: 2 }),
    // One that was heard held MAC commands only.
    message(id, 4, at(120), { frameCounter: 7, framesHeard: 2 }),
  ]);
  expect(await deviceOf(id)).toMatchObject({
    lostShare: 0.2857,
    reportingIntervalSeconds: 1200,
    hardwareVersion: "3.1",
    firmwareVersion: "1.1",
    restartedAt: new Date(at(0)).toISOString(),
    batteryPercent: 97,
    batteryDaysLeft: null,
    batteryLifeUnknown: "too-early",
  });
  // A counter that begins anew tells of a restart, too.
  await app.deliver([message(id, 5, at(140), { frameCounter: 0 })]);
  expect((await deviceOf(id)).restartedAt).toBe(new Date(at(140)).toISOString());
  // One that jumps ahead, further than the time had room for, was passed over and not lost.
  await app.deliver([message(id, 6, at(160), { frameCounter: 65, framesLost: 64 })]);
  expect(await deviceOf(id)).toMatchObject({
    lostShare: 0.2222,
    reportingIntervalSeconds: 1200,
    restartedAt: new Date(at(160)).toISOString(),
  });
});

test("a battery that has fallen for weeks tells how long it lasts", async () => {
  const id = await device();
  const start = Date.now() - 60 * dayMs;
  const messages = Array.from({ length: 240 }, (_, index) => {
    const percent = Math.round(100 - index / 8);
    const hex = `0175${percent.toString(16).padStart(2, "0")} 0382e803`;
    return message(id, index + 1, start + (index * dayMs) / 4, { payload: payload(hex) });
  });
  await app.deliver(messages);
  const { batteryDaysLeft, batteryLifeUnknown, batteryPercent } = await deviceOf(id);
  expect([batteryPercent, batteryLifeUnknown]).toEqual([70, null]);
  // Half a percent a day.
  expect(batteryDaysLeft).toBeGreaterThan(130);
  expect(batteryDaysLeft).toBeLessThan(150);
});

test("which gateways hear which devices, and which devices hang on one alone", async () => {
  const gateways = [];
  for (const [name, gatewayEui] of [
    ["near", near],
    ["far", far],
  ])
    gateways.push((await admin("POST", "/gateways", { name, gatewayEui })).body.id as string);
  const [both, alone, weak] = [await device(), await device(), await device()];
  const now = Date.now();
  const heard = (...receptions: [string, number, number][]) => ({
    receptions: receptions.map(([gatewayEui, rssiDbm, snrDb]) => ({ gatewayEui, rssiDbm, snrDb })),
  });
  await app.deliver([
    message(both, 1, now, heard([near!, -70, 9], [far!, -101, -2])),
    message(alone, 1, now, heard([near!, -92, 6])),
    message(weak, 1, now, heard([far!, -121, -6])),
  ]);
  expect(await deviceOf(both)).toMatchObject({
    signalMarginDb: 16.5,
    gateways: [
      { gatewayEui: near, rssiDbm: -70 },
      { gatewayEui: far, rssiDbm: -101 },
    ],
  });
  expect((await deviceOf(weak)).signalMarginDb).toBe(1.5);
  const ids = async (query: string) =>
    (await admin("GET", `/devices?${query}`)).body.items.map((each: { id: string }) => each.id);
  expect(await ids("isSignalWeak=true")).toEqual([weak]);
  expect((await ids(`heardBy=${near}`)).sort()).toEqual([both, alone].sort());
  expect(await ids("isOnOneGateway=true")).toEqual(expect.arrayContaining([alone, weak]));
  expect((await admin("GET", `/gateways/${gateways[0]}/devices`)).body.items).toMatchObject([
    { deviceId: alone, isBest: true, other: null },
    { deviceId: both, isBest: true, other: { gatewayEui: far, rssiDbm: -101 } },
  ]);
  expect((await admin("GET", "/gateways/coverage")).body.gateways).toEqual(
    expect.arrayContaining([
      { gatewayId: gateways[0], devices: 2, best: 2, only: 1 },
      { gatewayId: gateways[1], devices: 2, best: 1, only: 1 },
    ]),
  );
  app.answers.set("gateway-history", () => [
    { at: now - (now % 3_600_000), uplinks: 72, refused: 3, downlinks: 5, dutyCycleUse: 0.12 },
  ]);
  expect((await user("GET", `/gateways/${gateways[0]}/history?days=1`)).body.items).toMatchObject([
    { uplinks: 72, refused: 3, dutyCycleUse: 0.12 },
  ]);
});

test("a setting goes out as a confirmed downlink, and is followed until the device acknowledges it", async () => {
  const id = await device();
  const all = await admin("GET", `/devices/${id}/settings`);
  expect(all.body.items).toMatchObject([
    { setting: "reporting-interval", range: { minimum: 60, maximum: 64_800, step: 1 }, sent: null },
    { setting: "request-status", range: null, sent: null },
    { setting: "restart", range: null, sent: null },
  ]);
  app.requests.length = 0;
  const body = { setting: "reporting-interval", value: 1200 };
  const sent = await admin("POST", `/devices/${id}/settings`, body);
  expect([sent.status, sent.body.items[0].sent]).toMatchObject([
    201,
    { value: 1200, state: "queued", isHeardSince: false },
  ]);
  expect(app.requests.find(({ name }) => name === "enqueue-downlink")).toMatchObject({
    deviceId: id,
    fPort: 85,
    payload: payload("ff03b004"),
    confirmed: true,
  });
  await app.deliver([message(id, 1, Date.now() + 1000)]);
  expect((await admin("GET", `/devices/${id}/settings`)).body.items[0].sent.isHeardSince).toBe(true);
  const [noted] = (await admin("GET", "/audit-entries?action=device.setting-sent")).body.items;
  expect(noted).toMatchObject({ target: { id }, detail: { setting: "reporting-interval", value: 1200 } });

  for (const [wrong, field] of [
    [{ setting: "reporting-interval", value: 5 }, "value"],
    [{ setting: "reporting-interval" }, "value"],
    [{ setting: "restart", value: 1 }, "value"],
  ] as const) {
    const refused = await admin("POST", `/devices/${id}/settings`, wrong);
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, field]);
  }
  expect((await user("POST", `/devices/${id}/settings`, body)).status).toBe(403);
  const lpp = await device("cayenne-lpp");
  expect((await admin("GET", `/devices/${lpp}/settings`)).body.items).toEqual([]);

  const many = await admin("POST", "/devices/settings", { ...body, value: 600, deviceIds: [id, lpp] });
  expect([many.status, many.body.items]).toMatchObject([
    200,
    [
      { deviceId: id, problem: null },
      { deviceId: lpp, downlinkId: null, problem: expect.stringContaining("Cayenne LPP") },
    ],
  ]);
});

test("a file is shown line by line before it is taken, with what is wrong, and without its keys", async () => {
  const known = await deviceOf(await device());
  const key = "00112233445566778899AABBCCDDEEFF";
  const csv = [
    "DevEUI,JoinEUI,AppKey,Name,Colour",
    `A84041FFFE300001,24E124C0002A0001,${key},first,red`,
    `A84041FFFE300001,24E124C0002A0001,${key},again,red`,
    `${known.devEui},24E124C0002A0001,${key},known,red`,
    "A84041,24E124C0002A0001,xy,bad,red",
  ].join("\n");
  const { status, body } = await admin("POST", "/devices/file/preview?profile=milesight-em310-udl", { csv });
  expect(status).toBe(200);
  expect(body.passedOver).toEqual(["Colour"]);
  expect(body.lines).toMatchObject([
    { line: 2, name: "first", profile: "milesight-em310-udl", region: "EU868", problems: [] },
    { line: 3, problems: [{ field: "devEui", message: "stands in line 2 already" }] },
    { line: 4, problems: [{ field: "devEui", message: expect.stringContaining(known.name) }] },
    { line: 5, problems: [{ field: "devEui" }, { field: "appKey" }] },
  ]);
  expect(JSON.stringify(body).toUpperCase()).not.toContain(key);
});
