import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "../accounts/actor.ts";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";
import { type Forecast, writeForecasts } from "../planning/forecast.ts";
import { type Any, plant } from "./plant-under-test.ts";

const hour = 3_600_000;
let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest({
    application: { notificationPlan: { gatherMs: 600, betweenMailsMs: 0, lookMs: 300 } },
  });
});
afterAll(() => app.stop());

test("a device that sends nothing any more, and has a low battery, is told as both", async () => {
  const { admin, see, ids, accountId } = await plant(app);
  await see(80, 80);
  // A device that was heard four hours ago is silent.
  const { store } = app.accounts;
  await store.readNow(accountId);
  await store.change(accountId, systemActor, (change) => {
    const state = change.get("deviceState", ids.device)!;
    change.put("deviceState", {
      ...state,
      lastSeenAt: Date.now() - 4 * hour,
      isBatteryLow: true,
      batteryPercent: 12,
    });
  });
  const [silent] = await until(async (): Promise<Any> => {
    const { items } = await admin.list("?kind=device-silent");
    return items.length > 0 && items;
  });
  expect(silent.title).toBe("Sensor 1 is silent");
  const [battery] = await until(async (): Promise<Any> => {
    const { items } = await admin.list("?kind=battery-low");
    return items.length > 0 && items;
  });
  expect(battery).toMatchObject({ title: "The battery of Sensor 1 is low", detail: "12 % · A-1" });
  await see(80);
  await until(async () => (await admin.list("?kind=device-silent&open=false")).items.length === 1);
});

test("a gateway that went away is told once, and is over when it is back; a network server that is away says nothing", async () => {
  const { admin, ids } = await plant(app);
  let lastSeenAt: number | null = Date.now() - hour;
  app.answers.set("gateway-status", () => [
    {
      gatewayId: ids.gateway,
      lastSeenAt,
      uplinks: 0,
      downlinks: 0,
      protocol: "semtech-udp",
      version: null,
      location: null,
      dutyCycle: [],
    },
  ]);
  const [away] = await until(async (): Promise<Any> => {
    const { items } = await admin.list("?kind=gateway-away&open=true");
    return items.length > 0 && items;
  });
  expect(away).toMatchObject({ title: "Gateway Roof does not answer", path: `/gateways/${ids.gateway}` });
  // After a restart of the network server, nobody knows since when.
  lastSeenAt = null;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await admin.list("?kind=gateway-away&open=true")).items).toHaveLength(1);
  lastSeenAt = Date.now();
  await until(async () => (await admin.list("?kind=gateway-away&open=false")).items.length === 1);
  app.answers.delete("gateway-status");
});

test("what will be empty before its refill is told with both days, until the refill comes in time", async () => {
  const { admin, see, ids, accountId } = await plant(app);
  const { store } = app.accounts;
  const plan = async (ratePerDay: number, days: number) => {
    const { sealer } = await store.readNow(accountId);
    const content = { plan: { forecast: { ratePerDay }, leadTimeDemand: { days } }, rank: null };
    const forecast = { locationId: ids.location, plannedAt: Date.now(), content } as unknown as Forecast;
    await store.query(accountId, (tx) => writeForecasts(tx, sealer, [forecast]));
  };
  await see(40, 40, 40);
  // Two days of stock, five until pieces can be there.
  await plan(20, 5);
  const [short] = await until(async (): Promise<Any> => {
    const { items } = await admin.list("?kind=runs-out&open=true");
    return items.length > 0 && items;
  });
  expect(short.title).toBe("A-1 runs out before its refill");
  expect(short.detail).toMatch(/^empty about .* · refill about .* · M6-20/);
  // A quarter of a day late is not told, and not over either; two days earlier it is.
  await plan(20, 2.25);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await admin.list("?kind=runs-out&open=true")).items).toHaveLength(1);
  await plan(20, 1);
  await until(async () => (await admin.list("?kind=runs-out&open=false")).items.length === 1);
});
