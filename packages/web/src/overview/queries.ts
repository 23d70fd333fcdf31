import type { Schemas } from "@refill/client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
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
/** However much happens, it is asked for again only so often, ms. */
const mostOftenMs = 3_000;

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

/** What needs somebody, and what comes; asked for again when something changes. */
export function useAttention(site: string | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const renew = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ["overview-attention"] }, { cancelRefetch: false });
      }, mostOftenMs);
    };
    const stop = onLiveChange(renew);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries]);
  return useQuery(attentionQuery(site));
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
