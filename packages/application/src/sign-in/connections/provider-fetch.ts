import type { WorkingSet } from "../../accounts/working-set.ts";
import type { Api } from "../../api/api.ts";
import { checkedAddress, exchange } from "../../dispatch/outbound.ts";

const withinMs = 10_000;
const longestAnswer = 512 * 1024;

/** What an admin names as provider is asked from here: never what lies in a private network, unless the operator allows it. */
export function mayReachPrivate(
  api: Pick<Api, "isDemonstration" | "hasPrivateProviders">,
  set: WorkingSet,
): boolean {
  return api.hasPrivateProviders || (api.isDemonstration && set.isDemonstration);
}

/** `fetch` that resolves a name once, and connects to exactly the address that was checked. */
export function providerFetch(mayBePrivate: boolean) {
  return async (
    input: string | URL,
    options: { method?: string; headers?: unknown; body?: unknown; signal?: AbortSignal | null } = {},
  ): Promise<Response> => {
    const url = new URL(input);
    const address = await checkedAddress(url, mayBePrivate);
    const timeout = AbortSignal.timeout(withinMs);
    const body = options.body == null ? undefined : String(options.body);
    const headers = Object.fromEntries(new Headers((options.headers ?? {}) as Record<string, string>));
    const answer = await exchange(url, address, {
      method: options.method ?? "GET",
      headers: {
        ...headers,
        "user-agent": "Refill",
        ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
      },
      body,
      signal: options.signal ? AbortSignal.any([timeout, options.signal]) : timeout,
      longestAnswer,
    });
    const known = Object.entries(answer.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    );
    const hasBody = ![204, 304].includes(answer.status);
    return new Response(hasBody ? new Uint8Array(answer.body) : null, {
      status: answer.status,
      headers: known,
    });
  };
}
