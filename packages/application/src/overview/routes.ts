import type { GatewayStatus } from "@refill/protocol";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { Overview } from "../api/schemas.ts";
import { lifeOf, openOrderOf, stockOf } from "../inventory/stock.ts";
import { openConsumption } from "../planning/consumption.ts";
import { openRates } from "../planning/rates.ts";
import { attentionView } from "./attention.ts";
import { overviewHistory } from "./history.ts";
import { findRunOuts, lowest } from "./run-outs.ts";
import { HistoryQuery, OverviewAttention, OverviewHistory, SiteQuery } from "./schema.ts";

/** Of locations that were not planned yet, the recent consumption of so many is read: a batch of history each. */
const mostUnplanned = 100;
const tags = ["overview"];

/** What a person should know in the morning. */
export function overviewRoutes(app: ApiServer, { store, network, log }: Api): void {
  const rates = openRates(store);
  const consumption = openConsumption(store);

  app.get(
    "/overview",
    {
      schema: {
        tags,
        summary: "How many locations are low, empty, unknown or on order, and how many devices are silent",
        response: { 200: Overview, ...refusals },
      },
    },
    async (request) => counts(await store.read(request.principal.accountId)),
  );

  app.get(
    "/overview/attention",
    {
      schema: {
        tags,
        summary:
          "What is or will be empty before its refill comes, what waits for a person, what is on its way",
        querystring: SiteQuery,
        response: { 200: OverviewAttention, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const now = Date.now();
      const { siteId } = request.query;
      const [runOuts, statuses] = await Promise.all([
        runOutsOf(set, siteId, now),
        gatewayStatuses(set.accountId),
      ]);
      return attentionView(set, { runOuts, statuses, siteId, now }) as never;
    },
  );

  app.get(
    "/overview/history",
    {
      schema: {
        tags,
        summary: "Value of stock, stock-outs, service level and orders day by day, and now",
        description:
          "A day is there some hours after its end (UTC), and made again when a message of it comes late. Only locations with a sensor are in it.",
        querystring: HistoryQuery,
        response: { 200: OverviewHistory, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { days = 90, siteId } = request.query;
      return overviewHistory(store, set, { days, siteId, now: Date.now() });
    },
  );

  async function runOutsOf(set: WorkingSet, siteId: string | undefined, now: number) {
    const planned = await rates.of(set, now);
    const isUnplanned = (location: { id: string; siteId: string }) =>
      !planned.has(location.id) && (siteId === undefined || location.siteId === siteId);
    const recent = await consumption.of(set, lowest(set, isUnplanned, mostUnplanned, now), now);
    const perDayOf = ({ id }: { id: string }) => planned.get(id)?.perDay ?? recent.get(id) ?? null;
    return findRunOuts(set, perDayOf, { siteId, now });
  }

  async function gatewayStatuses(accountId: string): Promise<ReadonlyMap<string, GatewayStatus> | undefined> {
    try {
      return await network.gatewayStatus(accountId);
    } catch (error) {
      log.debug({ reason: (error as Error).message }, "gateways could not be asked for; the rest is shown");
      return undefined;
    }
  }
}

function counts(set: WorkingSet) {
  const now = Date.now();
  const counts = { locations: 0, low: 0, empty: 0, unknown: 0, onOrder: 0, silentDevices: 0 };
  for (const location of set.all("location")) {
    const openOrder = openOrderOf(set, location.id);
    const { state } = stockOf(set, location, openOrder, now);
    counts.locations += 1;
    if (state !== "ok") counts[state] += 1;
    if (openOrder) counts.onOrder += 1;
  }
  for (const device of set.all("device"))
    if (lifeOf(device, set.get("deviceState", device.id), now) === "silent") counts.silentDevices += 1;
  return { counts, demonstration: set.isDemonstration };
}
