import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Order } from "../api/client.ts";
import { locationsQuery, ordersQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import type { TableState } from "../table/column.ts";

/** An order with the names of what it names. */
export interface OrderRow extends Order {
  partName: string;
  partNumber: string;
  unit: string;
  locationName: string;
  siteId: string | null;
  siteName: string;
  /** The supplier's, or the store's that a transfer comes from. */
  sourceName: string;
}

/** Open orders and those that were closed lately; undefined: not known yet. */
export function useOrderRows(): OrderRow[] | undefined {
  const orders = useQuery(ordersQuery).data;
  const locations = useQuery(locationsQuery).data;
  const { part, supplier, site } = useCatalogue();
  return useMemo(() => {
    const location = new Map(locations?.map((each) => [each.id, each]));
    return orders?.map((order): OrderRow => {
      const own = part.get(order.partId);
      const place = location.get(order.locationId);
      return {
        ...order,
        partName: own?.name ?? t("removed"),
        partNumber: own?.number ?? "",
        unit: own?.unit ?? "",
        locationName: place?.name ?? t("removed"),
        siteId: place?.siteId ?? null,
        siteName: site.get(place?.siteId ?? "")?.name ?? "",
        sourceName:
          order.supplierId === null
            ? (location.get(order.sourceLocationId ?? "")?.name ?? t("removed"))
            : (supplier.get(order.supplierId)?.name ?? t("removed")),
      };
    });
  }, [orders, locations, part, supplier, site]);
}

/** What an order is found by. */
export const searchedOf = (order: OrderRow) => [
  String(order.number),
  order.purchaseOrder ? String(order.purchaseOrder.number) : null,
  order.partName,
  order.partNumber,
  order.locationName,
  order.sourceName,
];

/** Those that the address asks for. */
export function matching(rows: readonly OrderRow[], { search, filters }: TableState): OrderRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (key: string, value: string | null) =>
    !filters[key]?.length || (value !== null && filters[key].includes(value));
  return rows.filter((order) => {
    if (!has("supplier", order.supplierId) || !has("site", order.siteId)) return false;
    if (!has("late", order.isLate ? "yes" : null)) return false;
    const text = searchedOf(order).join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
