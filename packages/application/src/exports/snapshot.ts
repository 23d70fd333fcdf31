import { setImmediate } from "node:timers/promises";
import type { AccountTransaction } from "@refill/database";
import { DAY_MS, sumOfDay } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import type { AccountStore } from "../accounts/account-store.ts";
import { queryOrders } from "../accounts/read-account.ts";
import type { ImportedUse, Kind, Records } from "../accounts/records.ts";
import { recordOf, tables } from "../accounts/tables.ts";
import { WorkingSet } from "../accounts/working-set.ts";
import { entryView } from "../audit/export.ts";
import { type TrailSource, trailEntries } from "../audit/trail.ts";
import { openStockTake, type StockTakeRowRead, stockTakeView } from "../inventory/stock-take.ts";
import { openDay } from "../measurements/day-row.ts";
import { periodView } from "../measurements/history.ts";
import { asOfOneMoment, type MeasurementRowRead, openMeasurements } from "../measurements/repository.ts";
import { measurementView } from "../measurements/routes.ts";
import { openImportedUse } from "../planning/imported-use.ts";
import { isoDate } from "../planning/iso-date.ts";
import { locationStock, ordered } from "../stock/stock-list.ts";
import { exportedOrder, exportedRecords } from "./exported-records.ts";
import type { ExportResource } from "./resources.ts";
import type { ExportRange, ExportSource } from "./write-export.ts";

const rowsAtOnce = 500;
const ordersAtOnce = 200;

/** Runs `work` on the account as it is at this moment: one transaction that reads, for as long as it takes. */
export function inSnapshot<T>(
  store: AccountStore,
  accountId: string,
  work: (source: ExportSource) => Promise<T>,
): Promise<T> {
  return store.query(accountId, async (tx) => {
    await asOfOneMoment(tx);
    return work(openSnapshot(store, accountId, tx));
  });
}

function openSnapshot(store: AccountStore, accountId: string, tx: AccountTransaction): ExportSource {
  // Asked for each batch: the account's keys may leave the memory while a long export goes on.
  const sealer = async (): Promise<Sealer> => (await store.read(accountId)).sealer;
  const madeAt = Date.now();

  return {
    read(resource, range) {
      if (resource === "orders") return readOrders();
      if (resource === "stock") return readStock();
      if (resource === "stock-takes") return readTakes();
      if (resource === "imported-consumption") return readImported();
      if (resource === "measurements") return readMeasurements(range);
      if (resource === "measurement-days") return readDays(range);
      if (resource === "audit-entries") return readTrail(range);
      return readRecords(resource);
    },
  };

  async function* readRecords(resource: ExportResource) {
    for (const [kind, exported] of Object.entries(exportedRecords) as [
      keyof typeof exportedRecords,
      { resource: ExportResource; view(record: never): object },
    ][])
      if (exported.resource === resource)
        for await (const records of recordsOf(kind))
          yield records.map((record) => exported.view(record as never));
  }

  async function* recordsOf<K extends Exclude<Kind, "order">>(kind: K): AsyncGenerator<Records[K][]> {
    const { name, key } = tables[kind];
    const text = `select ${key} as id, sealed from ${name} order by ${key}`;
    for await (const rows of batches<{ id: string; sealed: Buffer }>(text, [])) {
      const seal = await sealer();
      yield rows.map(({ id, sealed }) => recordOf(kind, id, sealed, seal) as unknown as Records[K]);
    }
  }

  async function* readOrders() {
    for (let after = 0; ; ) {
      const orders = await queryOrders(
        tx,
        await sealer(),
        "select id, sealed from replenishment_order where sequence > $1 order by sequence limit $2",
        [after, ordersAtOnce],
      );
      if (orders.length === 0) return;
      orders.sort((a, b) => a.number - b.number);
      yield orders.map(exportedOrder);
      after = orders.at(-1)!.number;
      await setImmediate();
    }
  }

  /** As the account's working set was at the moment of the snapshot. */
  async function* readStock() {
    const set = new WorkingSet(await store.read(accountId));
    for (const kind of ["site", "part", "device", "location", "deviceState", "level", "reservation"] as const)
      for await (const records of recordsOf(kind)) for (const record of records) set.set(kind, record);
    const open = "state not in ('received', 'cancelled', 'rejected')";
    for (const order of await queryOrders(
      tx,
      await sealer(),
      `select id, sealed from replenishment_order where ${open}`,
      [],
    ))
      set.set("order", order);
    const { locations } = ordered(set);
    for (let index = 0; index < locations.length; index += rowsAtOnce) {
      yield locations
        .slice(index, index + rowsAtOnce)
        .map((location) => locationStock(set, location, set.get("part", location.partId)!, madeAt));
      await setImmediate();
    }
  }

  async function* readTakes() {
    for await (const rows of batches<StockTakeRowRead>(
      "select id, location_id, at, sealed from stock_take",
      [],
    )) {
      const seal = await sealer();
      yield rows.map((row) => stockTakeView(openStockTake(seal, row)));
    }
  }

  /** Days of which the customer said nothing are left out. */
  async function* readImported() {
    const text = "select location_id, sealed from consumption_history";
    for await (const rows of batches<{ location_id: string; sealed: Buffer }>(text, [], 20)) {
      const seal = await sealer();
      for (const row of rows) yield importedDays(row.location_id, openImportedUse(seal, row));
    }
  }

  /** In the order in which they lie in the table, which is about that of time: sorting millions would take long. */
  async function* readMeasurements(range: ExportRange) {
    const text = `select device_id, sequence, location_id, at, sealed from measurement where ${within}`;
    for await (const rows of batches<MeasurementRowRead>(text, bounds(range)))
      yield (await openMeasurements(await sealer(), rows)).map((measurement) => ({
        locationId: measurement.locationId,
        ...measurementView(measurement),
      }));
  }

  /** Only days that are summed: the others' measurements are all there. */
  async function* readDays(range: ExportRange) {
    const text = `select location_id, at, sealed from measurement_day where ${within}`;
    for await (const rows of batches<{ location_id: string; at: Date; sealed: Buffer }>(
      text,
      bounds(range),
      100,
    )) {
      const seal = await sealer();
      yield rows.map(({ location_id, at, sealed }) =>
        dayView(location_id, openDay(seal, location_id, at.getTime(), sealed)),
      );
    }
  }

  async function* readTrail({ from, to }: ExportRange) {
    const filter = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to: to - 1 }) };
    for await (const entries of trailEntries(tx as TrailSource, sealer, {
      filter,
      last: Number.MAX_SAFE_INTEGER,
    }))
      yield entries.map(entryView);
  }

  /** A cursor of Postgres: neither it nor this program holds more than a batch. */
  async function* batches<Row extends object>(text: string, values: unknown[], atOnce = rowsAtOnce) {
    await tx.query(`declare exported no scroll cursor for ${text}`, values);
    try {
      for (;;) {
        const { rows } = await tx.query<Row>(`fetch ${atOnce} from exported`);
        if (rows.length > 0) yield rows;
        if (rows.length < atOnce) break;
        await setImmediate();
      }
    } finally {
      // When the transaction failed there is nothing to close.
      await tx.query("close exported").catch(() => {});
    }
  }
}

const within = "at >= $1 and at < $2";
const bounds = ({ from, to }: ExportRange) => [
  from === null ? "-infinity" : new Date(from).toISOString(),
  to === null ? "infinity" : new Date(to).toISOString(),
];

function importedDays(locationId: string, { firstDay, use }: ImportedUse) {
  return use.flatMap((quantity, index) => {
    return quantity === null ? [] : [{ locationId, date: isoDate(firstDay + index), quantity }];
  });
}

function dayView(locationId: string, summary: ReturnType<typeof openDay>) {
  const { day, hours } = summary;
  const end = day + DAY_MS;
  const { at, ...sum } = periodView({ start: day, lengthMs: DAY_MS, sum: sumOfDay(summary) }, end);
  return {
    locationId,
    at,
    ...sum,
    hours: hours.flatMap((hour, index) => {
      const lengthMs = DAY_MS / hours.length;
      const period = { start: day + index * lengthMs, lengthMs, sum: hour };
      return hour.count > 0 || hour.knownMs > 0 ? [periodView(period, end)] : [];
    }),
  };
}
