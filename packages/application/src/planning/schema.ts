import { Type } from "typebox";
import { pageQuery } from "../api/paging.ts";
import { closed, Id, IsoDate, List, Nullable, Pieces, Time } from "../api/schemas.ts";
import { Policy } from "../inventory/location-schema.ts";
import { ImportedConsumption } from "./consumption-schema.ts";
import { demandDays } from "./demand-history.ts";
import { StockOutlook } from "./outlook-schema.ts";
import { ForecastSummary, PlanDetails } from "./plan-schema.ts";

const Day = (description: string) => Nullable(Type.String({ format: "date", description }));
const Choice = (names: readonly string[], description?: string) =>
  Type.Enum([...names], { type: "string", ...(description === undefined ? {} : { description }) });

export const PlanningQuery = Type.Object(
  { siteId: Type.Optional(Id), partId: Type.Optional(Id), ...pageQuery },
  closed,
);
const locationPlan = {
  locationId: Id,
  locationName: Type.String(),
  siteId: Id,
  partId: Id,
  policy: Nullable(Policy),
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
  runOutDate: Day("Day (UTC) on which it is empty when nothing comes"),
  openOrderId: Nullable(Id),
  nextRefillDate: Day("Of the open order: as the supplier promised, or else its day of order + lead time"),
  proposalId: Type.Union([Id, Type.Null()], { description: "The open proposal; null: there is none" }),
};
export const LocationPlan = Type.Object(
  {
    ...locationPlan,
    forecast: Type.Union([ForecastSummary, Type.Null()], { description: "Null: not planned yet" }),
  },
  { $id: "LocationPlan", description: "How long a storage location's stock will last" },
);
export const LocationPlanDetails = Type.Object(
  {
    ...locationPlan,
    plan: Type.Union([PlanDetails, Type.Null()], { description: "Null: not planned yet" }),
  },
  { $id: "LocationPlanDetails", description: "Everything that planning made of a storage location" },
);

const Value = Type.Number({ description: "In the account's currency" });
export const PlanningMatrix = Type.Object(
  {
    plannedAt: Nullable(Time),
    cells: Type.Array(
      Type.Object({
        value: Choice(["A", "B", "C"], "By the value of a year's consumption: 80 %, 15 % and 5 % of it"),
        variation: Choice(["X", "Y", "Z"], "By how much consumption varies: up to 0.5, up to 1, more"),
        locations: Type.Integer(),
        valuePerYear: Value,
        stockValue: Type.Number({
          description: "Of the average stock with the present policies, in the account's currency",
        }),
      }),
      { description: "Classes without any location are left out" },
    ),
  },
  { $id: "PlanningMatrix", description: "The planned locations by ABC and XYZ class, as of the last run" },
);

const Parameters = Type.Object({ policy: Policy, safetyStock: Pieces() });
const Difference = (description: string) => Type.Number({ description });
export const ProposalState = Choice(["open", "applied", "dismissed", "withdrawn"]);
export const Proposal = Type.Object(
  {
    id: Id,
    locationId: Id,
    state: ProposalState,
    before: Parameters,
    after: Parameters,
    reason: Type.String({ description: "Why, in words and numbers" }),
    outcome: Type.String({ description: "What it brings, in words and numbers" }),
    effect: Type.Object(
      {
        stock: Difference("Pieces on average"),
        stockValue: Nullable(Difference("Null: the part has no price")),
        stockOutsPerYear: Type.Number(),
        fillRate: Difference("Share of the pieces"),
        ordersPerYear: Type.Number(),
        costPerYear: Nullable(Difference("Orders, holding and parts; null: the part has no price")),
      },
      { description: "After − before, as expected; values in the account's currency" },
    ),
    needsPerson: Type.Union([Type.String(), Type.Null()], {
      description: "Why planning did not apply it by itself; null: it did",
    }),
    createdAt: Time,
    decidedAt: Nullable(Time),
    decidedBy: Nullable(Type.String()),
    isAutomatic: Type.Boolean({ description: "Applied by planning itself" }),
    note: Type.String({ description: "Why it was dismissed or withdrawn" }),
  },
  { $id: "Proposal", description: "A change of a location's parameters that planning proposes" },
);
export const DismissInput = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 1000 })) }, closed);
export const ApplyInput = Type.Object(
  { ids: List(Id, { minItems: 1, maxItems: 1000, uniqueItems: true }) },
  closed,
);
export const Applied = Type.Object({
  applied: Type.Array(Id),
  refused: Type.Array(Type.Object({ id: Id, code: Type.String(), detail: Type.String() }), {
    description: "The others are applied nevertheless",
  }),
});

export const PlanningRun = Type.Object(
  {
    id: Id,
    state: Choice(["waiting", "running", "done", "failed"]),
    by: Type.Union([Type.String(), Type.Null()], { description: "Who asked for it; null: the nightly one" }),
    createdAt: Time,
    startedAt: Nullable(Time),
    finishedAt: Nullable(Time),
    durationSeconds: Nullable(Type.Number({ description: "Until now, while it runs" })),
    locations: Type.Object({ total: Type.Integer(), planned: Type.Integer() }),
    proposals: Type.Object({
      created: Type.Integer(),
      kept: Type.Integer(),
      withdrawn: Type.Integer(),
      applied: Type.Integer({ description: "By planning itself" }),
    }),
    problem: Nullable(Type.String()),
  },
  { $id: "PlanningRun", description: "A planning of all storage locations" },
);

export const DemandQuery = Type.Object(
  {
    period: Type.Optional(Choice(["day", "week"], "A week ends with the last whole day")),
  },
  closed,
);
const demandItems = Type.Array(
  Type.Object({
    date: IsoDate,
    quantity: Type.Union([Type.Number(), Type.Null()], {
      description:
        "Pieces that were used, filled up by what was not seen of the period; null: missing, too little is known",
    }),
    knownShare: Type.Number({
      description: "Share of the period in which use could be seen: its level was known, and not zero",
    }),
    isMissing: Type.Boolean({ description: "Planning leaves the period out" }),
    isImported: Type.Boolean({
      description: "On a day of it the sensors knew nothing, and the imported history counts",
    }),
  }),
);
export const Demand = Type.Object(
  {
    locationId: Id,
    period: Choice(["day", "week"]),
    items: demandItems,
  },
  {
    $id: "Demand",
    description: "What was used of a location, by day or week (UTC), oldest first: 104 weeks at most",
  },
);
export const PartDemand = Type.Object(
  {
    partId: Id,
    period: Choice(["day", "week"]),
    locations: Type.Integer({ description: "So many storage locations are summed" }),
    items: demandItems,
  },
  {
    $id: "PartDemand",
    description: "What was used of a part, by day or week (UTC), oldest first: 104 weeks at most",
  },
);

export const SimulationInput = Type.Object(
  {
    locationId: Id,
    policy: Policy,
    safetyStock: Pieces(),
    days: Type.Optional(
      Type.Integer({
        minimum: 7,
        maximum: demandDays,
        default: 365,
        description: "So many of the last days are replayed",
      }),
    ),
  },
  closed,
);
const simulated = Type.Object({
  policy: Policy,
  safetyStock: Type.Integer(),
  fillRate: Type.Number({ description: "Share of the pieces that came from the shelf at once" }),
  cycleService: Nullable(Type.Number({ description: "Share of the order cycles without a stock-out" })),
  stockOutDays: Type.Integer({ description: "Days on which something was wanted that was not there" }),
  unmet: Type.Number({ description: "Pieces that were not there when they were wanted" }),
  averageStock: Type.Number(),
  maximumStock: Type.Number(),
  stockValue: Nullable(Type.Number({ description: "Of the average stock; null: the part has no price" })),
  orders: Type.Integer(),
  urgentOrders: Type.Integer(),
  orderedQuantity: Type.Number(),
  costPerYear: Type.Number({ description: "Of orders and of holding stock" }),
  course: Type.Array(
    Type.Object({
      date: IsoDate,
      days: Type.Integer({ description: "Days that the point stands for" }),
      lowest: Type.Number({ description: "Pieces on the shelf" }),
      highest: Type.Number(),
      position: Type.Number({ description: "On hand + on order − waited for" }),
      demand: Type.Number(),
      unmet: Type.Number(),
      ordered: Type.Number(),
      received: Type.Number(),
    }),
  ),
});
export const Simulation = Type.Object(
  {
    locationId: Id,
    from: Nullable(IsoDate),
    days: Type.Integer({ description: "0: nothing is known of what was used" }),
    missingDays: Type.Integer({
      description: "Days whose use is not known: that of the same weekday of the nearest week stands for it",
    }),
    demand: Type.Number({ description: "Pieces" }),
    present: Type.Union([simulated, Type.Null()], { description: "Null: the location has no policy" }),
    proposed: simulated,
    difference: Nullable(
      Type.Object(
        {
          fillRate: Type.Number(),
          stockOutDays: Type.Integer(),
          averageStock: Type.Number(),
          stockValue: Nullable(Type.Number()),
          orders: Type.Integer(),
          costPerYear: Type.Number(),
        },
        { description: "Proposed − present" },
      ),
    ),
  },
  {
    $id: "Simulation",
    description: "What would have been with the present and with another policy, over the same days",
  },
);

export const planningSchemas = [
  LocationPlan,
  LocationPlanDetails,
  PlanningMatrix,
  Proposal,
  PlanningRun,
  Demand,
  PartDemand,
  StockOutlook,
  ImportedConsumption,
  Simulation,
];
