import { randomUUID } from "node:crypto";
import type { AccountTransaction } from "@refill/database";
import type { Webhook } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { type DeliveryContent, type DeliveryState, newDelivery, writeDeliveries } from "./deliveries.ts";
import type { EventTypeName } from "./event-types.ts";
import { wants } from "./events-of-change.ts";
import type { ReplayInput } from "./schema.ts";

/** Events that one call looks at; those of one change are not cut apart. */
const mostEvents = 10_000;

export interface Replayed {
  id: string;
  eventId: string;
  /** No delivery of the event to this webhook was made before. */
  isNew: boolean;
  content: DeliveryContent;
}

/**
 * Deliveries to send again, oldest first: those of the log, and, unless only failed ones are asked for, new ones for
 * events that the webhook wants and was never sent.
 */
export async function selectForReplay(
  tx: AccountTransaction,
  set: WorkingSet,
  webhook: Webhook,
  which: ReplayInput | { deliveryId: string },
): Promise<{ deliveries: Replayed[]; continueAt: number | null }> {
  const isOne = "deliveryId" in which;
  const { rows } = await tx.query<{
    event_id: string;
    at: Date;
    event_sealed: Buffer;
    id: string | null;
    state: DeliveryState | null;
    sealed: Buffer | null;
  }>(
    isOne
      ? `select e.id as event_id, e.at, e.sealed as event_sealed, d.id, d.state, d.sealed
         from webhook_delivery d join webhook_event e on e.id = d.event_id
         where d.webhook_id = $1 and d.id = $2 for update of d`
      : `select e.id as event_id, e.at, e.sealed as event_sealed, d.id, d.state, d.sealed
         from webhook_event e left join webhook_delivery d on d.event_id = e.id and d.webhook_id = $1
         where e.at >= $2 and e.at <= coalesce($3::timestamptz, 'infinity') and (not $4 or d.state = 'failed')
         order by e.at fetch first ${mostEvents} rows with ties`,
    isOne
      ? [webhook.id, which.deliveryId]
      : [webhook.id, which.since, which.until ?? null, which.onlyFailed ?? false],
  );
  const now = Date.now();
  const deliveries: Replayed[] = [];
  for (const row of rows) {
    if (row.id === null || row.sealed === null) {
      const { type } = set.sealer.open("webhook_event", row.event_id, row.event_sealed) as {
        type: EventTypeName;
      };
      if (wants(webhook, type))
        deliveries.push({ id: randomUUID(), eventId: row.event_id, isNew: true, content: newDelivery(now) });
      continue;
    }
    // On its way already.
    if (!isOne && row.state === "waiting") continue;
    const content = set.sealer.open("webhook_delivery", row.id, row.sealed) as DeliveryContent;
    deliveries.push({
      id: row.id,
      eventId: row.event_id,
      isNew: false,
      content: { ...content, planFrom: content.made, nextAt: now },
    });
  }
  return { deliveries, continueAt: rows.length < mostEvents ? null : rows.at(-1)!.at.getTime() + 1 };
}

export async function writeReplay(
  tx: AccountTransaction,
  set: WorkingSet,
  webhook: Webhook,
  deliveries: readonly Replayed[],
): Promise<void> {
  await writeDeliveries(
    tx,
    set,
    deliveries.filter(({ isNew }) => !isNew).map(({ id, content }) => ({ id, state: "waiting", content })),
  );
  const added = deliveries.filter(({ isNew }) => isNew);
  if (added.length === 0) return;
  await tx.query(
    `insert into webhook_delivery (id, webhook_id, event_id, state, created_at, sealed)
     select id, $1, event_id, 'waiting', date_trunc('milliseconds', now()), sealed from unnest($2::uuid[], $3::uuid[], $4::bytea[]) as n (id, event_id, sealed)`,
    [
      webhook.id,
      added.map(({ id }) => id),
      added.map(({ eventId }) => eventId),
      added.map(({ id, content }) => set.sealer.seal("webhook_delivery", id, content)),
    ],
  );
}
