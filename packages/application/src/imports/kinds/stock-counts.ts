import { levelOf } from "@refill/replenishment";
import type { Static } from "typebox";
import { Type } from "typebox";
import type { StorageLocation } from "../../accounts/records.ts";
import { closed, Id } from "../../api/schemas.ts";
import { StockTakeInput } from "../../inventory/location-schema.ts";
import { takeStock } from "../../inventory/stock-take.ts";
import { field } from "../fields.ts";
import type { ImportKind } from "../import-kind.ts";
import { locationOfLine } from "../references.ts";
import { firstPart, given } from "./places.ts";

const Count = Type.Object({ ...StockTakeInput.properties, locationId: Id }, closed);
type Count = Static<typeof Count>;
type Reason = NonNullable<Count["reason"]>;
const reasons: Readonly<Record<string, Reason>> = {
  count: "count",
  zählung: "count",
  inventur: "count",
  damage: "damage",
  schaden: "damage",
  beschädigt: "damage",
  loss: "loss",
  verlust: "loss",
  schwund: "loss",
  found: "found",
  gefunden: "found",
  scrapped: "scrapped",
  verschrottet: "scrapped",
  other: "other",
  anderes: "other",
};

/** Counts by people: each is kept, so none can be taken back; count again instead. */
export const stockCounts: ImportKind<"location", Count> = {
  name: "stock-counts",
  kind: "location",
  schema: Count,
  fields: [
    field("location", "Storage location", "Lagerplatz", {
      also: ["location", "locationId", "name", "bin", "platz", "fach"],
      isRequired: true,
      example: "A-01-1",
    }),
    field("site", "Site", "Standort", {
      also: ["siteId", "plant", "werk"],
      example: "Plant Munich",
      exampleDe: "Werk München",
    }),
    field("counted", "Counted", "Gezählt", {
      value: "number",
      also: ["quantity", "menge", "bestand", "stock", "on hand", "onHand", "count"],
      isRequired: true,
      example: "380",
    }),
    field("reason", "Reason", "Grund", { example: "count", exampleDe: "Zählung" }),
    field("note", "Note", "Bemerkung", { also: ["comment", "notiz"] }),
  ],
  find: locationOfLine,
  read(_change, line, known) {
    const counted = line.number("counted");
    if (counted === undefined) line.required("counted");
    return {
      locationId: known?.id ?? "",
      counted: counted ?? 0,
      ...given(
        "reason",
        line.value(
          "reason",
          (cell) => reasons[cell.toLowerCase()],
          `must be one of ${Object.values(reasons).join(", ")}`,
        ),
      ),
      ...given("note", line.text("note")),
    };
  },
  inputOf: ({ id }) => ({ locationId: id, counted: 0 }),
  put(change, _id, { locationId, ...count }) {
    const location = change.get("location", locationId)!;
    takeStock(change, location, count, change.actor.name);
    return change.get("location", locationId)!;
  },
  remove: null,
  cells(change, { id }: StorageLocation) {
    const level = change.get("level", id);
    return { counted: (level && levelOf(level.state)?.onHand) ?? null };
  },
  title: ({ name }) => name,
  fieldOf: firstPart,
};
