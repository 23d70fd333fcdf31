import { expect, test } from "vitest";
import { RequestHistory } from "./request-history.ts";

test("requests are counted by minute, with their quantiles; quiet minutes are there, and three hours are kept", () => {
  const begin = Date.parse("2027-03-01T00:00:00Z");
  const history = new RequestHistory(begin);
  for (let n = 1; n <= 100; n++) history.answered(n === 100 ? 503 : n > 90 ? 404 : 200, n, begin + 1_000);
  history.answered(200, 5, begin + 150_000);
  expect(history.minutes(begin + 185_000)).toEqual([
    { at: begin + 60_000, requests: 100, failed: 1, refused: 9, medianMs: 50, p99Ms: 99 },
    { at: begin + 120_000, requests: 0, failed: 0, refused: 0, medianMs: null, p99Ms: null },
    { at: begin + 180_000, requests: 1, failed: 0, refused: 0, medianMs: 5, p99Ms: 5 },
  ]);
  expect(history.minutes(begin + 30 * 24 * 3_600_000)).toHaveLength(180);
});
