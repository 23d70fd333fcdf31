import type pg from "pg";
import type { Logger } from "pino";
import type { CommitQueue } from "./commit-queue.ts";
import { generationOf, type MessageKeys } from "./message-seal.ts";

const rowsAtOnce = 2_000;

/**
 * A new key for the stored messages, without a stop: from now on it seals; what an old one sealed is sealed anew, page by
 * page; then the old one is destroyed. Interrupted, it goes on at the next rotation or start.
 */
export class KeyRotation {
  readonly #pool: pg.Pool;
  readonly #keys: MessageKeys;
  readonly #commits: CommitQueue;
  readonly #log: Logger;
  #running: Promise<void> = Promise.resolve();

  constructor(options: { pool: pg.Pool; keys: MessageKeys; commits: CommitQueue; log: Logger }) {
    this.#pool = options.pool;
    this.#keys = options.keys;
    this.#commits = options.commits;
    this.#log = options.log;
  }

  /** Resolves when the old key is destroyed. One at a time. */
  rotate(): Promise<void> {
    return this.#after(async () => {
      await this.#keys.next();
      await this.#finish();
    });
  }

  /** Does what an earlier process had begun. */
  resume(): void {
    if (!this.#keys.hasEarlier) return;
    this.#after(() => this.#finish()).catch((error) =>
      this.#log.error(
        { reason: error.message },
        "stored messages are not all sealed with the newest key yet; tried again at the next start or rotation",
      ),
    );
  }

  #after(work: () => Promise<void>): Promise<void> {
    const done = this.#running.then(work);
    this.#running = done.catch(() => {});
    return done;
  }

  async #finish(): Promise<void> {
    const { generation } = this.#keys;
    // What was sealed with the old key before is in the table then, and is found there.
    await this.#commits.settled();
    const messages = await sealAnew(this.#pool, this.#keys, generation);
    await this.#keys.destroyBefore(generation);
    this.#log.info({ generation, messages }, "the key of the stored messages is a new one");
  }
}

async function sealAnew(pool: pg.Pool, keys: MessageKeys, generation: number): Promise<number> {
  let count = 0;
  for (let after = { device: "00000000-0000-0000-0000-000000000000", slot: -1 }; ; ) {
    const { rows } = await pool.query<{ device_id: string; slot: number; sequence: string; sealed: Buffer }>(
      `select device_id, slot, sequence, sealed from network.message
       where (device_id, slot) > ($1::uuid, $2::smallint) order by device_id, slot limit ${rowsAtOnce}`,
      [after.device, after.slot],
    );
    const old = rows.filter(({ sealed }) => generationOf(sealed) < generation);
    const anew = old.map(({ device_id, sequence, sealed }) =>
      keys.seal(device_id, Number(sequence), keys.open(device_id, Number(sequence), sealed)),
    );
    if (old.length > 0)
      // A message that was overwritten meanwhile has another sequence and is left as it is.
      await pool.query(
        `update network.message m set sealed = n.sealed
         from unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::bytea[]) as n (id, slot, sequence, sealed)
         where m.device_id = n.id and m.slot = n.slot and m.sequence = n.sequence`,
        [old.map((row) => row.device_id), old.map((row) => row.slot), old.map((row) => row.sequence), anew],
      );
    count += old.length;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return count;
    after = { device: last.device_id, slot: last.slot };
  }
}
