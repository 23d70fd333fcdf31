import { Type } from "typebox";
import { closed, Id, IsoDate, List, Pieces } from "../api/schemas.ts";

/** More than the 104 weeks with which planning works. */
export const mostDays = 1_100;
export const mostLocations = 200;

const Day = Type.Object({ date: IsoDate, quantity: Pieces() }, closed);
export const ConsumptionInput = Type.Object(
  {
    items: List(
      Type.Object(
        {
          locationId: Id,
          days: List(Day, {
            minItems: 1,
            maxItems: mostDays,
            description: `In any order, each day once, none after today (UTC); from the first to the last at most ${mostDays} days`,
          }),
        },
        closed,
      ),
      { minItems: 1, maxItems: mostLocations, description: "Each location once" },
    ),
    gaps: Type.Optional(
      Type.Enum(["zero", "unknown"], {
        type: "string",
        default: "zero",
        description: "What days between a location's first and last one mean that are not named",
      }),
    ),
  },
  closed,
);
export const ImportedConsumption = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        locationId: Id,
        from: IsoDate,
        to: IsoDate,
        days: Type.Integer({ description: "Known ones" }),
        quantity: Type.Integer({ description: "Pieces on all of them" }),
      }),
    ),
  },
  { $id: "ImportedConsumption", description: "The consumption history that was taken, by location" },
);
