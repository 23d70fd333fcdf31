import type { AccountTransaction } from "@refill/database";
import type { Sealer } from "@refill/vault";
import type { KeptAnswer } from "./account-change.ts";

/** A POST with this Idempotency-Key was answered already. */
export class AlreadyAnswered extends Error {}

const keptFor = "interval '24 hours'";
/** Longer than any request is at work. */
const runningFor = "interval '2 minutes'";
const table = "idempotency";

export type FoundKey =
  | { requestHash: Buffer; state: "done"; answer: unknown }
  /** The first request is at work, or was until its process died. */
  | { requestHash: Buffer; state: "running" | "unknown" };
type Key = Pick<KeptAnswer, "keyHash" | "requestHash">;
type Query = Pick<AccountTransaction, "query">;

/** What is known of the key; undefined for a new one. */
export async function findKey(tx: Query, sealer: Sealer, keyHash: Buffer): Promise<FoundKey | undefined> {
  const { rows } = await tx.query<{
    request_hash: Buffer;
    state: "running" | "done";
    is_late: boolean;
    sealed: Buffer;
  }>(
    `select request_hash, state, created_at < now() - ${runningFor} as is_late, sealed from idempotency
     where key_hash = $1 and created_at > now() - ${keptFor}`,
    [keyHash],
  );
  const row = rows[0];
  if (!row) return undefined;
  const requestHash = row.request_hash;
  const content = sealer.open(table, keyHash.toString("hex"), row.sealed) as Content;
  if (row.state === "done") return { requestHash, state: "done", answer: content.answer };
  return { requestHash, state: row.is_late || content.isOver ? "unknown" : "running" };
}

/** Says that a request with the key is at work; false when another one was first. */
export async function reserveKey(tx: Query, sealer: Sealer, { keyHash, requestHash }: Key): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into idempotency (key_hash, request_hash, state, sealed) values ($1, $2, 'running', $3)
     on conflict (key_hash) do update
       set request_hash = excluded.request_hash, state = 'running', created_at = now(), sealed = excluded.sealed
       where idempotency.created_at <= now() - ${keptFor}`,
    [keyHash, requestHash, sealed(sealer, keyHash, {})],
  );
  return rowCount === 1;
}

/** Nothing was done: the key may be used again. */
export async function releaseKey(tx: Query, keyHash: Buffer): Promise<void> {
  await tx.query("delete from idempotency where key_hash = $1 and state = 'running'", [keyHash]);
}

/** The request came to an end, and nobody knows whether it took effect. */
export async function markUnknown(tx: Query, sealer: Sealer, keyHash: Buffer): Promise<void> {
  await tx.query("update idempotency set sealed = $2 where key_hash = $1 and state = 'running'", [
    keyHash,
    sealed(sealer, keyHash, { isOver: true }),
  ]);
}

/** Throws {@link AlreadyAnswered} when another request had the key. */
export async function keepAnswer(tx: Query, sealer: Sealer, kept: KeptAnswer): Promise<void> {
  const { keyHash, requestHash, answer } = kept;
  const { rowCount } = await tx.query(
    `insert into idempotency (key_hash, request_hash, state, sealed) values ($1, $2, 'done', $3)
     on conflict (key_hash) do update
       set request_hash = excluded.request_hash, state = 'done', created_at = now(), sealed = excluded.sealed
       where idempotency.state = 'running' and idempotency.request_hash = excluded.request_hash
         or idempotency.created_at <= now() - ${keptFor}`,
    [keyHash, requestHash, sealed(sealer, keyHash, { answer })],
  );
  if (rowCount !== 1) throw new AlreadyAnswered();
}

export async function removeExpiredAnswers(tx: Query): Promise<void> {
  await tx.query(`delete from idempotency where created_at <= now() - ${keptFor}`);
}

interface Content {
  answer?: unknown;
  isOver?: boolean;
}

function sealed(sealer: Sealer, keyHash: Buffer, content: Content): Buffer {
  return sealer.seal(table, keyHash.toString("hex"), { v: 1, ...content });
}
