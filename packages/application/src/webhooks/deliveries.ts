import type { AccountTransaction } from "@refill/database";
import type { WebhookEvent } from "../accounts/account-change.ts";
import type { WorkingSet } from "../accounts/working-set.ts";

/** One queue for all webhooks; a job is one attempt of one delivery. */
export const deliveryQueue = "deliver-webhook";
export interface DeliveryJob {
  accountId: string;
  deliveryId: string;
  /** How many attempts had been made when the job was left: a job of an attempt that was made is not repeated. */
  attempt: number;
}

export const deliveryStates = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export interface Attempt {
  /** ms. */
  at: number;
  /** HTTP status; null when nobody answered. */
  status: number | null;
  /** In words; null when it was delivered. */
  error: string | null;
  durationMs: number;
}
/** What is sealed of a delivery. */
export interface DeliveryContent {
  v: 1;
  /** The latest {@link mostAttempts}. */
  attempts: readonly Attempt[];
  made: number;
  /** The attempt with which the retry plan began (anew). */
  planFrom: number;
  /** When the next attempt is due, ms; null: none is. */
  nextAt: number | null;
}
const mostAttempts = 50;

export interface Delivery {
  id: string;
  webhookId: string;
  state: DeliveryState;
  createdAt: number;
  updatedAt: number;
  content: DeliveryContent;
  event: Pick<WebhookEvent, "id" | "type" | "at" | "data">;
}

export function newDelivery(at: number): DeliveryContent {
  return { v: 1, attempts: [], made: 0, planFrom: 0, nextAt: at };
}

export function withAttempt(
  content: DeliveryContent,
  attempt: Attempt,
  nextAt: number | null,
): DeliveryContent {
  const attempts = [...content.attempts, attempt].slice(-mostAttempts);
  return { ...content, attempts, made: content.made + 1, nextAt };
}

/** The body that is sent, the same with every attempt. */
export function bodyOf({ type, at, data }: Delivery["event"]): string {
  return JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
}

interface Row {
  id: string;
  webhook_id: string;
  state: DeliveryState;
  created_at: Date;
  updated_at: Date;
  sealed: Buffer;
  event_id: string;
  event_at: Date;
  event_sealed: Buffer;
}
const columns =
  "d.id, d.webhook_id, d.state, d.created_at, d.updated_at, d.sealed, d.event_id, e.at as event_at, e.sealed as event_sealed";
const tables = "webhook_delivery d join webhook_event e on e.id = d.event_id";

function deliveryOf({ sealer }: WorkingSet, row: Row): Delivery {
  const { type, data } = sealer.open("webhook_event", row.event_id, row.event_sealed) as {
    type: string;
    data: object;
  };
  return {
    id: row.id,
    webhookId: row.webhook_id,
    state: row.state,
    createdAt: row.created_at.getTime(),
    updatedAt: row.updated_at.getTime(),
    content: sealer.open("webhook_delivery", row.id, row.sealed) as DeliveryContent,
    event: { id: row.event_id, type, at: row.event_at.getTime(), data },
  };
}

export async function readDelivery(
  tx: AccountTransaction,
  set: WorkingSet,
  id: string,
): Promise<Delivery | undefined> {
  const { rows } = await tx.query<Row>(`select ${columns} from ${tables} where d.id = $1`, [id]);
  return rows[0] && deliveryOf(set, rows[0]);
}

/** Newest first, from after `cursor`. */
export async function listDeliveries(
  tx: AccountTransaction,
  set: WorkingSet,
  webhookId: string,
  { state, cursor, limit }: { state?: DeliveryState; cursor?: { at: number; id: string }; limit: number },
): Promise<Delivery[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from ${tables}
     where d.webhook_id = $1 and ($2::text is null or d.state = $2)
       and ($3::timestamptz is null or (d.created_at, d.id) < ($3, $4::uuid))
     order by d.created_at desc, d.id desc limit $5`,
    [webhookId, state ?? null, cursor ? new Date(cursor.at).toISOString() : null, cursor?.id ?? null, limit],
  );
  return rows.map((row) => deliveryOf(set, row));
}

/** Locked until the transaction's end. */
export async function lockDelivery(
  tx: AccountTransaction,
  set: WorkingSet,
  id: string,
): Promise<{ state: DeliveryState; content: DeliveryContent } | undefined> {
  const { rows } = await tx.query<{ state: DeliveryState; sealed: Buffer }>(
    "select state, sealed from webhook_delivery where id = $1 for update",
    [id],
  );
  if (!rows[0]) return undefined;
  const content = set.sealer.open("webhook_delivery", id, rows[0].sealed) as DeliveryContent;
  return { state: rows[0].state, content };
}

export async function writeDeliveries(
  tx: AccountTransaction,
  set: WorkingSet,
  deliveries: readonly { id: string; state: DeliveryState; content: DeliveryContent }[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.query(
    `update webhook_delivery d set state = n.state, sealed = n.sealed, updated_at = now()
     from unnest($1::uuid[], $2::text[], $3::bytea[]) as n (id, state, sealed) where d.id = n.id`,
    [
      deliveries.map(({ id }) => id),
      deliveries.map(({ state }) => state),
      deliveries.map(({ id, content }) => set.sealer.seal("webhook_delivery", id, content)),
    ],
  );
}

/** Events of before `before` (ms), with their deliveries; at most so many. */
export async function removeEvents(tx: AccountTransaction, before: number, most: number): Promise<number> {
  const { rowCount } = await tx.query(
    "delete from webhook_event where id in (select id from webhook_event where at < $1 order by at limit $2)",
    [new Date(before).toISOString(), most],
  );
  return rowCount ?? 0;
}

export async function hasEvents(tx: AccountTransaction): Promise<boolean> {
  const { rows } = await tx.query<{ has: boolean }>("select exists (select 1 from webhook_event) as has");
  return rows[0]!.has;
}
