import type { Location } from "../api/client.ts";

export type Geometry = Location["geometry"];

interface FieldOfGeometry {
  field: string;
  label: string;
  description: string;
  decimals?: number;
  isOptional?: boolean;
}

/** How each kind of geometry is measured, and what has to be known for that. */
export const geometryKinds: Record<
  Geometry["kind"],
  { name: string; description: string; fields: readonly FieldOfGeometry[] }
> = {
  containers: {
    name: "Lane or stack of equal containers",
    description:
      "The sensor looks along the lane, or down on the stack: each container brings the surface nearer.",
    fields: [
      {
        field: "emptyDistanceMm",
        label: "Distance when empty (mm)",
        description: "From the sensor to the end of the lane, or to the ground",
        decimals: 1,
      },
      {
        field: "containerDepthMm",
        label: "Depth of a container (mm)",
        description: "Along the way in which the sensor looks",
        decimals: 1,
      },
      { field: "capacityContainers", label: "Containers", description: "So many fit in" },
      { field: "piecesPerContainer", label: "Pieces in a container", description: "In a full one" },
    ],
  },
  "fill-height": {
    name: "Loose parts in a bin",
    description: "The sensor looks down into the bin: the more parts, the nearer their surface.",
    fields: [
      {
        field: "emptyDistanceMm",
        label: "Distance when empty (mm)",
        description: "From the sensor to the bin's ground",
        decimals: 1,
      },
      {
        field: "fullDistanceMm",
        label: "Distance when full (mm)",
        description: "From the sensor to the parts of a full bin",
        decimals: 1,
      },
      { field: "capacityPieces", label: "Pieces when full", description: "So many fit in" },
    ],
  },
  weight: {
    name: "Weight on scales",
    description: "One scale or several: their weights are added up.",
    fields: [
      {
        field: "tareGrams",
        label: "Weight when empty (g)",
        description: "What the scales show together, with empty carriers",
        decimals: 2,
      },
      {
        field: "pieceGrams",
        label: "Weight of a piece (g)",
        description: "Weigh ten of them to know",
        decimals: 6,
      },
      { field: "capacityPieces", label: "Pieces when full", description: "So many fit in" },
    ],
  },
  presence: {
    name: "Places that are full or empty",
    description: "Each place is watched by a sensor of its own, for example three places for pallets.",
    fields: [
      { field: "positions", label: "Places", description: "As many sensors are needed" },
      { field: "piecesPerPosition", label: "Pieces in a place", description: "In a full one" },
      {
        field: "presentBelowMm",
        label: "Full nearer than (mm)",
        description: "Only for sensors that measure a distance",
        decimals: 1,
        isOptional: true,
      },
    ],
  },
  button: {
    name: "Button",
    description: "Nothing is measured: a press says that it is empty.",
    fields: [{ field: "capacityPieces", label: "Pieces when full", description: "So many fit in" }],
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
