import type { Site } from "../accounts/records.ts";
import { stampedView } from "../inventory/stock.ts";

/** The site as the REST API shows it. */
export function siteView(site: Site) {
  const { floorPlan } = site;
  return {
    ...stampedView(site),
    floorPlan: floorPlan && {
      at: new Date(floorPlan.at).toISOString(),
      widthMetres: floorPlan.widthMetres,
      heightMetres: floorPlan.widthMetres * floorPlan.proportions,
    },
  };
}
