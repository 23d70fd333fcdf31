import type { GatewayStatus } from "@refill/protocol";
import { isOpen } from "@refill/replenishment";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { lifeOf, openOrderOf, stockOf } from "../inventory/stock.ts";

/** What waits for a person, the most urgent kind first. */
export const waitingKinds = [
  "approval",
  "unsent-order",
  "late-order",
  "contradiction",
  "unknown-level",
  "transfer",
  "gateway-away",
  "silent-device",
  "weak-battery",
  "proposal",
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export interface Waiting {
  kind: WaitingKind;
  /** Of the order, device, gateway or proposal; of a level the location's. */
  id: string;
  /** Order number; name of device or gateway; null: the location's name says it. */
  name: string | null;
  locationId: string | null;
  /** Pieces, and their value in the account's currency. */
  quantity: number | null;
  value: number | null;
  supplierId: string | null;
  sourceLocationId: string | null;
  /** In words or as a code, by its kind. */
  reason: string | null;
  /** ms; since when it waits, or when it was due. */
  since: number | null;
  batteryPercent: number | null;
}

/** A gateway that is not heard for so long is away, ms: it reports every 30 seconds or so. */
const awayAfterMs = 10 * 60_000;

/** `statuses`: of the gateways; undefined: the network server can't be asked at the moment. */
export function findWaiting(
  set: WorkingSet,
  statuses: ReadonlyMap<string, GatewayStatus> | undefined,
  { siteId, now }: { siteId: string | undefined; now: number },
): Record<WaitingKind, Waiting[]> {
  const found = Object.fromEntries(waitingKinds.map((kind) => [kind, []])) as unknown as Record<
    WaitingKind,
    Waiting[]
  >;
  const isOfSite = (locationId: string | null | undefined) =>
    siteId === undefined || (locationId != null && set.get("location", locationId)?.siteId === siteId);
  for (const order of set.all("order")) {
    const kind = isOpen(order.state) && isOfSite(order.locationId) ? orderWaits(order) : undefined;
    if (kind) found[kind].push(ofOrder(kind, order));
  }
  for (const location of set.all("location")) {
    if (!isOfSite(location.id)) continue;
    const stock = stockOf(set, location, openOrderOf(set, location.id), now);
    const own = { id: location.id, locationId: location.id };
    if (stock.hasContradiction)
      found.contradiction.push({ ...nothing, ...own, kind: "contradiction", since: stock.measuredAt });
    // What a silent device leaves unknown is said by the device; without one, nobody expects a level.
    else if (
      stock.onHand === null &&
      stock.unknownReason !== "silent" &&
      (location.deviceIds.length > 0 || stock.unknownReason !== "never-measured")
    )
      found["unknown-level"].push({
        ...nothing,
        ...own,
        kind: "unknown-level",
        reason: stock.unknownReason,
        since: stock.unknownSince,
      });
  }
  for (const device of set.all("device")) {
    const state = set.get("deviceState", device.id);
    const locationId = set.locationByDevice.get(device.id) ?? null;
    if (!state || !isOfSite(locationId)) continue;
    const own = { id: device.id, name: device.name, locationId, batteryPercent: state.batteryPercent };
    if (lifeOf(device, state, now) === "silent")
      found["silent-device"].push({ ...nothing, ...own, kind: "silent-device", since: state.lastSeenAt });
    else if (state.isBatteryLow) found["weak-battery"].push({ ...nothing, ...own, kind: "weak-battery" });
  }
  // A gateway belongs to no site.
  for (const { id, name } of statuses && siteId === undefined ? set.all("gateway") : []) {
    const lastSeenAt = statuses!.get(id)?.lastSeenAt ?? null;
    if (lastSeenAt !== null && now - lastSeenAt > awayAfterMs)
      found["gateway-away"].push({ ...nothing, kind: "gateway-away", id, name, since: lastSeenAt });
  }
  for (const proposal of set.all("proposal"))
    if (proposal.state === "open" && isOfSite(proposal.locationId))
      found.proposal.push({
        ...nothing,
        kind: "proposal",
        id: proposal.id,
        locationId: proposal.locationId,
        value: proposal.effect.costPerYear,
        reason: proposal.reason,
        since: proposal.createdAt,
      });
  for (const kind of waitingKinds) found[kind].sort((a, b) => (a.since ?? 0) - (b.since ?? 0));
  // What saves most comes first.
  found.proposal.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  return found;
}

const nothing = {
  name: null,
  locationId: null,
  quantity: null,
  value: null,
  supplierId: null,
  sourceLocationId: null,
  reason: null,
  since: null,
  batteryPercent: null,
};

function orderWaits({ state, dispatchProblem, lateSince, sourceLocationId }: Order): WaitingKind | undefined {
  if (state === "proposed") return "approval";
  if (state === "placed" && dispatchProblem !== null) return "unsent-order";
  if (lateSince !== null) return "late-order";
  return state === "placed" && sourceLocationId !== null ? "transfer" : undefined;
}

function ofOrder(kind: WaitingKind, order: Order): Waiting {
  const { id, number, locationId, quantity, unitPrice, supplierId, sourceLocationId } = order;
  const since = { approval: order.createdAt, "late-order": order.dueAt, transfer: order.placedAt };
  const reason = { approval: order.approvalReason, "unsent-order": order.dispatchProblem };
  return {
    ...nothing,
    kind,
    id,
    name: String(number),
    locationId,
    quantity,
    value: unitPrice === null ? null : Math.round(unitPrice * quantity * 100) / 100,
    supplierId,
    sourceLocationId,
    reason: reason[kind as keyof typeof reason] ?? null,
    since: since[kind as keyof typeof since] ?? order.updatedAt,
  };
}
