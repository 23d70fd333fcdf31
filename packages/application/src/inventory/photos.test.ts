import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  reading,
  startApplicationUnderTest,
} from "../application-under-test.ts";
import { mostPhotos } from "./photo-routes.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app?.stop());

/** ITU-T T.81: how a JPEG begins; no more of it is looked at. */
const jpeg = (seed: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(90, seed)]);

test("a location has up to five photos: taken, shown, removed, and gone with it", async () => {
  const { accountId, adminKey: key, userKey } = await app.createCustomer("photos");
  const { ids, body } = lane();
  await app.request("POST", "/api/v1/import", { key, body });
  const path = `/api/v1/locations/${ids.location}/photos`;
  const add = (bytes: Buffer, by = key) =>
    app.request("POST", path, { key: by, body: { data: bytes.toString("base64") } });
  expect((await app.request("GET", path, { key: userKey })).body.items).toEqual([]);
  const taken: string[] = [];
  for (let index = 0; index < mostPhotos; index++) {
    const { status, body: photo } = await add(jpeg(index));
    expect(status).toBe(201);
    taken.push(photo.id);
  }
  expect((await add(jpeg(9))).status).toBe(409);
  expect((await add(Buffer.from("<svg onload='alert(1)'>"))).status).toBe(422);
  expect((await add(jpeg(9), userKey)).status).toBe(403);
  const shown = await fetch(`${app.baseUrl}${path}/${taken[2]}`, {
    headers: { authorization: `Bearer ${userKey}` },
  });
  expect(shown.headers.get("content-type")).toBe("image/jpeg");
  expect(Buffer.from(await shown.arrayBuffer()).equals(jpeg(2))).toBe(true);
  // What is changed of the location leaves its photos.
  const renamed = await app.request("PATCH", `/api/v1/locations/${ids.location}`, {
    key,
    body: { name: "A-02" },
  });
  expect(renamed.body.photos.map(({ id }: { id: string }) => id)).toEqual(taken);
  expect((await app.request("DELETE", `${path}/${taken[2]}`, { key })).status).toBe(204);
  expect((await app.request("DELETE", `${path}/${taken[2]}`, { key })).status).toBe(404);
  expect((await app.request("GET", `${path}/${taken[2]}`, { key })).status).toBe(404);
  expect((await app.request("GET", path, { key })).body.items).toHaveLength(mostPhotos - 1);
  const elsewhere = `/api/v1/locations/${randomUUID()}/photos/${taken[0]}`;
  expect((await app.request("GET", elsewhere, { key })).status).toBe(404);
  expect((await app.request("DELETE", `/api/v1/locations/${ids.location}`, { key })).status).toBe(204);
  const left = await app.accounts.store.query(accountId, (tx) => tx.query("select 1 from location_photo"));
  expect(left.rows).toHaveLength(0);
});

test("readings say how sure their level is", async () => {
  const { accountId, adminKey: key } = await app.createCustomer("confidence");
  const { ids, body } = lane();
  await app.request("POST", "/api/v1/import", { key, body });
  await app.deliver([1, 2, 3].map((sequence) => reading(accountId, ids.device, sequence, 60)));
  const read = await app.request("GET", `/api/v1/locations/${ids.location}/measurements`, { key });
  const last = read.body.items.at(-1);
  expect(last.onHand).toBe(60);
  expect(last.confidence).toBeGreaterThan(0.5);
  expect(last.confidence).toBeLessThanOrEqual(1);
});
