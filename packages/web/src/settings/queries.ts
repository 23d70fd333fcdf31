import { allPages } from "@refill/client";
import { infiniteQueryOptions, queryOptions, useQuery } from "@tanstack/react-query";
import { client, unwrap, type WebhookDelivery } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import { type TrailSearch, trailFilter } from "./trail-search.ts";

/** Live events do not tell of these: they are asked for again while a page shows them. */
const often = { refetchInterval: 15_000 } as const;

export function useIsAdmin(): boolean {
  return useQuery(sessionQuery).data?.role === "admin";
}

export const apiKeysQuery = queryOptions({
  queryKey: ["api-keys"],
  queryFn: () => allPages((query) => client.GET("/api/v1/api-keys", { params: { query } })),
  ...often,
});
/** Revoked keys are no longer in the list of keys; the audit trail knows the latest. */
export const revokedKeysQuery = queryOptions({
  queryKey: ["revoked-api-keys"],
  queryFn: async () => {
    const query = { action: "api-key.revoked", limit: 20 };
    return (await unwrap(client.GET("/api/v1/audit-entries", { params: { query } }))).items;
  },
});
export const membersQuery = queryOptions({
  queryKey: ["members"],
  queryFn: () => allPages((query) => client.GET("/api/v1/members", { params: { query } })),
  ...often,
});
export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: () => unwrap(client.GET("/api/v1/roles")),
  staleTime: Number.POSITIVE_INFINITY,
});
export const invitationsQuery = queryOptions({
  queryKey: ["invitations"],
  queryFn: () => allPages((query) => client.GET("/api/v1/invitations", { params: { query } })),
  ...often,
});
export const webhooksQuery = queryOptions({
  queryKey: ["webhooks"],
  queryFn: () => allPages((query) => client.GET("/api/v1/webhooks", { params: { query } })),
  ...often,
});
export const eventTypesQuery = queryOptions({
  queryKey: ["webhook-event-types"],
  queryFn: async () => (await unwrap(client.GET("/api/v1/webhook-event-types"))).items,
  staleTime: Number.POSITIVE_INFINITY,
});

const deliveriesAPage = 50;
export function deliveriesQuery(id: string, state: WebhookDelivery["state"] | "all") {
  return infiniteQueryOptions({
    queryKey: ["deliveries", id, state],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      unwrap(
        client.GET("/api/v1/webhooks/{id}/deliveries", {
          params: {
            path: { id },
            query: {
              limit: deliveriesAPage,
              ...(pageParam ? { cursor: pageParam } : {}),
              ...(state === "all" ? {} : { state }),
            },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // Older pages change no more; whoever reads them is not disturbed.
    refetchInterval: ({ state: { data } }) => ((data?.pages.length ?? 0) > 1 ? false : 3_000),
  });
}
export function deliveryQuery(id: string, deliveryId: string) {
  return queryOptions({
    queryKey: ["delivery", id, deliveryId],
    queryFn: () =>
      unwrap(
        client.GET("/api/v1/webhooks/{id}/deliveries/{deliveryId}", { params: { path: { id, deliveryId } } }),
      ),
    refetchInterval: 2_000,
  });
}

const entriesAPage = 50;
export function trailQuery(search: TrailSearch) {
  const filter = trailFilter(search);
  return infiniteQueryOptions({
    queryKey: ["audit-trail", filter],
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      unwrap(
        client.GET("/api/v1/audit-entries", {
          params: { query: { ...filter, limit: entriesAPage, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export const keyRotationsQuery = queryOptions({
  queryKey: ["key-rotations"],
  queryFn: () => allPages((query) => client.GET("/api/v1/account/key-rotations", { params: { query } })),
  refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === "running") ? 1_500 : 15_000),
});
export const exportsQuery = queryOptions({
  queryKey: ["exports"],
  queryFn: () => allPages((query) => client.GET("/api/v1/exports", { params: { query } })),
  refetchInterval: 5_000,
});
