import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { client, unwrap } from "./client.ts";

export const preferencesQuery = queryOptions({
  queryKey: ["preferences"],
  queryFn: async () => (await unwrap(client.GET("/api/v1/profile/preferences"))).values,
  staleTime: Number.POSITIVE_INFINITY,
});

/**
 * How a part of the page looks for the person, in all their browsers. `is` checks what was kept: it may come from an older
 * page. What is set shows at once, and again as it was when it could not be kept.
 */
export function usePreference<T>(
  name: string,
  fallback: T,
  is: (value: unknown) => value is T,
): [T, (value: T | null) => void] {
  const queries = useQueryClient();
  const kept = useQuery(preferencesQuery).data?.[name];
  const keep = useMutation({
    mutationFn: (value: T | null) =>
      unwrap(
        client.PUT("/api/v1/profile/preferences/{name}", {
          params: { path: { name } },
          body: { value: value as Record<string, never> },
        }),
      ),
    onMutate: (value) => {
      const before = queries.getQueryData(preferencesQuery.queryKey);
      queries.setQueryData(preferencesQuery.queryKey, { ...before, [name]: value });
      return before;
    },
    onError: (_error, _value, before) => queries.setQueryData(preferencesQuery.queryKey, before),
  });
  return [is(kept) ? kept : fallback, keep.mutate];
}
