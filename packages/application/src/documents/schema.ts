import { type Static, Type } from "typebox";
import { closed, Id, List } from "../api/schemas.ts";
import { labelTemplates } from "./label-templates.ts";
import { documentLanguages } from "./words.ts";

/** Of one document. */
export const mostLabels = 2000;
/** Labels of the sheet that has the most. */
const mostPlaces = Math.max(...labelTemplates.map(({ columns, rows }) => columns * rows));

const Language = Type.Enum([...documentLanguages], {
  type: "string",
  default: "en",
  description: "Of what stands in it beside your own words",
});
const ids = (what: string) =>
  Type.Optional(List(Id, { maxItems: mostLabels, description: `A label of each of these ${what}` }));
const Length = (description: string) => Type.Number({ description: `${description}, mm` });

export const LabelTemplate = Type.Object(
  {
    name: Type.String(),
    title: Type.String(),
    pageWidthMm: Length("Of the sheet, or of a roll's label"),
    pageHeightMm: Length("Likewise"),
    labelWidthMm: Length("Of a label"),
    labelHeightMm: Length("Likewise"),
    columns: Type.Integer(),
    rows: Type.Integer(),
    leftMm: Length("From the sheet's edge to the first label"),
    topMm: Length("Likewise"),
    pitchXMm: Length("From a label's edge to the next one's"),
    pitchYMm: Length("Likewise"),
    isRoll: Type.Boolean({ description: "One label a page, for label printers" }),
  },
  { $id: "LabelTemplate", description: "A sheet or roll of labels as it is sold" },
);
export const LabelInput = Type.Object(
  {
    template: Type.Enum(
      labelTemplates.map(({ name }) => name),
      { type: "string", description: "See label-templates" },
    ),
    locationIds: ids("storage locations"),
    deviceIds: ids("devices"),
    rackIds: ids("racks"),
    startAt: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: mostPlaces,
        default: 1,
        description: "The first free label of a sheet that was begun, row by row from 1",
      }),
    ),
    showsReorderPoint: Type.Optional(Type.Boolean({ default: true, description: "On locations' labels" })),
    language: Type.Optional(Language),
  },
  closed,
);
export type LabelInput = Static<typeof LabelInput>;
export const DocumentQuery = Type.Object(
  { language: Type.Optional(Language) },
  { additionalProperties: false },
);
export const pdfAnswer = (description: string) => ({
  description,
  content: { "application/pdf": { schema: Type.String({ description }) } },
});

export const documentSchemas = [LabelTemplate];
