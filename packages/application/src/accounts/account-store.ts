import { AsyncLocalStorage } from "node:async_hooks";
import { type AccountTransaction, nextEntry, type Regions } from "@refill/database";
import { type KeyVault, SealBroken } from "@refill/vault";
import { auditEntries } from "../audit/audit-entries.ts";
import { Refusal } from "../refusal.ts";
import { AccountChange, type Job, type KeptAnswer } from "./account-change.ts";
import type { Actor } from "./actor.ts";
import { isTelemetryOnly, StaleWorkingSet, telemetryStatement, writeChange } from "./commit.ts";
import { HeldSets } from "./held-sets.ts";
import { JointChange } from "./joint-change.ts";
import { keepAnswer } from "./kept-answers.ts";
import { readAccount } from "./read-account.ts";
import { kinds } from "./tables.ts";
import { Turns } from "./turns.ts";
import type { WorkingSet } from "./working-set.ts";

export type CommittedListener = (set: WorkingSet, change: AccountChange) => void;
/** Sees what a change will do before it is written, and may add to it. */
export type ChangeListener = (change: AccountChange) => void;
/** Puts jobs into the queue within the transaction that it is given, which runs as the queue's role. */
export type JobWriter = (
  region: string,
  transaction: Pick<AccountTransaction, "query">,
  jobs: readonly Job[],
) => Promise<void>;

/** Whether the key vault answers; see the vault's `holding`. */
export interface VaultStatus {
  isAway: boolean;
  /** ms since 1970. */
  awaySince: number | null;
}

export interface AccountStoreOptions {
  regions: Regions;
  vault: KeyVault;
  writeJobs: JobWriter;
  /** Megabytes of opened records in memory, about; default 512. */
  memoryMb?: number;
  /** An account that nobody used for so long leaves the memory, and its keys with it; default 10 minutes. */
  idleMs?: number;
  vaultStatus?: () => VaultStatus;
  /** With a vault that is away, accounts in memory are served for so long; default 15 minutes. */
  holdMs?: number;
}

const attempts = 5;
const divisionByZero = "22012";
/** Of `set role`: Postgres calls it an invalid parameter value. */
const roleUnknown = "22023";
const freshForMs = 2_000;

/**
 * The storage accounts' working sets in memory, and the only way to change them: one transaction at a time for each
 * account, under that account's role, against the revision that was read. When another process was faster, the set is
 * read again and the work repeated.
 */
export class AccountStore {
  readonly regions: Regions;
  readonly #vault: KeyVault;
  readonly #writeJobs: JobWriter;
  readonly #vaultStatus: () => VaultStatus;
  readonly #holdMs: number;
  readonly #held: HeldSets;
  readonly #turns = new Turns();
  readonly #beforeCommit = new Set<ChangeListener>();
  readonly #listeners = new Set<CommittedListener>();
  readonly #joint = new AsyncLocalStorage<JointChange>();

  constructor(options: AccountStoreOptions) {
    this.regions = options.regions;
    this.#vault = options.vault;
    this.#writeJobs = options.writeJobs;
    this.#vaultStatus = options.vaultStatus ?? (() => ({ isAway: false, awaySince: null }));
    this.#holdMs = options.holdMs ?? 15 * 60_000;
    this.#held = new HeldSets({
      bytes: (options.memoryMb ?? 512) * 2 ** 20,
      idleMs: options.idleMs ?? 10 * 60_000,
    });
  }

  /** Told before each commit, in the order in which they came here. */
  beforeCommit(listener: ChangeListener): void {
    this.#beforeCommit.add(listener);
  }

  onCommitted(listener: CommittedListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The account as it is now, at most two seconds behind another process. Throws a 404 refusal for an unknown one. */
  async read(accountId: string): Promise<WorkingSet> {
    const own = this.#jointOf(accountId)?.read();
    if (own) return own;
    const held = this.#heldOf(accountId);
    if (held && performance.now() - held.checkedAt < freshForMs) return held.set;
    return this.#turns.take(accountId, () => this.#fresh(accountId));
  }

  /** The same, compared with the database now. */
  async readNow(accountId: string): Promise<WorkingSet> {
    const own = this.#jointOf(accountId)?.read();
    return own ?? this.#turns.take(accountId, () => this.#fresh(accountId, true));
  }

  /**
   * Runs `work` on the account and commits what it changed, in `actor`'s name; its result is returned after the commit.
   * Whoever is not Refill itself is refused (503) while the key vault is away: its keys may have been withdrawn there.
   */
  change<T>(accountId: string, actor: Actor, work: (change: AccountChange) => T | Promise<T>): Promise<T> {
    const joint = this.#jointOf(accountId);
    if (joint) return this.#changeJointly(joint, actor, work);
    return this.#turns.take(accountId, async () => {
      for (let attempt = 1; ; attempt++) {
        const change = await this.#begin(accountId, actor);
        try {
          const result = await work(change);
          await this.#finish(change);
          return result;
        } catch (error) {
          await this.#takeBack(change);
          if (error instanceof StaleWorkingSet && attempt < attempts) continue;
          throw error;
        }
      }
    });
  }

  /**
   * Runs `work` with all its changes of the account held back, then commits them in one transaction with the answer that
   * `answerOf` makes of its result. `work` itself sees its changes at once; it runs again when another process was faster.
   * Throws AlreadyAnswered when another request had the answer's key.
   */
  async changeWithAnswer<T>(
    accountId: string,
    work: () => Promise<T>,
    answerOf: (result: T) => KeptAnswer,
  ): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const joint = new JointChange(accountId);
      try {
        const result = await this.#joint.run(joint, work);
        const answer = answerOf(result);
        if (joint.change) {
          joint.change.keptAnswer = answer;
          await this.#finish(joint.change);
        } else {
          const { sealer } = await this.read(accountId);
          await this.query(accountId, (tx) => keepAnswer(tx, sealer, answer));
        }
        return result;
      } catch (error) {
        if (joint.change) await this.#takeBack(joint.change);
        if (error instanceof StaleWorkingSet && attempt < attempts) continue;
        throw error;
      } finally {
        joint.end();
      }
    }
  }

  /** Reads rows that are not held in memory, e.g. the history of measurements. */
  async query<T>(accountId: string, work: (transaction: AccountTransaction) => Promise<T>): Promise<T> {
    return (await this.#databaseOf(accountId)).inAccount(accountId, work);
  }

  /** The account is read anew by whoever needs it next: its keys changed. */
  forget(accountId: string): void {
    this.#held.forget(accountId);
  }

  /** The accounts in memory as they lie there; to look at them does not keep them. */
  heldAccounts(): WorkingSet[] {
    return this.#held.sets();
  }

  /** What lies in memory, for the metrics. */
  memory(): { accounts: number; bytes: number } {
    return this.#held.size();
  }

  close(): void {
    this.#held.close();
  }

  #jointOf(accountId: string): JointChange | undefined {
    const joint = this.#joint.getStore();
    return joint?.accountId === accountId && !joint.isOver ? joint : undefined;
  }

  async #changeJointly<T>(
    joint: JointChange,
    actor: Actor,
    work: (change: AccountChange) => T | Promise<T>,
  ): Promise<T> {
    if (!joint.change) {
      await joint.takeTurn(this.#turns);
      joint.change = await this.#begin(joint.accountId, actor);
    }
    const { change } = joint;
    return change.attempt(() => work(change));
  }

  async #begin(accountId: string, actor: Actor): Promise<AccountChange> {
    if (actor.kind !== "system" && this.#vaultStatus().isAway) throw vaultAway("Nothing was changed");
    const set = this.#heldOf(accountId)?.set ?? (await this.#load(accountId));
    return new AccountChange(set, actor, Date.now());
  }

  async #finish(change: AccountChange): Promise<void> {
    for (const listener of this.#beforeCommit) listener(change);
    if (change.isEmpty) return;
    try {
      await this.#commit(change);
    } catch (error) {
      // Whether the commit took effect is unknown when the connection broke: read again in any case.
      this.#held.forget(change.base.accountId);
      throw error;
    }
  }

  async #takeBack({ base, undos }: AccountChange): Promise<void> {
    if (undos.length === 0) return;
    const now = await this.#fresh(base.accountId, true).catch(() => undefined);
    for (const undo of [...undos].reverse()) await undo(now).catch(() => {});
  }

  #heldOf(accountId: string) {
    const { awaySince } = this.#vaultStatus();
    if (awaySince !== null && Date.now() - awaySince > this.#holdMs) {
      this.#held.forgetAll();
      return undefined;
    }
    return this.#held.get(accountId);
  }

  async #databaseOf(accountId: string) {
    const region = await this.regions.regionOf(accountId);
    if (region === undefined) throw unknownCustomer();
    return this.regions.of(region);
  }

  async #commit(change: AccountChange): Promise<void> {
    const { base } = change;
    const database = this.regions.of(base.region);
    let head = base.auditHead;
    const trail = auditEntries(change).map((content) => {
      const entry = nextEntry(base.sealer, head, change.at, content);
      head = entry;
      return entry;
    });
    if (trail.length === 0 && isTelemetryOnly(change)) await this.#commitTelemetry(change);
    else
      await database.inAccount(base.accountId, async (transaction) => {
        await writeChange(transaction, change, trail);
        if (change.jobs.length === 0) return;
        await transaction.switchToJobs();
        await this.#writeJobs(base.region, transaction, change.jobs);
      });
    for (const kind of kinds)
      for (const [id, record] of change.overlay[kind]) {
        if (record) base.set(kind, record);
        else base.delete(kind, id);
      }
    base.revision += 1;
    base.auditHead = { sequence: head.sequence, hash: head.hash };
    base.prune();
    this.#held.checked(base.accountId);
    if (change.changesKeys) this.#held.forget(base.accountId);
    for (const listener of this.#listeners) listener(base, change);
  }

  async #commitTelemetry(change: AccountChange): Promise<void> {
    const { accountId, region } = change.base;
    try {
      await this.regions.of(region).runInAccount(accountId, telemetryStatement(change));
    } catch (error) {
      if ((error as { code?: string }).code === divisionByZero) throw new StaleWorkingSet();
      throw error;
    }
  }

  async #fresh(accountId: string, always = false): Promise<WorkingSet> {
    const held = this.#heldOf(accountId);
    if (!held) return this.#load(accountId);
    if (!always && performance.now() - held.checkedAt < freshForMs) return held.set;
    const { rows } = await this.regions
      .of(held.set.region)
      .inAccount(accountId, (tx) => tx.query<{ revision: string }>("select revision from account_revision"))
      .catch((error) => {
        if ((error as { code?: string }).code !== roleUnknown) throw error;
        // The customer was closed a moment ago.
        this.#held.forget(accountId);
        throw unknownCustomer();
      });
    if (Number(rows[0]?.revision) !== held.set.revision) return this.#load(accountId);
    this.#held.checked(accountId);
    return held.set;
  }

  async #load(accountId: string): Promise<WorkingSet> {
    this.#held.forget(accountId);
    const set = await this.#read(accountId);
    if (!set) throw unknownCustomer();
    this.#held.put(set);
    return set;
  }

  /** Once more when a record does not open: its data key may be newer than the keys that were read a moment before. */
  async #read(accountId: string): Promise<WorkingSet | undefined> {
    try {
      return await readAccount(this.regions, this.#vault, accountId);
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return readAccount(this.regions, this.#vault, accountId);
    }
  }
}

function unknownCustomer(): Refusal {
  return new Refusal(404, "not-found", "There is no such customer.");
}

export function vaultAway(consequence: string): Refusal {
  return new Refusal(
    503,
    "key-vault-away",
    `The key vault does not answer now. ${consequence}; try again in some seconds.`,
  );
}
