import { randomUUID } from "node:crypto";
import type { Request } from "@refill/protocol";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startApplicationUnderTest } from "../application-under-test.ts";

let app: Awaited<ReturnType<typeof startApplicationUnderTest>>;
let customer: Awaited<ReturnType<typeof app.createCustomer>>;
beforeAll(async () => {
  app = await startApplicationUnderTest();
  customer = await app.createCustomer("lorawan");
});
afterAll(() => app?.stop());
beforeEach(() => {
  app.answers.clear();
  app.requests.length = 0;
});

const admin = (method: string, path: string, body?: unknown) =>
  app.request(method, `/api/v1${path}`, { key: customer.adminKey, body });
const user = (method: string, path: string, body?: unknown) =>
  app.request(method, `/api/v1${path}`, { key: customer.userKey, body });
const asked = <N extends Request["name"]>(name: N) =>
  app.requests.filter((request): request is Extract<Request, { name: N }> => request.name === name);

let devices = 0;
const hex = (digits: number) => (devices++).toString(16).padStart(digits, "0");
const newDevice = (change: object = {}) => ({
  devEui: hex(16),
  joinEui: "24e124c0002a0001",
  appKey: "00112233445566778899aabbccddeeff",
  name: "A-01",
  profile: "milesight-em310-udl",
  ...change,
});
/** What the audit trail says of such actions, the latest first. */
const noted = async (action: string) => (await admin("GET", `/audit-entries?action=${action}`)).body.items;
async function registered(): Promise<string> {
  const { status, body } = await admin("POST", "/devices", newDevice());
  expect(status).toBe(201);
  return body.id;
}

const files: { what: string; csv: string; query?: string; count?: number; refused?: RegExp[] }[] = [
  {
    what: "commas, quotes, vendors' names of columns",
    csv: 'Serial Number,DevEUI,AppEUI,AppKey\n"S ""1""",A84041FFFE000001,24E124C0002A0001,00112233445566778899AABBCCDDEEFF\n',
    count: 1,
  },
  {
    what: "semicolons, a byte order mark, Windows' line ends and blank lines",
    csv: "\uFEFFdev_eui;app_key\r\nA8-40-41-FF-FE-00-00-02;0x00112233445566778899AABBCCDDEEFF\r\n\r\n;\r\nA84041FFFE000003;00112233445566778899AABBCCDDEEFF",
    query: "&joinEui=24e124c0002a0001",
    count: 2,
  },
  {
    what: "tabs, region, version and class",
    csv: "DevEUI\tJoinEUI\tAppKey\tNwkKey\tRegion\tVersion\tClass\nA84041FFFE000004\t24E124C0002A0001\t00112233445566778899AABBCCDDEEFF\tffeeddccbbaa99887766554433221100\tUS915\t1.1\tC\n",
    count: 1,
  },
  { what: "an empty file", csv: " ", refused: [/has no line/] },
  { what: "no column with keys", csv: "DevEUI,Name\n1,2\n", refused: [/line 1 must name the columns/] },
  { what: "no device", csv: "DevEUI,AppKey\n", refused: [/no device below/] },
  {
    what: "wrong values, each named by its line",
    csv: "DevEUI,JoinEUI,AppKey,Region,Class\nA84041FFFE000005,24E124C0002A0001,xy,EU868,A\nA84041,24E124C0002A0001,00112233445566778899AABBCCDDEEFF,MARS,D\n",
    refused: [/line 2, appKey/, /line 3, devEui/, /line 3, region/, /line 3, class/],
  },
  {
    what: "the same DevEUI twice",
    csv: "DevEUI,JoinEUI,AppKey\nA84041FFFE000006,24E124C0002A0001,00112233445566778899AABBCCDDEEFF\nA84041FFFE000006,24E124C0002A0001,00112233445566778899AABBCCDDEEFF\n",
    refused: [/line 3.*registered already/],
  },
  { what: "quotes that don't end", csv: 'DevEUI,AppKey\n"A84041', refused: [/is no CSV/] },
];
for (const { what, csv, query = "", count, refused } of files)
  test(`a file of devices: ${what}`, async () => {
    const before = (await admin("GET", "/devices")).body.items.length;
    const { status, body } = await admin("POST", `/devices/file?profile=milesight-em310-udl${query}`, {
      csv,
    });
    const after = (await admin("GET", "/devices")).body.items.length;
    if (count) {
      expect([status, body.items?.length, after - before]).toEqual([201, count, count]);
      expect(asked("register-devices")[0]!.devices).toHaveLength(count);
      expect(JSON.stringify(body)).not.toMatch(/00112233445566778899aabbccddeeff/i);
      return;
    }
    expect([status >= 400 && status < 500, after - before]).toEqual([true, 0]);
    const text = [
      body.detail,
      ...(body.errors ?? []).map(
        (each: { field: string; message: string }) => `${each.field} ${each.message}`,
      ),
    ].join("\n");
    for (const pattern of refused!) expect(text).toMatch(pattern);
  });

test("the network server's refusal of a file's device undoes the whole file", async () => {
  app.takenEuis.add("a84041fffe000010");
  const csv =
    "DevEUI,JoinEUI,AppKey\nA84041FFFE000009,24E124C0002A0001,00112233445566778899AABBCCDDEEFF\nA84041FFFE000010,24E124C0002A0001,00112233445566778899AABBCCDDEEFF\n";
  const { status, body } = await admin("POST", "/devices/file?profile=milesight-em310-udl", { csv });
  expect(status).toBe(409);
  expect(body.detail).toContain("a84041fffe000010");
  expect(asked("remove-devices")[0]!.deviceIds).toHaveLength(2);
});

test("a device's QR code is read; what is none is refused in words", async () => {
  const text = "LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122:SYYWWNNNNNN";
  expect(await admin("POST", "/devices/qr-code", { text })).toMatchObject({
    status: 200,
    body: { devEui: "aabbccddeeff0011", joinEui: "1122334455667788", serialNumber: "YYWWNNNNNN" },
  });
  const refused = await admin("POST", "/devices/qr-code", { text: "https://example.com" });
  expect([refused.status, refused.body.errors[0].field]).toEqual([422, "text"]);
});

test("a downlink goes to the network server with its bytes; users may only look", async () => {
  const id = await registered();
  let stored: Extract<Request, { name: "enqueue-downlink" }> | undefined;
  app.answers.set("enqueue-downlink", (request) => {
    stored = request as typeof stored;
    return null;
  });
  app.answers.set("downlinks", () => [
    {
      downlinkId: stored!.downlinkId,
      fPort: stored!.fPort,
      payload: stored!.payload,
      confirmed: stored!.confirmed,
      state: "queued",
      createdAt: 1,
      changedAt: 1,
      expiresAt: null,
    },
  ]);
  const input = { fPort: 85, payload: "ff0384", confirmed: true };
  expect((await user("POST", `/devices/${id}/downlinks`, input)).status).toBe(403);
  const sent = await admin("POST", `/devices/${id}/downlinks`, input);
  expect(sent).toMatchObject({ status: 201, body: { payload: "ff0384", state: "queued", confirmed: true } });
  expect(stored!.accountId).toBe(customer.accountId);
  expect((await user("GET", `/devices/${id}/downlinks`)).body.items).toHaveLength(1);
  for (const wrong of [
    { fPort: 0, payload: "00" },
    { fPort: 224, payload: "00" },
    { fPort: 1, payload: "0" },
    { fPort: 1, payload: "00".repeat(243) },
    { fPort: 1, payload: "00", expiresAt: "2020-01-01T00:00:00Z" },
  ])
    expect((await admin("POST", `/devices/${id}/downlinks`, wrong)).status).toBeGreaterThanOrEqual(400);
  app.answers.set("remove-downlinks", () => 0);
  expect((await admin("DELETE", `/devices/${id}/downlinks/${randomUUID()}`)).status).toBe(404);
  // Only the one that was taken stands in the audit trail.
  expect(await noted("downlink.")).toMatchObject([
    { action: "downlink.queued", target: { id, name: "A-01" }, detail: { fPort: 85, payload: "ff0384" } },
  ]);
});

test("stored messages are for admins; nothing of the device itself is", async () => {
  const id = await registered();
  app.answers.set("device-messages", () => [
    {
      accountId: customer.accountId,
      deviceId: id,
      sequence: 1,
      receivedAt: 1_700_000_000_000,
      frameCounter: 0,
      fPort: 85,
      payload: "AXVk",
      dataRate: "SF7BW125",
      spreadingFactor: 7,
      frequencyHz: 868_100_000,
      receptions: [{ gatewayEui: "a840410000000001", rssiDbm: -60, snrDb: 9 }],
      framesHeard: 1,
      framesLost: 0,
    },
  ]);
  expect((await user("GET", `/devices/${id}/messages`)).status).toBe(403);
  expect((await admin("GET", `/devices/${id}/messages`)).body.items).toMatchObject([
    { payload: "017564", reading: { batteryPercent: 100 }, notRead: null },
  ]);
});

test("a setting of the radio goes to the network server; a name does not", async () => {
  const id = await registered();
  await admin("PATCH", `/devices/${id}`, { name: "other" });
  expect(asked("change-device")).toHaveLength(0);
  await admin("PATCH", `/devices/${id}`, { allowsCounterReset: true, radio: { adr: false } });
  expect(asked("change-device")).toMatchObject([
    { deviceId: id, settings: { allowsCounterReset: true, radio: { adr: false }, deviceClass: "A" } },
  ]);
});

test("station credentials are made for one's own gateways only, by admins, and shown once", async () => {
  const { body: gateway } = await admin("POST", "/gateways", {
    gatewayEui: hex(16),
    name: "Roof",
    region: "US915",
    channelBlock: 1,
  });
  expect(asked("register-gateways")[0]!.gateways).toMatchObject([{ regionName: "US915", channelBlock: 1 }]);
  const credentials = {
    lnsUri: "wss://a:1",
    cupsUri: "https://a:1",
    caCertificate: "C",
    certificate: "D",
    key: "E",
    token: "F",
  };
  app.answers.set("renew-gateway-credentials", () => credentials);
  const path = `/gateways/${gateway.id}/station-credentials`;
  expect((await user("POST", path, {})).status).toBe(403);
  expect(await admin("POST", path, {})).toMatchObject({ status: 201, body: credentials });
  expect((await noted("gateway.credentials-renewed"))[0]).toMatchObject({
    actor: { kind: "api-key", name: "admin" },
    target: { kind: "gateway", id: gateway.id },
  });
  const other = await app.createCustomer("other");
  expect((await app.request("POST", `/api/v1${path}`, { key: other.adminKey, body: {} })).status).toBe(404);
});

test("unknown gateways are shown to those in the same network only", async () => {
  const gateway = { lastSeenAt: 1_700_000_000_000, protocol: "semtech-udp" };
  app.answers.set("unknown-gateways", () => [
    { ...gateway, gatewayEui: "a840410000000001", address: "127.0.0.1" },
    { ...gateway, gatewayEui: "a840410000000002", address: "203.0.113.7" },
  ]);
  const { body } = await user("GET", "/unknown-gateways");
  expect(body.items.map((each: { gatewayEui: string }) => each.gatewayEui)).toEqual(["a840410000000001"]);
});

test("multicast groups name their own devices; keys are never given out", async () => {
  const id = await registered();
  const groups: object[] = [];
  app.answers.set("put-multicast-group", (request) => {
    const { mcKey: _, ...group } = (request as Extract<Request, { name: "put-multicast-group" }>).group;
    groups.push({ ...group, frameCounterDown: 0 });
    return null;
  });
  app.answers.set("multicast-groups", () => groups);
  const group = {
    region: "EU868",
    mcAddr: "01FFAA00",
    mcKey: "00112233445566778899aabbccddeeff",
    groupClass: "C",
    dataRate: 0,
    frequencyHz: 869_525_000,
    periodicity: 0,
    deviceIds: [id],
  };
  const made = await admin("POST", "/multicast-groups", group);
  expect(made).toMatchObject({ status: 201, body: { mcAddr: "01ffaa00", deviceIds: [id] } });
  expect(JSON.stringify(made.body)).not.toContain("00112233445566778899");
  const foreign = await admin("POST", "/multicast-groups", { ...group, deviceIds: [randomUUID()] });
  expect([foreign.status, foreign.body.errors[0].field]).toEqual([422, "deviceIds[0]"]);
  const entries = await noted("multicast-group.");
  expect(entries).toMatchObject([{ action: "multicast-group.created", target: { name: "01FFAA00" } }]);
  expect(JSON.stringify(entries)).not.toContain("00112233445566778899");
});
