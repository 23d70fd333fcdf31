import type { Paths } from "@refill/client";
import { useQueryClient } from "@tanstack/react-query";
import { type Connection, client, unwrap } from "../api/client.ts";
import { connectionsQuery } from "./sign-in-queries.ts";

export type ConnectionChange =
  Paths["/api/v1/connections/{id}"]["patch"]["requestBody"]["content"]["application/json"];

/** Changes a connection as it was seen; what somebody else changed meanwhile is refused, and then seen. */
export function useConnectionChange({ id, version }: Connection) {
  const queries = useQueryClient();
  return async (body: ConnectionChange) => {
    try {
      await unwrap(
        client.PATCH("/api/v1/connections/{id}", {
          params: { path: { id }, header: { "if-match": `"${version}"` } },
          body,
        }),
      );
    } finally {
      await queries.invalidateQueries({ queryKey: connectionsQuery.queryKey });
    }
  };
}
