import type { WorkingSet } from "./working-set.ts";

export const rawMeasurementDays = { default: 400, minimum: 30, maximum: 3_650 };

/** For how many days the account keeps raw measurements. */
export function rawMeasurementDaysOf(set: WorkingSet): number {
  return set.get("setting", set.accountId)?.rawMeasurementDays ?? rawMeasurementDays.default;
}
