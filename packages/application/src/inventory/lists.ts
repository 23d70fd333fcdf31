import { Type } from "typebox";
import type { Part, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { byText, createdFilters, filter, foldedOf, type ListRules, stampSorts } from "../api/list-rules.ts";
import * as schemas from "../api/schemas.ts";
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
    supplierId: filter<Part, string>(schemas.Id, (part, id) => part.supplierId === id),
    ...createdFilters,
  },
};

const stateFilter = Type.Array(schemas.LocationState, {
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
    partId: filter<StorageLocation, string>(schemas.Id, ({ partId }, id) => partId === id),
    supplierId: filter<StorageLocation, string>(
      schemas.Id,
      ({ partId }, id, set) => set.get("part", partId)?.supplierId === id,
    ),
    deviceId: filter<StorageLocation, string>(schemas.Id, ({ deviceId }, id) => deviceId === id),
    hasDevice: filter<StorageLocation, boolean>(
      Type.Boolean(),
      ({ deviceId }, has) => (deviceId !== null) === has,
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

export function foldedPart(part: Part | undefined): string {
  return foldedOf(part, ({ number, name }) => `${number}\n${name}`);
}
