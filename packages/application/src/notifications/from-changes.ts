import { isOpen, levelOf, unknownReason } from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Order, StorageLocation } from "../accounts/records.ts";
import { policyFollowers } from "../inventory/policy-followers.ts";
import { measuredState } from "../inventory/stock.ts";
import { lasts, type Raised, raise, resolve } from "./episodes.ts";
import type { NotificationKind } from "./kinds.ts";
import { isFailing } from "./webhook-condition.ts";

/**
 * What a change means to people, derived before it is written, so that it lies in the same transaction. It asks of what was
 * touched whether a reason holds now; what holds and is told already changes nothing.
 */
export function notify(change: AccountChange): void {
  locations(change);
  devices(change);
  gateways(change);
  orders(change);
  proposals(change);
  webhooks(change);
  operatorAccess(change);
  moments(change);
}

type Told = Omit<Raised, "kind">;

function settle(change: AccountChange, kind: NotificationKind, subjectId: string, told: Told | undefined) {
  if (told) raise(change, { kind, ...told });
  else resolve(change, kind, subjectId);
}

function locations(change: AccountChange): void {
  const { overlay } = change;
  const touched = new Set([...overlay.location.keys(), ...overlay.level.keys(), ...policyFollowers(change)]);
  for (const id of touched) {
    const location = change.get("location", id);
    const isEmpty = location !== undefined && measuredState(change, location) === "empty";
    settle(change, "location-empty", id, isEmpty ? tellOfLocation(change, location) : undefined);
    // Whether it runs out is looked at from time to time; an empty one has.
    if (isEmpty || !location) resolve(change, "runs-out", id);
    const doubt = location && doubtOf(change, location);
    settle(
      change,
      "level-unknown",
      id,
      doubt === undefined ? undefined : tellOfLocation(change, location!, { reason: doubt }),
    );
  }
}

/** Why nobody should rely on the level. A silent sensor is told as such, and one that never measured is being set up. */
function doubtOf(change: AccountChange, location: StorageLocation): string | undefined {
  const level = change.get("level", location.id);
  if (!level) return undefined;
  const known = levelOf(level.state);
  if (known) return known.problem;
  const reason = unknownReason(level.state);
  return reason === "never-measured" || reason === null ? undefined : reason;
}

export function tellOfLocation(
  change: AccountChange,
  location: StorageLocation,
  more: Raised["facts"] = {},
): Told {
  const { id, name, siteId, partId } = location;
  const part = change.get("part", partId);
  return {
    subject: { kind: "location", id, name },
    siteId,
    facts: {
      part: part ? `${part.number} ${part.name}` : null,
      site: change.get("site", siteId)?.name ?? null,
      ...more,
    },
  };
}

function devices(change: AccountChange): void {
  for (const [id, device] of change.overlay.device)
    if (!device) for (const kind of ["device-silent", "battery-low"] as const) resolve(change, kind, id);
  for (const [id, state] of change.overlay.deviceState) {
    const device = change.get("device", id);
    if (!device || !state) continue;
    const tell = (): Told => {
      const location = change.get("location", change.base.locationByDevice.get(id) ?? "");
      return {
        subject: { kind: "device", id, name: device.name },
        siteId: location?.siteId ?? null,
        facts: {
          location: location?.name ?? null,
          lastSeenAt: state.lastSeenAt,
          batteryPercent: state.batteryPercent,
        },
      };
    };
    settle(change, "device-silent", id, state.isSilenceTold ? tell() : undefined);
    settle(change, "battery-low", id, state.isBatteryLow ? tell() : undefined);
  }
}

function gateways(change: AccountChange): void {
  for (const [id, gateway] of change.overlay.gateway) if (!gateway) resolve(change, "gateway-away", id);
}

function orders(change: AccountChange): void {
  const purchaseOrders = new Set<string>();
  for (const [id, order] of change.overlay.order) {
    if (!order) {
      for (const kind of ["order-waits", "order-late"] as const) resolve(change, kind, id);
      continue;
    }
    settle(
      change,
      "order-waits",
      id,
      order.state === "proposed" ? tellOfOrder(change, order, { reason: order.approvalReason }) : undefined,
    );
    const isLate = isOpen(order.state) && order.lateSince !== null;
    settle(change, "order-late", id, isLate ? tellOfOrder(change, order, { dueAt: order.dueAt }) : undefined);
    if (order.purchaseOrder) purchaseOrders.add(order.purchaseOrder.id);
  }
  for (const id of purchaseOrders) dispatch(change, id);
}

function tellOfOrder(change: AccountChange, order: Order, more: Raised["facts"]): Told {
  const location = change.get("location", order.locationId);
  const part = change.get("part", order.partId);
  const source =
    change.get("supplier", order.supplierId ?? "") ?? change.get("location", order.sourceLocationId ?? "");
  return {
    subject: { kind: "order", id: order.id, name: String(order.number) },
    siteId: location?.siteId ?? null,
    facts: {
      location: location?.name ?? null,
      part: part ? `${part.number} ${part.name}` : null,
      quantity: order.quantity,
      unit: part?.unit ?? null,
      source: source?.name ?? null,
      ...more,
    },
  };
}

/** A purchase order goes out as a whole: it is one thing to mend, however many lines it has. */
function dispatch(change: AccountChange, purchaseOrderId: string): void {
  const failed = (order: Order | undefined) =>
    order?.purchaseOrder?.id === purchaseOrderId && isOpen(order.state) && order.dispatchProblem !== null;
  let found = [...change.overlay.order.values()].find(failed);
  if (!found && lasts(change, "order-not-sent", purchaseOrderId))
    found = [...change.all("order")].find(failed);
  const told = found && tellOfOrder(change, found, { reason: found.dispatchProblem });
  const name = String(found?.purchaseOrder?.number ?? "");
  settle(
    change,
    "order-not-sent",
    purchaseOrderId,
    told && { ...told, subject: { kind: "purchase-order", id: purchaseOrderId, name } },
  );
}

/** All of them are one thing: they wait on one page, and a night's planning may bring hundreds. */
function proposals(change: AccountChange): void {
  const { overlay, base } = change;
  if (overlay.proposal.size === 0) return;
  const { accountId } = base;
  const isOneNew = [...overlay.proposal.values()].some((each) => each?.state === "open");
  if (isOneNew)
    raise(change, {
      kind: "proposals-wait",
      subject: { kind: "account", id: accountId, name: base.customerName },
      siteId: null,
      facts: {},
    });
  else if (lasts(change, "proposals-wait", accountId)) {
    for (const { state } of change.all("proposal")) if (state === "open") return;
    resolve(change, "proposals-wait", accountId);
  }
}

function webhooks(change: AccountChange): void {
  const { overlay } = change;
  for (const id of new Set([...overlay.webhook.keys(), ...overlay.webhookState.keys()]))
    settleWebhook(change, id);
}

/** Also called when it has failed for long enough. */
export function settleWebhook(change: AccountChange, id: string): void {
  const webhook = change.get("webhook", id);
  const state = change.get("webhookState", id);
  const told = webhook &&
    isFailing(webhook, state, change.at) && {
      subject: { kind: "webhook" as const, id, name: hostOf(webhook.url) },
      siteId: null,
      facts: { reason: webhook.disabledReason, failingSince: state?.failingSince ?? null },
    };
  settle(change, "webhook-fails", id, told || undefined);
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

function operatorAccess(change: AccountChange): void {
  for (const [id, access] of change.overlay.operatorAccess)
    settle(
      change,
      "operator-asks",
      id,
      access?.state === "asked"
        ? {
            subject: { kind: "operator-access", id, name: access.operatorName ?? "" },
            siteId: null,
            facts: { reason: access.reason },
          }
        : undefined,
    );
}

function moments(change: AccountChange): void {
  const { overlay, base, actor } = change;
  for (const [id, made] of overlay.dataExport)
    if (made && !base.get("dataExport", id))
      raise(change, {
        kind: "export-ready",
        subject: { kind: "export", id, name: made.format },
        siteId: null,
        facts: { by: actor.name, until: made.expiresAt },
      });
  for (const [id, member] of overlay.member)
    if (member && !base.get("member", id))
      raise(change, {
        kind: "member-joined",
        subject: { kind: "member", id, name: member.name },
        siteId: null,
        facts: { email: member.email, role: member.role },
      });
}

/** Says that records were brought in: `name` of the file or of who did it. */
export function tellImported(
  change: AccountChange,
  imported: { id: string; name: string; records: number; refused: number },
): void {
  const { id, name, records, refused } = imported;
  raise(change, {
    kind: "import-finished",
    subject: { kind: "import", id, name },
    siteId: null,
    facts: { records, refused },
  });
}
