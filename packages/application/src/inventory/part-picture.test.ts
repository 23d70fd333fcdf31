import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, lane, startApplicationUnderTest } from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app?.stop());

/** https://www.w3.org/TR/png/: signature, and no more of it is looked at. */
const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(40, 7)]);

test("a part has a picture: given, shown, replaced, taken away; what is no picture is refused", async () => {
  const { adminKey: key } = await app.createCustomer("pictures");
  const { ids, body } = lane();
  const made = await app.request("POST", "/api/v1/import", { key, body });
  expect(made.body).toMatchObject({ created: { parts: 1 } });
  const path = `/api/v1/parts/${ids.part}/picture`;
  const put = (bytes: Buffer) => app.request("PUT", path, { key, body: { data: bytes.toString("base64") } });
  const fetched = () => fetch(`${app.baseUrl}${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await fetched()).status).toBe(404);
  const given = await put(png);
  expect([given.status, given.body.pictureAt]).toEqual([200, expect.stringMatching(/^20/)]);
  const shown = await fetched();
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(shown.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true);

  const script = await put(Buffer.from("<svg onload='alert(1)'>"));
  expect([script.status, script.body.errors[0].field]).toEqual([422, "data"]);
  const large = await put(Buffer.concat([png, Buffer.alloc(500_000)]));
  expect(large.status).toBeGreaterThanOrEqual(400);
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(10)]);
  await put(jpeg);
  expect((await fetched()).headers.get("content-type")).toBe("image/jpeg");
  // A change of the part leaves its picture.
  const renamed = await app.request("PATCH", `/api/v1/parts/${ids.part}`, { key, body: { name: "Screw" } });
  expect(renamed.body.pictureAt).not.toBeNull();
  expect((await app.request("DELETE", path, { key })).status).toBe(204);
  expect((await fetched()).status).toBe(404);
});
