import { useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { TableState } from "./column.ts";

/**
 * What is shown of the page's list, kept in its address: `?q=bolt&sort=-battery&state=silent,low`. A route that checks its
 * search has to let these pass.
 */
export function useTableState(
  filterKeys: readonly string[],
  defaultSort: string,
): [TableState, (change: Partial<TableState>) => void] {
  const search = useLocation({ select: (location) => location.search as Record<string, unknown> });
  const navigate = useNavigate();
  const state = useMemo<TableState>(
    () => ({
      search: textOf(search.q),
      sort: textOf(search.sort) || defaultSort,
      filters: Object.fromEntries(
        filterKeys.map((key) => [key, textOf(search[key]).split(",").filter(Boolean)]),
      ),
    }),
    [search, filterKeys, defaultSort],
  );
  const set = useCallback(
    (change: Partial<TableState>) =>
      void navigate({
        to: ".",
        replace: true,
        resetScroll: false,
        search: ((before: Record<string, unknown>) => searchOf(before, change, defaultSort)) as never,
      }),
    [navigate, defaultSort],
  );
  return [state, set];
}

/** As it stands in the address: what says nothing is left out. */
export function searchOf(
  before: Readonly<Record<string, unknown>>,
  change: Partial<TableState>,
  defaultSort: string,
): Record<string, unknown> {
  const after: Record<string, unknown> = { ...before };
  const put = (key: string, value: string, nothing = "") => {
    if (value === nothing) delete after[key];
    else after[key] = value;
  };
  if (change.search !== undefined) put("q", change.search);
  if (change.sort !== undefined) put("sort", change.sort, defaultSort);
  for (const [key, values] of Object.entries(change.filters ?? {})) put(key, values.join(","));
  return after;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
