import type { QueryClient } from "@tanstack/react-query";

/** A changed or new record takes its place in its list. */
export function putInList<T extends { id: string }>(
  queries: QueryClient,
  queryKey: readonly unknown[],
  item: T,
): void {
  putAllInList(queries, queryKey, [item]);
}

export function removeFromList(queries: QueryClient, queryKey: readonly unknown[], id: string): void {
  removeAllFromList(queries, queryKey, new Set([id]));
}

/** Changed or new records take their places in their list: `items` in the order in which they came. */
export function putAllInList<T extends { id: string }>(
  queries: QueryClient,
  queryKey: readonly unknown[],
  items: readonly T[],
  isNewFirst = false,
): void {
  queries.setQueryData<T[]>(queryKey, (list) => {
    if (!list) return list;
    const changed = new Map(items.map((item) => [item.id, item]));
    const present = list.map((item) => {
      const newer = changed.get(item.id);
      if (!newer) return item;
      changed.delete(item.id);
      return newer;
    });
    if (changed.size === 0) return present;
    return isNewFirst ? [...[...changed.values()].reverse(), ...present] : [...present, ...changed.values()];
  });
}

export function removeAllFromList(
  queries: QueryClient,
  queryKey: readonly unknown[],
  ids: ReadonlySet<string>,
): void {
  queries.setQueryData<{ id: string }[]>(queryKey, (items) => items?.filter(({ id }) => !ids.has(id)));
}
