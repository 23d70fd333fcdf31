import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Notification, unwrap } from "../api/client.ts";
import { language } from "../language/language.ts";

const shownInPanel = 60;
const pageSize = 50;

/** The newest, and how many are not read; told anew by live events. */
export const newestQuery = queryOptions({
  queryKey: ["notifications", "newest"],
  queryFn: () =>
    unwrap(client.GET("/api/v1/notifications", { params: { query: { limit: shownInPanel, language } } })),
  staleTime: Number.POSITIVE_INFINITY,
});

export interface NotificationFilter {
  group?: Notification["group"] | undefined;
  kind?: Notification["kind"] | undefined;
  open?: boolean | undefined;
  unread?: boolean | undefined;
}

/** All of a filter, page by page. */
export function historyQuery(filter: NotificationFilter) {
  return infiniteQueryOptions({
    queryKey: ["notifications", "history", filter],
    queryFn: ({ pageParam }) =>
      unwrap(
        client.GET("/api/v1/notifications", {
          params: {
            query: {
              ...defined(filter),
              limit: pageSize,
              language,
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

function defined<T extends object>(fields: T) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export const settingsQuery = queryOptions({
  queryKey: ["notification-settings"],
  queryFn: () => unwrap(client.GET("/api/v1/profile/notifications", { params: { query: { language } } })),
});
export const defaultsQuery = queryOptions({
  queryKey: ["notification-defaults"],
  queryFn: () => unwrap(client.GET("/api/v1/notification-defaults", { params: { query: { language } } })),
});

/** Marks some, or all, as read: at once on the page, and again as it is when the server did not take it. */
export function useMarkRead() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: readonly string[] | "all") =>
      unwrap(
        client.POST("/api/v1/notifications/read", {
          body: which === "all" ? { all: true } : { ids: [...which] },
        }),
      ),
    onMutate: (which) => {
      const isMeant = ({ id }: Notification) => which === "all" || which.includes(id);
      queries.setQueryData(newestQuery.queryKey, (page) => {
        if (!page) return page;
        const read = page.items.filter((each) => !each.isRead && isMeant(each)).length;
        return {
          ...page,
          unread: which === "all" ? 0 : Math.max(0, page.unread - read),
          items: page.items.map((each) => (isMeant(each) ? { ...each, isRead: true } : each)),
        };
      });
    },
    onSettled: () => refresh(queries),
  });
}

export function useMute() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ subjectId, until }: { subjectId: string; until: string | null }) => {
      const path = "/api/v1/notifications/mutes/{subjectId}";
      const params = { path: { subjectId } };
      return until === null
        ? unwrap(client.DELETE(path, { params }))
        : unwrap(client.PUT(path, { params, body: { until } }));
    },
    onSettled: async () => {
      await refresh(queries);
      await queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
    },
  });
}

function refresh(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: ["notifications"] });
}
