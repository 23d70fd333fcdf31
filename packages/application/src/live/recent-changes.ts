/** What is remembered of one account's changes: which records changed last, and with which revision. */
interface Remembered {
  /** Changes after this revision are known. */
  from: number;
  /** The account's revision. */
  to: number;
  /** By kind and id, those that changed last at the end. */
  revisions: Map<string, number>;
  usedAt: number;
  hasReaders: boolean;
}

export interface Limits {
  /** Records of one account. With more than these changed, readers are told to read everything anew in any case. */
  records: number;
  /** Over all accounts, about. */
  bytes: number;
  /** An account without readers is remembered for so long, ms. */
  idleMs: number;
}

/** A string of kind and id, its place in the map, and the revision. */
const bytesEach = 200;
const bytesOfAccount = 400;

/**
 * Which records of an account changed since when, as long as somebody reads it live and a while longer, so that a reader
 * whose connection broke goes on from where it was. Ids only; bounded by number, memory and time.
 */
export class RecentChanges {
  readonly #limits: Limits;
  readonly #accounts = new Map<string, Remembered>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** A reader has come at this revision of the account; what happens from here on is remembered. */
  begin(accountId: string, revision: number): void {
    const known = this.#accounts.get(accountId);
    if (known?.to === revision) this.#touch(accountId, known, true);
    else this.#accounts.set(accountId, this.#anew(revision));
    this.tidy();
  }

  /** The last reader has gone. */
  end(accountId: string): void {
    const known = this.#accounts.get(accountId);
    if (known) this.#touch(accountId, known, false);
  }

  has(accountId: string): boolean {
    return this.#accounts.has(accountId);
  }

  /** False when the account was changed elsewhere in between: what changed is not known, and remembering begins anew. */
  add(accountId: string, revision: number, records: readonly string[]): boolean {
    const known = this.#accounts.get(accountId);
    if (!known) return false;
    if (revision !== known.to + 1) return this.restart(accountId, revision);
    known.to = revision;
    this.#put(known, revision, records);
    return true;
  }

  /** Changes that time alone brought about: they belong to no revision, so who is at this one is told of them again. */
  addUnrevised(accountId: string, records: readonly string[]): void {
    const known = this.#accounts.get(accountId);
    if (known) this.#put(known, known.to + 0.5, records);
  }

  /** True when the account is at this revision as far as is known here; otherwise remembering begins anew. */
  isAt(accountId: string, revision: number): boolean {
    return this.#accounts.get(accountId)?.to === revision || this.restart(accountId, revision);
  }

  /** What changed after the revision, each once; undefined when that is not known (any more). */
  since(accountId: string, revision: number): string[] | undefined {
    const known = this.#accounts.get(accountId);
    if (!known || revision < known.from || revision > known.to) return undefined;
    return [...known.revisions].filter(([, changed]) => changed > revision).map(([record]) => record);
  }

  /** Forgets who was away for too long, and, of too many, those whose readers left first. */
  tidy(): void {
    const before = performance.now() - this.#limits.idleMs;
    for (const [accountId, { hasReaders, usedAt }] of this.#accounts)
      if (!hasReaders && usedAt < before) this.#accounts.delete(accountId);
    let bytes = this.bytes();
    for (const isRead of [false, true])
      for (const [accountId, known] of this.#accounts) {
        if (bytes <= this.#limits.bytes) return;
        if (known.hasReaders !== isRead) continue;
        bytes -= sizeOf(known);
        if (isRead) this.restart(accountId, known.to);
        else this.#accounts.delete(accountId);
      }
  }

  bytes(): number {
    let bytes = 0;
    for (const known of this.#accounts.values()) bytes += sizeOf(known);
    return bytes;
  }

  restart(accountId: string, revision: number): false {
    const known = this.#accounts.get(accountId);
    if (known) this.#accounts.set(accountId, { ...this.#anew(revision), hasReaders: known.hasReaders });
    return false;
  }

  #anew(revision: number): Remembered {
    return {
      from: revision,
      to: revision,
      revisions: new Map(),
      usedAt: performance.now(),
      hasReaders: true,
    };
  }

  #put(known: Remembered, revision: number, records: readonly string[]): void {
    for (const record of records) {
      known.revisions.delete(record);
      known.revisions.set(record, revision);
    }
    for (const [record, changed] of known.revisions) {
      if (known.revisions.size <= this.#limits.records) return;
      known.revisions.delete(record);
      known.from = Math.ceil(changed);
    }
  }

  /** Moved to the end: who was used last is forgotten last. */
  #touch(accountId: string, known: Remembered, hasReaders: boolean): void {
    this.#accounts.delete(accountId);
    this.#accounts.set(accountId, { ...known, hasReaders, usedAt: performance.now() });
  }
}

function sizeOf({ revisions }: Remembered): number {
  return bytesOfAccount + bytesEach * revisions.size;
}
