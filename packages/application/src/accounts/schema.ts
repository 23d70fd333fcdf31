import { Type } from "typebox";
import { closed, List } from "../api/schemas.ts";
import { rawMeasurementDays, sessionHours, sessionIdleMinutes } from "./settings.ts";

const Time = Type.String({ format: "date-time" });

export const KeyRotation = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    generation: Type.Integer({ description: "Of the data key that seals from its begin on" }),
    state: Type.Enum(["running", "done"], { type: "string" }),
    startedAt: Time,
    finishedAt: Type.Union([Time, Type.Null()]),
    records: Type.Object(
      { done: Type.Integer(), total: Type.Integer({ description: "About, by the database's statistics" }) },
      { description: "How many records were sealed anew" },
    ),
  },
  { $id: "KeyRotation", description: "A change of the account's AES-256 data key" },
);

const Limit = (description: string) =>
  Type.Union([Type.Integer(), Type.Null()], { description: `${description}; null: no limit of its own` });
const RawMeasurementDays = Type.Integer({
  minimum: rawMeasurementDays.minimum,
  maximum: rawMeasurementDays.maximum,
  description: "Raw measurements are kept so long; their sums stay",
});
const planning = {
  serviceLevel: Type.Number({
    minimum: 0.5,
    maximum: 0.9999,
    examples: [0.98],
    description: "Share of the demand that is to be served from the shelf",
  }),
  serviceMeasure: Type.Enum(["fill-rate", "cycle"], {
    type: "string",
    description: "Share of the pieces, or of the order cycles without a stock-out",
  }),
  holdingRate: Type.Number({
    minimum: 0,
    maximum: 5,
    examples: [0.25],
    description: "What holding stock costs a year, as a share of its value",
  }),
  orderCost: Type.Number({
    minimum: 0,
    maximum: 1e6,
    examples: [25],
    description: "What an order costs, whatever its quantity",
  }),
  automatic: Type.Union(
    [
      Type.Object(
        {
          mostChange: Type.Number({
            minimum: 0,
            maximum: 10,
            examples: [0.2],
            description: "Share by which reorder point and highest level may change",
          }),
          mostValue: Type.Number({
            minimum: 0,
            maximum: 1e9,
            examples: [100],
            description: "By which the value of the average stock may grow",
          }),
        },
        closed,
      ),
      Type.Null(),
    ],
    { description: "What planning may change by itself; null: nothing, people apply what it proposes" },
  ),
};
const settings = {
  rawMeasurementDays: RawMeasurementDays,
  requiresSecondFactor: Type.Boolean({ description: "Nobody signs in without a second factor" }),
  sessionIdleMinutes: Type.Integer({
    minimum: sessionIdleMinutes.minimum,
    maximum: sessionIdleMinutes.maximum,
    description: "A session that is not used for so long ends",
  }),
  sessionHours: Type.Integer({
    minimum: sessionHours.minimum,
    maximum: sessionHours.maximum,
    description: "A session ends after so long in any case",
  }),
  currency: Type.String({ pattern: "^[A-Z]{3}$", description: "ISO 4217; all prices and values are in it" }),
  approvalAbove: Type.Union([Type.Number({ minimum: 0, maximum: 1e9 }), Type.Null()], {
    description: "Orders above this value wait for a person's approval; null: none does for its value",
  }),
  address: Type.String({
    maxLength: 500,
    description: "Where suppliers deliver to, in lines, unless a site has an address of its own",
  }),
  partUnits: List(Type.String({ minLength: 1, maxLength: 30, pattern: "\\S" }), {
    maxItems: 50,
    uniqueItems: true,
    description: "Units in which parts are counted, beside the usual ones",
  }),
};
const units = {
  length: Type.Enum(["mm", "in"], { type: "string" }),
  weight: Type.Enum(["g", "lb"], { type: "string" }),
  temperature: Type.Enum(["C", "F"], { type: "string" }),
};
export const AccountChange = Type.Partial(
  Type.Object({
    ...settings,
    units: Type.Partial(Type.Object(units), closed),
    planning: Type.Partial(Type.Object(planning), closed),
  }),
  closed,
);
export const Account = Type.Object(
  {
    id: Type.String({ format: "uuid" }),
    customerName: Type.String(),
    region: Type.String(),
    state: Type.Enum(["active", "suspended"], { type: "string" }),
    quota: Type.Object({
      devices: Limit("How many there may be"),
      requestsPerMinute: Limit("Requests of all keys and sessions together"),
      storageMb: Limit("Megabytes in the database"),
    }),
    usage: Type.Object({
      devices: Type.Integer(),
      storageBytes: Type.Integer(),
      requestsLastMinute: Type.Integer({ description: "About, as this server counts them" }),
    }),
    encryption: Type.Object({
      generation: Type.Integer({ description: "Of the AES-256 data key that seals now" }),
    }),
    ...settings,
    units: Type.Object(units, {
      description: "In which people read and enter what the API tells in millimetres, grams and °C",
    }),
    planning: Type.Object(planning),
  },
  { $id: "Account" },
);

export const accountSchemas = [KeyRotation, Account];
