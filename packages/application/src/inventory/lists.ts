import { Type } from "typebox";
import type { Area, Part, Rack, Reservation, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { byText, createdFilters, filter, foldedOf, type ListRules, stampSorts } from "../api/list-rules.ts";
import * as schemas from "../api/schemas.ts";
import { LocationState } from "./location-schema.ts";
import { openOrderOf, stockOf } from "./stock.ts";

/** How sites, suppliers, parts and locations are listed. */

const byName = { name: byText(({ name }: { name: string }) => name) };
const searchedByName = {
  searched: "the name",
  searchedText: (record: { name: string }) => foldedOf(record, ({ name }) => name),
};

export const siteList: ListRules<"site"> = {
  ...searchedByName,
  sorts: { ...byName, ...stampSorts },
  filters: createdFilters,
};
export const areaList: ListRules<"area"> = {
  ...searchedByName,
  sorts: { ...byName, ...stampSorts },
  filters: {
    siteId: filter<Area, string>(schemas.Id, ({ siteId }, id) => siteId === id),
    ...createdFilters,
  },
};
export const rackList: ListRules<"rack"> = {
  ...searchedByName,
  sorts: { ...byName, ...stampSorts },
  filters: {
    areaId: filter<Rack, string>(schemas.Id, ({ areaId }, id) => areaId === id),
    ...createdFilters,
  },
};
export const supplierList: ListRules<"supplier"> = {
  ...searchedByName,
  sorts: { ...byName, ...stampSorts },
  filters: createdFilters,
};
export const partList: ListRules<"part"> = {
  searched: "number and name",
  searchedText: foldedPart,
  sorts: { number: byText(({ number }) => number), ...byName, ...stampSorts },
  filters: {
    supplierId: filter<Part, string>(schemas.Id, isSuppliedBy),
    ...createdFilters,
  },
};

const stateFilter = Type.Array(LocationState, {
  minItems: 1,
  maxItems: 4,
  description: "One or more: state=low&state=empty",
});
export const locationList: ListRules<"location"> = {
  searched: "the location's name, its part's number and name",
  searchedText: (location, set) =>
    `${foldedOf(location, ({ name }) => name)}\n${foldedPart(set.get("part", location.partId))}`,
  sorts: { ...byName, ...stampSorts },
  filters: {
    siteId: filter<StorageLocation, string>(schemas.Id, ({ siteId }, id) => siteId === id),
    areaId: filter<StorageLocation, string>(schemas.Id, ({ areaId }, id) => areaId === id),
    rackId: filter<StorageLocation, string>(schemas.Id, ({ rackId }, id) => rackId === id),
    partId: filter<StorageLocation, string>(schemas.Id, ({ partId }, id) => partId === id),
    supplierId: filter<StorageLocation, string>(schemas.Id, ({ partId }, id, set) =>
      isSuppliedBy(set.get("part", partId), id),
    ),
    deviceId: filter<StorageLocation, string>(schemas.Id, ({ deviceIds }, id) => deviceIds.includes(id)),
    hasDevice: filter<StorageLocation, boolean>(
      Type.Boolean(),
      ({ deviceIds }, has) => deviceIds.length > 0 === has,
    ),
    hasOpenOrder: filter<StorageLocation, boolean>(
      Type.Boolean(),
      ({ id }, has, set) => set.openOrderByLocation.has(id) === has,
    ),
    state: filter<StorageLocation, readonly string[]>(stateFilter, (location, states, set, now) =>
      states.includes(stateOf(set, location, now)),
    ),
    ...createdFilters,
  },
};

function stateOf(set: WorkingSet, location: StorageLocation, now: number): string {
  return stockOf(set, location, openOrderOf(set, location.id), now).state;
}

function isSuppliedBy(part: Part | undefined, supplierId: string): boolean {
  return part?.supplies.some((supply) => supply.supplierId === supplierId) ?? false;
}

export function foldedPart(part: Part | undefined): string {
  return foldedOf(part, ({ number, name }) => `${number}\n${name}`);
}

export const reservationList: ListRules<"reservation"> = {
  searched: "the reason",
  searchedText: (record) => foldedOf(record, ({ reason }) => reason),
  sorts: stampSorts,
  filters: {
    locationId: filter<Reservation, string>(schemas.Id, ({ locationId }, id) => locationId === id),
    ...createdFilters,
  },
};
