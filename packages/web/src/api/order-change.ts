import { useQueryClient } from "@tanstack/react-query";
import type { Order } from "./client.ts";
import { ordersQuery } from "./queries.ts";

/** The event brings the changed order too; this way it is there at once. */
export function useOrderChange(onDone: () => void): (order: Order) => void {
  const queries = useQueryClient();
  return (order) => {
    queries.setQueryData(ordersQuery.queryKey, (items) =>
      items?.map((each) => (each.id === order.id ? order : each)),
    );
    void queries.invalidateQueries({ queryKey: ["order", order.id] });
    onDone();
  };
}
