import type { AccountChange } from "./account-change.ts";
import type { Draft, Kind, Records } from "./records.ts";

/** Something that only one record of a kind may have. */
export interface UniqueKey<K extends Kind> {
  name: string;
  kind: K;
  /** Those that the record has; mostly one. */
  of(record: Draft<Records[K]>): readonly string[];
}

export const siteName = uniqueKey("site", "name", ({ name }) => withoutCase(name));
export const supplierName = uniqueKey("supplier", "name", ({ name }) => withoutCase(name));
export const partNumber = uniqueKey("part", "number", ({ number }) => withoutCase(number));
export const locationName = uniqueKey(
  "location",
  "name in its site",
  ({ siteId, name }) => `${siteId} ${withoutCase(name)}`,
);
export const devEui = uniqueKey("device", "DevEUI", (device) => device.devEui);
export const gatewayEui = uniqueKey("gateway", "EUI", (gateway) => gateway.gatewayEui);
export const areaName = uniqueKey("area", "name", ({ siteId, name }) => `${siteId} ${withoutCase(name)}`);
export const rackName = uniqueKey("rack", "name", ({ areaId, name }) => `${areaId} ${withoutCase(name)}`);
export const watchedDevice: UniqueKey<"location"> = {
  kind: "location",
  name: "device",
  of: ({ deviceIds }) => deviceIds,
};

const claimed = new WeakMap<AccountChange, Map<string, string[]>>();

/** Which record has the key now, within the change. */
export function ownerOf<K extends Kind>(
  change: AccountChange,
  unique: UniqueKey<K>,
  key: string,
): Records[K] | undefined {
  const keysOf = (record: Records[K]) => unique.of(record as unknown as Draft<Records[K]>);
  const before = change.base.idsBy(unique.kind, unique.name, keysOf).get(key);
  const since = claimed.get(change)?.get(`${unique.kind} ${unique.name} ${key}`) ?? [];
  for (const id of before === undefined ? since : [before, ...since]) {
    // Whoever had or claimed it may have been renamed, removed or taken back since.
    const record = change.get(unique.kind, id);
    if (record && keysOf(record).includes(key)) return record;
  }
  return undefined;
}

/** The other record that has a key of the draft's; undefined when they are free: they are the draft's then, once it is put. */
export function claim<K extends Kind>(
  change: AccountChange,
  unique: UniqueKey<K>,
  draft: Draft<Records[K]>,
): Records[K] | undefined {
  const { id } = draft as { id: string };
  const keys = unique.of(draft);
  for (const key of keys) {
    const owner = ownerOf(change, unique, key);
    if (owner && owner.id !== id) return owner;
  }
  let claims = claimed.get(change);
  if (!claims) {
    claims = new Map();
    claimed.set(change, claims);
  }
  for (const key of keys) {
    const place = `${unique.kind} ${unique.name} ${key}`;
    const ids = claims.get(place);
    if (!ids) claims.set(place, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return undefined;
}

function uniqueKey<K extends Kind>(
  kind: K,
  name: string,
  of: (record: Draft<Records[K]>) => string,
): UniqueKey<K> {
  return { kind, name, of: (record) => [of(record)] };
}

export function withoutCase(name: string): string {
  return name.trim().normalize("NFKC").toLowerCase();
}
