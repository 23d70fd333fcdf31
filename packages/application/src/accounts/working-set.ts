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
  keyOf(record: { id: string }): string | null;
  ids: Map<string, string>;
}

function enter(
  { keyOf, ids }: Lookup,
  before: { id: string } | undefined,
  after: { id: string } | undefined,
) {
  const old = before && keyOf(before);
  const key = after && keyOf(after);
  if (old && old !== key && ids.get(old) === before.id) ids.delete(old);
  if (key) ids.set(key, after.id);
}

const indexes = ["locationByDevice", "openOrderByLocation", "apiKeyByHash", "sessionByHash"] as const;

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
  readonly apiKeyByHash = new Map<string, string>();
  readonly sessionByHash = new Map<string, string>();
  nextOrderNumber = 1;
  /** About what it takes in memory. */
  bytes = 0;
  readonly #lookups = new Map<Kind, Map<string, Lookup>>();
  /** Counted up when a record of the kind is set or removed: what was made of all of them is old then. */
  readonly #changes = new Map<Kind, number>();

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
    keyOf: (record: Records[K]) => string | null,
  ): ReadonlyMap<string, string> {
    let ofKind = this.#lookups.get(kind);
    if (!ofKind) {
      ofKind = new Map();
      this.#lookups.set(kind, ofKind);
    }
    const known = ofKind.get(name);
    if (known) return known.ids;
    const lookup: Lookup = { keyOf: keyOf as Lookup["keyOf"], ids: new Map() };
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
      const { deviceId } = record as Records["location"];
      if (deviceId) this.locationByDevice.set(deviceId, record.id);
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

  #unlink(locationId: string): void {
    const deviceId = this.records.location.get(locationId)?.deviceId;
    if (deviceId && this.locationByDevice.get(deviceId) === locationId)
      this.locationByDevice.delete(deviceId);
  }

  #index(order: Records["order"]): void {
    if (isOpen(order.state)) this.openOrderByLocation.set(order.locationId, order.id);
    else if (this.openOrderByLocation.get(order.locationId) === order.id)
      this.openOrderByLocation.delete(order.locationId);
    this.nextOrderNumber = Math.max(this.nextOrderNumber, order.number + 1);
  }
}
