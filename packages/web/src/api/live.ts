import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Device, Location, Order } from "./client.ts";
import { devicesQuery, locationsQuery, ordersQuery } from "./queries.ts";

/** Keeps the lists as the server has them; false while the connection is lost. */
export function useLive(isOn: boolean): boolean {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    if (!isOn) return;
    const source = new EventSource("/api/v1/events");
    let hasBeenReady = false;
    const refresh = () =>
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    source.addEventListener("ready", () => {
      setConnected(true);
      // What happened while nobody listened is read anew.
      if (hasBeenReady) refresh();
      hasBeenReady = true;
    });
    source.addEventListener("refresh", refresh);
    source.addEventListener("location", (event) => {
      const location = JSON.parse(event.data) as Location;
      replace(queries, locationsQuery.queryKey, location);
      void queries.invalidateQueries({ queryKey: ["levels", location.id] });
    });
    source.addEventListener("order", (event) => {
      replace(queries, ordersQuery.queryKey, JSON.parse(event.data) as Order, true);
    });
    source.addEventListener("device", (event) => {
      replace(queries, devicesQuery.queryKey, JSON.parse(event.data) as Device);
    });
    source.onerror = () => {
      setConnected(false);
      // Signed out, or the server refused for good: the session tells.
      if (source.readyState === EventSource.CLOSED) void queries.invalidateQueries({ queryKey: ["session"] });
    };
    return () => source.close();
  }, [isOn, queries]);
  return isConnected;
}

function replace<T extends { id: string }>(
  queries: QueryClient,
  queryKey: readonly unknown[],
  item: T,
  isNewFirst = false,
): void {
  queries.setQueryData<T[]>(queryKey, (items) => {
    if (!items) return items;
    const at = items.findIndex(({ id }) => id === item.id);
    if (at >= 0) return items.with(at, item);
    return isNewFirst ? [item, ...items] : [...items, item];
  });
}
