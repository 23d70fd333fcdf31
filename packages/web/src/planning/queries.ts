import { allPages, type Paths, type Schemas } from "@refill/client";
import { infiniteQueryOptions, type QueryClient, queryOptions } from "@tanstack/react-query";
import { client, unwrap } from "../api/client.ts";

export type LocationPlan = Schemas["LocationPlan"];
export type LocationPlanDetails = Schemas["LocationPlanDetails"];
export type PlanDetails = NonNullable<LocationPlanDetails["plan"]>;
export type Outlook = NonNullable<PlanDetails["present"]>;
export type PlanningMatrix = Schemas["PlanningMatrix"];
export type Proposal = Schemas["Proposal"];
export type ProposalState = Proposal["state"];
export type PlanningRun = Schemas["PlanningRun"];
export type Demand = Schemas["Demand"];

const proposalsAtOnce = 100;

/** Newest first; the next hundred are read when somebody asks for them. */
export function proposalsQuery(state: ProposalState) {
  return infiniteQueryOptions({
    queryKey: ["proposals", state],
    queryFn: ({ pageParam }) =>
      unwrap(
        client.GET("/api/v1/planning/proposals", {
          params: {
            query: {
              state: [state],
              sort: "-createdAt",
              limit: proposalsAtOnce,
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Of each location what will become of its stock, in short. */
export const locationPlansQuery = queryOptions({
  queryKey: ["location-plans"],
  queryFn: () => allPages((query) => client.GET("/api/v1/planning/locations", { params: { query } })),
});

export function locationPlanQuery(id: string) {
  return queryOptions({
    queryKey: ["location-plan", id],
    queryFn: () => unwrap(client.GET("/api/v1/planning/locations/{id}", { params: { path: { id } } })),
  });
}

export function proposalQuery(id: string) {
  return queryOptions({
    queryKey: ["proposal", id],
    queryFn: () => unwrap(client.GET("/api/v1/planning/proposals/{id}", { params: { path: { id } } })),
  });
}

export type SlowMover =
  Paths["/api/v1/planning/slow-movers"]["get"]["responses"][200]["content"]["application/json"]["items"][number];

/** The most value first. */
export function slowMoversQuery(days: number) {
  return queryOptions({
    queryKey: ["slow-movers", days],
    queryFn: () =>
      allPages((query) =>
        client.GET("/api/v1/planning/slow-movers", { params: { query: { ...query, days } } }),
      ),
    placeholderData: (before: SlowMover[] | undefined) => before,
  });
}

export const matrixQuery = queryOptions({
  queryKey: ["planning-matrix"],
  queryFn: () => unwrap(client.GET("/api/v1/planning/matrix")),
});

const isUnderWay = (run: PlanningRun | undefined) => run?.state === "waiting" || run?.state === "running";

/** The newest run of planning; null: there was none. Followed while it goes on. */
export const latestRunQuery = queryOptions({
  queryKey: ["planning-run"],
  queryFn: async () =>
    (await unwrap(client.GET("/api/v1/planning/runs", { params: { query: { limit: 1 } } }))).items[0] ?? null,
  refetchInterval: ({ state }) => (isUnderWay(state.data ?? undefined) ? 1_000 : 60_000),
});

export function demandQuery(id: string, period: Demand["period"]) {
  return queryOptions({
    queryKey: ["demand", id, period],
    queryFn: async () =>
      (
        await unwrap(
          client.GET("/api/v1/locations/{id}/demand", { params: { path: { id }, query: { period } } }),
        )
      ).items,
    staleTime: 10 * 60_000,
  });
}

const ofPlanning = [
  "proposals",
  "proposal",
  "location-plans",
  "location-plan",
  "planning-matrix",
  "slow-movers",
];

/** After a run, or a decision: all of it may be different. */
export function renewPlanning(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => ofPlanning.includes(String(queryKey[0])) });
}
