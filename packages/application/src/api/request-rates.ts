/** What is limited: `name` as in the headers, `key` whom it counts for. */
export interface Limit {
  name: "key" | "account" | "address" | "failures";
  key: string;
  perMinute: number;
}

/** Where a limit stands after a request. */
export interface RateState {
  limit: Limit;
  isExceeded: boolean;
  remaining: number;
  /** Until the window ends. */
  resetSeconds: number;
  /** Until the next request is allowed; 0 when it is now. */
  waitSeconds: number;
}

interface Window {
  /** ms since 1970 of its begin. */
  startedAt: number;
  count: number;
  /** In the window before. */
  before: number;
}

const windowMs = 60_000;
/** Whom nobody asked about for two windows is forgotten; beyond this many, those that began first are. */
const mostHeld = 20_000;

/**
 * Counts requests in sliding windows of a minute: this minute's, and the share of the last one's that still lies in it.
 * @fastify/rate-limit counts in fixed windows, which let twice the number through around their edge; it can't ask several
 * limits before it counts in any; and it speaks the headers of an older draft. So this is our own.
 */
export class RequestRates {
  readonly #now: () => number;
  readonly #windows = new Map<Limit["name"], Map<string, Window>>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Counts the request in all limits, or in none when one of them is exceeded. */
  take(limits: readonly Limit[]): RateState[] {
    const states = limits.map((limit) => this.look(limit));
    if (states.some(({ isExceeded }) => isExceeded)) return states;
    for (const limit of limits) this.count(limit);
    return states.map((state) => ({ ...state, remaining: Math.max(0, state.remaining - 1) }));
  }

  count({ name, key }: Pick<Limit, "name" | "key">): void {
    this.#windowOf(name, key).count += 1;
  }

  /** One that was taken should not count. */
  takeBack({ name, key }: Pick<Limit, "name" | "key">): void {
    const window = this.#windowOf(name, key);
    window.count = Math.max(0, window.count - 1);
  }

  look(limit: Limit): RateState {
    const { startedAt, count, before } = this.#read(limit.name, limit.key);
    const { perMinute } = limit;
    const elapsed = this.#now() - startedAt;
    const used = count + before * (1 - elapsed / windowMs);
    const isExceeded = used + 1 > perMinute;
    return {
      limit,
      isExceeded,
      remaining: Math.max(0, Math.floor(perMinute - used)),
      resetSeconds: Math.ceil((windowMs - elapsed) / 1000),
      waitSeconds: isExceeded ? Math.max(1, Math.ceil(waitMs(perMinute, count, before, elapsed) / 1000)) : 0,
    };
  }

  /** Requests in the last minute, about. */
  used(name: Limit["name"], key: string): number {
    const { startedAt, count, before } = this.#read(name, key);
    return Math.round(count + before * (1 - (this.#now() - startedAt) / windowMs));
  }

  /** Forgets those that are over. */
  tidy(): void {
    const before = this.#now() - 2 * windowMs;
    for (const windows of this.#windows.values())
      for (const [key, { startedAt }] of windows) {
        if (startedAt > before) break;
        windows.delete(key);
      }
  }

  #read(name: Limit["name"], key: string): Window {
    const now = this.#now();
    const found = this.#windows.get(name)?.get(key);
    if (!found || now - found.startedAt >= 2 * windowMs) return { startedAt: now, count: 0, before: 0 };
    if (now - found.startedAt < windowMs) return found;
    return { startedAt: found.startedAt + windowMs, count: 0, before: found.count };
  }

  #windowOf(name: Limit["name"], key: string): Window {
    let windows = this.#windows.get(name);
    if (!windows) {
      windows = new Map();
      this.#windows.set(name, windows);
    }
    const known = windows.get(key);
    const window = this.#read(name, key);
    if (window === known) return window;
    // Those that began last stand last, so that the first to be forgotten stand first.
    windows.delete(key);
    if (windows.size >= mostHeld) windows.delete(windows.keys().next().value!);
    windows.set(key, window);
    return window;
  }
}

/** Until `used` falls to one below the limit, if nobody asks meanwhile. */
function waitMs(perMinute: number, count: number, before: number, elapsed: number): number {
  if (count <= perMinute - 1) return windowMs * (1 - (perMinute - 1 - count) / before) - elapsed;
  return windowMs - elapsed + windowMs * (1 - (perMinute - 1) / count);
}

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10): q requests in w seconds; r are left, and in t
 * seconds the window ends.
 */
export function rateHeaders(states: readonly RateState[]): Record<string, string> {
  return {
    "ratelimit-policy": states.map(({ limit }) => `"${limit.name}";q=${limit.perMinute};w=60`).join(", "),
    ratelimit: states
      .map(({ limit, remaining, resetSeconds }) => `"${limit.name}";r=${remaining};t=${resetSeconds}`)
      .join(", "),
  };
}
