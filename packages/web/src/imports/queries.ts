import type { Schemas } from "@refill/client";
import { allPages } from "@refill/client";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { client, unwrap } from "../api/client.ts";

export type DataImport = Schemas["DataImport"];
export type ImportLine = Schemas["ImportLine"];
export type ImportKindFields = Schemas["ImportKind"];
export type ImportKindName = DataImport["kind"];
export type Outcome = ImportLine["outcome"] | "not-undone";

export const importKindsQuery = queryOptions({
  queryKey: ["import-kinds"],
  queryFn: () => allPages(() => client.GET("/api/v1/imports/kinds")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: () => allPages((query) => client.GET("/api/v1/imports", { params: { query } })),
});

const isAtWork = (data: DataImport | undefined) => data?.state === "applying" || data?.state === "undoing";

export function importQuery(id: string) {
  return queryOptions({
    queryKey: ["imports", id],
    queryFn: () => unwrap(client.GET("/api/v1/imports/{id}", { params: { path: { id } } })),
    // While it is at work people watch it.
    refetchInterval: ({ state: { data } }) => (isAtWork(data) ? 400 : false),
  });
}

const linesAPage = 100;
/** `state`: of the import, after whose steps its lines tell something else. */
export function importLinesQuery(id: string, outcome: Outcome | undefined, state: string) {
  return infiniteQueryOptions({
    queryKey: ["import-lines", id, outcome ?? "all", state],
    queryFn: ({ pageParam }) =>
      unwrap(
        client.GET("/api/v1/imports/{id}/lines", {
          params: {
            path: { id },
            query: {
              limit: linesAPage,
              ...(outcome ? { outcome } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** Sends a file's bytes as they are: the server finds out their encoding. */
export function sendFile(
  kind: ImportKindName,
  body: ArrayBuffer,
  fileName: string | undefined,
): Promise<DataImport> {
  return unwrap(
    client.POST("/api/v1/imports", {
      params: { query: { kind, ...(fileName ? { fileName: fileName.slice(-200) } : {}) } },
      body: body as never,
      bodySerializer: (bytes: unknown) => bytes as ArrayBuffer,
      headers: { "Content-Type": "text/csv" },
    }),
  );
}
