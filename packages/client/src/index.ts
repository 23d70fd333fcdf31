import createClient, { type Client, type Middleware } from "openapi-fetch";
import { unwrap } from "./problem.ts";
import { retrying } from "./retrying.ts";
import type { components, paths } from "./schema.d.ts";

export { Problem, unwrap } from "./problem.ts";

/** The resources of the REST API, by name. */
export type Schemas = components["schemas"];
/** Its operations, by path and method. */
export type Paths = paths;
export type RefillClient = Client<paths>;
/** Sees each request and answer; see openapi-fetch. */
export type RefillMiddleware = Middleware;

export interface ClientOptions {
  /** e.g. `https://refill.acme.example`; default: where the page came from. */
  baseUrl?: string;
  /** An API key; default: the session of the web page. */
  apiKey?: string;
  /** How often a request is tried again that was refused for the moment (429, 503) or got no answer. Default 2. */
  retries?: number;
}

/**
 * A client of the REST API, with the types of its OpenAPI document: `client.GET("/api/v1/locations")`.
 * Each POST carries an Idempotency-Key, so that it is done once however often it is sent.
 */
export function createRefillClient({ baseUrl = "", apiKey, retries = 2 }: ClientOptions = {}): RefillClient {
  return createClient<paths>({
    baseUrl,
    fetch: retrying((request) => fetch(request), retries),
    // The page's session is in a cookie that it cannot read; the header tells that the request is its own.
    ...(apiKey
      ? { headers: { authorization: `Bearer ${apiKey}` } }
      : { credentials: "same-origin" as const, headers: { "X-Refill-Request": "1" } }),
  });
}

interface PageOf<T> {
  items: T[];
  nextCursor: string | null;
}
type Answer<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

/** All items of a list, page by page: `allPages((query) => client.GET("/api/v1/parts", { params: { query } }))`. */
export async function allPages<T>(
  page: (query: { limit: number; cursor?: string }) => Answer<PageOf<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null | undefined;
  do {
    const next: PageOf<T> = await unwrap(page({ limit: 1000, ...(cursor ? { cursor } : {}) }));
    items.push(...next.items);
    cursor = next.nextCursor;
  } while (cursor);
  return items;
}
