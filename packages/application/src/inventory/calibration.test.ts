import { encode } from "@refill/sensors";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app?.stop());

test("a location is calibrated by what was counted and what its sensor said meanwhile", async () => {
  const { accountId, adminKey: key } = await app.createCustomer("calibration");
  const { ids, body } = lane();
  expect((await app.request("POST", "/api/v1/import", { key, body })).status).toBe(201);
  const begin = Date.now() - 3_600_000;
  let sequence = 0;
  // The lane is 1200 mm deep, and each container of 10 pieces takes 100 mm of it.
  const told = [0, 0, 0, 10, 10, 10, 100, 100, 100];
  await app.deliver(
    told.map((pieces) => reading(accountId, ids.device, ++sequence, pieces, begin + sequence * 60_000)),
  );
  const between = (first: number, last: number) => ({
    from: new Date(begin + first * 60_000).toISOString(),
    to: new Date(begin + last * 60_000 + 1).toISOString(),
  });
  const path = `/api/v1/locations/${ids.location}/calibration`;
  const draft = { kind: "containers", capacityContainers: 10, piecesPerContainer: 10 };
  const points = [
    { pieces: 0, ...between(1, 3) },
    { pieces: 10, ...between(4, 6) },
    { pieces: 100, ...between(7, 9) },
  ];
  const found = await app.request("POST", `${path}/fit`, { key, body: { draft, points } });
  expect(found.body).toMatchObject({
    geometry: { kind: "containers", emptyDistanceMm: 1200, containerDepthMm: 100 },
    fit: { verdict: "good", points: [{ pieces: 0, used: 3, dropped: 0 }, { pieces: 10 }, { pieces: 100 }] },
  });
  const put = await app.request("PUT", path, { key, body: { geometry: found.body.geometry } });
  expect(put.body.geometry).toEqual(found.body.geometry);

  const swapped = [
    { ...points[0]!, pieces: 100 },
    { ...points[1]!, pieces: 90 },
    { ...points[2]!, pieces: 0 },
  ];
  const contradiction = await app.request("POST", `${path}/fit`, { key, body: { draft, points: swapped } });
  expect([contradiction.status, contradiction.body.errors[0].field]).toEqual([422, "points"]);
  const silent = [points[0]!, { pieces: 100, ...between(20, 30) }];
  const nothing = await app.request("POST", `${path}/fit`, { key, body: { draft, points: silent } });
  expect([nothing.status, nothing.body.errors[0].field]).toEqual([422, "points[1]"]);
});

test("distances that levels are corrected by temperature for are calibrated as corrected", async () => {
  const { accountId, adminKey: key } = await app.createCustomer("calibration-cold");
  const { ids, body } = lane();
  const [device] = body.devices;
  const [location] = body.locations;
  const geometry = { ...location!.geometry, correctsByTemperature: true };
  const made = await app.request("POST", "/api/v1/import", {
    key,
    body: {
      ...body,
      devices: [{ ...device!, profile: "cayenne-lpp" }],
      locations: [{ ...location!, geometry }],
    },
  });
  expect(made.status).toBe(201);
  const begin = Date.now() - 3_600_000;
  // At −20 °C what is 706 mm away is reported as 760 mm, and 1,200 mm as 1,291 mm.
  const told = [1291, 1291, 1291, 760, 760, 760];
  await app.deliver(
    told.map((distanceMm, index) => {
      const { fPort, bytes } = encode("cayenne-lpp", { distanceMm, temperatureC: -20 });
      const at = begin + (index + 1) * 60_000;
      return {
        ...reading(accountId, ids.device, index + 1, 0, at),
        fPort,
        payload: Buffer.from(bytes).toString("base64"),
      };
    }),
  );
  const iso = (minutes: number) => new Date(begin + minutes * 60_000).toISOString();
  const found = await app.request("POST", `/api/v1/locations/${ids.location}/calibration/fit`, {
    key,
    body: {
      draft: { kind: "containers", capacityContainers: 10, piecesPerContainer: 10 },
      points: [
        { pieces: 0, from: iso(0.5), to: iso(3.5) },
        { pieces: 50, from: iso(3.5), to: iso(6.5) },
      ],
    },
  });
  expect(found.body.fit.points[0].measured).toBeCloseTo(1200, -1);
  expect(found.body.fit.points[1].measured).toBeCloseTo(706, -1);
});
