import { Type } from "typebox";
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
};
export const AccountChange = Type.Partial(Type.Object(settings), { additionalProperties: false });
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
  },
  { $id: "Account" },
);

export const accountSchemas = [KeyRotation, Account];
