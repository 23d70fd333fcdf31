import { capacityOf, orderUpToOf, reorderPointOf } from "@refill/replenishment";
import type { Part, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { openOrderOf, policyOf, stockOf } from "../inventory/stock.ts";

export interface StockFilter {
  siteId?: string;
  partId?: string;
  q?: string;
}

export type PartStock = ReturnType<typeof partStock>;
export type LocationStock = ReturnType<typeof locationStock>;
/** Where a page begins: behind the item with this text and id. */
export type After = readonly [text: string, id: string] | null;

/** The stock of the parts that have a location, by their number. */
export function* stockByPart(
  set: WorkingSet,
  { siteId, partId, q }: StockFilter,
  after: After,
  now: number,
): Generator<PartStock> {
  const { parts, locationsOf } = ordered(set);
  for (const part of parts) {
    if (!isBehind(part.number, part.id, after)) continue;
    if ((partId !== undefined && part.id !== partId) || !matches(q, part.number, part.name)) continue;
    const all = locationsOf.get(part.id) ?? [];
    const locations = siteId === undefined ? all : all.filter((location) => location.siteId === siteId);
    if (locations.length > 0) yield partStock(set, part, locations, now);
  }
}

/** The stock of locations, by their name. */
export function* stockByLocation(
  set: WorkingSet,
  { siteId, partId, q }: StockFilter,
  after: After,
  now: number,
): Generator<LocationStock> {
  for (const location of ordered(set).locations) {
    if (!isBehind(location.name, location.id, after)) continue;
    if (siteId !== undefined && location.siteId !== siteId) continue;
    if (partId !== undefined && location.partId !== partId) continue;
    const part = set.get("part", location.partId);
    if (part && matches(q, location.name, part.number, part.name))
      yield locationStock(set, location, part, now);
  }
}

function partStock(set: WorkingSet, part: Part, locations: readonly StorageLocation[], now: number) {
  const counts = { locations: locations.length, low: 0, empty: 0, unknown: 0 };
  let onHand: number | null = null;
  let inventoryPosition: number | null = null;
  let onOrder = 0;
  let reserved = 0;
  for (const location of locations) {
    const stock = stockOf(set, location, openOrderOf(set, location.id), now);
    if (stock.state !== "ok") counts[stock.state] += 1;
    onOrder += stock.onOrder;
    reserved += stock.reserved;
    if (stock.onHand !== null) onHand = (onHand ?? 0) + stock.onHand;
    if (stock.position !== null) inventoryPosition = (inventoryPosition ?? 0) + stock.position;
  }
  return { ...partFields(part), onHand, onOrder, reserved, inventoryPosition, ...counts };
}

export function locationStock(set: WorkingSet, location: StorageLocation, part: Part, now: number) {
  const stock = stockOf(set, location, openOrderOf(set, location.id), now);
  const policy = policyOf(set, location);
  return {
    locationId: location.id,
    locationName: location.name,
    siteId: location.siteId,
    siteName: set.get("site", location.siteId)?.name ?? "",
    ...partFields(part),
    onHand: stock.onHand,
    onOrder: stock.onOrder,
    reserved: stock.reserved,
    inventoryPosition: stock.position,
    reorderPoint: policy && reorderPointOf(policy),
    orderUpTo: policy && orderUpToOf(policy),
    capacity: capacityOf(location.geometry),
    state: stock.state,
    measuredAt: stock.measuredAt === null ? null : new Date(stock.measuredAt).toISOString(),
  };
}

function partFields({ id, number, name, unit }: Part) {
  return { partId: id, partNumber: number, partName: name, unit };
}

function matches(q: string | undefined, ...texts: string[]): boolean {
  if (q === undefined) return true;
  const wanted = q.toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}

function isBehind(text: string, id: string, after: After): boolean {
  return after === null || text > after[0] || (text === after[0] && id > after[1]);
}

interface Ordered {
  changes: string;
  parts: readonly Part[];
  locations: readonly StorageLocation[];
  locationsOf: ReadonlyMap<string, readonly StorageLocation[]>;
}
const kept = new WeakMap<WorkingSet, Ordered>();

/** Sorted once, until parts or locations change. */
export function ordered(set: WorkingSet): Ordered {
  const changes = `${set.changesOf("part")}/${set.changesOf("location")}`;
  const known = kept.get(set);
  if (known?.changes === changes) return known;
  const by = <R extends { id: string }>(records: Iterable<R>, textOf: (record: R) => string) =>
    [...records].sort((a, b) => {
      const [first, second] = [textOf(a), textOf(b)];
      return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
    });
  const locations = by(set.all("location"), ({ name }) => name);
  const made: Ordered = {
    changes,
    parts: by(set.all("part"), ({ number }) => number),
    locations,
    locationsOf: Map.groupBy(locations, ({ partId }) => partId),
  };
  kept.set(set, made);
  return made;
}
