import type { Order } from "../accounts/records.ts";
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
