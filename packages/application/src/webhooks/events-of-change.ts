import { randomUUID } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Device, Order, Records, StorageLocation, Webhook } from "../accounts/records.ts";
import { type Shown, type ShownKind, show, shownChange, shownSet } from "../api/shown-resources.ts";
import { policyFollowers } from "../inventory/policy-followers.ts";
import { type Account, type LocationState, lifeOf, measuredState, silenceBy } from "../inventory/stock.ts";
import { type DeliveryJob, deliveryQueue, newDelivery } from "./deliveries.ts";
import type { EventTypeName } from "./event-types.ts";

/**
 * Adds to a change what webhooks are told of it, and the jobs that deliver it: in the same transaction, so that nothing is
 * told that did not happen, and nothing that happened is forgotten. Without an enabled webhook it costs a look.
 */
export function addWebhookEvents(change: AccountChange): void {
  const webhooks = enabledWebhooks(change);
  if (webhooks.length === 0) return;
  const tell: Tell = (type, data) => {
    const to = webhooks.filter((webhook) => wants(webhook, type));
    if (to.length === 0) return;
    const deliveries = to.map(({ id: webhookId }) => ({
      id: randomUUID(),
      webhookId,
      content: newDelivery(change.at),
    }));
    change.webhookEvents.push({ id: randomUUID(), type, at: change.at, data: data(), deliveries });
    for (const { id, webhookId } of deliveries) {
      const job: DeliveryJob = { accountId: change.base.accountId, deliveryId: id, attempt: 0 };
      change.enqueue(deliveryQueue, job, { group: webhookId });
    }
  };
  const [before, after] = [shownSet(change.base), shownChange(change)];
  tellConfiguration({ change, before, after, tell });
  tellDevices({ change, before, after, tell });
  tellLocations({ change, before, after, tell });
  tellOrders({ change, before, after, tell });
  tellProposals({ change, before, after, tell });
}

export function wants({ events }: Webhook, type: EventTypeName): boolean {
  return events.length === 0 || events.includes(type);
}

/** A webhook that this change makes or switches on is told of what comes after. */
function enabledWebhooks(change: AccountChange): Webhook[] {
  const enabled: Webhook[] = [];
  for (const { id, isEnabled } of change.base.all("webhook")) {
    const webhook = change.get("webhook", id);
    if (isEnabled && webhook?.isEnabled) enabled.push(webhook);
  }
  return enabled;
}

type Tell = (type: EventTypeName, data: () => object) => void;
interface Told {
  change: AccountChange;
  before: Shown;
  after: Shown;
  tell: Tell;
}

function tellConfiguration({ change, before, after, tell }: Told): void {
  const tellKind = <K extends ShownKind>(
    kind: K,
    created: EventTypeName,
    changed: EventTypeName | undefined,
    removed: EventTypeName,
  ) => {
    for (const [id, record] of change.overlay[kind] as Map<string, Records[K] | undefined>) {
      const known = change.base.get(kind, id);
      if (!record) {
        if (known) tell(removed, () => show(before, kind, known, change.at));
      } else if (!known) tell(created, () => show(after, kind, record, change.at));
      else if (changed) tell(changed, () => show(after, kind, record, change.at));
    }
  };
  tellKind("site", "site.created", "site.changed", "site.removed");
  tellKind("supplier", "supplier.created", "supplier.changed", "supplier.removed");
  tellKind("part", "part.created", "part.changed", "part.removed");
  tellKind("gateway", "gateway.created", "gateway.changed", "gateway.removed");
  tellKind("device", "device.created", undefined, "device.removed");
  tellKind("location", "location.created", "location.changed", "location.removed");
  tellKind("member", "member.joined", undefined, "member.removed");
}

function tellDevices({ change, after, tell }: Told): void {
  for (const [id, state] of change.overlay.deviceState) {
    const device = change.get("device", id);
    if (!device || !state) continue;
    const known = change.base.get("deviceState", id);
    const data = () => show(after, "device", device, timeOf(change, device));
    if (state.isSilenceTold && !known?.isSilenceTold) tell("device.silent", data);
    if (!state.isSilenceTold && (!known || known.isSilenceTold)) tell("device.active", data);
    if (state.isBatteryLow && !known?.isBatteryLow) tell("device.battery-low", data);
  }
}

function tellLocations({ change, after, tell }: Told): void {
  const { overlay, base } = change;
  const touched = new Set([...overlay.location.keys(), ...overlay.level.keys(), ...policyFollowers(change)]);
  for (const id of overlay.deviceState.keys()) {
    const location = after.locationOf(id);
    if (location !== undefined) touched.add(location);
  }
  for (const id of touched) {
    const known = base.get("location", id);
    const location = change.get("location", id);
    if (!known || !location) continue;
    const state = toldState(change, location);
    if (state === toldState(base, known)) continue;
    const heard = location.deviceIds.find((device) => overlay.deviceState.has(device));
    const device = change.get("device", heard ?? location.deviceIds[0] ?? "");
    tell(`location.${state}`, () => show(after, "location", location, timeOf(change, device)));
  }
}

/** A sensor's silence counts from when it was told: then every silence is told once, and its end, too. */
function toldState(account: Account, location: StorageLocation): LocationState {
  const isSilent = silenceBy(account, location, (state) => state.isSilenceTold) !== undefined;
  return isSilent ? "unknown" : measuredState(account, location);
}

/** A message that comes late tells how things were when it was sent, not that its device is silent since. */
function timeOf(change: AccountChange, device: Device | undefined): number {
  const state = device && change.get("deviceState", device.id);
  if (!state || state.isSilenceTold || lifeOf(device, state, change.at) !== "silent") return change.at;
  return state.lastSeenAt;
}

function tellOrders({ change, after, tell }: Told): void {
  for (const [id, order] of change.overlay.order) {
    if (!order) continue;
    const known = change.base.get("order", id);
    const data = () => show(after, "order", order, change.at);
    const type = stepOf(known, order);
    if (type) tell(type, data);
    if (order.lateSince !== null && known?.lateSince == null) tell("order.late", data);
    if (order.dispatchProblem !== null && order.dispatchProblem !== known?.dispatchProblem)
      tell("order.problem", data);
  }
}

function tellProposals({ change, after, tell }: Told): void {
  for (const [id, proposal] of change.overlay.proposal) {
    if (!proposal) continue;
    const known = change.base.get("proposal", id);
    const data = () => show(after, "proposal", proposal, change.at);
    if (!known) tell("proposal.created", data);
    if (proposal.state === "applied" && known?.state !== "applied") tell("proposal.applied", data);
  }
}

function stepOf(known: Order | undefined, { state, ...order }: Order): EventTypeName | undefined {
  if (known?.state !== state) return `order.${state}`;
  const isConfirmedAnew =
    state === "confirmed" &&
    (known.confirmedQuantity !== order.confirmedQuantity || known.confirmedDate !== order.confirmedDate);
  return isConfirmedAnew ? "order.confirmed" : undefined;
}
