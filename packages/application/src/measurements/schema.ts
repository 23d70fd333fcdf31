import { type TSchema, Type } from "typebox";
import { pageQuery } from "../api/paging.ts";
import { Id } from "../api/schemas.ts";

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });
const Pieces = Nullable(Type.Integer());

export const defaultMeasurements = 1000;
export const mostMeasurements = 5000;

/** `from` is in it, `to` is not. */
export const timeRange = {
  from: Type.Optional(Type.String({ format: "date-time", description: "The first moment of it" })),
  to: Type.Optional(
    Type.String({ format: "date-time", description: "The end, which does not belong to it" }),
  ),
};
const page = {
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: mostMeasurements,
      default: defaultMeasurements,
      description: `Items a page, at most ${mostMeasurements}`,
    }),
  ),
  cursor: pageQuery.cursor,
};
export const resolutions = ["raw", "hour", "day"] as const;
export const LocationMeasurementsQuery = Type.Object(
  {
    resolution: Type.Optional(
      Type.Enum([...resolutions], {
        type: "string",
        description:
          "`raw` (the default): each reading; `hour`, `day`: sums by hour or day in UTC, also of times whose readings are not kept any more",
      }),
    ),
    ...timeRange,
    ...page,
  },
  { additionalProperties: false },
);
export const DeviceMeasurementsQuery = Type.Object(
  { ...timeRange, ...page },
  { additionalProperties: false },
);

const moved = {
  consumption: Type.Integer({ description: "Pieces that left" }),
  receipts: Type.Integer({ description: "Pieces that came" }),
};
export const Measurement = Type.Object(
  {
    at: Time,
    onHand: Nullable(Type.Integer({ description: "Pieces; null: not known from here on" })),
    confidence: Nullable(Type.Number({ description: "Of the level, 0 … 1" })),
    distanceMm: Nullable(Type.Number()),
    fault: Nullable(Type.String({ description: "Why the sensor gave no distance or weight" })),
    weightGrams: Nullable(Type.Number({ description: "On the scale, carrier included" })),
    present: Nullable(Type.Boolean({ description: "Whether something stands at the sensor's place" })),
    button: Nullable(Type.String({ description: "How the button was pressed" })),
    temperatureC: Nullable(Type.Number({ description: "At the sensor, °C" })),
    batteryPercent: Nullable(Type.Number({ description: "Of the sensor" })),
    rssiDbm: Nullable(Type.Number({ description: "Of the best gateway" })),
    snrDb: Nullable(Type.Number()),
    ...moved,
    deviceId: Id,
    sequence: Type.Integer({ description: "The device's messages are numbered" }),
  },
  { $id: "Measurement", description: "A reading of a storage location" },
);
export const MeasurementPeriod = Type.Object(
  {
    at: Type.String({ format: "date-time", description: "Begin of the hour or day, UTC" }),
    min: Pieces,
    max: Pieces,
    mean: Nullable(Type.Number({ description: "Weighted by time" })),
    first: Pieces,
    last: Pieces,
    count: Type.Integer({ description: "Readings" }),
    ...moved,
    coverage: Type.Number({ description: "Share of the time in which the level was known, 0 to 1" }),
  },
  {
    $id: "MeasurementPeriod",
    description: "An hour or a day of a storage location; those of which nothing is known are missing",
  },
);

export const measurementSchemas = [Measurement, MeasurementPeriod];
