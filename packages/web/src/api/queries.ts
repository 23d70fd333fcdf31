import { allPages } from "@refill/client";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  ApiProblem,
  client,
  type Measurement,
  type MeasurementPeriod,
  type Permission,
  unwrap,
} from "./client.ts";
import { pointsOf } from "./level-points.ts";

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

const list = async <T>(call: Call<{ items: T[] }>) => (await unwrap(call)).items;

/** Kept fresh by live events; asked again only after those were interrupted. */
const live = { staleTime: Number.POSITIVE_INFINITY } as const;

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () => unwrap(client.GET("/api/v1/session")),
  ...live,
  retry: false,
  // Without a connection the page goes on by itself when there is one again.
  refetchInterval: ({ state: { error } }) =>
    error && !(error instanceof ApiProblem && error.status > 0) ? 3_000 : false,
});
/** Whether who is signed in may do what members/policy.ts calls so, and the API would not refuse. */
export function useMay(permission: Permission): boolean {
  return useQuery(sessionQuery).data?.permissions.includes(permission) ?? false;
}
export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: () => unwrap(client.GET("/api/v1/account")),
  refetchInterval: 10_000,
});
export const profileQuery = queryOptions({
  queryKey: ["profile"],
  queryFn: () => unwrap(client.GET("/api/v1/profile")),
});
export const sitesQuery = queryOptions({
  queryKey: ["sites"],
  queryFn: () => allPages((query) => client.GET("/api/v1/sites", { params: { query } })),
  ...live,
});
export const partsQuery = queryOptions({
  queryKey: ["parts"],
  queryFn: () => allPages((query) => client.GET("/api/v1/parts", { params: { query } })),
  ...live,
});
export const areasQuery = queryOptions({
  queryKey: ["areas"],
  queryFn: () => allPages((query) => client.GET("/api/v1/areas", { params: { query } })),
  ...live,
});
export const racksQuery = queryOptions({
  queryKey: ["racks"],
  queryFn: () => allPages((query) => client.GET("/api/v1/racks", { params: { query } })),
  ...live,
});
/** Live events do not tell of these. */
export const reservationsQuery = queryOptions({
  queryKey: ["reservations"],
  queryFn: () => allPages((query) => client.GET("/api/v1/reservations", { params: { query } })),
  refetchInterval: 15_000,
});
export const suppliersQuery = queryOptions({
  queryKey: ["suppliers"],
  queryFn: () => allPages((query) => client.GET("/api/v1/suppliers", { params: { query } })),
  ...live,
});
export const locationsQuery = queryOptions({
  queryKey: ["locations"],
  queryFn: () => allPages((query) => client.GET("/api/v1/locations", { params: { query } })),
  ...live,
});
/** Open ones, and the newest that are closed. */
export const ordersQuery = queryOptions({
  queryKey: ["orders"],
  queryFn: async () => {
    const [open, newest] = await Promise.all([
      allPages((query) => client.GET("/api/v1/orders", { params: { query: { ...query, state: ["open"] } } })),
      list(client.GET("/api/v1/orders", { params: { query: { limit: 1000 } } })),
    ]);
    const byId = new Map([...newest, ...open].map((order) => [order.id, order]));
    return [...byId.values()].sort((a, b) => b.number - a.number);
  },
  ...live,
});
export const devicesQuery = queryOptions({
  queryKey: ["devices"],
  queryFn: () => allPages((query) => client.GET("/api/v1/devices", { params: { query } })),
  ...live,
});
export const gatewaysQuery = queryOptions({
  queryKey: ["gateways"],
  queryFn: () => allPages((query) => client.GET("/api/v1/gateways", { params: { query } })),
  refetchInterval: 10_000,
});
export const unknownGatewaysQuery = queryOptions({
  queryKey: ["unknown-gateways"],
  queryFn: () => allPages((query) => client.GET("/api/v1/unknown-gateways", { params: { query } })),
  refetchInterval: 10_000,
});
export function lorawanQuery(id: string) {
  return queryOptions({
    queryKey: ["lorawan", id],
    queryFn: () => unwrap(client.GET("/api/v1/devices/{id}/lorawan", { params: { path: { id } } })),
    refetchInterval: 10_000,
  });
}
export function messagesQuery(id: string) {
  return queryOptions({
    queryKey: ["messages", id],
    queryFn: () =>
      allPages((query) => client.GET("/api/v1/devices/{id}/messages", { params: { path: { id }, query } })),
    refetchInterval: 10_000,
  });
}
export function downlinksQuery(id: string) {
  return queryOptions({
    queryKey: ["downlinks", id],
    queryFn: () =>
      allPages((query) => client.GET("/api/v1/devices/{id}/downlinks", { params: { path: { id }, query } })),
    refetchInterval: 5_000,
  });
}
/** The latest 200; asked for again as a whole, since a frame's outcome may come later than the frame. */
export function framesQuery(of: "device" | "gateway", id: string) {
  const path = of === "device" ? "/api/v1/devices/{id}/frames" : "/api/v1/gateways/{id}/frames";
  return queryOptions({
    queryKey: ["frames", of, id],
    queryFn: () => allPages((query) => client.GET(path, { params: { path: { id }, query } })),
  });
}
export const mailboxQuery = queryOptions({
  queryKey: ["mailbox"],
  queryFn: () => allPages((query) => client.GET("/api/v1/mailbox", { params: { query } })),
  refetchInterval: 5_000,
});
/** Beyond so many hours the chart shows hours, not readings. */
const mostRawHours = 7 * 24;

/** What the chart of a location's level is drawn from: a point where the level changed, null where it became unknown. */
export function levelsQuery(id: string, hours: number) {
  const resolution = hours > mostRawHours ? "hour" : "raw";
  return queryOptions({
    queryKey: ["levels", id, hours],
    queryFn: async () => {
      const items = await list<Measurement | MeasurementPeriod>(
        client.GET("/api/v1/locations/{id}/measurements", {
          params: {
            path: { id },
            query: {
              resolution,
              from: new Date(Date.now() - hours * 3_600_000).toISOString(),
              limit: 5000,
            },
          },
        }),
      );
      return pointsOf(items);
    },
  });
}

/** Sites, areas, racks, parts and suppliers by id. */
export function useCatalogue() {
  const sites = useQuery(sitesQuery).data;
  const areas = useQuery(areasQuery).data;
  const racks = useQuery(racksQuery).data;
  const parts = useQuery(partsQuery).data;
  const suppliers = useQuery(suppliersQuery).data;
  return useMemo(() => {
    const byId = <T extends { id: string }>(items: T[] = []) => new Map(items.map((item) => [item.id, item]));
    return {
      site: byId(sites),
      area: byId(areas),
      rack: byId(racks),
      part: byId(parts),
      supplier: byId(suppliers),
    };
  }, [sites, areas, racks, parts, suppliers]);
}
