import { type TSchema, Type } from "typebox";
import { Id } from "../api/schemas.ts";
import { exportResources } from "./resources.ts";

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ format: "date-time" });

const content = {
  format: Type.Enum(["ndjson", "csv"], { type: "string", description: "`csv` takes one resource" }),
  resources: Type.Array(Type.Enum([...exportResources], { type: "string" }), {
    minItems: 1,
    maxItems: exportResources.length,
    uniqueItems: true,
  }),
};
const range = "Of measurements, measurement-days and audit-entries";
export const ExportInput = Type.Object(
  {
    ...content,
    from: Type.Optional(Type.String({ format: "date-time", description: `${range}: the first moment` })),
    to: Type.Optional(
      Type.String({ format: "date-time", description: `${range}: the end, which does not belong to it` }),
    ),
  },
  { additionalProperties: false },
);
export const DataExport = Type.Object(
  {
    id: Id,
    ...content,
    from: Nullable(Time),
    to: Nullable(Time),
    createdAt: Time,
    expiresAt: Time,
    fetchedAt: Nullable(Time),
  },
  { $id: "DataExport", description: "A request for the account's data, as they are when it is fetched" },
);

export const exportSchemas = [DataExport];
