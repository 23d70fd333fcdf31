import { orderStates } from "@refill/replenishment";
import { Type } from "typebox";
import { closed, Id, IsoDate, Nullable, Time } from "../api/schemas.ts";
import { mostOverviewDays } from "./make-days.ts";
import { waitingKinds } from "./waiting.ts";

export const SiteQuery = Type.Object({ siteId: Type.Optional(Id) }, closed);
export const HistoryQuery = Type.Object(
  {
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: mostOverviewDays,
        default: 90,
        description: "So many days before today (UTC)",
      }),
    ),
    siteId: Type.Optional(Id),
  },
  closed,
);

const Count = (description: string) => Type.Integer({ description });
const Share = (description: string) => Nullable(Type.Number({ description }));
const place = {
  locationId: Nullable(Id),
  locationName: Nullable(Type.String()),
  siteId: Nullable(Id),
  partId: Nullable(Id),
  partName: Nullable(Type.String()),
  partNumber: Nullable(Type.String()),
  unit: Nullable(Type.String()),
};
const State = Type.Enum([...orderStates], { type: "string" });
const source = {
  supplierName: Nullable(Type.String()),
  sourceName: Nullable(Type.String({ description: "Of a transfer: the location that it comes from" })),
};

const RunOut = Type.Object({
  ...place,
  onHand: Type.Integer({ description: "Pieces" }),
  usePerDay: Nullable(
    Type.Number({ description: "Pieces, as planning expects, or else as in the last 28 days" }),
  ),
  emptyAt: Nullable(Type.String({ format: "date-time", description: "Null: it is empty" })),
  refillAt: Nullable(
    Type.String({
      format: "date-time",
      description:
        "When the open order is due, or one would be that is placed now; null: the order is overdue, or nobody supplies the part",
    }),
  ),
  daysShort: Nullable(Type.Number({ description: "It will stand empty so long; null: nobody knows" })),
  order: Nullable(
    Type.Object(
      { id: Id, number: Type.Integer(), state: State, isLate: Type.Boolean() },
      {
        description: "Null: none is open",
      },
    ),
  ),
});
const Waiting = Type.Object({
  kind: Type.Enum([...waitingKinds], { type: "string" }),
  id: Type.String({ description: "Of the order, location, device, gateway or proposal" }),
  name: Nullable(Type.String({ description: "Number of the order; name of the device or gateway" })),
  ...place,
  ...source,
  quantity: Nullable(Type.Integer({ description: "Pieces of the order" })),
  value: Nullable(
    Type.Number({
      description: "Of the order; of a proposal, by how much it changes the costs of a year",
    }),
  ),
  reason: Nullable(
    Type.String({ description: "Why, in words; of an unknown level as `unknownReason` of a location" }),
  ),
  since: Nullable(Time),
  batteryPercent: Nullable(Type.Number()),
});
const Coming = Type.Object({
  ...place,
  ...source,
  id: Id,
  number: Type.Integer(),
  state: State,
  pieces: Type.Integer({ description: "Still to come" }),
  expectedAt: Time,
  isLate: Type.Boolean(),
  isPromised: Type.Boolean({
    description: "The supplier promised the day; else it follows from the lead time",
  }),
});

export const OverviewAttention = Type.Object(
  {
    isNetworkServerReachable: Type.Boolean({ description: "False: nothing is known of gateways" }),
    locations: Count("All there are"),
    runOuts: Type.Object(
      {
        total: Type.Integer(),
        withoutOrder: Count("For which no order is open"),
        items: Type.Array(RunOut, { description: "The most urgent 100" }),
      },
      { description: "Locations that are empty, or will be before their refill comes" },
    ),
    waiting: Type.Object(
      {
        counts: Type.Array(
          Type.Object({
            kind: Type.Enum([...waitingKinds], { type: "string" }),
            count: Type.Integer(),
          }),
        ),
        items: Type.Array(Waiting, { description: "20 of each kind" }),
      },
      { description: "What waits for a person" },
    ),
    coming: Type.Object(
      {
        total: Count("Orders"),
        days: Type.Array(Type.Object({ date: IsoDate, count: Type.Integer(), orders: Type.Array(Coming) }), {
          description: "The first 100 orders, by the day (of the site) on which they are expected",
        }),
      },
      { description: "What is on its way" },
    ),
  },
  { $id: "OverviewAttention", description: "What needs somebody, and what comes" },
);

const StockValue = Nullable(
  Type.Number({
    description:
      "Pieces × price of the first supplier at the usual quantity, in the account's currency as of that day; null: no location has both",
  }),
);
const figures = {
  stockValue: StockValue,
  known: Count("Locations with a known level"),
  unknown: Count("Locations whose sensors gave no level"),
  withoutPrice: Count("Locations with a known level whose part has no price: not in the value"),
};
const orders = {
  ordersPlaced: Type.Integer(),
  ordersOnTime: Count("That arrived as promised, or within the lead time"),
  ordersLate: Type.Integer(),
};
export const OverviewHistory = Type.Object(
  {
    from: IsoDate,
    items: Type.Array(
      Type.Object({
        date: IsoDate,
        ...figures,
        stockOuts: Count("Locations that were empty some time"),
        emptyHours: Type.Number({ description: "Of all locations together" }),
        serviceLevel: Share("Share of the known time in which something was there, 0 … 1"),
        ...orders,
      }),
      { description: "Days (UTC), oldest first; those of which nothing is summed are missing" },
    ),
    total: Type.Object({
      serviceLevel: Share("0 … 1"),
      stockOuts: Count("Days × locations"),
      emptyHours: Type.Number(),
      ...orders,
    }),
    present: Type.Object({
      ...figures,
      empty: Type.Integer(),
      inStock: Share("Of the locations with a known level, 0 … 1"),
      ...orders,
    }),
  },
  {
    $id: "OverviewHistory",
    description: "Value of stock, stock-outs, measured service level and orders, day by day",
  },
);

export const overviewSchemas = [OverviewAttention, OverviewHistory];
