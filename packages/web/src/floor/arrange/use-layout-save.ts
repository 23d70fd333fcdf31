import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Area, client, type Gateway, type Rack, unwrap } from "../../api/client.ts";
import { areasQuery, gatewaysQuery, racksQuery } from "../../api/queries.ts";
import type { LayoutBody } from "./layout-body.ts";

/** Tells the API a layout, and the lists of this page what came of it. */
export function useLayoutSave(siteId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: LayoutBody) => {
      const path = { params: { path: { id: siteId } } };
      return unwrap(client.PUT("/api/v1/sites/{id}/layout", { ...path, body }));
    },
    onSuccess: (layout) => {
      const take = <T extends { id: string }>(
        queryKey: readonly unknown[],
        items: readonly { id: string }[],
      ) => {
        const byId = new Map(items.map((item) => [item.id, item]));
        queries.setQueryData<T[]>(queryKey, (list) =>
          list?.map((record) => ({ ...record, ...byId.get(record.id) })),
        );
      };
      take<Area>(areasQuery.queryKey, layout.areas);
      take<Rack>(racksQuery.queryKey, layout.racks);
      take<Gateway>(gatewaysQuery.queryKey, layout.gateways);
    },
  });
}
