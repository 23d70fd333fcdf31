import { allPages } from "@refill/client";
import { queryOptions } from "@tanstack/react-query";
import { type Connection, client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";

const often = { refetchInterval: 15_000 } as const;

export const connectionsQuery = queryOptions({
  queryKey: ["connections"],
  queryFn: () => allPages((query) => client.GET("/api/v1/connections", { params: { query } })),
  ...often,
});
export function connectionQuery(id: string) {
  return queryOptions({
    queryKey: ["connections", id],
    queryFn: () => unwrap(client.GET("/api/v1/connections/{id}", { params: { path: { id } } })),
    retry: false,
  });
}
export const domainsQuery = queryOptions({
  queryKey: ["domains"],
  queryFn: () => allPages((query) => client.GET("/api/v1/domains", { params: { query } })),
  ...often,
});
export const operatorAccessQuery = queryOptions({
  queryKey: ["operator-access"],
  queryFn: () => allPages((query) => client.GET("/api/v1/operator-access", { params: { query } })),
  refetchInterval: 5_000,
});

/** A connection's state in words, and its colour. */
export function connectionState({ isEnabled, test }: Connection): { words: string; className: string } {
  if (isEnabled) return { words: t("On"), className: "state-ok" };
  if (test === null) return { words: t("Not tested"), className: "state-unknown" };
  return test.problem === null
    ? { words: t("Off"), className: "state-low" }
    : { words: t("Test failed"), className: "state-empty" };
}

export const kindWords = { oidc: "OpenID Connect", saml: "SAML 2.0" } as const;
