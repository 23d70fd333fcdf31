import { chaseAtOf, isLate, isOpen } from "@refill/replenishment";
import type { PgBoss } from "pg-boss";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { Order } from "../accounts/records.ts";
import { Refusal } from "../refusal.ts";
import { withNote } from "./order-events.ts";
import {
  type DispatchJob,
  dispatchQueue,
  lookAgain,
  type OrderTimeJob,
  orderTimeQueue,
  placeDue,
} from "./placement.ts";
import { reorderIfNeeded } from "./reorder.ts";

/** What time alone brings about: reviews of periodic policies, orders that are due to be placed, that are late, and that their supplier is asked for. */
export async function watchOrderTimes(options: {
  /** One for each region. */
  bosses: Iterable<PgBoss>;
  store: AccountStore;
}): Promise<void> {
  for (const boss of options.bosses)
    await boss.work<OrderTimeJob>(
      orderTimeQueue,
      { pollingIntervalSeconds: 1, batchSize: 1, localConcurrency: 2 },
      async ([job]) => {
        if (job) await look(options.store, job.data.accountId);
      },
    );
}

async function look(store: AccountStore, accountId: string): Promise<void> {
  try {
    await store.change(accountId, systemActor, (change) => {
      reviewDue(change, change.at);
      placeDue(change, change.at);
      for (const order of [...change.all("order")]) if (isOpen(order.state)) noteLateness(change, order);
    });
  } catch (error) {
    // The customer is gone, and its orders with it.
    if (!(error instanceof Refusal && error.status === 404)) throw error;
  }
}

/** Periodic policies whose review time has come, also where no sensor sends anything. */
function reviewDue(change: AccountChange, at: number): void {
  for (const { id, nextReviewAt } of [...change.all("level")]) {
    const location = nextReviewAt !== undefined && nextReviewAt <= at && change.get("location", id);
    if (location) reorderIfNeeded(change, location, at);
  }
}

function noteLateness(change: AccountChange, order: Order): void {
  const { at } = change;
  if (!isLate(order.dueAt, at)) return;
  const supplier = order.supplierId === null ? undefined : change.get("supplier", order.supplierId);
  const everyDays = supplier?.chaseAfterDays ?? null;
  const { dueAt, chasedAt } = order;
  const chaseAt = chaseAtOf({ dueAt, chasedAt, everyDays });
  const isChased = chaseAt !== null && chaseAt <= at && order.purchaseOrder !== null;
  if (order.lateSince !== null && !isChased) return;
  const cause = isChased ? "late: the supplier is asked for it" : "late";
  const details = dueAt === null ? {} : { dueAt };
  change.put("order", {
    ...withNote(order, { at, kind: isChased ? "remind" : "late", cause, by: null, details }),
    lateSince: order.lateSince ?? at,
    ...(isChased ? { chasedAt: at, chases: order.chases + 1 } : {}),
  });
  if (!isChased) return;
  const job: DispatchJob = {
    accountId: change.base.accountId,
    purchaseOrderId: order.purchaseOrder!.id,
    chased: order.id,
  };
  change.enqueue(dispatchQueue, job);
  const next = chaseAtOf({ dueAt, chasedAt: at, everyDays });
  if (next !== null) lookAgain(change, next);
}
