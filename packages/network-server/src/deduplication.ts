import type { GatewayEui, HeardPacket } from "./semtech-udp.ts";

/** One gateway's copy of a frame. */
export interface Copy {
  gatewayEui: GatewayEui;
  packet: HeardPacket;
  /** When its datagram arrived, ms since 1970. */
  arrivedAt: number;
}

/** The copies of one frame, the best first. */
export interface Collected<T> {
  frame: T;
  copies: Copy[];
}

const mostCopies = 16;

/**
 * Collects the copies that several gateways send of one frame within a window from the first copy.
 * Frames come in verified, so their number is bounded by what registered sensors send, and by `mostOpen`.
 */
export class Deduplication<T> {
  readonly #open = new Map<string, Collected<T>>();
  readonly #windowMs: number;
  readonly #mostOpen: number;
  readonly #onCollected: (collected: Collected<T>) => void;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: { windowMs: number; mostOpen: number; onCollected(collected: Collected<T>): void }) {
    this.#windowMs = options.windowMs;
    this.#mostOpen = options.mostOpen;
    this.#onCollected = options.onCollected;
  }

  get isFull(): boolean {
    return this.#open.size >= this.#mostOpen;
  }

  /** True when the frame is being collected, and this copy now belongs to it. */
  join(key: string, copy: Copy): boolean {
    const collected = this.#open.get(key);
    if (!collected) return false;
    if (collected.copies.length < mostCopies) collected.copies.push(copy);
    return true;
  }

  open(key: string, frame: T, first: Copy): void {
    this.#open.set(key, { frame, copies: [first] });
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#close(key);
    }, this.#windowMs);
    this.#timers.add(timer);
  }

  /** Closes every window now, so that nothing heard is lost at the end. */
  flush(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    for (const key of [...this.#open.keys()]) this.#close(key);
  }

  #close(key: string): void {
    const collected = this.#open.get(key)!;
    this.#open.delete(key);
    collected.copies.sort((a, b) => b.packet.snrDb - a.packet.snrDb || b.packet.rssiDbm - a.packet.rssiDbm);
    this.#onCollected(collected);
  }
}
