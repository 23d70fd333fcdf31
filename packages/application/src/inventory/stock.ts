import { capacityOf, inventoryPosition, levelOf, onOrder } from "@refill/replenishment";
import { profiles } from "@refill/sensors";
import type { Device, DeviceState, Order, Records, Stamped, StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";

/** A working set, or a change over one. */
export interface Account {
  get<K extends keyof Records>(kind: K, id: string): Records[K] | undefined;
  all<K extends keyof Records>(kind: K): IterableIterator<Records[K]>;
}

export type LocationState = "ok" | "low" | "empty" | "unknown";
export type DeviceLife = "never-seen" | "active" | "silent";

const hour = 60 * 60 * 1000;
/** Distance sensors report every 20 minutes and more often; WS101 tells that it lives every 18 hours. */
const silentAfterMs = { distance: 3 * hour, button: 37 * hour };

/** For how long a location's level is believed after its last reading, ms. */
export function holdMsOf({ geometry }: StorageLocation): number {
  return silentAfterMs[geometry.kind === "button" ? "button" : "distance"];
}

export function lifeOf(device: Device, state: DeviceState | undefined, now: number): DeviceLife {
  if (!state) return "never-seen";
  return now > silentFrom(device, state) ? "silent" : "active";
}

/** After this time (ms) a device that sends nothing counts as silent. */
export function silentFrom(device: Device, state: DeviceState): number {
  return state.lastSeenAt + silentAfterMs[profiles[device.profile].measures];
}

/** Where a location stands: what lies in it, what comes, and whether a person should look. */
export interface Stock {
  onHand: number | null;
  confidence: number | null;
  measuredAt: number | null;
  unknownSince: number | null;
  onOrder: number;
  position: number | null;
  state: LocationState;
}

/** `now`: ms since 1970. A level of a silent sensor is not known any more, whatever it was. */
export function stockOf(
  account: Account,
  location: StorageLocation,
  openOrder: Order | undefined,
  now: number,
): Stock {
  const level = account.get("level", location.id);
  const known = level && levelOf(level.state);
  const coming = openOrder ? onOrder(openOrder) : 0;
  const silentSince = silence(account, location, now);
  const base = { measuredAt: level?.measuredAt ?? null, onOrder: coming };
  if (!known || silentSince !== undefined) {
    const unknownSince = silentSince ?? level?.unknownSince ?? null;
    return { ...base, onHand: null, confidence: null, unknownSince, position: null, state: "unknown" };
  }
  const { onHand, confidence } = known;
  const position = inventoryPosition({ onHand, onOrder: coming, reserved: 0 });
  const state = stateAt(onHand, location);
  return { ...base, onHand, confidence, unknownSince: null, position, state };
}

/** Where its level puts a location, whether or not its sensor has fallen silent since. */
export function measuredState(account: Account, location: StorageLocation): LocationState {
  const level = account.get("level", location.id);
  const known = level && levelOf(level.state);
  return known ? stateAt(known.onHand, location) : "unknown";
}

function stateAt(onHand: number, { policy }: StorageLocation): LocationState {
  return onHand === 0 ? "empty" : onHand <= policy.minimum ? "low" : "ok";
}

export function openOrderOf(set: WorkingSet, locationId: string): Order | undefined {
  const id = set.openOrderByLocation.get(locationId);
  return id === undefined ? undefined : set.get("order", id);
}

/** Since when a location's device has been silent, ms; undefined while it is not. */
export function silence(account: Account, location: StorageLocation, now: number): number | undefined {
  const device = location.deviceId ? account.get("device", location.deviceId) : undefined;
  if (!device) return undefined;
  const state = account.get("deviceState", device.id);
  return state && lifeOf(device, state, now) === "silent" ? state.lastSeenAt : undefined;
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** A record with its stamps as the REST API shows them. */
export function stampedView<R extends Stamped>(
  record: R,
): Omit<R, keyof Stamped> & { version: number; createdAt: string; updatedAt: string } {
  return {
    ...record,
    createdAt: new Date(record.createdAt).toISOString(),
    updatedAt: new Date(record.updatedAt).toISOString(),
  };
}

/** The location as the REST API shows it. */
export function locationView(
  account: Account,
  location: StorageLocation,
  openOrder: Order | undefined,
  now: number,
) {
  const stock = stockOf(account, location, openOrder, now);
  const { onHand, confidence, measuredAt, unknownSince } = stock;
  const isMeasured = onHand !== null || measuredAt !== null || unknownSince !== null;
  return {
    ...stampedView(location),
    level: isMeasured
      ? { onHand, confidence, measuredAt: iso(measuredAt), unknownSince: iso(unknownSince) }
      : null,
    capacity: capacityOf(location.geometry),
    onOrder: stock.onOrder,
    inventoryPosition: stock.position,
    state: stock.state,
  };
}
