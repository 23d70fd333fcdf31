import type { TSchema } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order, Records } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { deviceView } from "../devices/device-view.ts";
import { gatewayView } from "../devices/views.ts";
import { siteView } from "../floor/site-view.ts";
import { partView, supplierView } from "../inventory/catalogue.ts";
import { Location } from "../inventory/location-schema.ts";
import { Area, Part, Rack, Site, Supplier } from "../inventory/schema.ts";
import { type Account, locationView, stampedView } from "../inventory/stock.ts";
import { memberView } from "../members/member.ts";
import { Member } from "../members/schema.ts";
import { orderView } from "../orders/order-view.ts";
import { Order as OrderSchema } from "../orders/schema.ts";
import { proposalView } from "../planning/proposal-view.ts";
import { Proposal } from "../planning/schema.ts";
import * as schemas from "./schemas.ts";

/** Resources of which live events and webhooks tell. */
export type ShownKind =
  | "site"
  | "area"
  | "rack"
  | "part"
  | "supplier"
  | "gateway"
  | "location"
  | "order"
  | "device"
  | "proposal"
  | "member";

/** An account as it is, or as a change makes it. */
export interface Shown extends Account {
  openOrderOf(locationId: string): Order | undefined;
  /** Of the location that the device watches. */
  locationOf(deviceId: string): string | undefined;
}

interface Showing<K extends ShownKind> {
  schema: TSchema;
  view(account: Shown, record: Records[K], now: number): object;
}

/** Each as the REST API shows it. */
export const shownResources: { readonly [K in ShownKind]: Showing<K> } = {
  site: { schema: Site, view: (_account, site) => siteView(site) },
  area: { schema: Area, view: (_account, area) => stampedView(area) },
  rack: { schema: Rack, view: (_account, rack) => stampedView(rack) },
  part: { schema: Part, view: (_account, part) => partView(part) },
  supplier: { schema: Supplier, view: (_account, supplier) => supplierView(supplier) },
  gateway: { schema: schemas.Gateway, view: (_account, gateway) => gatewayView(gateway, undefined) },
  location: {
    schema: Location,
    view: (account, location, now) => locationView(account, location, account.openOrderOf(location.id), now),
  },
  order: { schema: OrderSchema, view: (_account, order) => orderView(order) },
  device: {
    schema: schemas.Device,
    view: (account, device, now) => deviceView(account, device, account.locationOf(device.id) ?? null, now),
  },
  proposal: { schema: Proposal, view: (_account, proposal) => proposalView(proposal) },
  member: { schema: Member, view: (_account, member) => memberView(member) },
};

/** `now`: ms since 1970. */
export function show<K extends ShownKind>(
  account: Shown,
  kind: K,
  record: Records[K],
  now: number,
): { id: string } {
  const { schema, view } = shownResources[kind];
  return within(schema, view(account, record, now)) as { id: string };
}

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  const?: unknown;
};

/** Without what its schema does not know, as the REST API's answers, which are written by their schema. */
function within(schema: Schema, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => within(schema.items ?? {}, item));
  const fields = value as Record<string, unknown>;
  const branch = schema.anyOf?.find(({ properties }) => properties && isLike(properties, fields));
  const properties = schema.properties ?? branch?.properties;
  if (!properties) return value;
  const shown: Record<string, unknown> = {};
  for (const [name, of] of Object.entries(properties))
    if (fields[name] !== undefined) shown[name] = within(of, fields[name]);
  return shown;
}

/** The branches of a union differ in their literals. */
function isLike(properties: Record<string, Schema>, fields: Record<string, unknown>): boolean {
  return Object.entries(properties).every(
    ([name, of]) => of.const === undefined || of.const === fields[name],
  );
}

export function shownSet(set: WorkingSet): Shown {
  return {
    get: (kind, id) => set.get(kind, id),
    all: (kind) => set.all(kind),
    transfersFrom: (locationId) => set.transfersFrom(locationId),
    reservationsAt: (locationId) => set.reservationsAt(locationId),
    lastClosedOrderOf: (locationId) => set.lastClosedOrderOf(locationId),
    openOrderOf: (locationId) => set.get("order", set.openOrderByLocation.get(locationId) ?? ""),
    locationOf: (deviceId) => set.locationByDevice.get(deviceId),
  };
}

export function shownChange(change: AccountChange): Shown {
  return {
    get: (kind, id) => change.get(kind, id),
    all: (kind) => change.all(kind),
    transfersFrom: (locationId) => change.transfersFrom(locationId),
    reservationsAt: (locationId) => change.reservationsAt(locationId),
    lastClosedOrderOf: (locationId) => change.lastClosedOrderOf(locationId),
    openOrderOf: (locationId) => change.openOrderOf(locationId),
    locationOf: (deviceId) => {
      for (const location of change.overlay.location.values())
        if (location?.deviceIds.includes(deviceId)) return location.id;
      const before = change.base.locationByDevice.get(deviceId);
      return before !== undefined && !change.overlay.location.has(before) ? before : undefined;
    },
  };
}
