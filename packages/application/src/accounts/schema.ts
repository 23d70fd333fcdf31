import { Type } from "typebox";

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
