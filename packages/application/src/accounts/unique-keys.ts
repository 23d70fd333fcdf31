import type { AccountChange } from "./account-change.ts";
import { derived } from "./derived.ts";
import type { Draft, Kind, Records } from "./records.ts";

/** Something that only one record of a kind may have. */
export interface UniqueKey<K extends Kind> {
  name: string;
  kind: K;
  /** Null: the record has none. */
  of(record: Draft<Records[K]>): string | null;
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
export const watchedDevice = uniqueKey("location", "device", ({ deviceId }) => deviceId);

const claimed = new WeakMap<AccountChange, Map<string, string[]>>();

/** Which record has the key now, within the change. */
export function ownerOf<K extends Kind>(
  change: AccountChange,
  unique: UniqueKey<K>,
  key: string,
): Records[K] | undefined {
  const before = derived(change.base, unique.kind, unique.name, () => {
    const owners = new Map<string, string>();
    for (const record of change.base.all(unique.kind)) {
      const own = unique.of(record as unknown as Draft<Records[K]>);
      if (own !== null) owners.set(own, record.id);
    }
    return owners;
  }).get(key);
  const since = claimed.get(change)?.get(`${unique.kind} ${unique.name} ${key}`) ?? [];
  for (const id of before === undefined ? since : [before, ...since]) {
    // Whoever had or claimed it may have been renamed, removed or taken back since.
    const record = change.get(unique.kind, id);
    if (record && unique.of(record as unknown as Draft<Records[K]>) === key) return record;
  }
  return undefined;
}

/** The other record that has the draft's key; undefined when it is free: it is the draft's then, once that is put. */
export function claim<K extends Kind>(
  change: AccountChange,
  unique: UniqueKey<K>,
  draft: Draft<Records[K]>,
): Records[K] | undefined {
  const key = unique.of(draft);
  if (key === null) return undefined;
  const { id } = draft as { id: string };
  const owner = ownerOf(change, unique, key);
  if (owner && owner.id !== id) return owner;
  let claims = claimed.get(change);
  if (!claims) {
    claims = new Map();
    claimed.set(change, claims);
  }
  const place = `${unique.kind} ${unique.name} ${key}`;
  const ids = claims.get(place);
  if (!ids) claims.set(place, [id]);
  else if (!ids.includes(id)) ids.push(id);
  return undefined;
}

function uniqueKey<K extends Kind>(kind: K, name: string, of: UniqueKey<K>["of"]): UniqueKey<K> {
  return { kind, name, of };
}

function withoutCase(name: string): string {
  return name.trim().normalize("NFKC").toLowerCase();
}
