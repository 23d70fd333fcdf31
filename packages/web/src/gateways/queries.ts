import { allPages } from "@refill/client";
import { queryOptions } from "@tanstack/react-query";
import { client, unwrap } from "../api/client.ts";

export const coverageQuery = queryOptions({
  queryKey: ["coverage"],
  queryFn: () => unwrap(client.GET("/api/v1/gateways/coverage")),
  refetchInterval: 30_000,
});

/** Its hours, oldest first; those in which nothing happened are missing. */
export function hoursQuery(id: string, days: number) {
  return queryOptions({
    queryKey: ["gateway-hours", id, days],
    queryFn: async () => {
      const params = { path: { id }, query: { days } };
      return (await unwrap(client.GET("/api/v1/gateways/{id}/history", { params }))).items;
    },
    refetchInterval: 60_000,
  });
}

/** The devices that it heard within a week. */
export function heardQuery(id: string) {
  return queryOptions({
    queryKey: ["gateway-devices", id],
    queryFn: () =>
      allPages((query) => client.GET("/api/v1/gateways/{id}/devices", { params: { path: { id }, query } })),
    refetchInterval: 30_000,
  });
}
