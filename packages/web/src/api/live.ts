import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Device, Location, Order } from "./client.ts";
import { putInList, removeFromList } from "./lists.ts";
import {
  areasQuery,
  devicesQuery,
  gatewaysQuery,
  locationsQuery,
  ordersQuery,
  partsQuery,
  racksQuery,
  sitesQuery,
  suppliersQuery,
} from "./queries.ts";

/** Where the records of each kind lie, by the events' names. */
const lists = {
  site: sitesQuery.queryKey,
  area: areasQuery.queryKey,
  rack: racksQuery.queryKey,
  part: partsQuery.queryKey,
  supplier: suppliersQuery.queryKey,
  gateway: gatewaysQuery.queryKey,
  location: locationsQuery.queryKey,
  order: ordersQuery.queryKey,
  device: devicesQuery.queryKey,
} as const;

/** Keeps the lists as the server has them; false while the connection is lost. */
export function useLive(isOn: boolean): boolean {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    if (!isOn) return;
    // After a break the browser names the last event that it had, and the server sends what was missed, or `refresh`.
    const source = new EventSource("/api/v1/events");
    source.addEventListener("ready", () => setConnected(true));
    source.addEventListener(
      "refresh",
      () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" }),
    );
    for (const kind of ["site", "area", "rack", "part", "supplier"] as const)
      source.addEventListener(kind, (event) => {
        putInList(queries, lists[kind], JSON.parse(event.data) as { id: string });
      });
    source.addEventListener("location", (event) => {
      const location = JSON.parse(event.data) as Location;
      putInList(queries, lists.location, location);
      void queries.invalidateQueries({ queryKey: ["levels", location.id] });
    });
    source.addEventListener("order", (event) => {
      putInList(queries, lists.order, JSON.parse(event.data) as Order, true);
    });
    source.addEventListener("device", (event) => {
      putInList(queries, lists.device, JSON.parse(event.data) as Device);
    });
    // What the gateway said last is known to the network server only.
    source.addEventListener(
      "gateway",
      () => void queries.invalidateQueries({ queryKey: gatewaysQuery.queryKey }),
    );
    source.addEventListener("removed", (event) => {
      const { kind, id } = JSON.parse(event.data) as { kind: keyof typeof lists; id: string };
      removeFromList(queries, lists[kind], id);
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
