import type { QueryClient } from "@tanstack/react-query";

/** A changed or new record takes its place in its list. */
export function putInList<T extends { id: string }>(
  queries: QueryClient,
  queryKey: readonly unknown[],
  item: T,
  isNewFirst = false,
): void {
  queries.setQueryData<T[]>(queryKey, (items) => {
    if (!items) return items;
    const at = items.findIndex(({ id }) => id === item.id);
    if (at >= 0) return items.with(at, item);
    return isNewFirst ? [item, ...items] : [...items, item];
  });
}

export function removeFromList(queries: QueryClient, queryKey: readonly unknown[], id: string): void {
  queries.setQueryData<{ id: string }[]>(queryKey, (items) => items?.filter((item) => item.id !== id));
}
