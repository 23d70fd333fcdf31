import { afterAll, beforeAll, expect, test } from "vitest";
import { NetworkServerUnderTest } from "../api/network-server-under-test.ts";
import { reading, startApplicationUnderTest } from "../application-under-test.ts";

let app: Awaited<ReturnType<typeof startApplicationUnderTest>>;
let customer: Awaited<ReturnType<typeof app.createCustomer>>;
let site: string;
let part: string;
beforeAll(async () => {
  app = await startApplicationUnderTest();
  new NetworkServerUnderTest(app);
  customer = await app.createCustomer("replacement");
  site = (await admin("POST", "/sites", { name: "Plant", timeZone: "Europe/Berlin" })).body.id;
  part = (await admin("POST", "/parts", { number: "P-1", name: "Bolt", unit: "pcs" })).body.id;
});
afterAll(() => app?.stop());

const admin = (method: string, path: string, body?: unknown) =>
  app.request(method, `/api/v1${path}`, { key: customer.adminKey, body });

let devices = 0;
const keys = (change: object = {}) => ({
  devEui: (0xa84041fffe100000n + BigInt(devices++)).toString(16),
  joinEui: "24e124c0002a0001",
  appKey: "00112233445566778899aabbccddeeff",
  ...change,
});
const device = async (name: string, change: object = {}) =>
  (await admin("POST", "/devices", { ...keys(), name, profile: "milesight-em310-udl", ...change })).body;
/** A location that this device watches, with 30 pieces in it. */
async function watched(name: string, deviceId: string, sequence = 1) {
  const { status, body } = await admin("POST", "/locations", {
    name,
    siteId: site,
    partId: part,
    deviceIds: [deviceId],
    geometry: { kind: "fill-height", emptyDistanceMm: 1200, fullDistanceMm: 200, capacityPieces: 100 },
    policy: null,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  for (const next of [0, 1, 2]) await say(deviceId, sequence + next, 30);
  return body.id as string;
}
const say = (deviceId: string, sequence: number, pieces: number, at = Date.now()) =>
  app.deliver([reading(customer.accountId, deviceId, sequence, pieces, at)]);
const location = async (id: string) => (await admin("GET", `/locations/${id}`)).body;
const deviceOf = async (id: string) => (await admin("GET", `/devices/${id}`)).body;

test("a new device takes the broken one's name, place and settings; the location knows nothing until it has measured", async () => {
  const old = await device("Rack 3, bin 2", { radio: { adr: false }, macVersion: "1.0.4" });
  const place = await watched("R3-2", old.id);
  expect((await location(place)).level.onHand).toBe(30);

  const { status, body } = await admin("POST", `/devices/${old.id}/replace`, { device: keys() });
  expect([status, body.locationId]).toEqual([201, place]);
  expect(body.device).toMatchObject({
    name: "Rack 3, bin 2",
    state: "never-seen",
    replacesId: old.id,
    profile: old.profile,
    radio: { adr: false },
    macVersion: "1.0.4",
    locationId: place,
  });
  expect(body.beforeId).toBe(old.id);
  expect(await deviceOf(old.id)).toMatchObject({
    state: "retired",
    locationId: null,
    name: expect.stringMatching(/^Rack 3, bin 2 \(until/),
  });
  expect(await location(place)).toMatchObject({
    deviceIds: [body.device.id],
    level: { onHand: null },
    state: "unknown",
  });
  const past = await admin("GET", `/locations/${place}/measurements`);
  expect(past.body.items.map((each: { deviceId: string }) => each.deviceId)).toEqual([
    old.id,
    old.id,
    old.id,
  ]);

  for (const sequence of [1, 2, 3]) await say(body.device.id, sequence, 28);
  expect((await location(place)).level.onHand).toBe(28);
  // What the old one may still send changes nothing any more.
  await say(old.id, 4, 90);
  expect((await location(place)).level.onHand).toBe(28);
  const told = await admin("GET", "/audit-entries?action=device.replaced");
  expect(told.body.items[0]).toMatchObject({ target: { id: body.device.id }, detail: { before: old.id } });
});

test("it can be taken back until the new one is heard", async () => {
  const old = await device("A");
  const place = await watched("A", old.id);
  const { body } = await admin("POST", `/devices/${old.id}/replace`, { device: keys() });
  const undone = await admin("POST", `/devices/${body.device.id}/replace/undo`);
  expect([undone.status, undone.body.device]).toMatchObject([
    200,
    { id: old.id, name: "A", state: "active", locationId: place },
  ]);
  expect((await admin("GET", `/devices/${body.device.id}`)).status).toBe(404);
  for (const sequence of [4, 5, 6]) await say(old.id, sequence, 20);
  expect((await location(place)).level.onHand).toBe(20);

  const again = await admin("POST", `/devices/${old.id}/replace`, { device: keys() });
  await say(again.body.device.id, 1, 20, Date.now() + 1000);
  const late = await admin("POST", `/devices/${again.body.device.id}/replace/undo`);
  expect([late.status, late.body.type]).toMatchObject([409, expect.stringContaining("replacement-final")]);
});

test("a device that is there already and watches nothing takes the place, and the one before may be removed", async () => {
  const [old, spare] = [await device("B"), await device("spare")];
  const place = await watched("B", old.id);
  const { status, body } = await admin("POST", `/devices/${old.id}/replace`, {
    deviceId: spare.id,
    before: "remove",
  });
  expect([status, body.device.id, body.device.name, body.beforeId]).toEqual([201, spare.id, "B", null]);
  expect((await admin("GET", `/devices/${old.id}`)).status).toBe(404);
  expect((await location(place)).deviceIds).toEqual([spare.id]);
  expect((await admin("POST", `/devices/${spare.id}/replace/undo`)).status).toBe(409);
});

test("one of two sensors is replaced at its position", async () => {
  const [left, right] = [await device("left"), await device("right")];
  const { body } = await admin("POST", "/locations", {
    name: "lane",
    siteId: site,
    partId: part,
    deviceIds: [left.id, right.id],
    geometry: { kind: "fill-height", emptyDistanceMm: 1200, fullDistanceMm: 200, capacityPieces: 100 },
    policy: null,
  });
  const replaced = await admin("POST", `/devices/${left.id}/replace`, { device: keys() });
  expect((await location(body.id)).deviceIds).toEqual([replaced.body.device.id, right.id]);
});

test("what does not fit is refused in words, and nothing changes", async () => {
  const [old, other] = [await device("C"), await device("D")];
  const place = await watched("C", old.id);
  await watched("D", other.id);
  const button = await device("button", { profile: "milesight-ws101" });
  const refusals: [unknown, RegExp][] = [
    [{}, /device: is missing/],
    [{ deviceId: other.id }, /watches D/],
    [{ deviceId: old.id }, /itself/],
    [{ deviceId: button.id }, /measures button/],
    [{ device: keys({ appKey: undefined }) }, /appKey/],
    [{ device: { ...keys(), devEui: other.devEui } }, /registered already/],
  ];
  for (const [body, words] of refusals) {
    const { status, body: problem } = await admin("POST", `/devices/${old.id}/replace`, body);
    expect([status >= 400 && status < 500, problem.detail]).toEqual([true, expect.stringMatching(words)]);
  }
  expect(await location(place)).toMatchObject({ deviceIds: [old.id], level: { onHand: 30 } });
  expect(await deviceOf(old.id)).toMatchObject({ name: "C", state: "active" });
});

test("a device is taken out of service and back; while it is out, it may watch nothing and is not silent", async () => {
  const { id } = await device("E");
  await say(id, 1, 30, Date.now() - 30 * 86_400_000);
  expect((await deviceOf(id)).state).toBe("silent");
  expect((await admin("PATCH", `/devices/${id}`, { isRetired: true })).body.state).toBe("retired");
  expect(
    (await admin("GET", "/devices?state=retired")).body.items.map((each: { id: string }) => each.id),
  ).toContain(id);
  const refused = await admin("POST", "/locations", {
    name: "E",
    siteId: site,
    partId: part,
    deviceIds: [id],
    geometry: { kind: "fill-height", emptyDistanceMm: 1200, fullDistanceMm: 200, capacityPieces: 100 },
    policy: null,
  });
  expect([refused.status, refused.body.detail]).toMatchObject([
    422,
    expect.stringContaining("out of service"),
  ]);
  expect((await admin("PATCH", `/devices/${id}`, { isRetired: false })).body.state).toBe("silent");
  const used = await device("F");
  await watched("F", used.id);
  expect((await admin("PATCH", `/devices/${used.id}`, { isRetired: true })).status).toBe(409);
});
