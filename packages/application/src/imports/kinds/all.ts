import type { ImportKind, ImportKindName } from "../import-kind.ts";
import { locations } from "./locations.ts";
import { parts } from "./parts.ts";
import { areas, racks, sites } from "./places.ts";
import { stockCounts } from "./stock-counts.ts";
import { suppliers } from "./suppliers.ts";

const all: { readonly [N in ImportKindName]: unknown } = {
  sites,
  areas,
  racks,
  suppliers,
  parts,
  locations,
  "stock-counts": stockCounts,
};

/** In an order in which nothing refers to what comes later. */
export function importKind(name: ImportKindName): ImportKind {
  return all[name] as ImportKind;
}
