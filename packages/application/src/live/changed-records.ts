import type { AccountChange } from "../accounts/account-change.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { type ShownKind, show, shownSet } from "../api/shown-resources.ts";
import { policyFollowers } from "../inventory/policy-followers.ts";

/** Kinds of records that live readers are told of, as in the events' names. */
export type LiveKind = Exclude<ShownKind, "member"> | "notification";
export type RecordName = `${LiveKind} ${string}`;

const plainKinds = ["site", "area", "rack", "part", "supplier", "gateway", "proposal"] as const;

/** Above this many changed records, readers are told to read everything anew. */
export const mostRecords = 500;

/** Records that look otherwise after a change by what it replaces, which is not to be seen any more after the commit. */
export interface TouchedBefore {
  devices: readonly string[];
  locations: readonly string[];
}

export function touchedBefore(change: AccountChange): TouchedBefore {
  const { base, overlay } = change;
  return {
    // They change hands.
    devices: [...overlay.location.keys()].flatMap((id) => base.get("location", id)?.deviceIds ?? []),
    locations: [
      ...[...overlay.reservation.keys()].flatMap((id) => base.get("reservation", id)?.locationId ?? []),
      ...policyFollowers(change),
    ],
  };
}

/** The records that look otherwise after a change, orders first. */
export function changedRecords(
  set: WorkingSet,
  { overlay }: AccountChange,
  before: TouchedBefore,
): RecordName[] {
  const orders = [...overlay.order.keys()];
  const locations = new Set([...overlay.location.keys(), ...overlay.level.keys(), ...before.locations]);
  const devices = new Set([...overlay.device.keys(), ...overlay.deviceState.keys(), ...before.devices]);
  for (const order of overlay.order.values()) {
    if (order) locations.add(order.locationId);
    // What a transfer takes from there is reserved until it leaves.
    if (order?.sourceLocationId) locations.add(order.sourceLocationId);
  }
  for (const reservation of overlay.reservation.values())
    if (reservation) locations.add(reservation.locationId);
  for (const location of overlay.location.values())
    for (const id of location?.deviceIds ?? []) devices.add(id);
  // A message that ends a silence makes its location's stock known again, even without a measurement.
  for (const id of overlay.deviceState.keys()) {
    const location = set.locationByDevice.get(id);
    if (location !== undefined) locations.add(location);
  }
  return [
    ...plainKinds.flatMap((kind) => [...overlay[kind].keys()].map((id): RecordName => `${kind} ${id}`)),
    ...orders.map((id): RecordName => `order ${id}`),
    ...[...locations].map((id): RecordName => `location ${id}`),
    ...[...devices].map((id): RecordName => `device ${id}`),
    ...[...overlay.notification.keys()].map((id): RecordName => `notification ${id}`),
  ];
}

/** The events that tell of these records as they are now; only the last one carries the revision, see {@link eventText}. */
export function textOfRecords(set: WorkingSet, records: readonly RecordName[], revision: number): string {
  if (records.length === 0) return "";
  if (records.length > mostRecords) return eventText("refresh", {}, revision);
  const now = Date.now();
  const shown = shownSet(set);
  // Old closed orders leave the memory, and are there nevertheless.
  const told = records.filter((name) => {
    const [kind, id] = name.split(" ") as [LiveKind, string];
    return kind !== "order" || set.get(kind, id) !== undefined;
  });
  const last = told.length - 1;
  return told
    .map((name, index) => {
      const [kind, id] = name.split(" ") as [LiveKind, string];
      const at = index === last ? revision : undefined;
      if (kind === "notification") return eventText(kind, shownNotification(set, id), at);
      const record = set.get(kind, id);
      return record
        ? eventText(kind, show(shown, kind, record, now), at)
        : eventText("removed", { kind, id }, at);
    })
    .join("");
}

/** Readers of all rights hear it, so it tells nothing but that there is something to be read. */
function shownNotification(set: WorkingSet, id: string): object {
  return { id, isOpen: set.get("notification", id)?.resolvedAt === null };
}

/**
 * One server-sent event. `revision` becomes the reader's position: it goes with the last event of a change only, so that a
 * connection that breaks in between resumes before the change and not in the middle of it.
 */
export function eventText(event: string, data: object, revision?: number): string {
  const id = revision === undefined ? "" : `id: ${revision}\n`;
  return `event: ${event}\n${id}data: ${JSON.stringify(data)}\n\n`;
}
