import { CommandRefused } from "../command-refused.ts";

interface Reader {
  get<T>(path: string): Promise<T>;
}

/** Reads from a Refill's REST API by a key of one's own, e.g. of another machine. Refusals say what to do. */
export function openReader(url: string, apiKey: string): Reader {
  const base = baseOf(url);
  return { get };

  async function get<T>(path: string): Promise<T> {
    const response = await fetch(`${base}${path}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    }).catch((error: Error & { cause?: Error }) => {
      throw new CommandRefused(`${base} can't be reached: ${error.cause?.message ?? error.message}.`);
    });
    const text = await response.text();
    if (response.status === 401)
      throw new CommandRefused(
        "The API key is not valid: make one by `npx refill api-key create`, and give it by --api-key or REFILL_API_KEY.",
      );
    const answer = parsed(text);
    if (answer === undefined)
      throw new CommandRefused(`${base} does not answer as Refill does: is --url its address?`);
    if (!response.ok)
      throw new CommandRefused(
        (answer as { detail?: string }).detail ?? `Refill answered ${response.status} to ${path}.`,
      );
    return answer as T;
  }
}

/** With or without `/api/v1`, with or without a slash at its end. */
function baseOf(url: string): string {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ""))
    throw new CommandRefused(`--url takes an address such as http://localhost:8080, not "${url}".`);
  const plain = url.replace(/\/+$/, "");
  return plain.endsWith("/api/v1") ? plain : `${plain}/api/v1`;
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
