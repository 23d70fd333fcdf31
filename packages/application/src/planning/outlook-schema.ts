import { Type } from "typebox";
import { Id, IsoDate, Nullable, Time } from "../api/schemas.ts";

export const mostOutlookDays = 180;

export const StockOutlook = Type.Object(
  {
    locationId: Id,
    ratePerDay: Nullable(
      Type.Number({ description: "Pieces that are expected to be used; null: not planned" }),
    ),
    incoming: Type.Array(Type.Object({ date: IsoDate, quantity: Type.Integer(), orderId: Id }), {
      description: "What is on order, when it is to come",
    }),
    items: Type.Array(
      Type.Object({
        at: Time,
        low: Type.Integer({ description: "With 10 % there are fewer pieces" }),
        expected: Type.Integer({ description: "As likely more as fewer" }),
        high: Type.Integer({ description: "With 10 % there are more" }),
      }),
      {
        description:
          "Now, and the same time of each of the next days; empty: level or forecast are not known",
      },
    ),
  },
  { $id: "StockOutlook", description: "Where a location's stock is going, if nothing more is ordered" },
);
