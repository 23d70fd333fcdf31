import { type TSchema, Type } from "typebox";
import { pageQuery } from "../api/paging.ts";
import { Id } from "../api/schemas.ts";

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const pieces = {
  onHand: Nullable(
    Type.Integer({ description: "Pieces, of the locations whose level is known; null: of none" }),
  ),
  onOrder: Type.Integer(),
  reserved: Type.Integer(),
  inventoryPosition: Nullable(
    Type.Integer({ description: "On hand + on order − reserved, where the level is known" }),
  ),
};
const part = {
  partId: Id,
  partNumber: Type.String(),
  partName: Type.String(),
  unit: Type.String(),
};

export const StockQuery = Type.Object(
  {
    siteId: Type.Optional(Id),
    partId: Type.Optional(Id),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "A part of number or name, in small or capital letters",
      }),
    ),
    ...pageQuery,
  },
  { additionalProperties: false },
);
export const PartStock = Type.Object(
  {
    ...part,
    ...pieces,
    locations: Type.Integer({ description: "Storage locations of the part" }),
    low: Type.Integer({ description: "Of these, at or below their minimum, but not empty" }),
    empty: Type.Integer(),
    unknown: Type.Integer({
      description: "Of these, without a known level: their stock is missing in the sums",
    }),
  },
  { $id: "PartStock", description: "A part's stock over its storage locations" },
);
export const LocationStock = Type.Object(
  {
    locationId: Id,
    locationName: Type.String(),
    siteId: Id,
    siteName: Type.String(),
    ...part,
    ...pieces,
    reorderPoint: Nullable(Type.Integer({ description: "Null: no policy" })),
    orderUpTo: Nullable(Type.Integer()),
    capacity: Type.Integer(),
    state: Type.Enum(["ok", "low", "empty", "unknown"], { type: "string" }),
    measuredAt: Nullable(Type.String({ format: "date-time" })),
  },
  { $id: "LocationStock", description: "A storage location's stock in one flat line" },
);

export const stockSchemas = [PartStock, LocationStock];
