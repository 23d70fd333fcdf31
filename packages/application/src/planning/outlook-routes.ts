import { DAY_MS, dayOf, onOrder, stockOutlook } from "@refill/replenishment";
import { Type } from "typebox";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { openOrderOf, stockOf } from "../inventory/stock.ts";
import { expectedAt } from "../orders/supply.ts";
import { notFound } from "../refusal.ts";
import { readForecasts } from "./forecast.ts";
import { isoDate } from "./iso-date.ts";
import { mostOutlookDays, StockOutlook } from "./outlook-schema.ts";

const OutlookQuery = Type.Object(
  {
    days: Type.Optional(
      Type.Integer({ minimum: 1, maximum: mostOutlookDays, default: 30, description: "From today on" }),
    ),
  },
  closed,
);

/** Where a location's stock is going. */
export function outlookRoutes(app: ApiServer, { store }: Api): void {
  app.get(
    "/locations/:id/outlook",
    {
      schema: {
        tags: ["planning"],
        summary: "The stock that is to be expected at the end of the next days, with what is on order",
        description:
          "From the present level, the plan's forecast and how much the use varies. Empty while the level or the forecast is not known.",
        params: IdParameter,
        querystring: OutlookQuery,
        response: { 200: StockOutlook, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { id } = request.params;
      const location = set.get("location", id);
      if (!location) throw notFound("storage location");
      const { days = 30 } = request.query;
      const now = Date.now();
      const forecasts = await store.query(set.accountId, (tx) => readForecasts(tx, set.sealer, [id]));
      const plan = forecasts.get(id)?.content.plan;
      const { onHand } = stockOf(set, location, openOrderOf(set, id), now);
      const incoming = incomingAt(set, id, now);
      const isKnown = onHand !== null && plan !== undefined && plan.forecast.method !== null;
      const points = isKnown
        ? stockOutlook(
            {
              onHand,
              ratePerDay: plan.forecast.ratePerDay,
              overDays: plan.leadTimeDemand,
              incoming: incoming.map(({ at, pieces }) => ({
                afterDays: Math.max(0, Math.ceil((at - now) / DAY_MS)),
                pieces,
              })),
            },
            days,
          )
        : [];
      return {
        locationId: id,
        ratePerDay: plan?.forecast.ratePerDay ?? null,
        incoming: incoming.map(({ at, pieces, orderId }) => ({
          date: isoDate(dayOf(at) / DAY_MS),
          quantity: pieces,
          orderId,
        })),
        items: points.map(({ days: ahead, low, expected, high }) => ({
          at: new Date(now + ahead * DAY_MS).toISOString(),
          low: Math.round(low),
          expected: Math.round(expected),
          high: Math.round(high),
        })),
      };
    },
  );
}

/** What is still to come of the open order, in the parts that the supplier promised. */
function incomingAt(set: WorkingSet, locationId: string, now: number) {
  const order = openOrderOf(set, locationId);
  if (!order) return [];
  let left = onOrder(order);
  const parts = order.deliveries.map(({ date, quantity }) => ({ at: Date.parse(date), pieces: quantity }));
  const due = Math.max(now, expectedAt(set, order));
  // The first deliveries are those that have come: what is left comes with the last ones.
  const coming: { at: number; pieces: number; orderId: string }[] = [];
  for (const { at, pieces } of (parts.length > 0 ? parts : [{ at: due, pieces: left }]).reverse()) {
    const taken = Math.min(pieces, left);
    if (taken > 0) coming.unshift({ at: Math.max(now, at), pieces: taken, orderId: order.id });
    left -= taken;
  }
  return coming;
}
