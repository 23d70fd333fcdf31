import { type Static, Type } from "typebox";
import { closed, Metres, Nullable, Time } from "../api/schemas.ts";

/** Where things lie on a site's plan: metres to the right and down from its upper left corner. */

const Extent = (minimum: number) => Type.Number({ minimum, maximum: 10_000 });

export const AreaPlace = Type.Object(
  { x: Metres, y: Metres, width: Extent(0.5), height: Extent(0.5) },
  { ...closed, description: "A rectangle on the site's plan, in metres from its upper left corner" },
);
export const RackPlace = Type.Object(
  {
    x: Metres,
    y: Metres,
    width: Extent(0.1),
    depth: Extent(0.1),
    rotation: Type.Unsafe<0 | 90 | 180 | 270>(
      Type.Integer({
        enum: [0, 90, 180, 270],
        description:
          "Clockwise: at 0 one stands below it on the plan to take something out, at 90 left of it",
      }),
    ),
  },
  {
    ...closed,
    description:
      "Seen from above, in metres: x and y are the upper left corner of the space that it takes as it is turned, width goes along its front",
  },
);
export const Shelves = Nullable(
  Type.Integer({ minimum: 1, maximum: 50, description: "How many it has; null: as its locations need" }),
);
const Position = Type.Integer({ minimum: 1, maximum: 200 });
export const LocationPlace = Type.Object(
  { shelf: Position, slot: Position },
  {
    ...closed,
    description:
      "In its rack: the shelf, from 1 below, and the slot, from 1 at the left; several may share one",
  },
);
export const FloorPlan = Type.Object(
  {
    at: Type.Unsafe<string>({ ...Time, description: "Since when the picture is this one" }),
    widthMetres: Type.Number({ description: "Of the whole picture" }),
    heightMetres: Type.Number({ description: "Follows from the picture's proportions" }),
  },
  { description: "Of the picture under the site's plan; null: it has none" },
);

export type AreaPlace = Static<typeof AreaPlace>;
export type RackPlace = Static<typeof RackPlace>;
export type LocationPlace = Static<typeof LocationPlace>;
