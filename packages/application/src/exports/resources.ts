/** What can be exported, in an order in which nothing refers to a later one; with its columns as CSV. */
export const exportColumns = {
  sites: ["id", "name"],
  suppliers: ["id", "name", "leadTimeDays", "dispatch.kind", "dispatch.address", "dispatch.url"],
  parts: ["id", "number", "name", "unit", "supplierId", "packSize", "minimumOrderQuantity"],
  devices: [
    "id",
    "devEui",
    "joinEui",
    "name",
    "profile",
    "region",
    "macVersion",
    "deviceClass",
    "activation",
    "allowsCounterReset",
    "radio",
  ],
  gateways: ["id", "gatewayEui", "name", "region", "channelBlock"],
  locations: ["id", "siteId", "name", "partId", "deviceId", "geometry", "policy.minimum", "policy.maximum"],
  orders: [
    "id",
    "number",
    "state",
    "locationId",
    "partId",
    "supplierId",
    "quantity",
    "createdAt",
    "updatedAt",
    "confirmedQuantity",
    "confirmedDate",
    "receivedQuantity",
    "dispatchProblem",
    "events",
  ],
  stock: [
    "locationId",
    "locationName",
    "siteId",
    "siteName",
    "partId",
    "partNumber",
    "partName",
    "unit",
    "onHand",
    "onOrder",
    "inventoryPosition",
    "minimum",
    "maximum",
    "capacity",
    "state",
    "measuredAt",
  ],
  measurements: [
    "at",
    "locationId",
    "deviceId",
    "sequence",
    "onHand",
    "distanceMm",
    "fault",
    "consumption",
    "receipts",
  ],
  "measurement-days": [
    "at",
    "locationId",
    "min",
    "max",
    "mean",
    "first",
    "last",
    "count",
    "consumption",
    "receipts",
    "coverage",
    "hours",
  ],
  members: ["id", "name", "email", "role"],
  "api-keys": ["id", "name", "role", "expiresAt", "sourceAddresses", "revokedAt"],
  webhooks: ["id", "url", "description", "events", "enabled"],
  "audit-entries": ["sequence", "at", "hash", "action", "actor", "target", "before", "after", "detail"],
  settings: ["rawMeasurementDays"],
} as const satisfies Record<string, readonly string[]>;

export type ExportResource = keyof typeof exportColumns;
export const exportResources = Object.keys(exportColumns) as ExportResource[];
/** Of these, `from` and `to` choose a time. */
export const timedResources: ReadonlySet<ExportResource> = new Set([
  "measurements",
  "measurement-days",
  "audit-entries",
]);
const stamps = ["version", "createdAt", "updatedAt"];
const stamped: ReadonlySet<ExportResource> = new Set([
  "sites",
  "suppliers",
  "parts",
  "devices",
  "gateways",
  "locations",
  "members",
  "api-keys",
  "webhooks",
  "settings",
]);

/** The columns of a resource as CSV: paths into its objects, e.g. `policy.minimum`. */
export function columnsOfExport(resource: ExportResource): readonly string[] {
  return stamped.has(resource) ? [...exportColumns[resource], ...stamps] : exportColumns[resource];
}
