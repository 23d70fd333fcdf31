import type { Order } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { versionOf } from "./order-view.ts";
import { orderValueOf } from "./placement.ts";

/** Columns of orders as a table for spreadsheets: names beside ids, so that it can be read by itself. */
export const orderColumns = [
  "number",
  "state",
  "purchaseOrder",
  "partNumber",
  "partName",
  "quantity",
  "unit",
  "unitPrice",
  "value",
  "currency",
  "supplier",
  "site",
  "location",
  "isUrgent",
  "isLate",
  "createdAt",
  "placedAt",
  "dispatchedAt",
  "confirmedAt",
  "confirmedQuantity",
  "confirmedDate",
  "dueAt",
  "receivedQuantity",
  "piecesSeen",
  "receivedAt",
  "waitsFor",
  "dispatchProblem",
  "id",
  "version",
] as const;

export function orderRow(set: WorkingSet, order: Order) {
  const part = set.get("part", order.partId);
  const location = set.get("location", order.locationId);
  return {
    number: order.number,
    state: order.state,
    purchaseOrder: order.purchaseOrder?.number ?? null,
    partNumber: part?.number ?? "",
    partName: part?.name ?? "",
    quantity: order.quantity,
    unit: part?.unit ?? "",
    unitPrice: order.unitPrice,
    value: orderValueOf(order),
    currency: settingsOf(set).currency,
    supplier: set.get("supplier", order.supplierId ?? "")?.name ?? "",
    site: set.get("site", location?.siteId ?? "")?.name ?? "",
    location: location?.name ?? "",
    isUrgent: order.isUrgent,
    isLate: order.lateSince !== null,
    createdAt: iso(order.createdAt),
    placedAt: iso(order.placedAt),
    dispatchedAt: iso(order.dispatchedAt),
    confirmedAt: iso(order.confirmedAt),
    confirmedQuantity: order.confirmedQuantity,
    confirmedDate: order.confirmedDate,
    dueAt: iso(order.dueAt),
    receivedQuantity: order.receivedQuantity,
    piecesSeen: order.piecesSeen,
    receivedAt: iso(order.receivedAt),
    waitsFor: order.waitsFor,
    dispatchProblem: order.dispatchProblem,
    id: order.id,
    version: versionOf(order),
  } satisfies Record<(typeof orderColumns)[number], unknown>;
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
