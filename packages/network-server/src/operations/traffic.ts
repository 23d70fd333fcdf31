import type { TrafficMinute } from "@refill/protocol";
import type { Counter } from "prom-client";
import type { Metrics } from "./metrics.ts";

const minuteMs = 60_000;
/** Three hours. */
const mostMinutes = 180;
const mostDelays = 2_000;
const delaysForMs = 10 * 60_000;
/** Five minutes each: the last hour. */
const slotMs = 5 * minuteMs;
const slots = 12;

type Tally = Omit<TrafficMinute, "at">;
type Reasons = ReadonlyMap<string, number>;

/** What went on lately, for those who run the service: by minute, by reason and by customer. In memory, and bounded. */
export class Traffic {
  readonly #metrics: Metrics;
  readonly #minutes: (TrafficMinute & { refusedBy: Reasons; missedBy: Reasons })[] = [];
  readonly #byAccount = new Map<string, { counts: Uint32Array; slot: number }>();
  readonly #delays: { at: number; ms: number }[] = [];
  #before: { tally: Tally; refusedBy: Reasons; missedBy: Reasons } | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
    void this.#look();
    this.#timer = setInterval(() => void this.#look(), minuteMs);
    this.#timer.unref();
  }

  /** A message of the customer was stored. */
  stored(accountId: string, now = Date.now()): void {
    const counts = this.#countsOf(accountId, now);
    const slot = Math.floor(now / slotMs) % slots;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }

  /** Messages were acknowledged, the last of which had arrived at `receivedAt`. */
  delivered(receivedAt: number, now = Date.now()): void {
    this.#delays.push({ at: now, ms: now - receivedAt });
    if (this.#delays.length > mostDelays) this.#delays.splice(0, mostDelays / 4);
  }

  messagesLastHour(accountId: string, now = Date.now()): number {
    if (!this.#byAccount.has(accountId)) return 0;
    const sum = this.#countsOf(accountId, now).reduce((total, count) => total + count, 0);
    if (sum === 0) this.#byAccount.delete(accountId);
    return sum;
  }

  delivery(now = Date.now()): { medianMs: number; p99Ms: number } | null {
    const recent = this.#delays.filter(({ at }) => at > now - delaysForMs).map(({ ms }) => ms);
    if (recent.length === 0) return null;
    recent.sort((a, b) => a - b);
    const quantile = (share: number) => recent[Math.ceil(share * recent.length) - 1]!;
    return { medianMs: quantile(0.5), p99Ms: quantile(0.99) };
  }

  minutes(): TrafficMinute[] {
    return this.#minutes.map(({ refusedBy: _refused, missedBy: _missed, ...minute }) => minute);
  }

  /** Of the last three hours, also the minute that is not over, the most frequent first. */
  async reasons(): Promise<Record<"refused" | "downlinksMissed", { reason: string; count: number }[]>> {
    const now = {
      refused: await reasonsOf(this.#metrics.refused),
      missed: await reasonsOf(this.#metrics.downlinksMissed),
    };
    const sum = (minutes: Reasons[], running: Reasons) => {
      const total = new Map<string, number>();
      for (const each of [...minutes, running])
        for (const [reason, count] of each) total.set(reason, (total.get(reason) ?? 0) + count);
      return [...total]
        .filter(([, count]) => count > 0)
        .map(([reason, count]) => ({ reason, count }))
        .sort((a, b) => b.count - a.count);
    };
    return {
      refused: sum(
        this.#minutes.map(({ refusedBy }) => refusedBy),
        growth(now.refused, this.#before?.refusedBy),
      ),
      downlinksMissed: sum(
        this.#minutes.map(({ missedBy }) => missedBy),
        growth(now.missed, this.#before?.missedBy),
      ),
    };
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #countsOf(accountId: string, now: number): Uint32Array {
    const slot = Math.floor(now / slotMs);
    const known = this.#byAccount.get(accountId);
    if (!known) {
      const counts = new Uint32Array(slots);
      this.#byAccount.set(accountId, { counts, slot });
      return counts;
    }
    const gone = Math.min(slot - known.slot, slots);
    for (let step = 1; step <= gone; step++) known.counts[(known.slot + step) % slots] = 0;
    known.slot = slot;
    return known.counts;
  }

  async #look(): Promise<void> {
    const { uplinks, joins, delivered, overwritten, downlinks, refused, downlinksMissed } = this.#metrics;
    const [refusedBy, missedBy] = [await reasonsOf(refused), await reasonsOf(downlinksMissed)];
    const tally: Tally = {
      uplinks: await totalOf(uplinks),
      joins: await totalOf(joins),
      refused: await totalOf(refused),
      delivered: await totalOf(delivered),
      overwritten: await totalOf(overwritten),
      downlinks: await totalOf(downlinks),
      downlinksMissed: await totalOf(downlinksMissed),
    };
    const before = this.#before;
    this.#before = { tally, refusedBy, missedBy };
    if (!before) return;
    const grown = Object.fromEntries(
      Object.entries(tally).map(([name, value]) => [name, value - before.tally[name as keyof Tally]]),
    ) as Tally;
    this.#minutes.push({
      at: Date.now(),
      ...grown,
      refusedBy: growth(refusedBy, before.refusedBy),
      missedBy: growth(missedBy, before.missedBy),
    });
    if (this.#minutes.length > mostMinutes) this.#minutes.shift();
  }
}

async function totalOf(counter: Counter<string>): Promise<number> {
  return (await counter.get()).values.reduce((sum, { value }) => sum + value, 0);
}

async function reasonsOf(counter: Counter<string>): Promise<Reasons> {
  return new Map(
    (await counter.get()).values.map(({ labels, value }) => [String(labels.reason ?? ""), value]),
  );
}

function growth(now: Reasons, before: Reasons | undefined): Reasons {
  return new Map([...now].map(([reason, count]) => [reason, count - (before?.get(reason) ?? 0)]));
}
