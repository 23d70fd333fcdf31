import type { Schemas } from "@refill/client";
import { queryOptions } from "@tanstack/react-query";
import { client, type Location, unwrap } from "../api/client.ts";

export type StockOutlook = Schemas["StockOutlook"];
export type PartDemand = Schemas["PartDemand"];
export type LabelTemplate = Schemas["LabelTemplate"];

/** Where the stock is going; asked for anew when level or orders are others. */
export function outlookQuery({ id, level, onOrder }: Pick<Location, "id" | "level" | "onOrder">) {
  return queryOptions({
    queryKey: ["outlook", id, level?.onHand ?? null, onOrder],
    queryFn: () =>
      unwrap(client.GET("/api/v1/locations/{id}/outlook", { params: { path: { id }, query: { days: 30 } } })),
    staleTime: 10 * 60_000,
    placeholderData: (before) => (before?.locationId === id ? before : undefined),
  });
}

export function partDemandQuery(id: string, period: PartDemand["period"]) {
  return queryOptions({
    queryKey: ["part-demand", id, period],
    queryFn: () =>
      unwrap(client.GET("/api/v1/parts/{id}/demand", { params: { path: { id }, query: { period } } })),
    staleTime: 10 * 60_000,
  });
}

export const labelTemplatesQuery = queryOptions({
  queryKey: ["label-templates"],
  queryFn: async () => (await unwrap(client.GET("/api/v1/label-templates"))).items,
  staleTime: Number.POSITIVE_INFINITY,
});
