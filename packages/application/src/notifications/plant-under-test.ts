import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { type ApplicationUnderTest, lane, reading } from "../application-under-test.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
export type Any = any;

/** A customer with lanes of one site, and an admin who is mailed whatever the time of day. */
export async function plant(app: ApplicationUnderTest, lanes = 1) {
  const own = await app.createCustomer(`told-${randomUUID().slice(0, 8)}`);
  const { ids, body } = lane();
  const places = Array.from({ length: lanes }, (_, n) => {
    const [device, location] = n === 0 ? [ids.device, ids.location] : [randomUUID(), randomUUID()];
    return {
      device: {
        ...body.devices[0]!,
        id: device,
        devEui: randomUUID().replaceAll("-", "").slice(0, 16),
        name: `Sensor ${n + 1}`,
      },
      location: { ...body.locations[0]!, id: location, deviceIds: [device], name: `A-${n + 1}` },
    };
  });
  const request = (method: string, path: string, sent?: unknown) =>
    app.request(method, `/api/v1${path}`, { key: own.adminKey, body: sent });
  const imported = await request("POST", "/import", {
    ...body,
    devices: places.map(({ device }) => device),
    locations: places.map(({ location }) => location),
  });
  expect(imported.status).toBe(201);
  let sequence = 0;
  const member = async (role: "admin" | "user", name: string) => {
    const made = await app.member(own.accountId, role, name);
    const { browser, id, email } = made;
    const api = async (method: string, path: string, sent?: unknown) => {
      const answer = await browser.api(method, path, sent);
      expect([method, path, answer.status, answer.status < 300 ? "" : answer.body]).toEqual([
        method,
        path,
        expect.any(Number),
        "",
      ]);
      return answer.body;
    };
    return {
      browser,
      id,
      email,
      name,
      api,
      list: async (query = "") => api("GET", `/notifications${query}`),
    };
  };
  const admin = await member("admin", "Ada Admin");
  await admin.api("PATCH", "/profile/notifications", { quietHours: null });
  return {
    ...own,
    ids,
    places,
    request,
    member,
    admin,
    see: (...pieces: number[]) =>
      app.deliver(pieces.map((each) => reading(own.accountId, ids.device, ++sequence, each))),
    seeAll: (pieces: number, times = 3) =>
      app.deliver(
        Array.from({ length: times }, () => ++sequence).flatMap((n) =>
          places.map(({ device }) => reading(own.accountId, device.id, n, pieces)),
        ),
      ),
    mails: async (to: string): Promise<Any[]> =>
      (await request("GET", "/mailbox")).body.items.filter(
        (mail: Any) => mail.to === to && mail.text.includes("/notifications"),
      ),
  };
}
