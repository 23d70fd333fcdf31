import type { Notification } from "../api/client.ts";

export const groupNames = [
  "stock",
  "orders",
  "devices",
  "account",
] as const satisfies Notification["group"][];

/** What the page's address says about its list; everything else is left out. */
export interface HistorySearch {
  group?: Notification["group"];
  kind?: Notification["kind"];
  /** Left out: all. */
  show?: "open" | "unread" | "over";
}

const shows = ["open", "unread", "over"] as const;

export function historySearchOf(search: Record<string, unknown>): HistorySearch {
  const group = groupNames.find((name) => name === search.group);
  const show = shows.find((name) => name === search.show);
  const kind =
    typeof search.kind === "string" && /^[a-z-]{1,40}$/.test(search.kind) ? search.kind : undefined;
  return {
    ...(group ? { group } : {}),
    ...(kind ? { kind: kind as Notification["kind"] } : {}),
    ...(show ? { show } : {}),
  };
}
