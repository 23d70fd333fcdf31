/** Asks the REST API; throws what it refuses, in its own words. */
export type Call = <T>(method: string, path: string, body?: object) => Promise<T>;

export function apiCaller(baseUrl: string, apiKey: string): Call {
  return async <T>(method: string, path: string, body?: object) => {
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return (text ? JSON.parse(text) : undefined) as T;
  };
}

/** All pages of a list. `path` may have a query, e.g. `/sites?fields=id`. */
export async function listAll<T>(call: Call, path: string): Promise<T[]> {
  const items: T[] = [];
  const first = `${path}${path.includes("?") ? "&" : "?"}limit=1000`;
  for (let next: string | null = first; next !== null; ) {
    const page: { items: T[]; nextCursor: string | null } = await call("GET", next);
    items.push(...page.items);
    next = page.nextCursor && `${first}&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  return items;
}
