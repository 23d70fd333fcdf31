import { queryOptions, useQuery } from "@tanstack/react-query";

/**
 * What replays demand and reads sensors: the same code that decides on the server, fetched when somebody asks what if,
 * brings a history or calibrates. So a file of demand never leaves the browser, and every change of a number is answered
 * at once.
 */
export type Engine = typeof import("@refill/replenishment");

const engineQuery = queryOptions({
  queryKey: ["engine"],
  queryFn: () => import("@refill/replenishment"),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useEngine() {
  return useQuery(engineQuery);
}
