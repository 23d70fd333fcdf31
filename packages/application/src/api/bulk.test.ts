import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app?.stop());
beforeEach(() => {
  app.requests.length = 0;
});

async function customer() {
  const own = await app.createCustomer(`bulk-${randomUUID().slice(0, 8)}`);
  const ask = (method: string, path: string, body?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, body });
  const list = async (path: string) => (await ask("GET", path)).body.items as { id: string; name: string }[];
  return { ...own, ask, list };
}
type Result = {
  index: number;
  status: number;
  id?: string;
  problem?: { type: string; errors?: { field: string }[] };
};
const statuses = (body: { items: Result[] }) => body.items.map(({ status }) => status);

let euis = 0;
const newDevice = () => ({
  devEui: `a84041fffe${(0x100000 + euis++).toString(16)}`,
  joinEui: "24e124c0002a0001",
  appKey: "00112233445566778899aabbccddeeff",
  name: "Sensor",
  profile: "milesight-em310-udl",
});

test("each item of a bulk request is done by itself; those that are refused say why and change nothing", async () => {
  const { ask, list } = await customer();
  const { body: hall } = await ask("POST", "/sites", { name: "Hall" });
  const { body: old } = await ask("POST", "/sites", { name: "Old" });
  const own = randomUUID();
  const { status, body } = await ask("POST", "/sites/bulk", {
    items: [
      { create: { id: own, name: "Hall 1" } },
      { create: { name: "HALL" } },
      { create: { name: 7 } },
      { update: { id: hall.id, version: 1, name: "Hall 0" } },
      { update: { id: hall.id, version: 1, name: "Hall X" } },
      { delete: { id: old.id } },
      { delete: { id: randomUUID() } },
      { create: { id: own, name: "Hall 2" } },
      { create: { name: "Old" } },
      { create: { name: "a" }, delete: { id: own } },
      { rename: { id: own } },
      { update: { id: own, colour: "red" } },
    ],
  });
  expect([status, statuses(body)]).toEqual([
    200,
    [201, 409, 400, 200, 412, 204, 404, 409, 201, 400, 400, 400],
  ]);
  expect(body.items[0]).toMatchObject({
    index: 0,
    id: own,
    resource: { id: own, name: "Hall 1", version: 1 },
  });
  expect(body.items[1].problem).toMatchObject({
    type: "urn:refill:problem:name-taken",
    errors: [{ field: "name" }],
  });
  expect(body.items[2].problem.errors).toEqual([{ field: "name", message: "must be string" }]);
  expect(body.items[4].problem).toMatchObject({ type: "urn:refill:problem:version-changed", version: 2 });
  expect(body.items[11].problem.errors).toEqual([{ field: "colour", message: "is not known here" }]);
  expect((await list("/sites")).map(({ name }) => name)).toEqual(["Hall 0", "Hall 1", "Old"]);
});

test("a bulk request has at most 1,000 items", async () => {
  const { ask, list } = await customer();
  const items = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ create: { name: `Site ${n}` } }));
  for (const wrong of [items(1001), []])
    expect((await ask("POST", "/sites/bulk", { items: wrong })).status).toBe(400);
  expect(await list("/sites")).toEqual([]);
  const { body } = await ask("POST", "/sites/bulk", { items: items(1000) });
  expect(new Set(statuses(body))).toEqual(new Set([201]));
});

test("locations with their references, in bulk: one device can't watch two of them", async () => {
  const { ask } = await customer();
  const { ids, body } = lane();
  await ask("POST", "/import", body);
  const { id: _id, ...location } = body.locations[0]!;
  const made = await ask("POST", "/locations/bulk", {
    items: [
      { update: { id: ids.location, deviceIds: [] } },
      { create: { ...location, name: "B-1" } },
      { create: { ...location, name: "B-2" } },
      { create: { ...location, name: "b-1", deviceIds: [] } },
      { create: { ...location, name: "B-3", deviceIds: [], partId: randomUUID() } },
    ],
  });
  expect(statuses(made.body)).toEqual([200, 201, 422, 409, 422]);
  expect(made.body.items[1].resource).toMatchObject({
    deviceIds: [ids.device],
    state: "unknown",
    capacity: 100,
  });
});

test("devices are registered at the network server in one request; another customer's DevEUI fails its item only", async () => {
  const { ask, list } = await customer();
  const [ours, theirs, also] = [newDevice(), newDevice(), newDevice()];
  app.takenEuis.add(theirs.devEui).add(also.devEui);
  const { body } = await ask("POST", "/devices/bulk", {
    items: [
      { create: ours },
      { create: theirs },
      { create: newDevice() },
      { create: also },
      { create: ours },
    ],
  });
  expect(statuses(body)).toEqual([201, 409, 201, 409, 409]);
  for (const index of [1, 3, 4])
    expect(body.items[index].problem).toMatchObject({
      type: "urn:refill:problem:dev-eui-taken",
      errors: [{ field: "devEui" }],
    });
  expect(JSON.stringify(body)).not.toContain(ours.appKey);
  const asked = app.requests.filter(({ name }) => name === "register-devices");
  expect(asked).toHaveLength(2);
  const registered = await list("/devices");
  expect(
    (asked[1] as { devices: { deviceId: string }[] }).devices.map(({ deviceId }) => deviceId).sort(),
  ).toEqual(registered.map(({ id }) => id).sort());
  const removed = await ask("POST", "/devices/bulk", {
    items: registered.map(({ id }) => ({ delete: { id } })),
  });
  expect(statuses(removed.body)).toEqual([204, 204]);
  expect(app.requests.filter(({ name }) => name === "remove-devices")).toHaveLength(1);
});

test("gateways in bulk show their version, and what they say of themselves beside it", async () => {
  const { ask } = await customer();
  const input = (n: number) => ({
    gatewayEui: `a84041ffff0000${(0x10 + n).toString(16)}`,
    name: `Roof ${n}`,
  });
  const { body } = await ask("POST", "/gateways/bulk", {
    items: [{ create: input(1) }, { create: input(2) }],
  });
  expect(statuses(body)).toEqual([201, 201]);
  expect(body.items[0].resource).toMatchObject({ name: "Roof 1", version: 1, softwareVersion: null });
  const changed = await ask("PATCH", `/gateways/${body.items[0].id}`, { name: "Roof" });
  expect(changed.body.version).toBe(2);
});

test("what was registered at the network server is taken back when the commit fails", async () => {
  const { ask, list, accountId } = await customer();
  const schema = `account_${accountId.replaceAll("-", "")}`;
  await app.owner.query(`alter table ${schema}.device add constraint none check (false) not valid`);
  const failed = await ask("POST", "/devices/bulk", {
    items: [{ create: newDevice() }, { create: newDevice() }],
  });
  expect(failed.status).toBe(500);
  const devices = app.requests.flatMap((each) => (each.name === "register-devices" ? each.devices : []));
  const gone = app.requests.flatMap((each) => (each.name === "remove-devices" ? each.deviceIds : []));
  expect(gone.sort()).toEqual(devices.map(({ deviceId }) => deviceId).sort());
  await app.owner.query(`alter table ${schema}.device drop constraint none`);
  expect(await list("/devices")).toEqual([]);
});

test("a connection that is cut during a bulk request leaves all of it or nothing", async () => {
  const { ask, adminKey } = await customer();
  const count = 400;
  let round = 0;
  for (const share of [0.3, 0.99, 1]) {
    round++;
    const body = JSON.stringify({
      items: Array.from({ length: count }, (_, n) => ({ create: { name: `Cut ${round} ${n}` } })),
    });
    const { hostname, port } = new URL(app.baseUrl);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    socket.write(
      `POST /api/v1/sites/bulk HTTP/1.1\r\nhost: refill\r\nauthorization: Bearer ${adminKey}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`,
    );
    await new Promise<void>((sent) =>
      socket.write(body.slice(0, Math.floor(body.length * share)), () => sent()),
    );
    socket.destroy();
    // Whatever of it is still under way ends before this change of the same account.
    await ask("POST", "/sites", { name: `After ${round}` });
    const found = async () => {
      const { items, nextCursor } = (await ask("GET", `/sites?q=cut%20${round}&limit=1000`)).body;
      expect(nextCursor).toBeNull();
      return items.length as number;
    };
    if (share < 1) expect(await found()).toBe(0);
    else await until(async () => [0, count].includes(await found()));
    expect([0, count]).toContain(await found());
  }
});

test("of parallel creations of one name, one succeeds and the others learn which field it is", async () => {
  const { ask, adminKey } = await customer();
  const { body } = lane();
  await ask("POST", "/import", { ...body, locations: [] });
  const { id: _p, ...part } = body.parts[0]!;
  const { id: _s, ...supplier } = body.suppliers[0]!;
  const { id: _l, ...location } = body.locations[0]!;
  const other = await app.startAnother();
  const cases: [string, string, (index: number) => object][] = [
    ["/sites", "name", (index) => ({ name: index % 2 === 0 ? "Hall 9" : "HALL 9" })],
    ["/suppliers", "name", () => ({ ...supplier, name: "Screws & Co" })],
    ["/parts", "number", (index) => ({ ...part, number: index % 2 === 0 ? "m8-10" : "M8-10" })],
    ["/locations", "name", () => ({ ...location, name: "C-01", deviceIds: [] })],
  ];
  for (const [path, field, input] of cases) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        app.request("POST", `/api/v1${path}`, {
          key: adminKey,
          body: input(index),
          ...(index % 3 === 2 ? { baseUrl: other.baseUrl } : {}),
        }),
      ),
    );
    expect([path, answers.map(({ status }) => status).sort()]).toEqual([path, [201, ...Array(9).fill(409)]]);
    for (const { status, body: refused } of answers)
      if (status === 409)
        expect(refused).toMatchObject({ type: "urn:refill:problem:name-taken", errors: [{ field }] });
  }
  await other.stop();
});

test("a name is free again when its record is renamed or removed, and may be the same in another site", async () => {
  const { ask } = await customer();
  const { ids, body } = lane();
  await ask("POST", "/import", body);
  const { id: _id, ...location } = body.locations[0]!;
  const bare = { ...location, deviceIds: [] };
  expect((await ask("POST", "/locations", bare)).status).toBe(409);
  const { body: hall } = await ask("POST", "/sites", { name: "Hall 2" });
  expect((await ask("POST", "/locations", { ...bare, siteId: hall.id })).status).toBe(201);
  expect((await ask("PATCH", `/locations/${ids.location}`, { siteId: hall.id })).status).toBe(409);
  await ask("PATCH", `/locations/${ids.location}`, { name: "Renamed" });
  expect((await ask("POST", "/locations", bare)).status).toBe(201);
  // Its own name in another case is no conflict.
  expect((await ask("PATCH", `/locations/${ids.location}`, { name: "RENAMED" })).status).toBe(200);
});

test("every problem has a registered type with something to do about it", async () => {
  const { body, status } = await app.request("GET", "/api/v1/problems");
  expect([status, body.nextCursor]).toEqual([200, null]);
  for (const { code, type, statuses: known, title, remedy } of body.items) {
    expect(type).toBe(`urn:refill:problem:${code}`);
    expect([code, known.length > 0, title.length > 0, remedy.endsWith(".")]).toEqual([
      code,
      true,
      true,
      true,
    ]);
  }
  const { ask } = await customer();
  const refused = await ask("GET", `/sites/${randomUUID()}`);
  expect(body.items.map(({ type }: { type: string }) => type)).toContain(refused.body.type);
});
