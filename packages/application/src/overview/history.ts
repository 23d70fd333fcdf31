import { DAY_MS, dayOf, isOpen } from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { openOrderOf, stockOf } from "../inventory/stock.ts";
import { addOrder, type SiteOrders } from "./order-days.ts";
import { addDays, emptyDay, openSiteDays, type SiteDay } from "./site-day.ts";
import { unitPriceOf } from "./unit-price.ts";

const iso = (ms: number) => new Date(ms).toISOString();
const cents = (value: number) => Math.round(value * 100) / 100;
const share = (part: number, whole: number) =>
  whole > 0 ? Math.round((part / whole) * 100_000) / 100_000 : null;

/**
 * The account's, or a site's, last `days` days (UTC) until yesterday, oldest first; days of which nothing is summed are
 * missing. With them how it is now, and all of them together.
 */
export async function overviewHistory(
  store: AccountStore,
  set: WorkingSet,
  { days, siteId, now }: { days: number; siteId: string | undefined; now: number },
) {
  const from = dayOf(now) - days * DAY_MS;
  const { rows } = await store.query(set.accountId, (tx) =>
    tx.query<{ at: Date; sealed: Buffer }>("select at, sealed from overview_day where at >= $1 order by at", [
      iso(from),
    ]),
  );
  const series = rows.flatMap(({ at, sealed }) => {
    const sites = openSiteDays(set.sealer, at.getTime(), sealed);
    const wanted = [...sites].filter(([id]) => siteId === undefined || id === siteId).map(([, day]) => day);
    return wanted.length === 0
      ? []
      : [{ date: at.toISOString().slice(0, 10), day: wanted.reduce(addDays, emptyDay()) }];
  });
  const total = series.map(({ day }) => day).reduce(addDays, emptyDay());
  return {
    from: iso(from).slice(0, 10),
    items: series.map(({ date, day }) => ({ date, ...dayView(day) })),
    total: {
      serviceLevel: share(total.knownMs - total.emptyMs, total.knownMs),
      stockOuts: total.stockOuts,
      emptyHours: hours(total.emptyMs),
      ordersPlaced: total.placed,
      ordersOnTime: total.onTime,
      ordersLate: total.late,
    },
    present: present(set, siteId, now),
  };
}

function dayView(day: SiteDay) {
  return {
    stockValue: stockValueOf(day),
    known: day.known,
    unknown: day.unknown,
    withoutPrice: day.withoutPrice,
    stockOuts: day.stockOuts,
    emptyHours: hours(day.emptyMs),
    serviceLevel: share(day.knownMs - day.emptyMs, day.knownMs),
    ordersPlaced: day.placed,
    ordersOnTime: day.onTime,
    ordersLate: day.late,
  };
}

const hours = (ms: number) => Math.round(ms / 360_000) / 10;

/** Null: of no location both level and price are known. */
function stockValueOf({ value, known, withoutPrice }: SiteDay): number | null {
  return known > withoutPrice ? cents(value) : null;
}

/** As the days are, of this moment; orders since the day (UTC) began. */
function present(set: WorkingSet, siteId: string | undefined, now: number) {
  const day = emptyDay();
  for (const location of set.all("location")) {
    if (siteId !== undefined && location.siteId !== siteId) continue;
    const { onHand } = stockOf(set, location, openOrderOf(set, location.id), now);
    if (onHand === null) {
      if (location.deviceIds.length > 0) day.unknown += 1;
      continue;
    }
    const price = unitPriceOf(set, location);
    day.known += 1;
    if (price === null) day.withoutPrice += 1;
    else day.value += onHand * price;
    if (onHand === 0) day.stockOuts += 1;
  }
  const orders = ordersSince(set, dayOf(now), siteId);
  return {
    stockValue: stockValueOf(day),
    known: day.known,
    unknown: day.unknown,
    withoutPrice: day.withoutPrice,
    empty: day.stockOuts,
    inStock: share(day.known - day.stockOuts, day.known),
    ordersPlaced: orders.placed,
    ordersOnTime: orders.onTime,
    ordersLate: orders.late,
  };
}

function ordersSince(set: WorkingSet, from: number, siteId: string | undefined): SiteOrders {
  const bySite = new Map<string, SiteOrders>();
  for (const order of set.all("order")) {
    if (order.updatedAt < from) continue;
    if (order.placedAt !== null && order.placedAt >= from) addOrder(bySite, set, order, null);
    const arrived = isOpen(order.state) ? undefined : order.events.find(({ state }) => state === "received");
    if (arrived && arrived.at >= from) addOrder(bySite, set, order, arrived.at);
  }
  const sum = { placed: 0, onTime: 0, late: 0 };
  for (const [id, { placed, onTime, late }] of bySite) {
    if (siteId !== undefined && id !== siteId) continue;
    sum.placed += placed;
    sum.onTime += onTime;
    sum.late += late;
  }
  return sum;
}
