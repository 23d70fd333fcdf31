/** What is replayed: demand by day, and the terms on which the part is supplied. From a file, or as the REST API knows it. */
import {
  isoDay,
  type Policy,
  type PriceBreak,
  parseDemandCsv,
  type Supply,
  type SupplyCalendar,
} from "@refill/replenishment";
import { CommandRefused } from "../command-refused.ts";
import { csvRefused } from "../csv-refused.ts";
import { openReader } from "./rest-reader.ts";

export interface PartToReplay {
  name: string;
  /** Pieces a day; NaN: not known. */
  demand: ArrayLike<number>;
  /** Days since 1 January 1970. */
  firstDay: number;
  /** The location's; null: the options must say it. */
  policy: Policy | null;
  safetyStock: number;
  leadTimeDays: number | null;
  supply: Supply;
  /** null: as much as wanted. */
  capacity: number | null;
  prices: readonly PriceBreak[];
  calendar: SupplyCalendar | null;
  /** What the account wants; null: only the options say it. */
  planning: PlanningSettings | null;
}

/** As the account has them. */
interface PlanningSettings {
  serviceLevel: number;
  serviceMeasure: "fill-rate" | "cycle";
  /** A year, as a share of the stock's value. */
  holdingRate: number;
  orderCost: number;
}

const DAY_MS = 86_400_000;
const NO_LIMITS: Supply = { packSize: 1, minimumOrderQuantity: 0, orderMultiple: 1 };

/** `text`: of a CSV file. Refused with all its problems by line. */
export function partOfFile(name: string, text: string, gaps: "zero" | "missing"): PartToReplay {
  const parsed = parseDemandCsv(text, gaps);
  if ("problems" in parsed) throw csvRefused(name, parsed.problems);
  const { demand, firstDay } = parsed.file;
  return {
    name,
    demand,
    firstDay,
    policy: null,
    safetyStock: 0,
    leadTimeDays: null,
    supply: NO_LIMITS,
    capacity: null,
    prices: [],
    calendar: null,
    planning: null,
  };
}

interface Location {
  name: string;
  siteId: string;
  partId: string;
  policy: Policy | null;
  safetyStock: number;
  capacity: number;
  source: { kind: "supplier" } | { kind: "location"; packSize: number; leadTimeDays: number };
}
interface Part {
  policy: Policy | null;
  supplies: (Supply & {
    supplierId: string;
    prices: PriceBreak[];
    leadTimeDays: number | null;
  })[];
}
type Supplier = { leadTimeDays: number; calendar: Omit<SupplyCalendar, "blackouts"> };
type Site = { blackouts: SupplyCalendar["blackouts"] };
type Demand = { items: { date: string; quantity: number | null }[] };
type Account = { planning: PlanningSettings };

/** The last `days` whole days (UTC) of a storage location, and how its part is supplied. */
export async function partOfLocation(
  { url, apiKey, locationId }: { url: string; apiKey: string; locationId: string },
  days: number,
  now: number,
): Promise<PartToReplay> {
  const { get } = openReader(url, apiKey);
  const id = encodeURIComponent(locationId);
  const location = await get<Location>(`/locations/${id}`);
  const part = await get<Part>(`/parts/${location.partId}`);
  const { planning } = await get<Account>("/account");
  // Sensors and imported history together, with what left in gaps spread over them, as planning takes it.
  const { items } = await get<Demand>(`/locations/${id}/demand?period=day`);
  const from = isoDay(Math.floor(now / DAY_MS) - days);
  const seen = items.filter(({ date }) => date >= from);
  if (!seen.some(({ quantity }) => quantity !== null))
    throw new CommandRefused(
      `Of ${location.name} no whole day's consumption is known in the last ${days} days: nothing can be replayed yet.`,
    );
  const known = {
    name: location.name,
    demand: seen.map(({ quantity }) => quantity ?? Number.NaN),
    firstDay: Date.parse(seen[0]!.date) / DAY_MS,
    planning,
  };
  const own = {
    policy: location.policy ?? part.policy,
    safetyStock: location.safetyStock,
    capacity: location.capacity,
  };
  if (location.source.kind === "location") {
    const { packSize, leadTimeDays } = location.source;
    return { ...known, ...own, leadTimeDays, supply: { ...NO_LIMITS, packSize }, prices: [], calendar: null };
  }
  const supply = part.supplies[0];
  if (!supply) return { ...known, ...own, leadTimeDays: null, supply: NO_LIMITS, prices: [], calendar: null };
  const supplier = await get<Supplier>(`/suppliers/${supply.supplierId}`);
  const site = await get<Site>(`/sites/${location.siteId}`);
  const { packSize, minimumOrderQuantity, orderMultiple, prices } = supply;
  return {
    ...known,
    ...own,
    leadTimeDays: supply.leadTimeDays ?? supplier.leadTimeDays,
    supply: { packSize, minimumOrderQuantity, orderMultiple },
    prices,
    calendar: { ...supplier.calendar, blackouts: site.blackouts },
  };
}
