import { queryOrders } from "../accounts/read-account.ts";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api } from "../api/api.ts";
import type { PurchaseOrderState } from "./purchase-order.ts";

export interface PurchaseOrderQuery {
  supplierId?: string;
  siteId?: string;
  state?: readonly (PurchaseOrderState | "open" | "closed")[];
  /** ISO 8601; when it was placed. */
  placedFrom?: string;
  placedTo?: string;
}

const closedStates: readonly string[] = ["received", "cancelled"];
const openStates = ["placed", "dispatched", "confirmed", "in-transit", "partly-received"];

/** The rule of `purchaseOrderStateOf`, over the lines of a purchase order. */
const stateOfLines = `case
  when bool_and(state in ('received', 'cancelled', 'rejected'))
    then case when bool_or(state = 'received') then 'received' else 'cancelled' end
  when bool_or(state in ('received', 'partly-received')) then 'partly-received'
  when bool_or(state = 'placed') then 'placed'
  when bool_or(state = 'dispatched') then 'dispatched'
  when bool_or(state = 'confirmed') then 'confirmed'
  else 'in-transit' end`;

/**
 * The lines of the newest purchase orders whose numbers are below `below`, one list each, newest first; at most `limit`.
 * The database knows all of them, memory only those that were closed lately.
 */
export async function findPurchaseOrders(
  { store }: Api,
  set: WorkingSet,
  query: PurchaseOrderQuery,
  { below, limit }: { below: number | null; limit: number },
): Promise<Order[][]> {
  const { supplierId = null, siteId, placedFrom = null, placedTo = null } = query;
  const sites = siteId === undefined ? null : locationsOf(set, siteId);
  return store.query(set.accountId, async (tx) => {
    const found = await tx.query<{ id: string }>(
      `select purchase_order_id as id, min(sequence) as number
       from replenishment_order o
       where purchase_order_id is not null and ($1::uuid is null or supplier_id = $1)
         and ($2::uuid[] is null or location_id = any($2))
       group by purchase_order_id
       having ($3::bigint is null or min(sequence) < $3) and ($4::text[] is null or ${stateOfLines} = any($4))
         and ($5::timestamptz is null or ${placedAt} >= $5) and ($6::timestamptz is null or ${placedAt} <= $6)
       order by number desc limit ${limit}`,
      [supplierId, sites, below, statesOf(query.state), placedFrom, placedTo],
    );
    const ids = found.rows.map(({ id }) => id);
    const lines = await queryOrders(
      tx,
      set.sealer,
      "select id, sealed from replenishment_order where purchase_order_id = any($1::uuid[]) order by sequence",
      [ids],
    );
    const byId = Map.groupBy(lines, ({ purchaseOrder }) => purchaseOrder!.id);
    return ids.map((id) => byId.get(id)!);
  });
}

/** When its first line was placed. */
const placedAt = `min((select min(e.at) from order_event e where e.order_id = o.id and e.state = 'placed'))`;

function statesOf(asked: PurchaseOrderQuery["state"]): string[] | null {
  if (asked === undefined) return null;
  return asked.flatMap((state) =>
    state === "open" ? openStates : state === "closed" ? closedStates : [state],
  );
}

function locationsOf(set: WorkingSet, siteId: string): string[] {
  return [...set.all("location")].filter((location) => location.siteId === siteId).map(({ id }) => id);
}
