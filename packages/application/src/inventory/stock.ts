import {
  type CardState,
  capacityOf,
  cardsOf,
  inventoryPosition,
  levelOf,
  onOrder,
  type Policy,
  reorderPointOf,
  reservedAtSource,
  roleOf,
  type UnknownReason,
  unknownReason,
} from "@refill/replenishment";
import { profiles } from "@refill/sensors";
import type {
  Device,
  DeviceState,
  LocationPhoto,
  Order,
  Records,
  Reservation,
  Stamped,
  StorageLocation,
} from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";

/** A working set, or a change over one. */
export interface Account {
  transfersFrom(locationId: string): readonly Order[];
  reservationsAt(locationId: string): readonly Reservation[];
  /** The order that was closed last. */
  lastClosedOrderOf(locationId: string): Order | undefined;
  get<K extends keyof Records>(kind: K, id: string): Records[K] | undefined;
  all<K extends keyof Records>(kind: K): IterableIterator<Records[K]>;
}

export type LocationState = "ok" | "low" | "empty" | "unknown";
export type DeviceLife = "never-seen" | "active" | "silent" | "retired";

const hour = 60 * 60 * 1000;
/** Sensors report every 20 minutes and more often; a button (WS101) tells that it lives every 18 hours. */
const silentAfterMs = { sensor: 3 * hour, button: 37 * hour };

/** For how long a location's level is believed after its last reading, ms. */
export function holdMsOf({ geometry }: StorageLocation): number {
  return silentAfterMs[geometry.kind === "button" ? "button" : "sensor"];
}

/** No sensor sees what is put in: it lies there as soon as people book it in. */
export function isFilledByHand({ geometry, deviceIds }: StorageLocation): boolean {
  return geometry.kind === "button" || deviceIds.length === 0;
}

export function lifeOf(device: Device, state: DeviceState | undefined, now: number): DeviceLife {
  if (device.retiredAt !== null) return "retired";
  if (!state) return "never-seen";
  return now > silentFrom(device, state) ? "silent" : "active";
}

/** After this time (ms) a device that sends nothing counts as silent. */
export function silentFrom(device: Device, state: DeviceState): number {
  const isButton = profiles[device.profile].measures.includes("button");
  return state.lastSeenAt + silentAfterMs[isButton ? "button" : "sensor"];
}

/** Where a location stands: what lies in it, what comes, and whether a person should look. */
export interface Stock {
  onHand: number | null;
  confidence: number | null;
  measuredAt: number | null;
  unknownSince: number | null;
  unknownReason: UnknownReason | "silent" | null;
  /** Its sensors say different things: the lower level counts. */
  hasContradiction: boolean;
  onOrder: number;
  reserved: number;
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
  const reserved = reservedAt(account, location.id, now);
  const base = { measuredAt: level?.measuredAt ?? null, onOrder: coming, reserved };
  if (!known || silentSince !== undefined) {
    const unknownSince = silentSince ?? level?.unknownSince ?? null;
    const silent = silentSince === undefined ? null : "silent";
    return {
      ...base,
      onHand: null,
      confidence: null,
      unknownSince,
      unknownReason: silent ?? (level ? unknownReason(level.state) : "never-measured"),
      hasContradiction: false,
      position: null,
      state: "unknown",
    };
  }
  const { onHand, confidence } = known;
  const hasContradiction = known.problem === "contradiction";
  const position = inventoryPosition({ onHand, onOrder: coming, reserved });
  const state = stateAt(account, onHand, location);
  return {
    ...base,
    onHand,
    confidence,
    unknownSince: null,
    unknownReason: null,
    hasContradiction,
    position,
    state,
  };
}

/** Where its level puts a location, whether or not its sensor has fallen silent since. */
export function measuredState(account: Account, location: StorageLocation): LocationState {
  const level = account.get("level", location.id);
  const known = level && levelOf(level.state);
  return known ? stateAt(account, known.onHand, location) : "unknown";
}

function stateAt(account: Pick<Account, "get">, onHand: number, location: StorageLocation): LocationState {
  const policy = policyOf(account, location);
  return onHand === 0 ? "empty" : policy && onHand <= reorderPointOf(policy) ? "low" : "ok";
}

/** The location's own policy, or its part's; null: nothing is ordered by itself. */
export function policyOf(account: Pick<Account, "get">, location: StorageLocation): Policy | null {
  return location.policy ?? account.get("part", location.partId)?.policy ?? null;
}

/** Pieces that lie there and are promised: reservations, and transfers that wait to be picked. */
export function reservedAt(account: Account, locationId: string, now: number): number {
  let reserved = 0;
  for (const { quantity, until } of account.reservationsAt(locationId))
    if (until === null || until > now) reserved += quantity;
  for (const order of account.transfersFrom(locationId)) reserved += reservedAtSource(order);
  return reserved;
}

export function openOrderOf(set: WorkingSet, locationId: string): Order | undefined {
  const id = set.openOrderByLocation.get(locationId);
  return id === undefined ? undefined : set.get("order", id);
}

/** Since when what a location's devices say does not suffice to know its stock, ms; undefined while it does. */
export function silence(account: Account, location: StorageLocation, now: number): number | undefined {
  return silenceBy(account, location, (state, device) => lifeOf(device, state, now) === "silent");
}

/** The same by the devices that `isSilent` says are silent. */
export function silenceBy(
  account: Pick<Account, "get">,
  location: StorageLocation,
  isSilent: (state: DeviceState, device: Device) => boolean,
): number | undefined {
  const silentSince: number[] = [];
  for (const id of location.deviceIds) {
    const device = account.get("device", id);
    const state = account.get("deviceState", id);
    if (device && state && isSilent(state, device)) silentSince.push(state.lastSeenAt);
  }
  if (silentSince.length === 0) return undefined;
  // Each scale or position is a part of the whole; of two sensors that see the same, one suffices.
  if (roleOf(location.geometry) === "parts") return Math.min(...silentSince);
  return silentSince.length < location.deviceIds.length ? undefined : Math.max(...silentSince);
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

/** A record's fields as its input has them. */
export function inputOf<R extends Stamped & { id: string }>({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...input
}: R) {
  return input;
}

/** As the REST API shows it. */
export function photoView({ id, at, by }: LocationPhoto) {
  return { id, at: new Date(at).toISOString(), by };
}

/** The location as the REST API shows it. */
export function locationView(
  account: Account,
  location: StorageLocation,
  openOrder: Order | undefined,
  now: number,
) {
  const stock = stockOf(account, location, openOrder, now);
  const { onHand, confidence, measuredAt, unknownSince, unknownReason, hasContradiction } = stock;
  const policy = policyOf(account, location);
  const isMeasured = onHand !== null || measuredAt !== null || unknownSince !== null;
  return {
    ...stampedView(location),
    level: isMeasured
      ? {
          onHand,
          confidence,
          measuredAt: iso(measuredAt),
          unknownSince: iso(unknownSince),
          unknownReason,
          hasContradiction,
        }
      : null,
    photos: location.photos.map(photoView),
    capacity: capacityOf(location.geometry),
    reorderPoint: policy && reorderPointOf(policy),
    onOrder: stock.onOrder,
    reserved: stock.reserved,
    inventoryPosition: stock.position,
    state: stock.state,
    cards: cardsAt(account, location, openOrder, now),
  };
}

/** Cards beyond are not told one by one. */
const mostCards = 1000;

/** How many cards of its kanban loop, or of its two bins, are in which state; null: its policy has none. */
export function cardsAt(
  account: Account,
  location: StorageLocation,
  openOrder: Order | undefined,
  now: number,
) {
  const policy = policyOf(account, location);
  if (policy === null || (policy.kind === "kanban" && policy.cards > mostCards)) return null;
  const { onHand } = stockOf(account, location, openOrder, now);
  const last = account.lastClosedOrderOf(location.id) ?? null;
  const cards = cardsOf({ policy, onHand, open: openOrder ?? null, last, at: now });
  if (cards === null) return null;
  const count = (state: CardState) => cards.filter((each) => each === state).length;
  return {
    full: count("full"),
    inTransit: count("in-transit"),
    ordered: count("ordered"),
    empty: count("empty"),
    unknown: count("unknown"),
  };
}
