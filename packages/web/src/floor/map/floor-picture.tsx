import type { Site } from "../../api/client.ts";
import type { Box } from "../plan-geometry.ts";

/** The picture under the plan, as large as it is in truth; where there is none, a grid of metres. `source`: one that is tried. */
export function FloorPicture({
  site: { id, floorPlan },
  whole,
  source,
}: {
  site: Pick<Site, "id" | "floorPlan">;
  whole: Box;
  source?: string;
}) {
  if (!floorPlan)
    return (
      <rect
        className="map-grid"
        x={whole.x}
        y={whole.y}
        width={whole.width}
        height={whole.height}
        fill="url(#floor-grid)"
      />
    );
  return (
    <image
      className="map-picture"
      href={source ?? `/api/v1/sites/${id}/floor-plan`}
      // Another picture is another element: what the browser has of the first one is not shown.
      key={floorPlan.at}
      width={floorPlan.widthMetres}
      height={floorPlan.heightMetres}
      preserveAspectRatio="none"
    />
  );
}
