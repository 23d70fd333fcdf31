import type { AuditHead, CustomerState, Quota } from "@refill/database";
import { isOpen } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import type { Kind, Records } from "./records.ts";
import { dependents, kinds } from "./tables.ts";

/** Closed orders that are held beside the open ones; older ones are read from the database. */
export const closedOrdersHeld = 1000;

type Maps = { readonly [K in Kind]: Map<string, Records[K]> };

export interface AccountFacts {
  accountId: string;
  customerName: string;
  region: string;
  state: CustomerState;
  quota: Quota;
  isDemonstration: boolean;
  /** The account of those who run the service: its members are the operators. */
  isService: boolean;
  sealer: Sealer;
  revision: number;
  auditHead: AuditHead;
}

/** What a record takes in memory beside its content: the object and its places in maps. */
const overheadBytes = 400;
/** An opened record takes more than its JSON. */
const growth = 3;

interface Lookup {
  keysOf(record: { id: string }): readonly string[];
  ids: Map<string, string>;
}

function enter(
  { keysOf, ids }: Lookup,
  before: { id: string } | undefined,
  after: { id: string } | undefined,
) {
  const keys = after ? keysOf(after) : [];
  for (const old of before ? keysOf(before) : [])
    if (!keys.includes(old) && ids.get(old) === before!.id) ids.delete(old);
  for (const key of keys) ids.set(key, after!.id);
}

const indexes = [
  "locationByDevice",
  "openOrderByLocation",
  "lastClosedByLocation",
  "apiKeyByHash",
  "sessionByHash",
] as const;

/** A storage account's opened records, as of one revision, with the look-ups that stock keeping needs. */
export class WorkingSet {
  readonly accountId: string;
  readonly customerName: string;
  readonly region: string;
  readonly state: CustomerState;
  readonly quota: Quota;
  readonly isDemonstration: boolean;
  readonly isService: boolean;
  readonly sealer: Sealer;
  revision: number;
  auditHead: AuditHead;
  readonly records: Maps;
  readonly locationByDevice = new Map<string, string>();
  readonly openOrderByLocation = new Map<string, string>();
  /** The closed order with the highest number. */
  readonly lastClosedByLocation = new Map<string, string>();
  readonly apiKeyByHash = new Map<string, string>();
  readonly sessionByHash = new Map<string, string>();
  nextOrderNumber = 1;
  /** About what it takes in memory. */
  bytes = 0;
  readonly #lookups = new Map<Kind, Map<string, Lookup>>();
  /** Counted up when a record of the kind is set or removed: what was made of all of them is old then. */
  readonly #changes = new Map<Kind, number>();
  readonly #groups = new Map<Kind, { changes: number; groups: ReadonlyMap<string, unknown> }>();

  constructor(facts: AccountFacts) {
    this.accountId = facts.accountId;
    this.customerName = facts.customerName;
    this.region = facts.region;
    this.state = facts.state;
    this.quota = facts.quota;
    this.isDemonstration = facts.isDemonstration;
    this.isService = facts.isService;
    this.sealer = facts.sealer;
    this.revision = facts.revision;
    this.auditHead = facts.auditHead;
    this.records = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as Maps;
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return this.records[kind].get(id);
  }

  all<K extends Kind>(kind: K): IterableIterator<Records[K]> {
    return this.records[kind].values();
  }

  /** Open transfers that come from the location. */
  transfersFrom(locationId: string): readonly Records["order"][] {
    return (
      this.#grouped("order", (order) =>
        isOpen(order.state) && order.sourceLocationId !== null ? order.sourceLocationId : undefined,
      ).get(locationId) ?? []
    );
  }

  reservationsAt(locationId: string): readonly Records["reservation"][] {
    return this.#grouped("reservation", (reservation) => reservation.locationId).get(locationId) ?? [];
  }

  locationsOfPart(partId: string): readonly Records["location"][] {
    return this.#grouped("location", (location) => location.partId).get(partId) ?? [];
  }

  /** How often records of this kind were set or removed. */
  changesOf(kind: Kind): number {
    return this.#changes.get(kind) ?? 0;
  }

  /**
   * Ids by a key of their records that is found under `name`: made when it is asked for first, and kept up to date from
   * then on. Of several records with one key, the last one.
   */
  idsBy<K extends Kind>(
    kind: K,
    name: string,
    keysOf: (record: Records[K]) => readonly string[],
  ): ReadonlyMap<string, string> {
    let ofKind = this.#lookups.get(kind);
    if (!ofKind) {
      ofKind = new Map();
      this.#lookups.set(kind, ofKind);
    }
    const known = ofKind.get(name);
    if (known) return known.ids;
    const lookup: Lookup = { keysOf: keysOf as Lookup["keysOf"], ids: new Map() };
    for (const record of this.all(kind)) enter(lookup, undefined, record);
    ofKind.set(name, lookup);
    return lookup.ids;
  }

  /** A record that was read and takes so many bytes sealed. */
  load<K extends Kind>(kind: K, record: Records[K], sealedBytes: number): void {
    this.bytes += overheadBytes + growth * sealedBytes;
    this.set(kind, record);
  }

  set<K extends Kind>(kind: K, record: Records[K]): void {
    this.#changes.set(kind, this.changesOf(kind) + 1);
    for (const lookup of this.#lookups.get(kind)?.values() ?? [])
      enter(lookup, this.records[kind].get(record.id), record);
    if (kind === "location") this.#unlink(record.id);
    if (!this.records[kind].has(record.id)) this.bytes += overheadBytes;
    this.records[kind].set(record.id, record);
    if (kind === "apiKey") this.apiKeyByHash.set((record as Records["apiKey"]).hash, record.id);
    if (kind === "session") this.sessionByHash.set((record as Records["session"]).hash, record.id);
    if (kind === "location") {
      for (const deviceId of (record as Records["location"]).deviceIds)
        this.locationByDevice.set(deviceId, record.id);
    } else if (kind === "order") this.#index(record as Records["order"]);
  }

  delete(kind: Kind, id: string): void {
    this.#changes.set(kind, this.changesOf(kind) + 1);
    for (const lookup of this.#lookups.get(kind)?.values() ?? [])
      enter(lookup, this.records[kind].get(id), undefined);
    if (this.records[kind].has(id)) this.bytes -= overheadBytes;
    if (kind === "apiKey") {
      const { hash } = this.records.apiKey.get(id) ?? {};
      if (hash) this.apiKeyByHash.delete(hash);
    }
    if (kind === "session") {
      const { hash } = this.records.session.get(id) ?? {};
      if (hash) this.sessionByHash.delete(hash);
    }
    if (kind === "location") this.#unlink(id);
    for (const dependent of dependents.get(kind) ?? []) this.records[dependent].delete(id);
    this.records[kind].delete(id);
  }

  /** A set as this one is once these records are set and removed; what they leave alone is shared. */
  with(changed: { readonly [K in Kind]: ReadonlyMap<string, Records[K] | undefined> }): WorkingSet {
    const next = new WorkingSet(this);
    const touched = new Set(kinds.filter((kind) => changed[kind].size > 0));
    for (const [kind, others] of dependents)
      if (touched.has(kind)) for (const dependent of others) touched.add(dependent);
    for (const kind of kinds) {
      const records = this.records[kind] as Map<string, never>;
      (next.records as Record<Kind, unknown>)[kind] = touched.has(kind) ? new Map(records) : records;
    }
    for (const index of indexes) for (const [key, id] of this[index]) next[index].set(key, id);
    next.nextOrderNumber = this.nextOrderNumber;
    for (const kind of touched)
      for (const [id, record] of changed[kind]) {
        if (record) next.set(kind, record);
        else next.delete(kind, id);
      }
    return next;
  }

  /** Forgets the oldest closed orders beyond {@link closedOrdersHeld}. */
  prune(): void {
    const excess = this.records.order.size - this.openOrderByLocation.size - closedOrdersHeld;
    if (excess < closedOrdersHeld / 10) return;
    const closed = [...this.all("order")].filter((order) => !isOpen(order.state));
    closed.sort((a, b) => a.number - b.number);
    for (const order of closed.slice(0, excess)) this.records.order.delete(order.id);
  }

  /** Made again when a record of the kind has changed since. */
  #grouped<K extends "order" | "reservation" | "location">(
    kind: K,
    groupOf: (record: Records[K]) => string | undefined,
  ): ReadonlyMap<string, readonly Records[K][]> {
    const known = this.#groups.get(kind);
    if (known?.changes === this.changesOf(kind)) return known.groups as never;
    const groups = new Map<string, Records[K][]>();
    for (const record of this.all(kind)) {
      const group = groupOf(record);
      if (group === undefined) continue;
      const others = groups.get(group);
      if (others) others.push(record);
      else groups.set(group, [record]);
    }
    this.#groups.set(kind, { changes: this.changesOf(kind), groups });
    return groups;
  }

  lastClosedOrderOf(locationId: string): Records["order"] | undefined {
    return this.records.order.get(this.lastClosedByLocation.get(locationId) ?? "");
  }

  #unlink(locationId: string): void {
    for (const deviceId of this.records.location.get(locationId)?.deviceIds ?? [])
      if (this.locationByDevice.get(deviceId) === locationId) this.locationByDevice.delete(deviceId);
  }

  #index(order: Records["order"]): void {
    if (isOpen(order.state)) this.openOrderByLocation.set(order.locationId, order.id);
    else {
      if (this.openOrderByLocation.get(order.locationId) === order.id)
        this.openOrderByLocation.delete(order.locationId);
      const last = this.records.order.get(this.lastClosedByLocation.get(order.locationId) ?? "");
      if (!last || last.number <= order.number) this.lastClosedByLocation.set(order.locationId, order.id);
    }
    this.nextOrderNumber = Math.max(this.nextOrderNumber, order.number + 1);
  }
}
