import type { Draft, PlanningSettings, Setting, UnitSettings } from "./records.ts";

export const rawMeasurementDays = { default: 400, minimum: 30, maximum: 3_650 };
export const sessionIdleMinutes = { default: 12 * 60, minimum: 5, maximum: 7 * 24 * 60 };
export const sessionHours = { default: 7 * 24, minimum: 1, maximum: 30 * 24 };

/** 98 % of the pieces from the shelf; money, space and risk cost a quarter of the stock's value a year. */
export const planningDefaults: PlanningSettings = {
  serviceLevel: 0.98,
  serviceMeasure: "fill-rate",
  holdingRate: 0.25,
  orderCost: 25,
  automatic: null,
};

export const unitDefaults: UnitSettings = { length: "mm", weight: "g", temperature: "C" };

/** The account's own settings, with what holds where it chose nothing. */
export function settingsOf(account: {
  get(kind: "setting", id: string): Setting | undefined;
  accountId: string;
}): Draft<Setting> {
  const chosen = account.get("setting", account.accountId);
  return {
    id: account.accountId,
    rawMeasurementDays: chosen?.rawMeasurementDays ?? rawMeasurementDays.default,
    requiresSecondFactor: chosen?.requiresSecondFactor ?? false,
    sessionIdleMinutes: chosen?.sessionIdleMinutes ?? sessionIdleMinutes.default,
    sessionHours: chosen?.sessionHours ?? sessionHours.default,
    currency: chosen?.currency ?? "EUR",
    approvalAbove: chosen?.approvalAbove ?? null,
    address: chosen?.address ?? "",
    units: { ...unitDefaults, ...chosen?.units },
    partUnits: chosen?.partUnits ?? [],
    planning: { ...planningDefaults, ...chosen?.planning },
  };
}

/** For how many days the account keeps raw measurements. */
export function rawMeasurementDaysOf(account: Parameters<typeof settingsOf>[0]): number {
  return settingsOf(account).rawMeasurementDays;
}
