import { type TSchema, Type } from "typebox";
import { pageQuery } from "../api/paging.ts";
import { Id, Policy } from "../api/schemas.ts";

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const IsoDate = (description: string) => Nullable(Type.String({ format: "date", description }));

export const PlanningQuery = Type.Object(
  { siteId: Type.Optional(Id), partId: Type.Optional(Id), ...pageQuery },
  { additionalProperties: false },
);
export const LocationPlan = Type.Object(
  {
    locationId: Id,
    locationName: Type.String(),
    siteId: Id,
    partId: Id,
    policy: Policy,
    onHand: Nullable(Type.Integer()),
    inventoryPosition: Nullable(Type.Integer()),
    consumptionPerDay: Nullable(
      Type.Number({
        description:
          "Pieces a day over the last 28 days; null: known for less than a day. At most ten minutes old",
      }),
    ),
    daysOfStock: Nullable(
      Type.Number({
        description: "On hand / consumption; null: one of them is not known, or nothing leaves",
      }),
    ),
    runOutDate: IsoDate("Day (UTC) on which it is empty when nothing comes"),
    openOrderId: Nullable(Id),
    nextRefillDate: IsoDate(
      "Of the open order: as the supplier promised, or else its day of order + lead time",
    ),
  },
  { $id: "LocationPlan", description: "How long a storage location's stock will last" },
);

export const planningSchemas = [LocationPlan];
