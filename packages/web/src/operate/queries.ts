import { client, unwrap } from "../api/client.ts";

/** What operators look at is renewed by itself: nobody presses a button at night. */
const everyMs = 10_000;

export const customersQuery = {
  queryKey: ["operation", "customers"],
  queryFn: async () => (await unwrap(client.GET("/api/v1/operation/customers"))).items,
  refetchInterval: everyMs,
};
export const customerQuery = (accountId: string) => ({
  queryKey: ["operation", "customer", accountId],
  queryFn: () =>
    unwrap(client.GET("/api/v1/operation/customers/{accountId}", { params: { path: { accountId } } })),
  refetchInterval: everyMs,
});
export const networkQuery = {
  queryKey: ["operation", "network"],
  queryFn: async () => (await unwrap(client.GET("/api/v1/operation/network"))).items,
  refetchInterval: everyMs,
};
export const gatewaysQuery = {
  queryKey: ["operation", "gateways"],
  queryFn: async () => (await unwrap(client.GET("/api/v1/operation/gateways"))).items,
  refetchInterval: everyMs,
};
export const jobsQuery = {
  queryKey: ["operation", "jobs"],
  queryFn: () => unwrap(client.GET("/api/v1/operation/jobs")),
  refetchInterval: everyMs,
};
export const healthQuery = {
  queryKey: ["operation", "health"],
  queryFn: () => unwrap(client.GET("/api/v1/operation/health")),
  refetchInterval: everyMs,
};
export interface ServiceTrailSearch {
  region?: string;
  action?: string;
  q?: string;
  accountId?: string;
}
export const serviceTrailQuery = (search: ServiceTrailSearch, limit = 50) => ({
  queryKey: ["operation", "trail", search, limit],
  queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
    unwrap(
      client.GET("/api/v1/operation/trail", {
        params: { query: { ...search, limit, ...(pageParam ? { cursor: pageParam } : {}) } },
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor ?? undefined,
});
