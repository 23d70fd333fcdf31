/** Keys and secrets in memory, each overwritten when it is let go. */
export class HeldSecrets {
  readonly #idleMs: number;
  readonly #most: number;
  readonly #now: () => number;
  /** The one that was read last is last. */
  readonly #entries = new Map<string, { value: Buffer; usedAt: number }>();

  constructor(options: { idleMs: number; most: number; now: () => number }) {
    this.#idleMs = options.idleMs;
    this.#most = options.most;
    this.#now = options.now;
  }

  /** Holds a copy: the caller may overwrite his own. */
  hold(name: string, value: Buffer): void {
    this.forget(name);
    // Never a part of a larger buffer that others share.
    const own = Buffer.alloc(value.length);
    value.copy(own);
    this.#entries.set(name, { value: own, usedAt: this.#now() });
    if (this.#entries.size > this.#most) this.forget(this.#entries.keys().next().value!);
  }

  copy(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    if (!entry) return undefined;
    if (this.#now() - entry.usedAt >= this.#idleMs) {
      this.forget(name);
      return undefined;
    }
    entry.usedAt = this.#now();
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    return Buffer.from(entry.value);
  }

  forget(name: string): void {
    this.#entries.get(name)?.value.fill(0);
    this.#entries.delete(name);
  }

  wipeIdle(): void {
    for (const [name, { usedAt }] of this.#entries) {
      if (this.#now() - usedAt < this.#idleMs) return;
      this.forget(name);
    }
  }

  wipe(): void {
    for (const name of [...this.#entries.keys()]) this.forget(name);
  }
}
