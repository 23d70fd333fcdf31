import type { Gateway, HeardPacket } from "../gateways/gateway.ts";

/** One gateway's copy of a frame. */
export interface Copy {
  gateway: Gateway;
  packet: HeardPacket;
  /** When it arrived, ms since 1970. */
  arrivedAt: number;
}

/** The copies of one frame, the best first. */
export interface Collected<T> {
  frame: T;
  copies: Copy[];
}

interface Window<T> extends Collected<T> {
  key: string;
  closesAt: number;
}

const mostCopies = 16;

/**
 * Collects the copies that several gateways send of one frame within a window from the first copy.
 * Frames come in verified, so their number is bounded by what registered sensors send, and by `mostOpen`.
 */
export class Deduplication<T> {
  readonly #open = new Map<string, Window<T>>();
  /** In the order in which they close: all windows are equally long. */
  #waiting: Window<T>[] = [];
  #timer: NodeJS.Timeout | undefined;
  readonly #windowMs: number;
  readonly #mostOpen: number;
  readonly #onCollected: (collected: Collected<T>) => void;

  constructor(options: { windowMs: number; mostOpen: number; onCollected(collected: Collected<T>): void }) {
    this.#windowMs = options.windowMs;
    this.#mostOpen = options.mostOpen;
    this.#onCollected = options.onCollected;
  }

  get isFull(): boolean {
    return this.#open.size >= this.#mostOpen;
  }

  /** The frame of these bytes, while its copies are being collected. */
  find(key: string): Collected<T> | undefined {
    return this.#open.get(key);
  }

  /** False when there are enough copies. A gateway that repeats itself (several antennas) counts with its better one. */
  join(collected: Collected<T>, copy: Copy): boolean {
    const { copies } = collected;
    const own = copies.findIndex(({ gateway }) => gateway === copy.gateway);
    if (own >= 0) {
      if (copies[own]!.packet.snrDb < copy.packet.snrDb) copies[own] = copy;
      return true;
    }
    if (copies.length >= mostCopies) return false;
    copies.push(copy);
    return true;
  }

  open(key: string, frame: T, first: Copy): void {
    const window = { key, frame, copies: [first], closesAt: performance.now() + this.#windowMs };
    this.#open.set(key, window);
    this.#waiting.push(window);
    this.#timer ??= setTimeout(() => this.#closeDue(), this.#windowMs);
  }

  /** Closes every window now, so that nothing heard is lost at the end. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const window of this.#waiting.splice(0)) this.#close(window);
  }

  /** One timer for all windows, not one each. */
  #closeDue(): void {
    const now = performance.now() + 1;
    const open = this.#waiting.findIndex(({ closesAt }) => closesAt > now);
    const due = open < 0 ? this.#waiting : this.#waiting.slice(0, open);
    this.#waiting = open < 0 ? [] : this.#waiting.slice(open);
    this.#timer = undefined;
    for (const window of due) this.#close(window);
    const next = this.#waiting[0];
    if (next)
      this.#timer ??= setTimeout(
        () => this.#closeDue(),
        // Windows that open within 5 ms close together.
        Math.max(5, next.closesAt - performance.now()),
      );
  }

  #close({ key, frame, copies }: Window<T>): void {
    this.#open.delete(key);
    if (copies.length > 1)
      copies.sort((a, b) => b.packet.snrDb - a.packet.snrDb || b.packet.rssiDbm - a.packet.rssiDbm);
    this.#onCollected({ frame, copies });
  }
}
