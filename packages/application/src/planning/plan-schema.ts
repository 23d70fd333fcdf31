import { Type } from "typebox";
import { Nullable, Time } from "../api/schemas.ts";
import { Policy } from "../inventory/location-schema.ts";

/** What planning says of a location, in short and whole. */

const Figure = (description: string) => Type.Number({ description });
const Whole = (description: string) => Type.Integer({ description });
const Choice = (names: readonly string[], description: string) =>
  Type.Enum([...names], { type: "string", description });

const DemandClass = Choice(
  ["none", "too-short", "smooth", "erratic", "intermittent", "lumpy"],
  "By how often and how evenly is used (average interval 1.32 periods, CV² 0.49)",
);
const Day = (description: string) => Nullable(Type.String({ format: "date", description }));
const RunOut = Type.Object(
  {
    earliest: Day("Gone by then with 10 %"),
    expected: Day("Gone by then with 50 %"),
    latest: Day("Gone by then with 90 %"),
  },
  { description: "When the stock of then will be gone if nothing comes; null: not within two years" },
);
const classes = {
  valueClass: Nullable(Choice(["A", "B", "C"], "By the value of a year's consumption")),
  variationClass: Nullable(Choice(["X", "Y", "Z"], "By how much the consumption varies")),
  movement: Nullable(
    Choice(["moving", "slow", "non-mover"], "Slow: not used for 90 days; non-mover: for 365"),
  ),
};
const figures = {
  safetyStock: Nullable(Whole("Recommended, as are the next ones; null: nothing can be recommended")),
  reorderPoint: Nullable(Type.Integer()),
  orderUpTo: Nullable(Type.Integer()),
  quantity: Nullable(Whole("As it will be ordered")),
};

export const ForecastSummary = Type.Object({
  plannedAt: Time,
  class: DemandClass,
  method: Nullable(Type.String({ description: "Of the forecast; null: nothing is expected" })),
  ratePerDay: Figure("Pieces that are expected to be used a day"),
  error: Nullable(Figure("Of the forecast, scaled by that of the naive one; null: not tested")),
  ...classes,
  ...figures,
  runOut: Nullable(RunOut),
});

const Outlook = (description: string) =>
  Type.Object(
    {
      policy: Policy,
      safetyStock: Type.Integer(),
      fillRate: Figure("Share of the pieces that come from the shelf"),
      cycleService: Figure("Share of the order cycles without a stock-out"),
      stockOutsPerYear: Type.Number(),
      ordersPerYear: Type.Number(),
      averageStock: Figure("Pieces"),
      averageOrder: Figure("Pieces"),
      stockValue: Nullable(Figure("Of the average stock; null: the part has no price")),
      costPerYear: Nullable(Figure("Orders, holding and parts")),
      reachesService: Type.Boolean({ description: "Whether the wanted service is reached" }),
    },
    { description },
  );

export const PlanDetails = Type.Object({
  plannedAt: Time,
  class: DemandClass,
  interval: Nullable(Figure("Average periods between demands")),
  sizeVariation: Nullable(Figure("CV² of the demands' sizes")),
  forecast: Type.Object({
    method: Nullable(Type.String()),
    parameters: Type.Record(Type.String(), Type.Number()),
    periodDays: Type.Integer({ description: "Days of a period: 1 or 7" }),
    ratePerDay: Type.Number(),
    perYear: Figure("Pieces"),
    valuePerYear: Nullable(Figure("In the account's currency; null: the part has no price")),
    error: Nullable(Figure("Scaled by that of the naive forecast")),
    variation: Nullable(Figure("Standard deviation ÷ mean of the demand by period")),
    knownPeriods: Type.Integer(),
    daysSinceUse: Nullable(Type.Number()),
  }),
  leadTimeDemand: Type.Object({
    days: Figure("Lead time"),
    family: Choice(
      ["certain", "normal", "gamma", "poisson", "negative-binomial", "empirical"],
      "Distribution of the demand over the lead time",
    ),
    mean: Type.Number(),
    standardDeviation: Type.Number(),
  }),
  service: Type.Object({
    measure: Choice(["fill-rate", "cycle"], "What is wanted"),
    level: Type.Number(),
  }),
  ...figures,
  kanban: Nullable(
    Type.Object(
      { cards: Type.Integer(), piecesPerCard: Type.Integer() },
      { description: "If it were a kanban loop" },
    ),
  ),
  buffer: Nullable(
    Type.Object(
      {
        redBase: Type.Number(),
        redSafety: Type.Number(),
        red: Type.Number(),
        yellow: Type.Number(),
        green: Type.Number(),
        topOfRed: Type.Number(),
        topOfYellow: Type.Number(),
        topOfGreen: Type.Number(),
      },
      { description: "As a DDMRP buffer: pieces of its zones, and where they end" },
    ),
  ),
  runOut: Nullable(RunOut),
  present: Nullable(Outlook("What is to be expected of the present policy")),
  recommended: Nullable(Outlook("What is to be expected of the recommended one")),
  ...classes,
  shareOfValue: Nullable(Figure("Of the value of all locations' consumption, 0 … 1")),
  notes: Type.Array(Type.String(), { description: "What made the plan different, e.g. capacity" }),
});
