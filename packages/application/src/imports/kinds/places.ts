import type { AccountChange } from "../../accounts/account-change.ts";
import { areaName, ownerOf, rackName, siteName, withoutCase } from "../../accounts/unique-keys.ts";
import { putArea, putRack, putSite, removeArea, removeRack, removeSite } from "../../inventory/catalogue.ts";
import { AreaInput, RackInput, SiteInput } from "../../inventory/schema.ts";
import { field } from "../fields.ts";
import { type ImportKind, inputBy } from "../import-kind.ts";
import { byId, findArea, siteOfLine } from "../references.ts";

const id = field("id", "ID", "ID");
const site = field("site", "Site", "Standort", {
  also: ["siteId", "plant", "werk", "hall", "halle"],
  example: "Plant Munich",
  exampleDe: "Werk München",
});

export const sites: ImportKind<"site", SiteInput> = {
  name: "sites",
  kind: "site",
  schema: SiteInput,
  fields: [
    id,
    field("name", "Name", "Name", {
      also: ["site", "standort", "werk", "plant"],
      isRequired: true,
      example: "Plant Munich",
      exampleDe: "Werk München",
    }),
    field("timeZone", "Time zone", "Zeitzone", { example: "Europe/Berlin" }),
    field("address", "Delivery address", "Lieferadresse", {
      also: ["anschrift", "address", "adresse", "deliver to"],
      example: "Acme, Gate 3, Werkstraße 1, 80331 Munich",
      exampleDe: "Acme, Tor 3, Werkstraße 1, 80331 München",
    }),
    field("blackouts", "Days without orders", "Tage ohne Bestellungen", { value: "list" }),
  ],
  find: (change, line) =>
    byId(change, line, "site") ?? ownerOf(change, siteName, withoutCase(line.text("name") ?? "")),
  read(change, line, known) {
    const address = line.textOrNone("address");
    const blackouts = line.json("blackouts");
    return {
      ...(known ? sites.inputOf(known) : zoneOfOthers(change)),
      name: known ? (line.text("name") ?? known.name) : line.required("name"),
      ...given("timeZone", line.text("timeZone")),
      ...given("address", address === null ? "" : address),
      ...given("blackouts", blackouts as SiteInput["blackouts"]),
    };
  },
  inputOf: (record) => inputBy(SiteInput, record),
  put: putSite,
  remove: removeSite,
  cells: (_change, record) => ({
    id: record.id,
    name: record.name,
    timeZone: record.timeZone,
    address: record.address,
    blackouts: record.blackouts.length === 0 ? null : JSON.stringify(record.blackouts),
  }),
  title: ({ name }) => name,
  fieldOf: firstPart,
};

/** Most customers' sites lie in one zone. */
function zoneOfOthers(change: AccountChange): { timeZone?: string } {
  const [other] = change.all("site");
  return other ? { timeZone: other.timeZone } : {};
}

export const areas: ImportKind<"area", AreaInput> = {
  name: "areas",
  kind: "area",
  schema: AreaInput,
  fields: [
    id,
    site,
    field("name", "Area", "Bereich", {
      also: ["name", "area name", "zone", "lager", "lagerbereich"],
      isRequired: true,
      example: "Assembly",
      exampleDe: "Montage",
    }),
  ],
  find(change, line) {
    const known = byId(change, line, "area");
    if (known) return known;
    const of = siteOfLine(change, line);
    return of && ownerOf(change, areaName, `${of.id} ${withoutCase(line.text("name") ?? "")}`);
  },
  read(change, line, known) {
    const of = known && line.text("site") === undefined ? undefined : siteOfLine(change, line);
    return {
      ...(known ? areas.inputOf(known) : {}),
      name: known ? (line.text("name") ?? known.name) : line.required("name"),
      siteId: of?.id ?? known?.siteId ?? "",
    };
  },
  inputOf: (record) => inputBy(AreaInput, record),
  put: putArea,
  remove: removeArea,
  cells: (change, record) => ({
    id: record.id,
    site: change.get("site", record.siteId)?.name ?? null,
    name: record.name,
  }),
  title: ({ name }) => name,
  fieldOf: (path) => (path === "siteId" ? "site" : firstPart(path)),
};

export const racks: ImportKind<"rack", RackInput> = {
  name: "racks",
  kind: "rack",
  schema: RackInput,
  fields: [
    id,
    site,
    field("area", "Area", "Bereich", {
      also: ["areaId", "zone", "lagerbereich"],
      isRequired: true,
      example: "Assembly",
      exampleDe: "Montage",
    }),
    field("name", "Rack", "Regal", { also: ["name", "rack name"], isRequired: true, example: "R1" }),
  ],
  find(change, line) {
    const known = byId(change, line, "rack");
    if (known) return known;
    const area = areaOfLine(change, line);
    return area && ownerOf(change, rackName, `${area.id} ${withoutCase(line.text("name") ?? "")}`);
  },
  read(change, line, known) {
    const area = known && line.text("area") === undefined ? undefined : areaOfLine(change, line);
    return {
      ...(known ? racks.inputOf(known) : {}),
      name: known ? (line.text("name") ?? known.name) : line.required("name"),
      areaId: area?.id ?? known?.areaId ?? "",
    };
  },
  inputOf: (record) => inputBy(RackInput, record),
  put: putRack,
  remove: removeRack,
  cells(change, record) {
    const area = change.get("area", record.areaId);
    return {
      id: record.id,
      site: (area && change.get("site", area.siteId)?.name) ?? null,
      area: area?.name ?? null,
      name: record.name,
    };
  },
  title: ({ name }) => name,
  fieldOf: (path) => (path === "areaId" ? "area" : firstPart(path)),
};

function areaOfLine(change: AccountChange, line: Parameters<typeof siteOfLine>[1]) {
  const name = line.required("area");
  const byItsId = change.get("area", name);
  if (byItsId) return byItsId;
  const of = siteOfLine(change, line);
  const area = of && name !== "" ? findArea(change, of.id, name) : undefined;
  if (of && name !== "" && !area)
    line.refuse("area", "unknown-reference", `there is no such area in ${of.name}: import areas first`);
  return area;
}

/** A field of the input, where the line says something of it. */
export function given<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [name]: value } as { [P in K]?: V });
}

export function firstPart(path: string): string | null {
  return /^\w+/.exec(path)?.[0] ?? null;
}
