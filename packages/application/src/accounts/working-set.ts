import { isOpen } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import type { Kind, Records } from "./records.ts";
import { kinds } from "./tables.ts";

/** Closed orders that are held beside the open ones; older ones are read from the database. */
export const closedOrdersHeld = 1000;

type Maps = { readonly [K in Kind]: Map<string, Records[K]> };

/** A storage account's opened records, as of one revision, with the look-ups that stock keeping needs. */
export class WorkingSet {
  readonly accountId: string;
  readonly customerName: string;
  readonly region: string;
  readonly isDemonstration: boolean;
  readonly sealer: Sealer;
  revision: number;
  readonly records: Maps;
  readonly locationByDevice = new Map<string, string>();
  readonly openOrderByLocation = new Map<string, string>();
  nextOrderNumber = 1;

  constructor(facts: {
    accountId: string;
    customerName: string;
    region: string;
    isDemonstration: boolean;
    sealer: Sealer;
    revision: number;
  }) {
    this.accountId = facts.accountId;
    this.customerName = facts.customerName;
    this.region = facts.region;
    this.isDemonstration = facts.isDemonstration;
    this.sealer = facts.sealer;
    this.revision = facts.revision;
    this.records = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as Maps;
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    return this.records[kind].get(id);
  }

  all<K extends Kind>(kind: K): IterableIterator<Records[K]> {
    return this.records[kind].values();
  }

  set<K extends Kind>(kind: K, record: Records[K]): void {
    if (kind === "location") this.#unlink(record.id);
    this.records[kind].set(record.id, record);
    if (kind === "location") {
      const { deviceId } = record as Records["location"];
      if (deviceId) this.locationByDevice.set(deviceId, record.id);
    } else if (kind === "order") this.#index(record as Records["order"]);
  }

  delete(kind: Kind, id: string): void {
    if (kind === "location") {
      this.#unlink(id);
      this.records.level.delete(id);
    }
    if (kind === "device") this.records.deviceState.delete(id);
    this.records[kind].delete(id);
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
