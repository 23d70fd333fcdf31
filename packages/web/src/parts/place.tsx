import type { Location } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";

/** Where a location is: site, area, rack. */
export function Place({ location: { siteId, areaId, rackId } }: { location: Location }) {
  const { site, area, rack } = useCatalogue();
  return [
    site.get(siteId)?.name,
    areaId && (area.get(areaId)?.name ?? ""),
    rackId && (rack.get(rackId)?.name ?? ""),
  ]
    .filter(Boolean)
    .join(" › ");
}
