import type { Sealer } from "@refill/vault";
import type { Kind, Records } from "./records.ts";

type Column = readonly [name: string, type: string, value: (record: never, sealer: Sealer) => unknown];

/** How a kind of record lies in its table: clear columns beside `sealed`, which holds the whole record but its id. */
export interface Table {
  name: string;
  key: string;
  columns: readonly Column[];
  /** Fields that lie in another table. */
  elsewhere?: readonly string[];
}

const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const hash = (hex: string) => Buffer.from(hex, "hex");
function column<K extends Kind>(
  name: string,
  type: string,
  value: (record: Records[K], sealer: Sealer) => unknown,
): Column {
  return [name, type, value];
}

export const tables: Readonly<Record<Kind, Table>> = {
  site: { name: "site", key: "id", columns: [] },
  area: { name: "area", key: "id", columns: [column<"area">("site_id", "uuid", ({ siteId }) => siteId)] },
  rack: { name: "rack", key: "id", columns: [column<"rack">("area_id", "uuid", ({ areaId }) => areaId)] },
  supplier: { name: "supplier", key: "id", columns: [] },
  part: { name: "part", key: "id", columns: [] },
  device: {
    name: "device",
    key: "id",
    columns: [
      column<"device">("dev_eui_hash", "bytea", (device, sealer) =>
        sealer.lookupHash("dev-eui", device.devEui),
      ),
    ],
  },
  gateway: {
    name: "gateway",
    key: "id",
    columns: [
      column<"gateway">("gateway_eui_hash", "bytea", (gateway, sealer) =>
        sealer.lookupHash("gateway-eui", gateway.gatewayEui),
      ),
    ],
  },
  location: {
    name: "storage_location",
    key: "id",
    columns: [
      column<"location">("site_id", "uuid", ({ siteId }) => siteId),
      column<"location">("part_id", "uuid", ({ partId }) => partId),
    ],
  },
  deviceState: {
    name: "device_state",
    key: "device_id",
    columns: [
      column<"deviceState">("last_sequence", "bigint", ({ lastSequence }) => lastSequence),
      column<"deviceState">("last_seen_at", "timestamptz", ({ lastSeenAt }) => time(lastSeenAt)),
    ],
  },
  deviceHistory: { name: "device_history", key: "device_id", columns: [] },
  sentSettings: { name: "sent_settings", key: "device_id", columns: [] },
  level: {
    name: "stock_level",
    key: "location_id",
    columns: [
      column<"level">("measured_at", "timestamptz", (level) =>
        time(level.measuredAt ?? level.state.lastAt ?? 0),
      ),
    ],
  },
  reservation: {
    name: "reservation",
    key: "id",
    columns: [column<"reservation">("location_id", "uuid", ({ locationId }) => locationId)],
  },
  order: {
    name: "replenishment_order",
    key: "id",
    elsewhere: ["events"],
    columns: [
      column<"order">("sequence", "bigint", ({ number }) => number),
      column<"order">("location_id", "uuid", ({ locationId }) => locationId),
      column<"order">("supplier_id", "uuid", ({ supplierId }) => supplierId),
      column<"order">("purchase_order_id", "uuid", ({ purchaseOrder }) => purchaseOrder?.id ?? null),
      column<"order">("state", "text", ({ state }) => state),
      column<"order">("created_at", "timestamptz", ({ createdAt }) => time(createdAt)),
      column<"order">("updated_at", "timestamptz", ({ updatedAt }) => time(updatedAt)),
    ],
  },
  proposal: {
    name: "proposal",
    key: "id",
    columns: [
      column<"proposal">("location_id", "uuid", ({ locationId }) => locationId),
      column<"proposal">("state", "text", ({ state }) => state),
      column<"proposal">("created_at", "timestamptz", ({ createdAt }) => time(createdAt)),
    ],
  },
  member: {
    name: "member",
    key: "id",
    columns: [
      column<"member">("email_hash", "bytea", ({ email }, sealer) =>
        sealer.lookupHash("email", email.toLowerCase()),
      ),
    ],
  },
  apiKey: {
    name: "api_key",
    key: "id",
    columns: [column<"apiKey">("key_hash", "bytea", (key) => hash(key.hash))],
  },
  apiKeyUse: {
    name: "api_key_use",
    key: "api_key_id",
    columns: [column<"apiKeyUse">("last_used_at", "timestamptz", ({ lastUsedAt }) => time(lastUsedAt))],
  },
  registrationLink: {
    name: "registration_link",
    key: "id",
    columns: [
      column<"registrationLink">("token_hash", "bytea", (link) => hash(link.hash)),
      column<"registrationLink">("expires_at", "timestamptz", ({ expiresAt }) => time(expiresAt)),
      column<"registrationLink">("used_at", "timestamptz", ({ usedAt }) => time(usedAt)),
    ],
  },
  connection: { name: "connection", key: "id", columns: [] },
  domain: { name: "domain", key: "id", columns: [] },
  group: { name: "member_group", key: "id", columns: [] },
  identity: {
    name: "identity",
    key: "id",
    columns: [
      column<"identity">("member_id", "uuid", ({ memberId }) => memberId),
      column<"identity">("connection_id", "uuid", ({ connectionId }) => connectionId),
      column<"identity">("subject_hash", "bytea", ({ connectionId, subject }, sealer) =>
        sealer.lookupHash("identity", `${connectionId}/${subject}`),
      ),
    ],
  },
  passkey: {
    name: "passkey",
    key: "id",
    columns: [
      column<"passkey">("member_id", "uuid", ({ memberId }) => memberId),
      column<"passkey">("credential_hash", "bytea", ({ credentialId }, sealer) =>
        sealer.lookupHash("passkey", credentialId),
      ),
    ],
  },
  authenticator: { name: "authenticator", key: "member_id", columns: [] },
  recoveryCodes: { name: "recovery_codes", key: "member_id", columns: [] },
  factorFailures: { name: "factor_failures", key: "member_id", columns: [] },
  preferences: { name: "preferences", key: "member_id", columns: [] },
  knownDevice: {
    name: "known_device",
    key: "id",
    columns: [column<"knownDevice">("member_id", "uuid", ({ memberId }) => memberId)],
  },
  operatorAccess: { name: "operator_access", key: "id", columns: [] },
  session: {
    name: "session",
    key: "id",
    columns: [
      column<"session">("token_hash", "bytea", (session) => hash(session.hash)),
      column<"session">("member_id", "uuid", ({ memberId }) => memberId),
      column<"session">("expires_at", "timestamptz", ({ expiresAt }) => time(expiresAt)),
    ],
  },
  sessionUse: {
    name: "session_use",
    key: "session_id",
    columns: [column<"sessionUse">("last_used_at", "timestamptz", ({ lastUsedAt }) => time(lastUsedAt))],
  },
  webhook: { name: "webhook", key: "id", columns: [] },
  webhookState: { name: "webhook_state", key: "webhook_id", columns: [] },
  notification: {
    name: "notification",
    key: "id",
    columns: [
      column<"notification">("raised_at", "timestamptz", ({ raisedAt }) => time(raisedAt)),
      column<"notification">("resolved_at", "timestamptz", ({ resolvedAt }) => time(resolvedAt)),
    ],
  },
  notificationReading: { name: "notification_reading", key: "member_id", columns: [] },
  notificationChoice: { name: "notification_choice", key: "member_id", columns: [] },
  notificationDefault: { name: "notification_default", key: "id", columns: [] },
  setting: { name: "setting", key: "id", columns: [] },
  dataExport: {
    name: "data_export",
    key: "id",
    columns: [column<"dataExport">("created_at", "timestamptz", ({ createdAt }) => time(createdAt))],
  },
  dataImport: {
    name: "data_import",
    key: "id",
    columns: [column<"dataImport">("created_at", "timestamptz", ({ createdAt }) => time(createdAt))],
  },
  dataKeyRotation: { name: "data_key_rotation", key: "id", columns: [] },
};

/** Kinds whose records are counted up and stamped; see {@link Stamped}. */
export const stampedKinds: ReadonlySet<Kind> = new Set<Kind>([
  "site",
  "area",
  "rack",
  "reservation",
  "supplier",
  "part",
  "device",
  "gateway",
  "location",
  "member",
  "apiKey",
  "connection",
  "domain",
  "group",
  "operatorAccess",
  "webhook",
  "notificationChoice",
  "notificationDefault",
  "setting",
  "dataExport",
]);

/** In an order in which no record refers to a later kind. */
export const kinds = Object.keys(tables) as Kind[];

/** Records of the same id that are removed with another one, as their tables' foreign keys do. */
export const dependents: ReadonlyMap<Kind, readonly Kind[]> = new Map<Kind, readonly Kind[]>([
  ["location", ["level"]],
  ["device", ["deviceState", "deviceHistory", "sentSettings"]],
  ["apiKey", ["apiKeyUse"]],
  ["session", ["sessionUse"]],
  [
    "member",
    [
      "authenticator",
      "recoveryCodes",
      "factorFailures",
      "preferences",
      "notificationReading",
      "notificationChoice",
    ],
  ],
  ["webhook", ["webhookState"]],
]);

/** What is sealed of a record: with the version of its shape. */
export type SealedContent = { v: number } & Record<string, unknown>;

/**
 * How a record of an earlier version becomes one of the next, by kind: the first of a list makes version 2 of version 1.
 * A record is upgraded when it is read, and written in the newest version with its next change.
 */
type Upgrade = (content: Record<string, unknown>) => Record<string, unknown>;
const upgrades: Partial<Record<Kind, readonly Upgrade[]>> = {};

/** Throws RangeError for a record that a newer Refill has written. */
export function recordOfContent<K extends Kind>(
  kind: K,
  id: string,
  { v, ...content }: SealedContent,
  steps: readonly Upgrade[] = upgrades[kind] ?? [],
): Omit<Records[K], "events"> {
  if (v > steps.length + 1)
    throw new RangeError(`a record of ${tables[kind].name} was written by a newer Refill: update this one`);
  const upgraded = steps.slice(v - 1).reduce((before, step) => step(before), content);
  return { id, ...upgraded } as unknown as Omit<Records[K], "events">;
}

/** The record's own columns for `insert … select from unnest(…)`: names, types, and a row's values. */
export function columnsOf(kind: Kind): { names: string[]; types: string[] } {
  const table = tables[kind];
  return {
    names: [table.key, ...table.columns.map(([name]) => name), "sealed"],
    types: ["uuid", ...table.columns.map(([, type]) => type), "bytea"],
  };
}

export function rowOf<K extends Kind>(kind: K, record: Records[K], sealer: Sealer): unknown[] {
  const table = tables[kind];
  const { id, ...content } = record as Records[K] & Record<string, unknown>;
  for (const field of table.elsewhere ?? []) delete (content as Record<string, unknown>)[field];
  return [
    id,
    ...table.columns.map(([, , value]) => value(record as never, sealer)),
    sealer.seal(table.name, id, { v: (upgrades[kind]?.length ?? 0) + 1, ...content }),
  ];
}

export function recordOf<K extends Kind>(
  kind: K,
  id: string,
  sealed: Buffer,
  sealer: Sealer,
): Omit<Records[K], "events"> {
  return recordOfContent(kind, id, sealer.open(tables[kind].name, id, sealed) as SealedContent);
}
