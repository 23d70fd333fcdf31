import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Site } from "../api/client.ts";
import { areasQuery, gatewaysQuery, locationsQuery, racksQuery, sitesQuery } from "../api/queries.ts";
import { type Box, boundsOf, spaceOf } from "./plan-geometry.ts";
import { type SiteFloor, siteFloorOf } from "./site-floor.ts";

export interface SiteFloorQuery {
  /** Undefined while it is loaded, and when there is no such site. */
  floor: SiteFloor | undefined;
  sites: readonly Site[] | undefined;
  isPending: boolean;
  error: Error | null;
  again(): void;
}

/** A site with all that stands in it, live. */
export function useSiteFloor(siteId: string): SiteFloorQuery {
  const [sites, areas, racks, locations, gateways] = useQueries({
    queries: [sitesQuery, areasQuery, racksQuery, locationsQuery, gatewaysQuery],
  });
  const floor = useMemo(() => {
    const site = sites.data?.find(({ id }) => id === siteId);
    if (!site || !areas.data || !racks.data || !locations.data) return undefined;
    return siteFloorOf(site, {
      areas: areas.data,
      racks: racks.data,
      locations: locations.data,
      // They come from elsewhere, and the map does not wait for them.
      gateways: gateways.data ?? [],
    });
  }, [siteId, sites.data, areas.data, racks.data, locations.data, gateways.data]);
  const needed = [sites, areas, racks, locations];
  return {
    floor,
    sites: sites.data,
    isPending: needed.some(({ isPending }) => isPending),
    error: needed.find(({ error, data }) => error && !data)?.error ?? null,
    again: () => {
      for (const query of needed) if (query.error) void query.refetch();
    },
  };
}

const margin = 1;
const nothing: Box = { x: 0, y: 0, width: 40, height: 25 };

/** All of a site's plan, in metres; `more`: what else has to be on it. */
export function wholeOf(floor: SiteFloor, more: readonly Box[] = []): Box {
  const { floorPlan } = floor.site;
  const boxes: Box[] = [...more];
  if (floorPlan) boxes.push({ x: 0, y: 0, width: floorPlan.widthMetres, height: floorPlan.heightMetres });
  for (const { area, racks } of floor.areas) {
    if (area.place) boxes.push(area.place);
    for (const { rack } of racks) if (rack.place) boxes.push(spaceOf(rack.place));
  }
  for (const { place } of floor.gateways)
    if (place) boxes.push({ x: place.x, y: place.y, width: 0, height: 0 });
  const { x, y, width, height } = boundsOf(boxes) ?? nothing;
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

/** Whether anybody has said where anything is. */
export function isLaidOut({ site, areas }: SiteFloor): boolean {
  return (
    site.floorPlan !== null ||
    areas.some(({ area, racks }) => area.place !== null || racks.some(({ rack }) => rack.place !== null))
  );
}
