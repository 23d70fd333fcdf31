import type { WorkingSet } from "./working-set.ts";

interface Held {
  set: WorkingSet;
  /** When the revision was last compared with the database's, ms of the process. */
  checkedAt: number;
  usedAt: number;
}

/** Who had it in hand when it left may still be at work with it for so long. */
const wipeAfterMs = 120_000;
const lookEveryMs = 30_000;

/**
 * The working sets in memory, within a number of bytes: those that were not used for longest leave first, and those that
 * were idle for too long in any case. The keys of one that left are overwritten.
 */
export class HeldSets {
  readonly #mostBytes: number;
  readonly #idleMs: number;
  readonly #sets = new Map<string, Held>();
  readonly #leaving = new Set<NodeJS.Timeout>();
  readonly #timer: NodeJS.Timeout;

  constructor(limits: { bytes: number; idleMs: number }) {
    this.#mostBytes = limits.bytes;
    this.#idleMs = limits.idleMs;
    this.#timer = setInterval(() => this.#tidy(), Math.min(lookEveryMs, limits.idleMs));
    this.#timer.unref();
  }

  get(accountId: string): Readonly<Held> | undefined {
    const held = this.#sets.get(accountId);
    if (held) held.usedAt = performance.now();
    return held;
  }

  put(set: WorkingSet): void {
    const now = performance.now();
    this.#sets.set(set.accountId, { set, checkedAt: now, usedAt: now });
    this.#shrink(set.accountId);
  }

  /** It is as the database has it. */
  checked(accountId: string): void {
    const held = this.#sets.get(accountId);
    if (held) held.checkedAt = performance.now();
  }

  forget(accountId: string): void {
    const held = this.#sets.get(accountId);
    if (!held) return;
    this.#sets.delete(accountId);
    // The timer keeps the keys, not the records.
    const { sealer } = held.set;
    const timer = setTimeout(() => {
      this.#leaving.delete(timer);
      sealer.wipe();
    }, wipeAfterMs);
    timer.unref();
    this.#leaving.add(timer);
  }

  forgetAll(): void {
    for (const accountId of [...this.#sets.keys()]) this.forget(accountId);
  }

  sets(): WorkingSet[] {
    return Array.from(this.#sets.values(), ({ set }) => set);
  }

  size(): { accounts: number; bytes: number } {
    let bytes = 0;
    for (const { set } of this.#sets.values()) bytes += set.bytes;
    return { accounts: this.#sets.size, bytes };
  }

  close(): void {
    clearInterval(this.#timer);
    for (const timer of this.#leaving) clearTimeout(timer);
    for (const { set } of this.#sets.values()) set.sealer.wipe();
    this.#sets.clear();
  }

  #tidy(): void {
    const before = performance.now() - this.#idleMs;
    for (const [accountId, { usedAt }] of this.#sets) if (usedAt < before) this.forget(accountId);
    this.#shrink(undefined);
  }

  /** The one that was just asked for stays, however large. */
  #shrink(kept: string | undefined): void {
    let { bytes } = this.size();
    if (bytes <= this.#mostBytes) return;
    const oldestFirst = [...this.#sets].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [accountId, { set }] of oldestFirst) {
      if (bytes <= this.#mostBytes) return;
      if (accountId === kept) continue;
      bytes -= set.bytes;
      this.forget(accountId);
    }
  }
}
