import { setImmediate } from "node:timers/promises";
import { type LeadTimeSpread, leadTimeOf } from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Order, StorageLocation } from "../accounts/records.ts";
import { recordOf } from "../accounts/tables.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Sourcing } from "../orders/supply.ts";
import { leadTimeRules } from "../orders/supply.ts";

const ordersAtOnce = 500;
/** The latest ones tell how long suppliers take now. */
const mostOrders = 50_000;
const mostOfSupplier = 2_000;
const mostOfOne = 50;
/** From so many orders on, what was measured counts instead of what the supplier said. */
const leastSamples = 3;

export interface LeadTimes {
  of(set: WorkingSet, location: StorageLocation, sourcing: Sourcing): LeadTimeSpread;
}

/**
 * How long each supplier takes for each part, from the placed order to its arrival, measured from the orders that arrived.
 * `supplierId`: only this one is asked for.
 */
export async function readLeadTimes(
  store: AccountStore,
  set: WorkingSet,
  supplierId: string | null = null,
): Promise<LeadTimes> {
  const most = supplierId === null ? mostOrders : mostOfSupplier;
  const byKey = new Map<string, Order[]>();
  let before = Number.MAX_SAFE_INTEGER;
  for (let count = 0; count < most; ) {
    const orders = await receivedBefore(before);
    for (const order of orders) {
      const key = keyOf(order.supplierId, order.partId);
      const own = byKey.get(key);
      if (!own) byKey.set(key, [order]);
      else if (own.length < mostOfOne) own.push(order);
    }
    count += orders.length;
    if (orders.length < ordersAtOnce) break;
    before = orders.at(-1)!.number;
    await setImmediate();
  }
  const measured = new Map<string, LeadTimeSpread>();
  for (const [key, orders] of byKey) {
    const { fromPlacement } = leadTimeOf(orders);
    if (fromPlacement && fromPlacement.samples >= leastSamples)
      measured.set(key, { meanDays: fromPlacement.mean, sdDays: fromPlacement.standardDeviation ?? 0 });
  }

  return {
    of(account, location, { supplierId }) {
      const { partId } = location;
      const known = supplierId === null ? undefined : measured.get(keyOf(supplierId, partId));
      if (known) return known;
      const { leadTimeDays } = leadTimeRules(account, { locationId: location.id, partId, supplierId });
      return { meanDays: leadTimeDays, sdDays: 0 };
    },
  };

  async function receivedBefore(sequence: number): Promise<Order[]> {
    const { sealer } = await store.read(set.accountId);
    const { rows } = await store.query(set.accountId, (tx) =>
      tx.query<{ id: string; sealed: Buffer }>(
        `select id, sealed from replenishment_order
         where state = 'received' and supplier_id is not null and sequence < $1
           and ($3::uuid is null or supplier_id = $3::uuid) order by sequence desc limit $2`,
        [sequence, ordersAtOnce, supplierId],
      ),
    );
    // Their events tell nothing of it.
    return rows.map(({ id, sealed }) => ({ ...recordOf("order", id, sealed, sealer), events: [] }));
  }
}

function keyOf(supplierId: string | null, partId: string): string {
  return `${supplierId}/${partId}`;
}
