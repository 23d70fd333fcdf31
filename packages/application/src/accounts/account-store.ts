import type { AccountTransaction, ApplicationDatabase } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import { Refusal } from "../refusal.ts";
import { AccountChange } from "./account-change.ts";
import { isTelemetryOnly, StaleWorkingSet, telemetryStatement, writeChange } from "./commit.ts";
import { readAccount } from "./read-account.ts";
import { kinds } from "./tables.ts";
import type { WorkingSet } from "./working-set.ts";

export type CommittedListener = (set: WorkingSet, change: AccountChange) => void;
/** Puts jobs into the queue within the transaction that it is given, which runs as the queue's role. */
export type JobWriter = (
  transaction: Pick<AccountTransaction, "query">,
  jobs: readonly { queue: string; data: object }[],
) => Promise<void>;

interface Held {
  set: WorkingSet;
  /** When the revision was last compared with the database's, ms of the process. */
  checkedAt: number;
}

const attempts = 5;
const divisionByZero = "22012";
const freshForMs = 2_000;

/**
 * The storage accounts' working sets in memory, and the only way to change them: one transaction at a time for each
 * account, under that account's role, against the revision that was read. When another process was faster, the set is
 * read again and the work repeated.
 */
export class AccountStore {
  readonly #database: ApplicationDatabase;
  readonly #vault: KeyVault;
  readonly #writeJobs: JobWriter;
  readonly #mostHeld: number;
  readonly #held = new Map<string, Held>();
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #listeners = new Set<CommittedListener>();

  constructor(options: {
    database: ApplicationDatabase;
    vault: KeyVault;
    writeJobs: JobWriter;
    mostHeld?: number;
  }) {
    this.#database = options.database;
    this.#vault = options.vault;
    this.#writeJobs = options.writeJobs;
    this.#mostHeld = options.mostHeld ?? 2000;
  }

  onCommitted(listener: CommittedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The account as it is now, at most two seconds behind another process. Throws a 404 refusal for an unknown one. */
  async read(accountId: string): Promise<WorkingSet> {
    const held = this.#held.get(accountId);
    if (held && performance.now() - held.checkedAt < freshForMs) return held.set;
    return this.#inTurn(accountId, () => this.#fresh(accountId));
  }

  /** The same, compared with the database now. */
  readNow(accountId: string): Promise<WorkingSet> {
    return this.#inTurn(accountId, () => this.#fresh(accountId, true));
  }

  /** Runs `work` on the account and commits what it changed; its result is returned after the commit. */
  change<T>(accountId: string, work: (change: AccountChange) => T | Promise<T>): Promise<T> {
    return this.#inTurn(accountId, async () => {
      for (let attempt = 1; ; attempt++) {
        const set = this.#held.get(accountId)?.set ?? (await this.#load(accountId));
        const change = new AccountChange(set);
        const result = await work(change);
        if (change.isEmpty) return result;
        try {
          await this.#commit(change);
        } catch (error) {
          // Whether the commit took effect is unknown when the connection broke: read again in any case.
          this.#held.delete(accountId);
          if (error instanceof StaleWorkingSet && attempt < attempts) continue;
          throw error;
        }
        return result;
      }
    });
  }

  /** Reads rows that are not held in memory, e.g. the history of measurements. */
  query<T>(accountId: string, work: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return this.#database.inAccount(accountId, work);
  }

  async #commit(change: AccountChange): Promise<void> {
    const { base } = change;
    if (isTelemetryOnly(change)) await this.#commitTelemetry(change);
    else
      await this.#database.inAccount(base.accountId, async (transaction) => {
        await writeChange(transaction, change);
        if (change.jobs.length === 0) return;
        await transaction.switchToJobs();
        await this.#writeJobs(transaction, change.jobs);
      });
    for (const kind of kinds)
      for (const [id, record] of change.overlay[kind]) {
        if (record) base.set(kind, record);
        else base.delete(kind, id);
      }
    base.revision += 1;
    base.prune();
    const held = this.#held.get(base.accountId);
    if (held) held.checkedAt = performance.now();
    for (const listener of this.#listeners) listener(base, change);
  }

  async #commitTelemetry(change: AccountChange): Promise<void> {
    try {
      await this.#database.runInAccount(change.base.accountId, telemetryStatement(change));
    } catch (error) {
      if ((error as { code?: string }).code === divisionByZero) throw new StaleWorkingSet();
      throw error;
    }
  }

  async #fresh(accountId: string, always = false): Promise<WorkingSet> {
    const held = this.#held.get(accountId);
    if (!held) return this.#load(accountId);
    if (!always && performance.now() - held.checkedAt < freshForMs) return held.set;
    const { rows } = await this.#database.inAccount(accountId, (tx) =>
      tx.query<{ revision: string }>("select revision from account_revision"),
    );
    if (Number(rows[0]?.revision) !== held.set.revision) return this.#load(accountId);
    held.checkedAt = performance.now();
    return held.set;
  }

  async #load(accountId: string): Promise<WorkingSet> {
    const set = await readAccount(this.#database, this.#vault, accountId);
    if (!set) throw new Refusal(404, "not-found", "There is no such customer.");
    this.#held.delete(accountId);
    this.#held.set(accountId, { set, checkedAt: performance.now() });
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#mostHeld) break;
      this.#held.delete(oldest);
    }
    return set;
  }

  /** One at a time for each account, in the order in which they came. */
  #inTurn<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(accountId) ?? Promise.resolve();
    const own = before.then(work, work);
    const settled = own.then(
      () => {},
      () => {},
    );
    this.#queues.set(accountId, settled);
    settled.then(() => {
      if (this.#queues.get(accountId) === settled) this.#queues.delete(accountId);
    });
    return own;
  }
}
