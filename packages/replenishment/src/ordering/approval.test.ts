import { expect, test } from "vitest";
import { approvalCause, approvalReason } from "./approval.ts";

const reason = (value: number | null, limits: (number | null)[], needsApproval = false) =>
  approvalReason(approvalCause({ value, limits, needsApproval }));

test("without a limit nobody is asked, whatever it costs or if nobody knows", () => {
  expect(reason(1e9, [])).toBeNull();
  expect(reason(null, [null, null])).toBeNull();
});

test("a value at the limit needs no approval, one above it does, by the lowest of several limits", () => {
  expect(reason(100, [null, 100, 500])).toBeNull();
  expect(reason(100.01, [null, 100, 500])).toBe("its value of 100.01 is above 100.00");
});

test("a limit of 0 asks for all that costs anything", () => {
  expect(reason(0, [0])).toBeNull();
  expect(reason(0.01, [0])).toContain("above 0.00");
});

test("where there is a limit, an order of unknown price needs a person", () => {
  expect(reason(null, [250])).toBe("its price is not known, and orders above 250.00 need approval");
});

test("a part that is always asked for is, also when it costs nothing", () => {
  expect(reason(0, [], true)).toBe("this part is ordered with approval only");
});
