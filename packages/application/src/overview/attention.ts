import type { GatewayStatus } from "@refill/protocol";
import type { WorkingSet } from "../accounts/working-set.ts";
import { findComing } from "./coming.ts";
import type { RunOut } from "./run-outs.ts";
import { findWaiting, type Waiting, waitingKinds } from "./waiting.ts";

/** Of each list so many are told at most; the counts are of all. */
const mostRunOuts = 100;
const mostOfKind = 20;
const mostComing = 100;
const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const rounded = (value: number) => Math.round(value * 100) / 100;

/** What the overview shows of now, as the REST API gives it. */
export function attentionView(
  set: WorkingSet,
  known: {
    runOuts: readonly RunOut[];
    statuses: ReadonlyMap<string, GatewayStatus> | undefined;
    siteId: string | undefined;
    now: number;
  },
) {
  const { runOuts, statuses, siteId, now } = known;
  const waiting = findWaiting(set, statuses, { siteId, now });
  const coming = findComing(set, siteId);
  return {
    isNetworkServerReachable: statuses !== undefined,
    locations: countLocations(set, siteId),
    runOuts: {
      total: runOuts.length,
      withoutOrder: runOuts.filter(({ order }) => order === undefined).length,
      items: runOuts.slice(0, mostRunOuts).map((runOut) => runOutView(set, runOut)),
    },
    waiting: {
      counts: waitingKinds.map((kind) => ({ kind, count: waiting[kind].length })),
      items: waitingKinds.flatMap((kind) =>
        waiting[kind].slice(0, mostOfKind).map((each) => waitingView(set, each)),
      ),
    },
    coming: comingView(set, coming),
  };
}

function countLocations(set: WorkingSet, siteId: string | undefined): number {
  if (siteId === undefined) return set.records.location.size;
  let count = 0;
  for (const location of set.all("location")) if (location.siteId === siteId) count += 1;
  return count;
}

/** What people call a location and what lies there; all null: it was removed, or there is none. */
function placeOf(set: WorkingSet, locationId: string | null) {
  const location = locationId === null ? undefined : set.get("location", locationId);
  const part = location && set.get("part", location.partId);
  return {
    locationId: location?.id ?? null,
    locationName: location?.name ?? null,
    siteId: location?.siteId ?? null,
    partId: part?.id ?? null,
    partName: part?.name ?? null,
    partNumber: part?.number ?? null,
    unit: part?.unit ?? null,
  };
}

function runOutView(set: WorkingSet, runOut: RunOut) {
  const { location, onHand, perDay, emptyAt, order, refillAt, daysShort } = runOut;
  return {
    ...placeOf(set, location.id),
    onHand,
    usePerDay: perDay === null ? null : rounded(perDay),
    emptyAt: iso(emptyAt),
    refillAt: iso(refillAt),
    daysShort: daysShort === null ? null : rounded(daysShort),
    order: order
      ? { id: order.id, number: order.number, state: order.state, isLate: order.lateSince !== null }
      : null,
  };
}

function waitingView(set: WorkingSet, { locationId, supplierId, sourceLocationId, ...waiting }: Waiting) {
  return {
    ...waiting,
    ...placeOf(set, locationId),
    supplierName: supplierId === null ? null : (set.get("supplier", supplierId)?.name ?? null),
    sourceName: sourceLocationId === null ? null : (set.get("location", sourceLocationId)?.name ?? null),
    since: iso(waiting.since),
  };
}

function comingView(set: WorkingSet, coming: ReturnType<typeof findComing>) {
  const total = coming.reduce((sum, { orders }) => sum + orders.length, 0);
  let left = mostComing;
  const days = coming.flatMap(({ date, orders }) => {
    const shown = orders.slice(0, Math.max(0, left));
    left -= shown.length;
    return shown.length === 0
      ? []
      : [
          {
            date,
            count: orders.length,
            orders: shown.map(({ order, pieces, expectedAt }) => ({
              ...placeOf(set, order.locationId),
              id: order.id,
              number: order.number,
              state: order.state,
              pieces,
              expectedAt: new Date(expectedAt).toISOString(),
              isLate: order.lateSince !== null,
              isPromised: order.confirmedDate !== null,
              supplierName:
                order.supplierId === null ? null : (set.get("supplier", order.supplierId)?.name ?? null),
              sourceName:
                order.sourceLocationId === null
                  ? null
                  : (set.get("location", order.sourceLocationId)?.name ?? null),
            })),
          },
        ];
  });
  return { total, days };
}
