import { expect, test } from "vitest";
import { type Symptoms, troublesOf } from "./troubles.ts";

const now = Date.parse("2027-03-01T03:00:00Z");
const well: Symptoms = {
  state: "active",
  traffic: {
    lastUplinkAt: now - 60_000,
    messagesLastHour: 300,
    undelivered: 2,
    gateways: 2,
    gatewaysConnected: 2,
  },
  numbers: {
    devices: 100,
    silentDevices: 2,
    neverSeenDevices: 10,
    undispatchedOrders: 0,
    jobsFailed: 0,
    storageBytes: 5e7,
  },
  quota: { devices: null, storageMb: 100 },
  refusedSignIns: 2,
};
const kinds = (symptoms: Symptoms) =>
  troublesOf(symptoms, now).map(({ kind, severity, count }) => `${severity} ${kind} ${count}`);

test("a customer that does well has no trouble, nor one with a few silent sensors or the network server away", () => {
  expect(kinds(well)).toEqual([]);
  expect(kinds({ ...well, traffic: null })).toEqual([]);
  expect(kinds({ ...well, numbers: null })).toEqual([]);
});

test("what does not work now is an alarm and stands first; what can wait is a notice", () => {
  expect(
    kinds({
      ...well,
      traffic: { ...well.traffic!, gatewaysConnected: 1, undelivered: 900 },
      numbers: { ...well.numbers!, silentDevices: 12, undispatchedOrders: 1, jobsFailed: 2 },
      refusedSignIns: 40,
    }),
  ).toEqual([
    "alarm orders-undispatched 1",
    "alarm jobs-failed 2",
    "notice gateway-away 1",
    "notice messages-waiting 900",
    "notice devices-silent 12",
    "notice sign-in-trouble 40",
  ]);
});

test("a plant of which nothing is heard any more is an alarm, unless it is suspended", () => {
  const dark: Symptoms = {
    ...well,
    traffic: {
      ...well.traffic!,
      lastUplinkAt: now - 5 * 3_600_000,
      messagesLastHour: 0,
      gatewaysConnected: 0,
    },
    numbers: { ...well.numbers!, silentDevices: 88 },
  };
  expect(kinds(dark)).toEqual(["alarm gateways-away 2", "alarm nothing-heard 5", "alarm devices-silent 88"]);
  expect(kinds({ ...dark, state: "suspended" })).toEqual([]);
});

test("storage and devices are compared with what the customer may use", () => {
  expect(kinds({ ...well, quota: { devices: 104, storageMb: 50 } })).toEqual([
    "notice devices-nearly-full 100",
    "notice storage-nearly-full 95",
  ]);
  expect(kinds({ ...well, quota: { devices: null, storageMb: 40 } })).toEqual(["alarm storage-full 119"]);
});
