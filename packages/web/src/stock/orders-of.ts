import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { client, type Order, unwrap } from "../api/client.ts";
import { ordersQuery } from "../api/queries.ts";

const shown = 50;

/** The newest orders of a location, newest first; those that are live show as they are now. */
export function useOrdersOf(locationId: string): readonly Order[] {
  const live = useQuery(ordersQuery).data;
  const older = useQuery({
    queryKey: ["orders-of", locationId],
    queryFn: async () =>
      (await unwrap(client.GET("/api/v1/orders", { params: { query: { locationId, limit: shown } } }))).items,
    staleTime: 60_000,
  }).data;
  return useMemo(() => {
    const own = live?.filter((order) => order.locationId === locationId) ?? [];
    const byId = new Map([...(older ?? []), ...own].map((order) => [order.id, order]));
    return [...byId.values()].sort((a, b) => b.number - a.number);
  }, [live, older, locationId]);
}
