/** Asks the REST API; throws what it refuses, in its own words. */
export type CallApi = <T>(method: string, path: string, body?: object) => Promise<T>;

export function apiCaller(baseUrl: string, apiKey: string): CallApi {
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
