import { isOpen } from "@refill/replenishment";
import type { Order } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { orderValueOf } from "../orders/placement.ts";

/** What stands on a printed purchase order. */
export interface PurchaseOrderFacts {
  number: number;
  customerName: string;
  siteName: string;
  /** IANA; days are the site's. */
  timeZone: string;
  supplierName: string;
  /** Where it was sent to; empty: to a machine, or the supplier was removed. */
  supplierAddress: string;
  currency: string;
  /** ms */
  placedAt: number;
  /** Null: a price is not known. Without cancelled lines. */
  total: number | null;
  /** What the QR code opens. */
  link: string;
  lines: readonly PurchaseOrderLine[];
}
export interface PurchaseOrderLine {
  number: number;
  /** The supplier's, where it has one of its own. */
  partNumber: string;
  /** The customer's where it is another one; empty otherwise. */
  ownNumber: string;
  partName: string;
  locationName: string;
  quantity: number;
  unit: string;
  unitPrice: number | null;
  value: number | null;
  /** ISO 8601 day as promised, or ms as it is to be expected; null: not known. */
  due: string | number | null;
  isUrgent: boolean;
  isCancelled: boolean;
}

/** `lines`: of one purchase order, at least one. `baseUrl`: where people reach the web page. */
export function purchaseOrderFacts(
  set: WorkingSet,
  lines: readonly Order[],
  baseUrl: string,
): PurchaseOrderFacts {
  const [first] = lines;
  const purchaseOrder = first!.purchaseOrder!;
  const siteId = set.get("location", first!.locationId)?.siteId;
  const site = siteId === undefined ? undefined : set.get("site", siteId);
  const supplier = set.get("supplier", first!.supplierId ?? "");
  const facts = lines.map((line) => lineFacts(set, line));
  let total: number | null = 0;
  for (const { value, isCancelled } of facts)
    if (!isCancelled) total = total === null || value === null ? null : total + value;
  return {
    number: purchaseOrder.number,
    customerName: set.customerName,
    siteName: site?.name ?? "",
    timeZone: site?.timeZone ?? "UTC",
    supplierName: supplier?.name ?? "",
    supplierAddress: supplier?.dispatch.kind === "email" ? supplier.dispatch.address : "",
    currency: settingsOf(set).currency,
    placedAt: first!.placedAt ?? first!.createdAt,
    total,
    link: `${baseUrl}/purchase-orders/${purchaseOrder.id}`,
    lines: facts,
  };
}

function lineFacts(set: WorkingSet, line: Order): PurchaseOrderLine {
  const part = set.get("part", line.partId);
  const theirs = part?.supplies.find(({ supplierId }) => supplierId === line.supplierId)?.partNumber;
  const own = part?.number ?? "";
  return {
    number: line.number,
    partNumber: theirs || own,
    ownNumber: theirs && theirs !== own ? own : "",
    partName: part?.name ?? "",
    locationName: set.get("location", line.locationId)?.name ?? "",
    quantity: line.quantity,
    unit: part?.unit ?? "",
    unitPrice: line.unitPrice,
    value: orderValueOf(line),
    due: line.confirmedDate ?? line.dueAt,
    isUrgent: line.isUrgent,
    isCancelled: !isOpen(line.state) && line.state !== "received",
  };
}
