import { setImmediate } from "node:timers/promises";
import { DAY_MS, dayOf } from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { asOfOneMoment } from "../measurements/repository.ts";
import { type Forecast, readForecastsSince } from "./forecast.ts";

/** What lists over all locations need of a location's forecast. */
export interface Rate {
  /** Pieces that are expected to be used a day. */
  perDay: number;
  /** ms; the begin of the day (UTC) on which it was planned. */
  plannedOn: number;
  /** Days from the last use until then; null: none is known. */
  daysSinceUse: number | null;
  /** Days whose use is known, of the 104 weeks before. */
  knownDays: number;
}
export type Rates = ReadonlyMap<string, Rate>;

/** So old they may be, ms. */
const freshForMs = 2_000;
const forecastsAtOnce = 200;
/** Locations of which they are kept, over all accounts: some 40 MB. */
const mostKept = 400_000;

interface Kept {
  rates: Map<string, Rate>;
  /** When the newest of them was planned, ms. */
  newestAt: number;
  readAt: number;
}

export interface RateReader {
  of(set: WorkingSet, now: number): Promise<Rates>;
}
const readers = new WeakMap<AccountStore, RateReader>();

/**
 * The forecast rates of all of an account's planned locations, kept in memory, once for each store: opening ten thousand
 * forecasts takes a second. Only those that were planned since are read again.
 */
export function openRates(store: AccountStore): RateReader {
  const reader = readers.get(store) ?? newReader(store);
  readers.set(store, reader);
  return reader;
}

function newReader(store: AccountStore): RateReader {
  const kept = new Map<string, Promise<Kept>>();

  return {
    async of(set, now) {
      const { accountId } = set;
      const known = await kept.get(accountId)?.catch(() => undefined);
      if (known && now - known.readAt < freshForMs) return known.rates;
      const reading = read(set, known, now);
      // The one that was used last is last.
      kept.delete(accountId);
      kept.set(accountId, reading);
      try {
        const { rates } = await reading;
        await forgetOldest();
        return rates;
      } catch (error) {
        kept.delete(accountId);
        throw error;
      }
    },
  };

  async function read({ accountId }: WorkingSet, known: Kept | undefined, now: number): Promise<Kept> {
    const rates = known?.rates ?? new Map<string, Rate>();
    const since = known?.newestAt ?? 0;
    let newestAt = since;
    const { sealer } = await store.read(accountId);
    // As of one moment: a batch that is written meanwhile is read next time, as a whole.
    return store.query(accountId, async (tx) => {
      await asOfOneMoment(tx);
      for (let after: string | null = null; ; ) {
        const forecasts: Forecast[] = await readForecastsSince(tx, sealer, {
          since,
          after,
          most: forecastsAtOnce,
        });
        for (const forecast of forecasts) {
          rates.set(forecast.locationId, rateOf(forecast));
          newestAt = Math.max(newestAt, forecast.plannedAt);
        }
        if (forecasts.length < forecastsAtOnce) return { rates, newestAt, readAt: now };
        after = forecasts.at(-1)!.locationId;
        await setImmediate();
      }
    });
  }

  async function forgetOldest(): Promise<void> {
    let count = 0;
    for (const [accountId, reading] of [...kept].reverse()) {
      const known = await reading.catch(() => undefined);
      count += known?.rates.size ?? 0;
      if (count > mostKept && kept.get(accountId) === reading && kept.size > 1) kept.delete(accountId);
    }
  }
}

function rateOf({ plannedAt, content }: Forecast): Rate {
  const { ratePerDay, daysSinceUse, knownPeriods, periodDays } = content.plan.forecast;
  return {
    perDay: ratePerDay,
    plannedOn: dayOf(plannedAt),
    daysSinceUse,
    knownDays: knownPeriods * periodDays,
  };
}

/** For how many days nothing has been used: where no use is known, the days of which something is known. */
export function daysWithoutUse({ daysSinceUse, knownDays, plannedOn }: Rate, now: number): number {
  return (daysSinceUse ?? knownDays) + Math.floor((dayOf(now) - plannedOn) / DAY_MS);
}
