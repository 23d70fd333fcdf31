import type { Weekday } from "@refill/replenishment";
import { type Static, Type } from "typebox";
import { closed, Id, List, Nullable, Pieces, stamps, Text, Time } from "../api/schemas.ts";
import { LocationPlace } from "../floor/place-schema.ts";

/** Storage locations: how they are measured, when they are refilled, what lies in them. */

/** Of one location. */
const mostDevices = 16;

const Millimetres = Type.Number({ minimum: 0, maximum: 50_000 });
const Grams = (minimum: number) => Type.Number({ minimum, maximum: 40_000_000 });
const correctsByTemperature = Type.Optional(
  Type.Boolean({
    description:
      "For an ultrasonic sensor that reports the temperature of the air and does not correct its distance by it: Refill does",
  }),
);
const Share = Type.Number({ minimum: 0, maximum: 1 });
export const Geometry = Type.Union([
  Type.Object(
    {
      kind: Type.Literal("containers"),
      emptyDistanceMm: Millimetres,
      containerDepthMm: Millimetres,
      capacityContainers: Pieces(1),
      piecesPerContainer: Pieces(1),
      correctsByTemperature,
    },
    { ...closed, description: "A lane or stack of equal containers in front of, or under, the sensor" },
  ),
  Type.Object(
    {
      kind: Type.Literal("fill-height"),
      emptyDistanceMm: Millimetres,
      fullDistanceMm: Millimetres,
      capacityPieces: Pieces(1),
      curve: Type.Optional(
        List(Type.Object({ height: Share, content: Share }, closed), {
          minItems: 2,
          maxItems: 50,
          description:
            "How the content grows with the height, from 0, 0 to 1, 1; without it the bin is straight",
        }),
      ),
      correctsByTemperature,
    },
    { ...closed, description: "Loose parts in a bin" },
  ),
  Type.Object(
    {
      kind: Type.Literal("weight"),
      tareGrams: Grams(0),
      pieceGrams: Grams(0.01),
      capacityPieces: Pieces(1),
    },
    {
      ...closed,
      description:
        "One or more scales, whose weights are added up; the tare is what they show together when empty",
    },
  ),
  Type.Object(
    {
      kind: Type.Literal("presence"),
      positions: Type.Integer({ minimum: 1, maximum: 16 }),
      piecesPerPosition: Pieces(1),
      presentBelowMm: Type.Optional(
        Type.Number({
          minimum: 1,
          maximum: 50_000,
          description: "Where the sensors measure a distance: nearer than this something stands there",
        }),
      ),
    },
    { ...closed, description: "Places that are each watched by a sensor of its own" },
  ),
  Type.Object(
    { kind: Type.Literal("button"), capacityPieces: Pieces(1) },
    { ...closed, description: "Nothing is measured: a press says that it is empty" },
  ),
]);

/** At least so many of the week. */
export const weekdays = (minItems: number) =>
  List(Type.Unsafe<Weekday>(Type.Integer({ minimum: 1, maximum: 7 })), {
    minItems,
    maxItems: 7,
    uniqueItems: true,
    description: "1 = Monday … 7 = Sunday",
  });
const policy = <K extends string, T extends Type.TProperties>(kind: K, description: string, fields: T) =>
  Type.Object({ kind: Type.Literal(kind), ...fields }, { ...closed, description });
export const Policy = Type.Union([
  policy("min-max", "(s, S): at or below the minimum, up to the maximum", {
    minimum: Pieces(),
    maximum: Pieces(1),
  }),
  policy("reorder-point", "(R, Q): at or below the reorder point, a fixed quantity", {
    reorderPoint: Pieces(),
    quantity: Pieces(1),
  }),
  policy("periodic", "(R, s, S): at its review times, at or below the reorder point, up to the maximum", {
    reorderPoint: Pieces(),
    maximum: Pieces(1),
    days: weekdays(1),
    at: Type.String({
      pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$",
      description: "Time of day, in the site's time zone",
    }),
  }),
  policy("kanban", "Each emptied container sends its card", { cards: Pieces(1), piecesPerCard: Pieces(1) }),
  policy("two-bin", "The first bin is empty: one is ordered", { piecesPerBin: Pieces(1) }),
  policy("event", "A pressed button or a scanned card orders", { quantity: Pieces(1) }),
]);

const Source = Type.Union([
  Type.Object({ kind: Type.Literal("supplier") }, closed),
  Type.Object(
    {
      kind: Type.Literal("location"),
      locationId: Id,
      packSize: Pieces(1),
      leadTimeDays: Type.Number({ minimum: 0, maximum: 1000 }),
    },
    { ...closed, description: "From another storage location of the same part, by a transfer" },
  ),
]);
const location = {
  siteId: Id,
  name: Text(),
  partId: Id,
  deviceIds: List(Id, {
    maxItems: mostDevices,
    uniqueItems: true,
    description: "What measures it. The order counts where each watches a position; none: people count",
  }),
  geometry: Geometry,
  policy: Type.Union([Policy, Type.Null()], { description: "Null: the part's" }),
};
const locationOptions = {
  areaId: Nullable(Id),
  rackId: Nullable(Id),
  place: Nullable(LocationPlace),
  safetyStock: Pieces(),
  minimumHoursBetweenOrders: Type.Number({ minimum: 0, maximum: 10_000 }),
  source: Source,
};
export const LocationInput = Type.Object(
  { ...location, ...Type.Partial(Type.Object(locationOptions)).properties },
  closed,
);
export const Photo = Type.Object(
  { id: Id, at: Time, by: Type.String({ description: "Who took it" }) },
  { $id: "Photo", description: "Of a storage location" },
);
export const LocationState = Type.Enum(["ok", "low", "empty", "unknown"], { type: "string" });
export const Location = Type.Object(
  {
    id: Id,
    ...location,
    ...locationOptions,
    ...stamps,
    level: Nullable(
      Type.Object({
        onHand: Nullable(Type.Integer()),
        confidence: Nullable(Type.Number({ description: "0 … 1" })),
        measuredAt: Nullable(Time),
        unknownSince: Nullable(Time),
        unknownReason: Nullable(
          Type.Enum(["silent", "never-measured", "faults", "stuck", "battery", "contradiction"], {
            type: "string",
            description:
              "Silent: a sensor sends nothing; faults: it measures nothing; stuck: always the same; battery: too weak to be believed",
          }),
        ),
        hasContradiction: Type.Boolean({
          description: "Two sensors disagree; the lower level counts until they agree or somebody counts",
        }),
      }),
    ),
    photos: Type.Array(Photo),
    capacity: Type.Integer(),
    reorderPoint: Nullable(
      Type.Integer({ description: "Inventory position at or below which is ordered; null: no policy" }),
    ),
    onOrder: Type.Integer(),
    reserved: Type.Integer(),
    inventoryPosition: Nullable(Type.Integer({ description: "On hand + on order − reserved" })),
    state: LocationState,
    cards: Nullable(
      Type.Object(
        {
          full: Type.Integer(),
          inTransit: Type.Integer(),
          ordered: Type.Integer(),
          empty: Type.Integer(),
          unknown: Type.Integer({ description: "At the location, whose level is not known" }),
        },
        { description: "Of a kanban loop or two bins: how many cards are in which state" },
      ),
    ),
  },
  { $id: "Location" },
);

const reservation = {
  locationId: Id,
  quantity: Pieces(1),
  reason: Text(),
  until: Nullable(Time),
};
export const ReservationInput = Type.Object(reservation, closed);
export const Reservation = Type.Object(
  { id: Id, ...reservation, ...stamps },
  { $id: "Reservation", description: "Pieces that lie there, but are meant for something" },
);

const reasons = ["count", "damage", "loss", "found", "scrapped", "other"] as const;
const StockTakeReason = Type.Enum([...reasons], { type: "string" });
export const StockTakeInput = Type.Object(
  {
    counted: Pieces(),
    reason: Type.Optional(StockTakeReason),
    note: Type.Optional(Type.String({ maxLength: 1000 })),
  },
  closed,
);
export const StockTake = Type.Object(
  {
    id: Id,
    locationId: Id,
    at: Time,
    counted: Type.Integer(),
    before: Nullable(Type.Integer({ description: "As it was known; null: it was not" })),
    reason: StockTakeReason,
    note: Type.String(),
    by: Type.String(),
  },
  { $id: "StockTake", description: "A count by people: it holds until the sensors see a change" },
);

export const locationSchemas = [Photo, Location, Reservation, StockTake];

export type LocationInput = Static<typeof LocationInput>;
export type ReservationInput = Static<typeof ReservationInput>;
export type StockTakeInput = Static<typeof StockTakeInput>;
