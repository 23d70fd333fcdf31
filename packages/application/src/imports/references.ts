import type { AccountChange } from "../accounts/account-change.ts";
import type { Kind, Records } from "../accounts/records.ts";
import {
  areaName,
  locationName,
  ownerOf,
  partNumber,
  rackName,
  siteName,
  supplierName,
  withoutCase,
} from "../accounts/unique-keys.ts";
import type { LineReader } from "./line-reader.ts";

/** Records that a line names, by their ids or by what people call them. */

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The record of the column `id`; a new one gets that id. */
export function byId<K extends Kind>(
  change: AccountChange,
  line: LineReader,
  kind: K,
): Records[K] | undefined {
  const id = line.text("id");
  if (id === undefined) return undefined;
  if (!isId(id)) {
    line.refuse(
      "id",
      "not-understood",
      "is no id as the export writes it: leave the cell empty for a new one",
    );
    return undefined;
  }
  return change.get(kind, id);
}

export function findSite(change: AccountChange, name: string): Records["site"] | undefined {
  return isId(name) ? change.get("site", name) : ownerOf(change, siteName, withoutCase(name));
}
export function findSupplier(change: AccountChange, name: string): Records["supplier"] | undefined {
  return isId(name) ? change.get("supplier", name) : ownerOf(change, supplierName, withoutCase(name));
}
export function findPart(change: AccountChange, number: string): Records["part"] | undefined {
  return isId(number) ? change.get("part", number) : ownerOf(change, partNumber, withoutCase(number));
}
export function findArea(change: AccountChange, siteId: string, name: string): Records["area"] | undefined {
  return isId(name) ? change.get("area", name) : ownerOf(change, areaName, `${siteId} ${withoutCase(name)}`);
}
export function findRack(change: AccountChange, areaId: string, name: string): Records["rack"] | undefined {
  return isId(name) ? change.get("rack", name) : ownerOf(change, rackName, `${areaId} ${withoutCase(name)}`);
}
export function findLocation(
  change: AccountChange,
  siteId: string,
  name: string,
): Records["location"] | undefined {
  return isId(name)
    ? change.get("location", name)
    : ownerOf(change, locationName, `${siteId} ${withoutCase(name)}`);
}

/** The site that the line names; where an account has just one, nobody has to. Undefined with a problem told. */
export function siteOfLine(change: AccountChange, line: LineReader): Records["site"] | undefined {
  const name = line.text("site");
  if (name !== undefined) {
    const site = findSite(change, name);
    if (!site)
      line.refuse(
        "site",
        "unknown-reference",
        "there is no site of this name: make it, or import sites first",
      );
    return site;
  }
  const [first, second] = change.all("site");
  if (first && !second) return first;
  line.refuse("site", "missing", "is missing: there are several sites, or none");
  return undefined;
}

/** A location by its name, in whichever site it is the only one. */
export function locationOfLine(change: AccountChange, line: LineReader): Records["location"] | undefined {
  const name = line.required("location");
  if (name === "") return undefined;
  if (isId(name)) {
    const location = change.get("location", name);
    if (!location) line.refuse("location", "unknown-reference", "there is no storage location with this id");
    return location;
  }
  if (line.text("site") !== undefined) {
    const site = siteOfLine(change, line);
    const location = site && findLocation(change, site.id, name);
    if (site && !location)
      line.refuse(
        "location",
        "unknown-reference",
        `there is no storage location of this name in ${site.name}`,
      );
    return location;
  }
  const found = [...change.all("site")].flatMap((site) => findLocation(change, site.id, name) ?? []);
  if (found.length === 0)
    line.refuse("location", "unknown-reference", "there is no storage location of this name");
  if (found.length > 1)
    line.refuse("location", "ambiguous", "there are several of this name: name the site in a column, too");
  return found.length === 1 ? found[0] : undefined;
}
