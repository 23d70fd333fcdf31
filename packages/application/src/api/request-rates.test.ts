import { expect, test } from "vitest";
import { placeOf } from "./address.ts";
import { defaultLimits, limitsOf } from "./limits.ts";
import { type Limit, RequestRates, rateHeaders } from "./request-rates.ts";

/** Rates with a clock that the test moves. */
function rates() {
  const clock = { now: 1_000_000 };
  const limit: Limit = { name: "key", key: "a", perMinute: 10 };
  const of = new RequestRates(() => clock.now);
  const takeMany = (count: number) =>
    Array.from({ length: count }, () => of.take([limit])[0]!).filter(({ isExceeded }) => !isExceeded).length;
  return { clock, limit, of, takeMany };
}

test("no minute, wherever it begins, lets more through than the limit", () => {
  const { clock, takeMany } = rates();
  clock.now += 30_000;
  expect(takeMany(20)).toBe(10);
  clock.now += 59_000;
  // A window that begins anew would let ten more through here.
  expect(takeMany(20)).toBe(0);
  clock.now += 31_000;
  const later = takeMany(20);
  expect(later).toBeGreaterThan(0);
  expect(later).toBeLessThan(10);
  clock.now += 120_000;
  expect(takeMany(20)).toBe(10);
});

test("whoever waits as long as told is served", () => {
  for (const after of [0, 7_300, 59_900]) {
    const { clock, limit, of, takeMany } = rates();
    takeMany(6);
    clock.now += after;
    takeMany(10);
    clock.now += 30_000;
    takeMany(10);
    const { isExceeded, waitSeconds } = of.look(limit);
    if (isExceeded) clock.now += waitSeconds * 1000;
    expect([after, of.take([limit])[0]!.isExceeded]).toEqual([after, false]);
  }
});

test("a request that one limit refuses counts in no other", () => {
  const { of, limit } = rates();
  const wide: Limit = { name: "account", key: "b", perMinute: 100 };
  for (let n = 0; n < 30; n++) of.take([limit, wide]);
  expect([of.used("key", "a"), of.used("account", "b")]).toEqual([10, 10]);
});

test("headers name the limits, what is left of them and until when", () => {
  const { of, limit } = rates();
  expect(rateHeaders(of.take([limit]))).toEqual({
    "ratelimit-policy": '"key";q=10;w=60',
    ratelimit: '"key";r=9;t=60',
  });
});

test("memory stays bounded, however many ask", () => {
  const { of, clock } = rates();
  for (let n = 0; n < 30_000; n++) of.count({ name: "failures", key: `address ${n}` });
  expect(of.used("failures", "address 0")).toBe(0);
  expect(of.used("failures", "address 29999")).toBe(1);
  clock.now += 120_000;
  of.tidy();
  expect(of.used("failures", "address 29999")).toBe(0);
});

test("a customer's quota stands instead of the account's limit, and a high one lifts the keys'", () => {
  const of = (requestsPerMinute: number | null) =>
    limitsOf(defaultLimits, { devices: null, storageMb: null, requestsPerMinute });
  expect(of(null)).toEqual({ account: 6_000, key: 3_000 });
  expect(of(20_000)).toEqual({ account: 20_000, key: 20_000 });
  expect(of(4_000)).toEqual({ account: 4_000, key: 3_000 });
  expect(of(100)).toEqual({ account: 100, key: 100 });
});

test("addresses of one IPv6 subscriber count as one", () => {
  expect(placeOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(placeOf("2001:db8:0001:2::1")).toBe("2001:db8:1:2::/64");
  expect(placeOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(placeOf("::1")).toBe("0:0:0:0::/64");
  expect(placeOf("192.0.2.1")).toBe("192.0.2.1");
});
