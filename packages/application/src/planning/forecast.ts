import { setImmediate } from "node:timers/promises";
import type { AccountTransaction } from "@refill/database";
import type { Plan, Ranked } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";

/** What planning made of a location. It lies in a table of its own, outside of the memory. */
export interface Forecast {
  locationId: string;
  /** ms. */
  plannedAt: number;
  content: ForecastContent;
}
export interface ForecastContent {
  plan: Omit<Plan, "id">;
  /** Among the account's locations; null: not ranked yet. */
  rank: Omit<Ranked, "id"> | null;
}

type Transaction = Pick<AccountTransaction, "query">;
const table = "forecast";
/** Rows that are opened before others get their turn. */
const openedAtOnce = 50;
const iso = (ms: number) => new Date(ms).toISOString();

interface Row {
  location_id: string;
  planned_at: Date;
  sealed: Buffer;
}

/** Those of these locations that have one. */
export async function readForecasts(
  tx: Transaction,
  sealer: Sealer,
  locationIds: readonly string[],
): Promise<Map<string, Forecast>> {
  const { rows } = await tx.query<Row>(
    "select location_id, planned_at, sealed from forecast where location_id = any($1::uuid[])",
    [locationIds],
  );
  const forecasts = new Map<string, Forecast>();
  for (const row of rows) {
    forecasts.set(row.location_id, open(sealer, row));
    if (forecasts.size % openedAtOnce === 0) await setImmediate();
  }
  return forecasts;
}

/** The next ones by their location's id. */
export async function readForecastsAfter(
  tx: Transaction,
  sealer: Sealer,
  after: string | null,
  most: number,
): Promise<Forecast[]> {
  const { rows } = await tx.query<Row>(
    `select location_id, planned_at, sealed from forecast where $1::uuid is null or location_id > $1::uuid
     order by location_id limit $2`,
    [after, most],
  );
  return rows.map((row) => open(sealer, row));
}

/** The next ones by their location's id that were planned after `since`, ms. */
export async function readForecastsSince(
  tx: Transaction,
  sealer: Sealer,
  { since, after, most }: { since: number; after: string | null; most: number },
): Promise<Forecast[]> {
  const { rows } = await tx.query<Row>(
    `select location_id, planned_at, sealed from forecast
     where planned_at > $1 and ($2::uuid is null or location_id > $2::uuid) order by location_id limit $3`,
    [iso(since), after, most],
  );
  return rows.map((row) => open(sealer, row));
}

/** Those of locations that were removed meanwhile are left out. */
export async function writeForecasts(
  tx: Transaction,
  sealer: Sealer,
  forecasts: readonly Forecast[],
): Promise<void> {
  if (forecasts.length === 0) return;
  await tx.query(
    `insert into forecast (location_id, planned_at, sealed)
     select f.* from unnest($1::uuid[], $2::timestamptz[], $3::bytea[]) as f (location_id, planned_at, sealed)
     join storage_location l on l.id = f.location_id for key share of l
     on conflict (location_id) do update set planned_at = excluded.planned_at, sealed = excluded.sealed`,
    [
      forecasts.map(({ locationId }) => locationId),
      forecasts.map(({ plannedAt }) => iso(plannedAt)),
      forecasts.map(({ locationId, content }) => sealer.seal(table, locationId, { v: 1, ...content })),
    ],
  );
}

function open(sealer: Sealer, { location_id, planned_at, sealed }: Row): Forecast {
  const { v: _version, ...content } = sealer.open(table, location_id, sealed) as { v: number };
  return {
    locationId: location_id,
    plannedAt: planned_at.getTime(),
    content: content as unknown as ForecastContent,
  };
}
