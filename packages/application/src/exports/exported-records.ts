import type { Kind, Order, Records, Stamped } from "../accounts/records.ts";
import { siteView } from "../floor/site-view.ts";
import { supplierView } from "../inventory/catalogue.ts";
import { reservationView } from "../inventory/reservation.ts";
import { orderView } from "../orders/order-view.ts";
import { proposalView } from "../planning/proposal-view.ts";
import type { ExportResource } from "./resources.ts";

const iso = (ms: number) => new Date(ms).toISOString();

function stamped<R extends Stamped>(record: R) {
  return { ...record, createdAt: iso(record.createdAt), updatedAt: iso(record.updatedAt) };
}
const stampsOf = ({ version, createdAt, updatedAt }: Stamped) => ({
  version,
  createdAt: iso(createdAt),
  updatedAt: iso(updatedAt),
});

type Exported = {
  [K in Kind]?: { resource: ExportResource; view(record: Records[K]): object };
};

/** Records as they are exported: all that was configured, and no secret. What may hold one names each of its fields. */
export const exportedRecords = {
  site: { resource: "sites", view: siteView },
  supplier: { resource: "suppliers", view: (supplier) => supplierView(stamped(supplier) as never) },
  part: { resource: "parts", view: stamped },
  device: {
    resource: "devices",
    view: (device) => ({
      ...stamped(device),
      retiredAt: device.retiredAt === null ? null : iso(device.retiredAt),
    }),
  },
  gateway: { resource: "gateways", view: stamped },
  location: { resource: "locations", view: stamped },
  area: { resource: "areas", view: stamped },
  rack: { resource: "racks", view: stamped },
  reservation: { resource: "reservations", view: reservationView },
  proposal: { resource: "proposals", view: proposalView },
  member: {
    resource: "members",
    view: ({ id, name, email, role, ...record }) => ({ id, name, email, role, ...stampsOf(record) }),
  },
  apiKey: {
    resource: "api-keys",
    view: ({ id, name, role, expiresAt, sourceAddresses, revokedAt, ...record }) => ({
      id,
      name,
      role,
      expiresAt: expiresAt === null ? null : iso(expiresAt),
      sourceAddresses,
      revokedAt: revokedAt === null ? null : iso(revokedAt),
      ...stampsOf(record),
    }),
  },
  webhook: {
    resource: "webhooks",
    view: ({ id, url, description, events, isEnabled, ...record }) => ({
      id,
      url,
      description,
      events,
      enabled: isEnabled,
      ...stampsOf(record),
    }),
  },
  setting: { resource: "settings", view: ({ id: _accountId, ...setting }) => stamped(setting) },
} as const satisfies Exported;

export function exportedOrder(order: Order) {
  return { ...orderView(order), updatedAt: iso(order.updatedAt) };
}
