import type { AccountTransaction } from "@refill/database";
import { DAY_MS, dueAtOf, isLate } from "@refill/replenishment";
import type { Order } from "../accounts/records.ts";
import { recordOf } from "../accounts/tables.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { leadTimeRules } from "../orders/supply.ts";

/** What became of orders of a site on a day. */
export interface SiteOrders {
  placed: number;
  onTime: number;
  late: number;
}

const ordersAtOnce = 500;
const iso = (ms: number) => new Date(ms).toISOString();

/** The orders that were placed or came on the day that begins at `day` (ms), by site; of locations that are there still. */
export async function readOrdersOfDay(
  tx: Pick<AccountTransaction, "query">,
  set: WorkingSet,
  day: number,
): Promise<Map<string, SiteOrders>> {
  const bySite = new Map<string, SiteOrders>();
  const { rows } = await tx.query<{ order_id: string; state: "placed" | "received"; at: Date }>(
    // An order keeps its state while other things happen to it: the first time counts.
    `select order_id, state, min(at) as at from order_event e
     where at >= $1 and at < $2 and state in ('placed', 'received') and not exists (
       select 1 from order_event b where b.order_id = e.order_id and b.state = e.state and b.at < $1)
     group by order_id, state`,
    [iso(day), iso(day + DAY_MS)],
  );
  for (let index = 0; index < rows.length; index += ordersAtOnce) {
    const batch = rows.slice(index, index + ordersAtOnce);
    const found = await tx.query<{ id: string; sealed: Buffer }>(
      "select id, sealed from replenishment_order where id = any($1::uuid[])",
      [batch.map(({ order_id }) => order_id)],
    );
    const orders = new Map(
      found.rows.map(({ id, sealed }) => [
        id,
        { ...recordOf("order", id, sealed, set.sealer), events: [] } as Order,
      ]),
    );
    for (const { order_id, state, at } of batch) {
      const order = orders.get(order_id);
      if (order) addOrder(bySite, set, order, state === "placed" ? null : at.getTime());
    }
  }
  return bySite;
}

/** `arrivedAt`: ms; null: it was placed. */
export function addOrder(
  bySite: Map<string, SiteOrders>,
  set: WorkingSet,
  order: Order,
  arrivedAt: number | null,
): void {
  const siteId = set.get("location", order.locationId)?.siteId;
  if (siteId === undefined) return;
  const site = bySite.get(siteId) ?? { placed: 0, onTime: 0, late: 0 };
  bySite.set(siteId, site);
  if (arrivedAt === null) site.placed += 1;
  else if (isLate(dueAsPromised(set, order), arrivedAt)) site.late += 1;
  else site.onTime += 1;
}

/** By the last promise, or the present lead time: a closed order does not keep when it was due. */
function dueAsPromised(set: WorkingSet, order: Order): number | null {
  return dueAtOf({ ...order, state: "placed", deliveries: [] }, leadTimeRules(set, order));
}
