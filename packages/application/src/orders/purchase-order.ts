import { queryOrders } from "../accounts/read-account.ts";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api } from "../api/api.ts";
import { notFound } from "../refusal.ts";
import { orderView } from "./order-view.ts";
import { orderValueOf } from "./placement.ts";

/** What went to a supplier at once, as the REST API shows it. `lines`: at least one. */
export function purchaseOrderView(lines: readonly Order[]) {
  const [first] = lines;
  let value: number | null = 0;
  for (const line of lines) {
    const each = orderValueOf(line);
    value = value === null || each === null ? null : value + each;
  }
  return { ...first!.purchaseOrder!, supplierId: first!.supplierId, value, lines: lines.map(orderView) };
}

/** Its lines by number, also when it was closed long ago. */
export async function readPurchaseOrder({ store }: Api, set: WorkingSet, id: string): Promise<Order[]> {
  const lines = await store.query(set.accountId, (tx) =>
    queryOrders(
      tx,
      set.sealer,
      "select id, sealed from replenishment_order where purchase_order_id = $1 order by sequence",
      [id],
    ),
  );
  if (lines.length === 0) throw notFound("purchase order");
  return lines.map((line) => set.get("order", line.id) ?? line);
}
