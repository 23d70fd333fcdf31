import type { AccountTransaction } from "@refill/database";
import { DAY_MS, type DayOfUse, LEAST_KNOWN_SHARE } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import type { ImportedUse } from "../accounts/records.ts";

/** A day of which the consumption is known, by the sensors or by what the customer brought. */
export interface KnownDay extends DayOfUse {
  /** Days since 1 January 1970. */
  day: number;
  /** The customer said it; the sensors did not know. */
  isImported?: true;
}

/** What the sensors know of a day. */
export interface SeenDay {
  day: DayOfUse & { day: number };
  /** Share of the day in which they knew the level, be it zero, 0…1. */
  levelShare: number;
}

type Transaction = Pick<AccountTransaction, "query">;
const table = "consumption_history";
interface Row {
  location_id: string;
  sealed: Buffer;
}

/** Those of these locations for which the customer brought some. */
export async function readImportedUse(
  tx: Transaction,
  sealer: Sealer,
  locationIds: readonly string[],
): Promise<Map<string, ImportedUse>> {
  const { rows } = await tx.query<Row>(
    "select location_id, sealed from consumption_history where location_id = any($1::uuid[])",
    [locationIds],
  );
  return new Map(rows.map((row) => [row.location_id, openImportedUse(sealer, row)]));
}

export async function hasImportedUse(tx: Transaction, locationId: string): Promise<boolean> {
  const { rows } = await tx.query("select 1 from consumption_history where location_id = $1", [locationId]);
  return rows.length > 0;
}

export function openImportedUse(sealer: Sealer, { location_id, sealed }: Row): ImportedUse {
  const { first, use } = sealer.open(table, location_id, sealed) as { first: number; use: (number | null)[] };
  return { firstDay: first, use };
}

/** Pieces on that day (days since 1970); null: the customer did not say. */
export function importedOn({ firstDay, use }: ImportedUse, day: number): number | null {
  return use[day - firstDay] ?? null;
}

/**
 * Days that the sensors knew stay as they are, also those on which they saw the location empty. On the others what the
 * customer brought counts. What the sensors found gone after a gap is what left in all of it: what the customer brought of
 * these days is taken off it, so that nothing counts twice; the rest left on the days of the gap of which nobody told.
 *
 * `days`: one after the other, oldest first.
 */
export function withImportedUse(days: readonly SeenDay[], imported: ImportedUse | undefined): KnownDay[] {
  if (!imported) return days.map(({ day }) => day);
  const known: KnownDay[] = [];
  let gap = emptyGap();
  for (const { day, levelShare } of days) {
    const isSeen = levelShare >= LEAST_KNOWN_SHARE;
    const told = isSeen ? null : importedOn(imported, day.day);
    if (told !== null) gap = { ...gap, isTold: true, told: gap.told + told };
    const found = day.ofGap ?? 0;
    const again = Math.min(found, gap.told);
    let ofGap = found - again;
    let { consumption } = day;
    consumption -= again;
    if (ofGap > 0 && gap.isTold && gap.untold.length > 0) {
      spread(ofGap, gap.untold);
      consumption -= ofGap;
      ofGap = 0;
    }
    const own: KnownDay =
      told === null
        ? { ...day, consumption, ofGap }
        : { day: day.day, consumption: told + ofGap, knownShare: 1, ofGap, isImported: true };
    known.push(own);
    if (isSeen) gap = emptyGap();
    else if (found > 0) gap = { ...emptyGap(), told: gap.told - again, isTold: told !== null };
    if (!isSeen && told === null) gap.untold.push(own);
  }
  return known;
}

/** Days one after the other of which the sensors do not know the level. */
interface Gap {
  /** Pieces that the customer told of them, and that were not found gone yet. */
  told: number;
  isTold: boolean;
  /** Those of which nobody told. */
  untold: KnownDay[];
}

function emptyGap(): Gap {
  return { told: 0, isTold: false, untold: [] };
}

/** Evenly over what is not known of these days; they are known by that. */
function spread(pieces: number, days: readonly KnownDay[]): void {
  const unknown = days.reduce((sum, { knownShare }) => sum + 1 - knownShare, 0);
  for (const day of days) {
    day.consumption += (pieces * (1 - day.knownShare)) / unknown;
    day.knownShare = 1;
  }
}

/** The first day of which the customer told, ms. */
export function beginOf({ firstDay }: ImportedUse): number {
  return firstDay * DAY_MS;
}
