import type { Schemas } from "@refill/client";
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { client, unwrap } from "../api/client.ts";
import { onLiveChange } from "../api/live.ts";

export type Attention = Schemas["OverviewAttention"];
export type RunOut = Attention["runOuts"]["items"][number];
export type Waiting = Attention["waiting"]["items"][number];
export type WaitingKind = Waiting["kind"];
export type ComingDay = Attention["coming"]["days"][number];
export type OverviewHistory = Schemas["OverviewHistory"];

/** What live events do not tell of, as gateways that are away, is there after so long, ms. */
const renewedAfterMs = 30_000;
/** `site`: undefined for all. */
export function attentionQuery(site: string | undefined) {
  return queryOptions({
    queryKey: ["overview-attention", site ?? ""],
    queryFn: () =>
      unwrap(client.GET("/api/v1/overview/attention", { params: { query: site ? { siteId: site } : {} } })),
    refetchInterval: renewedAfterMs,
    placeholderData: (before: Attention | undefined) => before,
  });
}

/** Asks again for what begins with `key` when something changes, however much that is at most every `mostOftenMs`. */
export function useRenewed(key: "overview-attention" | "overview-history", mostOftenMs: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: [key] }, { cancelRefetch: false });
      }, mostOftenMs);
    };
    const stop = onLiveChange(renew);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries, key, mostOftenMs]);
}

export function historyQuery(site: string | undefined, days: number) {
  return queryOptions({
    queryKey: ["overview-history", site ?? "", days],
    queryFn: () =>
      unwrap(
        client.GET("/api/v1/overview/history", {
          params: { query: { days, ...(site ? { siteId: site } : {}) } },
        }),
      ),
    // Its last point is the present.
    refetchInterval: 60_000,
    placeholderData: (before: OverviewHistory | undefined) => before,
  });
}
