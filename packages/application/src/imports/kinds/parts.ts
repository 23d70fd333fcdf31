import { putPart, removePart } from "../../inventory/catalogue.ts";
import { PartInput } from "../../inventory/schema.ts";
import { field } from "../fields.ts";
import { type CellValue, type ImportKind, inputBy } from "../import-kind.ts";
import { byId, findPart } from "../references.ts";
import { firstPart, given } from "./places.ts";
import { policyCells, policyFieldOf, policyFields, policyOfLine } from "./policy-cells.ts";
import { suppliesOfLine, supplyCells, supplyFieldOf, supplyFields } from "./supply-cells.ts";

export const parts: ImportKind<"part", PartInput> = {
  name: "parts",
  kind: "part",
  schema: PartInput,
  fields: [
    field("id", "ID", "ID"),
    field("number", "Part number", "Teilenummer", {
      also: [
        "number",
        "part no",
        "item",
        "item number",
        "sku",
        "material",
        "material number",
        "artikelnummer",
        "artikelnr",
        "artikel",
        "teilenr",
        "materialnummer",
        "sachnummer",
      ],
      isRequired: true,
      example: "M6-20",
    }),
    field("name", "Name", "Bezeichnung", {
      also: ["description", "part name", "benennung", "kurztext", "artikelbezeichnung", "text"],
      isRequired: true,
      example: "Hexagon screw M6x20",
      exampleDe: "Sechskantschraube M6x20",
    }),
    field("unit", "Unit", "Einheit", {
      also: ["uom", "unit of measure", "me", "mengeneinheit"],
      example: "pcs",
      exampleDe: "Stk",
    }),
    field("weightGrams", "Weight of a piece (g)", "Gewicht je Stück (g)", {
      also: ["weight", "gewicht", "weight in g", "gewicht in g", "stückgewicht", "weight of a piece"],
      value: "number",
      dimension: "weight",
      example: "6.2",
      exampleDe: "6,2",
    }),
    ...supplyFields,
    field("isBlocked", "Blocked", "Gesperrt", { value: "yes-no", also: ["locked", "sperre"] }),
    field("phaseIn", "Order from", "Bestellbar ab", { value: "date", also: ["phase in"] }),
    field("phaseOut", "Order until", "Bestellbar bis", { value: "date", also: ["phase out", "auslauf"] }),
    field("needsApproval", "Needs approval", "Freigabepflichtig", { value: "yes-no" }),
    ...policyFields,
  ],
  find: (change, line) => byId(change, line, "part") ?? findPart(change, line.text("number") ?? ""),
  read(change, line, known) {
    const before = known ? parts.inputOf(known) : undefined;
    return {
      ...before,
      number: known ? (line.text("number") ?? known.number) : line.required("number"),
      name: known ? (line.text("name") ?? known.name) : line.required("name"),
      unit: line.text("unit") ?? before?.unit ?? "pcs",
      supplies: suppliesOfLine(change, line, known?.supplies ?? []),
      ...given("weightGrams", line.numberOrNone("weightGrams")),
      ...given("isBlocked", line.yesNo("isBlocked")),
      ...given("phaseIn", line.date("phaseIn")),
      ...given("phaseOut", line.date("phaseOut")),
      ...given("needsApproval", line.yesNo("needsApproval")),
      ...given("policy", policyOfLine(line, known?.policy ?? null)),
    };
  },
  inputOf: (record) => inputBy(PartInput, record),
  put: putPart,
  remove: removePart,
  cells(change, part): Record<string, CellValue> {
    const { id, number, name, unit, weightGrams, isBlocked, phaseIn, phaseOut, needsApproval } = part;
    return {
      id,
      number,
      name,
      unit,
      weightGrams,
      ...supplyCells(change, part.supplies),
      isBlocked,
      phaseIn,
      phaseOut,
      needsApproval,
      ...policyCells(part.policy),
    };
  },
  title: ({ number, name }) => `${number} ${name}`,
  fieldOf(path) {
    if (path.startsWith("supplies")) return supplyFieldOf(path);
    return path.startsWith("policy") ? policyFieldOf(path) : firstPart(path);
  },
};
