const minuteMs = 60_000;
/** Three hours. */
const mostMinutes = 180;
/** Of a minute's durations, for its quantiles: chosen so that each request has the same chance. */
const mostDurations = 512;

export interface RequestMinute {
  /** Its end, ms since 1970. */
  at: number;
  requests: number;
  /** Answered with 500 and above: a defect, or something that Refill needs is away. */
  failed: number;
  /** Answered with 400 to 499. */
  refused: number;
  /** null: there were none. */
  medianMs: number | null;
  p99Ms: number | null;
}

interface Running {
  begins: number;
  requests: number;
  failed: number;
  refused: number;
  durations: number[];
}

/** How the API was used in the last three hours, minute by minute; in memory, of this process. */
export class RequestHistory {
  readonly #minutes: RequestMinute[] = [];
  #running: Running;

  constructor(now = Date.now()) {
    this.#running = begin(now);
  }

  answered(status: number, durationMs: number, now = Date.now()): void {
    this.#turn(now);
    const minute = this.#running;
    minute.requests += 1;
    if (status >= 500) minute.failed += 1;
    else if (status >= 400) minute.refused += 1;
    const place =
      minute.durations.length < mostDurations
        ? minute.durations.length
        : Math.floor(Math.random() * minute.requests);
    if (place < mostDurations) minute.durations[place] = durationMs;
  }

  /** Minutes that are over, oldest first; those without any request are there, too. */
  minutes(now = Date.now()): RequestMinute[] {
    this.#turn(now);
    return [...this.#minutes];
  }

  #turn(now: number): void {
    while (now - this.#running.begins >= minuteMs) {
      const { begins, durations, ...counts } = this.#running;
      const sorted = durations.sort((a, b) => a - b);
      const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
      this.#minutes.push({
        at: begins + minuteMs,
        ...counts,
        medianMs: quantile(0.5),
        p99Ms: quantile(0.99),
      });
      if (this.#minutes.length > mostMinutes) this.#minutes.shift();
      // After a long sleep of the machine not minute by minute.
      const next = Math.max(begins + minuteMs, now - (mostMinutes + 1) * minuteMs);
      this.#running = begin(next);
    }
  }
}

function begin(begins: number): Running {
  return { begins, requests: 0, failed: 0, refused: 0, durations: [] };
}
