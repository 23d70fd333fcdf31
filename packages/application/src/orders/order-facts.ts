import type { Order, Supplier } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { OrderFacts } from "../dispatch/order-message.ts";

/** What the supplier is told of these lines of a purchase order. */
export function factsOf(
  set: WorkingSet,
  lines: readonly Order[],
  supplier: Supplier,
  confirmUrl: string,
): OrderFacts {
  const [first] = lines;
  const site = set.get("site", set.get("location", first!.locationId)?.siteId ?? "");
  const { currency, address } = settingsOf(set);
  const due = lines.flatMap(({ dueAt }) => dueAt ?? []);
  return {
    orderId: first!.purchaseOrder!.id,
    orderNumber: first!.purchaseOrder!.number,
    customerName: set.customerName,
    siteName: site?.name ?? "",
    deliveryAddress: site?.address || address,
    timeZone: site?.timeZone ?? "UTC",
    supplierName: supplier.name,
    currency,
    createdAt: new Date(first!.placedAt ?? first!.createdAt).toISOString(),
    dueAt: due.length === 0 ? null : new Date(Math.min(...due)).toISOString(),
    confirmUrl,
    lines: lines.map((line) => {
      const part = set.get("part", line.partId);
      const theirs = part?.supplies.find(({ supplierId }) => supplierId === supplier.id)?.partNumber;
      return {
        orderId: line.id,
        number: line.number,
        locationName: set.get("location", line.locationId)?.name ?? "",
        partNumber: theirs || (part?.number ?? ""),
        partName: part?.name ?? "",
        unit: part?.unit ?? "",
        quantity: line.quantity,
        unitPrice: line.unitPrice,
        isUrgent: line.isUrgent,
        deliveries: line.deliveries,
      };
    }),
  };
}
