import { queryOptions } from "@tanstack/react-query";
import { client, unwrap } from "../api/client.ts";

/** What a device can be told, and what came of the last time. */
export function settingsQuery(id: string) {
  return queryOptions({
    queryKey: ["device-settings", id],
    queryFn: async () =>
      (await unwrap(client.GET("/api/v1/devices/{id}/settings", { params: { path: { id } } }))).items,
    refetchInterval: 4_000,
  });
}

/** Readings of the last hours, oldest first. */
export function readingsQuery(id: string, hours: number) {
  return queryOptions({
    queryKey: ["device-readings", id, hours],
    queryFn: async () => {
      const from = new Date(Date.now() - hours * 3_600_000).toISOString();
      const query = { from, limit: 5000 };
      return (
        await unwrap(client.GET("/api/v1/devices/{id}/measurements", { params: { path: { id }, query } }))
      ).items;
    },
    refetchInterval: 30_000,
  });
}
