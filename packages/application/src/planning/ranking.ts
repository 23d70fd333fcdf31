import { setImmediate } from "node:timers/promises";
import { type Consumption, type Ranked, rank } from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import { type Forecast, readForecastsAfter, writeForecasts } from "./forecast.ts";
import type { MatrixCell } from "./runs.ts";

const forecastsAtOnce = 200;

/** Ranks all planned locations of the account among each other (ABC, XYZ), and gives how many there are of each class. */
export async function rankForecasts(store: AccountStore, accountId: string): Promise<MatrixCell[]> {
  const parts: Consumption[] = [];
  const stockValues = new Map<string, number>();
  await eachForecast(async (forecasts) => {
    for (const { locationId, content } of forecasts) {
      const { forecast, present } = content.plan;
      parts.push({
        id: locationId,
        valuePerYear: forecast.valuePerYear ?? 0,
        variation: forecast.variation,
        daysSinceUse: forecast.daysSinceUse,
      });
      stockValues.set(locationId, present?.stockValue ?? 0);
    }
  });
  const ranks = new Map<string, Omit<Ranked, "id">>();
  const cells = new Map<string, MatrixCell>();
  for (const [index, { id, ...ranked }] of rank(parts).entries()) {
    ranks.set(id, ranked);
    const { value, variation } = ranked;
    const key = `${value}${variation}`;
    const cell = cells.get(key) ?? { value, variation, locations: 0, valuePerYear: 0, stockValue: 0 };
    cells.set(key, {
      ...cell,
      locations: cell.locations + 1,
      valuePerYear: cell.valuePerYear + parts[index]!.valuePerYear,
      stockValue: cell.stockValue + stockValues.get(id)!,
    });
  }
  await eachForecast(async (forecasts) => {
    const ranked = forecasts.map((each) => ({
      ...each,
      content: { ...each.content, rank: ranks.get(each.locationId) ?? null },
    }));
    const { sealer } = await store.read(accountId);
    await store.query(accountId, (tx) => writeForecasts(tx, sealer, ranked));
  });
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);

  async function eachForecast(work: (forecasts: Forecast[]) => Promise<void>): Promise<void> {
    for (let after: string | null = null; ; ) {
      const { sealer } = await store.read(accountId);
      const from: string | null = after;
      const forecasts: Forecast[] = await store.query(accountId, (tx) =>
        readForecastsAfter(tx, sealer, from, forecastsAtOnce),
      );
      await work(forecasts);
      if (forecasts.length < forecastsAtOnce) return;
      after = forecasts.at(-1)!.locationId;
      await setImmediate();
    }
  }
}
