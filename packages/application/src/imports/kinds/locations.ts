import type { AccountChange } from "../../accounts/account-change.ts";
import type { StorageLocation } from "../../accounts/records.ts";
import { devEui, ownerOf } from "../../accounts/unique-keys.ts";
import { putLocation, removeLocation } from "../../inventory/location.ts";
import { LocationInput } from "../../inventory/location-schema.ts";
import { listItems } from "../cell-values.ts";
import { field } from "../fields.ts";
import { type CellValue, type ImportKind, inputBy } from "../import-kind.ts";
import type { LineReader } from "../line-reader.ts";
import { byId, findArea, findLocation, findPart, findRack, siteOfLine } from "../references.ts";
import { geometryCells, geometryFieldOf, geometryFields, geometryOfLine } from "./geometry-cells.ts";
import { firstPart, given } from "./places.ts";
import { policyCells, policyFieldOf, policyFields, policyOfLine } from "./policy-cells.ts";

export const locations: ImportKind<"location", LocationInput> = {
  name: "locations",
  kind: "location",
  schema: LocationInput,
  fields: [
    field("id", "ID", "ID"),
    field("name", "Storage location", "Lagerplatz", {
      also: ["name", "location", "bin", "shelf", "platz", "lagerort", "stellplatz", "fach"],
      isRequired: true,
      example: "A-01-1",
    }),
    field("site", "Site", "Standort", {
      also: ["siteId", "plant", "werk"],
      example: "Plant Munich",
      exampleDe: "Werk München",
    }),
    field("area", "Area", "Bereich", {
      also: ["areaId", "zone", "lagerbereich"],
      example: "Assembly",
      exampleDe: "Montage",
    }),
    field("rack", "Rack", "Regal", { also: ["rackId"], example: "R1" }),
    field("part", "Part number", "Teilenummer", {
      also: ["part", "partId", "item", "sku", "material", "artikelnummer", "artikel", "materialnummer"],
      isRequired: true,
      example: "M6-20",
    }),
    field("devices", "Sensors (DevEUI)", "Sensoren (DevEUI)", {
      value: "list",
      also: ["devices", "deviceIds", "deveui", "sensor", "sensoren", "device", "gerät"],
    }),
    ...geometryFields,
    ...policyFields,
    field("safetyStock", "Safety stock", "Sicherheitsbestand", { value: "number", example: "100" }),
    field("minimumHoursBetweenOrders", "Hours between orders", "Stunden zwischen Bestellungen", {
      value: "number",
      dimension: "hours",
    }),
    field("source", "Refilled from location", "Nachschub aus Lagerplatz", { also: ["source"] }),
    field("sourcePackSize", "Pack size of transfers", "Packungsgröße der Umlagerung", { value: "number" }),
    field("sourceLeadTimeDays", "Lead time of transfers (days)", "Dauer der Umlagerung (Tage)", {
      value: "number",
      dimension: "days",
    }),
  ],
  find(change, line) {
    const known = byId(change, line, "location");
    if (known) return known;
    const site = siteOfLine(change, line);
    const name = line.text("name");
    return site && name !== undefined ? findLocation(change, site.id, name) : undefined;
  },
  read(change, line, known) {
    const site = known && line.text("site") === undefined ? undefined : siteOfLine(change, line);
    const siteId = site?.id ?? known?.siteId ?? "";
    const place = placeOf(change, line, siteId, known);
    return {
      ...(known ? locations.inputOf(known) : {}),
      name: known ? (line.text("name") ?? known.name) : line.required("name"),
      siteId,
      ...place,
      partId: partOf(change, line, known),
      deviceIds: devicesOf(change, line) ?? known?.deviceIds ?? [],
      geometry: geometryOfLine(line, known?.geometry) ?? { kind: "button", capacityPieces: 1 },
      policy:
        policyOfLine(line, known?.policy ?? null) ??
        (line.textOrNone("policy") === null ? null : (known?.policy ?? null)),
      ...given("safetyStock", line.number("safetyStock")),
      ...given("minimumHoursBetweenOrders", line.number("minimumHoursBetweenOrders")),
      ...given("source", sourceOf(change, line, siteId, known)),
    };
  },
  inputOf: (record) => inputBy(LocationInput, record),
  put: putLocation,
  remove: removeLocation,
  cells(change, location): Record<string, CellValue> {
    const { source } = location;
    const devices = location.deviceIds.map((id) => change.get("device", id)?.devEui ?? id);
    return {
      id: location.id,
      name: location.name,
      site: change.get("site", location.siteId)?.name ?? null,
      area: change.get("area", location.areaId ?? "")?.name ?? null,
      rack: change.get("rack", location.rackId ?? "")?.name ?? null,
      part: change.get("part", location.partId)?.number ?? null,
      devices: devices.join(", ") || null,
      ...geometryCells(location.geometry),
      ...policyCells(location.policy),
      safetyStock: location.safetyStock,
      minimumHoursBetweenOrders: location.minimumHoursBetweenOrders,
      source: source.kind === "location" ? (change.get("location", source.locationId)?.name ?? null) : null,
      sourcePackSize: source.kind === "location" ? source.packSize : null,
      sourceLeadTimeDays: source.kind === "location" ? source.leadTimeDays : null,
    };
  },
  title: ({ name }) => name,
  fieldOf(path) {
    if (path.startsWith("geometry")) return geometryFieldOf(path);
    if (path.startsWith("policy")) return policyFieldOf(path);
    if (path.startsWith("deviceIds")) return "devices";
    if (path.startsWith("source")) return "source";
    const own = firstPart(path);
    return own?.endsWith("Id") ? own.slice(0, -2) : own;
  },
};

function partOf(change: AccountChange, line: LineReader, known: StorageLocation | undefined): string {
  const number = known ? line.text("part") : line.required("part");
  if (number === undefined || number === "") return known?.partId ?? "";
  const part = findPart(change, number);
  if (!part) line.refuse("part", "unknown-reference", "there is no part of this number: import parts first");
  return part?.id ?? "";
}

function placeOf(
  change: AccountChange,
  line: LineReader,
  siteId: string,
  known: StorageLocation | undefined,
): { areaId: string | null; rackId: string | null } {
  const isMoved = known !== undefined && known.siteId !== siteId;
  const before =
    isMoved || !known ? { areaId: null, rackId: null } : { areaId: known.areaId, rackId: known.rackId };
  const areaText = line.textOrNone("area");
  const rackText = line.textOrNone("rack");
  let { areaId, rackId } = before;
  if (areaText === null) [areaId, rackId] = [null, null];
  else if (areaText !== undefined && siteId !== "") {
    const area = findArea(change, siteId, areaText);
    if (!area)
      line.refuse("area", "unknown-reference", "there is no such area in this site: import areas first");
    if (area && area.id !== areaId) rackId = null;
    areaId = area?.id ?? null;
  }
  if (rackText === null) rackId = null;
  else if (rackText !== undefined && areaId !== null) {
    const rack = findRack(change, areaId, rackText);
    if (!rack)
      line.refuse("rack", "unknown-reference", "there is no such rack in this area: import racks first");
    rackId = rack?.id ?? null;
  } else if (rackText !== undefined && areaText === undefined)
    line.refuse("area", "missing", "is missing: a rack lies in an area");
  return { areaId, rackId };
}

function devicesOf(change: AccountChange, line: LineReader): readonly string[] | undefined {
  if (line.textOrNone("devices") === null) return [];
  const ids = line.json("devices");
  if (ids !== undefined) return ids as string[];
  const cell = line.text("devices");
  if (cell === undefined) return undefined;
  return listItems(cell).flatMap((word) => {
    const device =
      change.get("device", word) ?? ownerOf(change, devEui, word.toLowerCase().replace(/[\s:-]/g, ""));
    if (device) return [device.id];
    line.refuse("devices", "unknown-reference", `there is no sensor with the DevEUI ${word}: add it first`);
    return [];
  });
}

function sourceOf(
  change: AccountChange,
  line: LineReader,
  siteId: string,
  known: StorageLocation | undefined,
): StorageLocation["source"] | undefined {
  const whole = line.json("source");
  if (whole !== undefined) return whole as StorageLocation["source"];
  const name = line.textOrNone("source");
  if (name === null) return { kind: "supplier" };
  const before = known?.source.kind === "location" ? known.source : undefined;
  const packSize = line.number("sourcePackSize");
  const leadTimeDays = line.number("sourceLeadTimeDays");
  if (name === undefined && !before) return undefined;
  const from = name === undefined ? undefined : findLocation(change, siteId, name);
  if (name !== undefined && !from) {
    line.refuse(
      "source",
      "unknown-reference",
      "there is no storage location of this name in the site, up to this line",
    );
    return undefined;
  }
  return {
    kind: "location",
    locationId: from?.id ?? before!.locationId,
    packSize: packSize ?? before?.packSize ?? 1,
    leadTimeDays: leadTimeDays ?? before?.leadTimeDays ?? 0,
  };
}
