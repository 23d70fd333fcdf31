import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";
import { type Any, plant } from "./plant-under-test.ts";
import { nextDigest } from "./times.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest({
    application: { notificationPlan: { gatherMs: 600, betweenMailsMs: 0, lookMs: 60_000 } },
  });
});
afterAll(() => app.stop());

test("an empty location is told on the page, live and by mail, and is over when it is filled", async () => {
  const { admin, see, ids, mails, adminKey } = await plant(app);
  const live: string[] = [];
  const abort = new AbortController();
  const stream = await fetch(`${app.baseUrl}/api/v1/events`, {
    headers: { authorization: `Bearer ${adminKey}` },
    signal: abort.signal,
  });
  (async () => {
    for await (const chunk of stream.body!) live.push(Buffer.from(chunk).toString());
  })().catch(() => {});
  await see(80, 80, 80, 0, 0, 0);
  const { items, unread } = await until(async () => {
    const page = await admin.list("?group=stock");
    return page.items.length > 0 && page;
  });
  expect(items).toMatchObject([
    {
      kind: "location-empty",
      subject: { kind: "location", id: ids.location, name: "A-1" },
      title: "A-1 is empty",
      detail: "M6-20 Hexagon screw M6x20 · Hall 1",
      path: `/locations/${ids.location}`,
      siteId: ids.site,
      isOpen: true,
      isRead: false,
      resolvedAt: null,
    },
  ]);
  expect(unread).toBeGreaterThan(0);
  expect(await admin.api("GET", `/notifications/${items[0].id}`)).toEqual(items[0]);
  await until(() => live.join("").includes(`event: notification\n`));
  const [mail] = await until(async (): Promise<Any> => {
    const found = await mails(admin.email);
    return found.length > 0 && found;
  });
  expect(mail).toMatchObject({ subject: "Refill: A-1 is empty", to: admin.email });
  expect(mail.text).toContain(`/locations/${ids.location}`);
  expect(mail.text).toContain("/settings/notifications");
  await see(80, 80, 80);
  const filled = await until(async () => {
    const page = await admin.list("?kind=location-empty&open=false");
    return page.items.length > 0 && page;
  });
  expect(filled.items[0]).toMatchObject({ isOpen: false });
  // Empty again soon: it goes on, and nobody is mailed again.
  await see(0, 0, 0);
  const again = await until(async () => {
    const page = await admin.list("?kind=location-empty&open=true");
    return page.items.length > 0 && page;
  });
  expect(again.items[0]).toMatchObject({ id: items[0].id, returned: 1 });
  expect(again.items[0].detail).toContain("came back once");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await mails(admin.email)).toHaveLength(1);
  abort.abort();
});

test("a burst of many locations is one mail that counts them and names some", async () => {
  const { admin, seeAll, mails } = await plant(app, 60);
  await seeAll(80);
  await seeAll(0);
  const [mail] = await until(async (): Promise<Any> => {
    const found = await mails(admin.email);
    return found.length > 0 && found;
  });
  expect(mail.subject).toBe("Refill: 60 locations are empty");
  expect(mail.text).toContain("and 50 more");
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect((await mails(admin.email)).map(({ subject }) => subject)).toEqual([
    "Refill: 60 locations are empty",
  ]);
  // Page by page, newest first, nothing twice.
  const seen = new Set<string>();
  for (let cursor = ""; ; ) {
    const page = await admin.list(`?kind=location-empty&limit=25${cursor}`);
    for (const { id } of page.items) seen.add(id);
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(seen.size).toBe(60);
});

test("what is read is read for one member only, one by one or all at once", async () => {
  const { admin, member, seeAll } = await plant(app, 3);
  const other = await member("admin", "Otto Other");
  await seeAll(80);
  await seeAll(0);
  const { items } = await until(async () => {
    const page = await admin.list("?kind=location-empty");
    return page.items.length === 3 && page;
  });
  const before = (await admin.list()).unread;
  expect((await admin.api("POST", "/notifications/read", { ids: [items[0].id] })).unread).toBe(before - 1);
  expect((await admin.list("?kind=location-empty&unread=true")).items).toHaveLength(2);
  expect((await admin.api("POST", "/notifications/read", { all: true })).unread).toBe(0);
  expect((await admin.list("?unread=true")).items).toEqual([]);
  expect((await other.list("?kind=location-empty&unread=true")).items).toHaveLength(3);
});

test("a suspended member is mailed nothing, and sees what still lasts when they are back", async () => {
  const { admin, member, see, mails, request } = await plant(app);
  const away = await member("admin", "Wanda Away");
  await away.api("PATCH", "/profile/notifications", { quietHours: null });
  await admin.api("PATCH", `/members/${away.id}`, { state: "suspended" });
  await see(80, 80, 80, 0, 0, 0);
  await until(async () => (await mails(admin.email)).length > 0);
  expect(await mails(away.email)).toEqual([]);
  await request("PATCH", `/members/${away.id}`, { state: "active" });
  await away.browser.signIn();
  expect((await away.list("?kind=location-empty&open=true")).items).toHaveLength(1);
});

test("in quiet hours nothing is mailed; what they held back is mailed once they are over", async () => {
  const { admin, see, mails } = await plant(app);
  const now = Temporal.Now.zonedDateTimeISO("UTC");
  const time = (hours: number) => now.add({ hours }).toPlainTime().toString().slice(0, 5);
  const quietHours = { from: time(-2), to: time(2) };
  await admin.api("PATCH", "/profile", { timeZone: "UTC" });
  const kept = await admin.api("PATCH", "/profile/notifications", { quietHours });
  expect(kept).toMatchObject({ quietHours, timeZone: "UTC" });
  await see(80, 80, 80, 0, 0, 0);
  await until(async () => (await admin.list("?kind=location-empty")).items.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(await mails(admin.email)).toEqual([]);
  await admin.api("PATCH", "/profile/notifications", { quietHours: null });
  await until(async () => (await mails(admin.email)).length > 0);
});

test("a digest tells what is new once, at the time that is chosen now, and is not sent when nothing is", async () => {
  const { admin, see, mails } = await plant(app);
  const choose = async (at: string): Promise<number> => {
    const digest = { days: [1, 2, 3, 4, 5, 6, 7], at };
    const ways = { "location-empty": "digest" };
    const body = { digest, ways };
    const { nextDigestAt } = await admin.api("PATCH", "/profile/notifications", body);
    expect(Date.parse(nextDigestAt)).toBe(nextDigest(digest, "Europe/Berlin", Date.now()));
    return Date.parse(nextDigestAt);
  };
  /** As if the time had come; gives whether a job waited for it. */
  const come = async (digestAt: number) => {
    const { rowCount } = await app.owner.query(
      "update jobs.job set start_after = now() where name = 'notification-mail' and state = 'created' and singleton_key = $1",
      [`${admin.id}/${digestAt}`],
    );
    return rowCount === 1;
  };
  await admin.api("PATCH", "/profile", { timeZone: "Europe/Berlin" });
  const before = await choose("03:10");
  await see(80, 80, 80, 0, 0, 0);
  await until(async () => (await admin.list("?kind=location-empty")).items.length > 0);
  const digestAt = await choose("04:20");
  expect(await come(before)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await mails(admin.email)).toEqual([]);
  expect(await come(digestAt)).toBe(true);
  await until(async () => (await mails(admin.email)).length > 0);
  expect((await mails(admin.email))[0].subject).toBe("Refill: digest: A location is empty");
  // Nothing new since: the next one is not sent.
  const next = await choose("05:30");
  expect(await come(next)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(await mails(admin.email)).toHaveLength(1);
});

test("an admin is told of everything, a user of what concerns their work; the defaults can be changed", async () => {
  const { admin, member, request } = await plant(app);
  const user = await member("user", "Ute User");
  const buyer = await member("user", "Ben Buyer");
  await admin.api("PATCH", `/members/${buyer.id}`, { privileges: ["approve-orders"] });
  const wayOf = async (who: Any, kind: string) =>
    (await who.api("GET", "/profile/notifications")).kinds.find((each: Any) => each.kind === kind)?.way;
  expect(await wayOf(admin, "order-waits")).toBe("mail");
  expect(await wayOf(user, "order-waits")).toBe("none");
  expect(await wayOf(buyer, "order-waits")).toBe("mail");
  expect(await wayOf(user, "operator-asks")).toBeUndefined();
  expect((await user.browser.api("GET", "/notification-defaults")).status).toBe(403);
  expect((await request("GET", "/notifications")).status).toBe(403);
  const defaults = await admin.api("PATCH", "/notification-defaults", {
    user: { "location-empty": "mail" },
    digest: { days: [5, 1], at: "16:30" },
  });
  expect(defaults.digest).toEqual({ days: [1, 5], at: "16:30" });
  expect(defaults.kinds.find(({ kind }: Any) => kind === "webhook-fails").user).toBeNull();
  expect(await wayOf(user, "location-empty")).toBe("mail");
  // A choice of one's own stays, and null goes back to the defaults.
  await user.api("PATCH", "/profile/notifications", { ways: { "location-empty": "none" } });
  await admin.api("PATCH", "/notification-defaults", { user: { "location-empty": "digest" } });
  expect(await wayOf(user, "location-empty")).toBe("none");
  await user.api("PATCH", "/profile/notifications", { ways: { "location-empty": null } });
  expect(await wayOf(user, "location-empty")).toBe("digest");
  await admin.api("PATCH", "/notification-defaults", { user: { "location-empty": null } });
  expect(await wayOf(user, "location-empty")).toBe("page");
  for (const [path, body, field] of [
    ["/profile/notifications", { ways: { "webhook-fails": "mail" } }, "ways.webhook-fails"],
    ["/profile/notifications", { siteIds: [randomUUID()] }, "siteIds[0]"],
    ["/profile/notifications", { quietHours: { from: "10:00", to: "10:00" } }, "quietHours.to"],
    ["/profile/notifications", { digest: { days: [8], at: "10:00" } }, "digest.days[0]"],
  ] as const) {
    const refused = await user.browser.api("PATCH", path, body);
    expect([path, [400, 422].includes(refused.status), refused.body.errors[0].field]).toEqual([
      path,
      true,
      field,
    ]);
  }
});

test("who watches one site hears nothing of others, and of all when it is removed", async () => {
  const { admin, member, see, request } = await plant(app);
  const { body: hall } = await request("POST", "/sites", { name: "Hall 2" });
  const user = await member("user", "Sita Site");
  await user.api("PATCH", "/profile/notifications", { siteIds: [hall.id] });
  await see(80, 80, 80, 0, 0, 0);
  await until(async () => (await admin.list("?kind=location-empty")).items.length > 0);
  expect((await user.list()).items).toEqual([]);
  await request("DELETE", `/sites/${hall.id}`);
  expect((await user.api("GET", "/profile/notifications")).siteIds).toBeNull();
  expect((await user.list()).items).toMatchObject([{ kind: "location-empty" }]);
});

test("a muted subject is neither mailed nor counted until its day is over", async () => {
  const { admin, see, ids, mails } = await plant(app);
  await see(80, 80, 80, 0, 0, 0);
  await until(async () => (await mails(admin.email)).length === 1);
  const { unread } = await admin.list();
  const tomorrow = Temporal.Now.plainDateISO("Europe/Berlin").add({ days: 1 }).toString();
  const path = `/notifications/mutes/${ids.location}`;
  await admin.api("PUT", path, { until: tomorrow });
  const muted = await admin.list();
  expect(muted.unread).toBe(unread - 1);
  expect(muted.items.find(({ kind }: Any) => kind === "location-empty").mutedUntil).not.toBeNull();
  expect((await admin.api("GET", "/profile/notifications")).mutes).toMatchObject([
    { subjectId: ids.location, name: "A-1" },
  ]);
  for (const [wrong, until, status] of [
    [path, "2020-01-01", 422],
    [`/notifications/mutes/${randomUUID()}`, tomorrow, 404],
  ] as const)
    expect((await admin.browser.api("PUT", wrong, { until })).status).toBe(status);
  await admin.api("DELETE", path);
  expect((await admin.browser.api("DELETE", path)).status).toBe(404);
  expect((await admin.list()).unread).toBe(unread);
});

test("what orders, devices and people bring about is told, each to whom it concerns", async () => {
  const { admin, member, request, see, ids } = await plant(app);
  await request("PATCH", `/parts/${ids.part}`, { needsApproval: true });
  await see(80, 80, 80, 20, 20, 20);
  const [waits] = await until(async (): Promise<Any> => {
    const { items } = await admin.list("?kind=order-waits");
    return items.length > 0 && items;
  });
  expect(waits.title).toMatch(/^Order \d+ waits for approval$/);
  const german = await admin.list("?kind=order-waits&language=de");
  expect(german.items[0].title).toMatch(/^Bestellung \d+ wartet auf Freigabe$/);
  await request("POST", `/orders/${waits.subject.id}/approve`);
  await until(async () => (await admin.list("?kind=order-waits&open=false")).items.length === 1);
  const user = await member("user", "Nora New");
  await until(async () =>
    (await admin.list("?kind=member-joined")).items.some(({ title }: Any) => title === "Nora New joined"),
  );
  expect((await user.list("?kind=member-joined")).items).toEqual([]);
});
