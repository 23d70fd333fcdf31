import type { Location } from "../api/client.ts";
import { t } from "../language/language.ts";
import type { Dimension } from "../parts/units.ts";

export type Geometry = Location["geometry"];

interface FieldOfGeometry {
  field: string;
  label: string;
  description: string;
  /** Of what is measured; without it, it is counted. */
  dimension?: Dimension;
  isOptional?: boolean;
}

/** How each kind of geometry is measured, and what has to be known for that. */
export const geometryKinds: Record<
  Geometry["kind"],
  { name: string; description: string; fields: readonly FieldOfGeometry[] }
> = {
  containers: {
    name: t("Lane or stack of equal containers"),
    description: t(
      "The sensor looks along the lane, or down on the stack: each container brings the surface nearer.",
    ),
    fields: [
      {
        field: "emptyDistanceMm",
        label: t("Distance when empty"),
        dimension: "length",
        description: t("From the sensor to the end of the lane, or to the ground"),
      },
      {
        field: "containerDepthMm",
        label: t("Depth of a container"),
        dimension: "length",
        description: t("Along the way in which the sensor looks"),
      },
      { field: "capacityContainers", label: t("Containers"), description: t("So many fit in") },
      { field: "piecesPerContainer", label: t("Pieces in a container"), description: t("In a full one") },
    ],
  },
  "fill-height": {
    name: t("Loose parts in a bin"),
    description: t("The sensor looks down into the bin: the more parts, the nearer their surface."),
    fields: [
      {
        field: "emptyDistanceMm",
        label: t("Distance when empty"),
        dimension: "length",
        description: t("From the sensor to the bin's ground"),
      },
      {
        field: "fullDistanceMm",
        label: t("Distance when full"),
        dimension: "length",
        description: t("From the sensor to the parts of a full bin"),
      },
      { field: "capacityPieces", label: t("Pieces when full"), description: t("So many fit in") },
    ],
  },
  weight: {
    name: t("Weight on scales"),
    description: t("One scale or several: their weights are added up."),
    fields: [
      {
        field: "tareGrams",
        label: t("Weight when empty"),
        dimension: "weight",
        description: t("What the scales show together, with empty carriers"),
      },
      {
        field: "pieceGrams",
        label: t("Weight of a piece"),
        dimension: "pieceWeight",
        description: t("Weigh ten of them to know"),
      },
      { field: "capacityPieces", label: t("Pieces when full"), description: t("So many fit in") },
    ],
  },
  presence: {
    name: t("Places that are full or empty"),
    description: t("Each place is watched by a sensor of its own, for example three places for pallets."),
    fields: [
      { field: "positions", label: t("Places"), description: t("As many sensors are needed") },
      { field: "piecesPerPosition", label: t("Pieces in a place"), description: t("In a full one") },
      {
        field: "presentBelowMm",
        label: t("Full nearer than"),
        dimension: "length",
        description: t("Only for sensors that measure a distance"),
        isOptional: true,
      },
    ],
  },
  button: {
    name: t("Button"),
    description: t("Nothing is measured: a press says that it is empty."),
    fields: [{ field: "capacityPieces", label: t("Pieces when full"), description: t("So many fit in") }],
  },
};

/** Another kind, with the numbers that both have. `pieceGrams`: the part's, where it is known. */
export function geometryOfKind(
  kind: Geometry["kind"],
  before: Geometry,
  pieceGrams: number | null = null,
): Geometry {
  const known = { pieceGrams: pieceGrams ?? undefined, ...before } as Record<string, unknown>;
  const fields = geometryKinds[kind].fields
    .filter(({ isOptional }) => !isOptional)
    .map(({ field }) => [field, known[field] ?? Number.NaN]);
  return { kind, ...Object.fromEntries(fields) } as Geometry;
}

/** Which sensors it takes, in words. */
export function sensorAdvice(geometry: Geometry): string {
  switch (geometry.kind) {
    case "presence":
      return "One for each place, in their order: the first watches place 1";
    case "weight":
      return "One scale or several; none: people count";
    case "button":
      return "One button, or a second one where two are handy; none: people count";
    default:
      return "One sensor, or two that watch each other; none: people count";
  }
}
