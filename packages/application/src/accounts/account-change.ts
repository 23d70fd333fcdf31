import { isOpen } from "@refill/replenishment";
import type { Kind, MeasurementRow, Records } from "./records.ts";
import { kinds } from "./tables.ts";
import type { WorkingSet } from "./working-set.ts";

type Overlay = { readonly [K in Kind]: Map<string, Records[K] | undefined> };

/** A mail in the demonstration's built-in mailbox. */
export interface MailboxMessage {
  id: string;
  at: number;
  to: string;
  subject: string;
  text: string;
}

/**
 * What one transaction will change, over the working set that it read. Reads see its own writes. Nothing reaches
 * memory or database before the commit.
 */
export class AccountChange {
  readonly base: WorkingSet;
  readonly overlay: Overlay;
  readonly measurements: MeasurementRow[] = [];
  readonly jobs: { queue: string; data: object }[] = [];
  readonly mailbox: MailboxMessage[] = [];
  readonly #openOrders = new Map<string, string | undefined>();
  #nextOrderNumber: number;

  constructor(base: WorkingSet) {
    this.base = base;
    this.overlay = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as unknown as Overlay;
    this.#nextOrderNumber = base.nextOrderNumber;
  }

  get<K extends Kind>(kind: K, id: string): Records[K] | undefined {
    const changes = this.overlay[kind];
    return changes.has(id) ? changes.get(id) : this.base.get(kind, id);
  }

  *all<K extends Kind>(kind: K): Generator<Records[K]> {
    const changes = this.overlay[kind];
    for (const record of this.base.all(kind)) if (!changes.has(record.id)) yield record;
    for (const record of changes.values()) if (record) yield record;
  }

  put<K extends Kind>(kind: K, record: Records[K]): void {
    this.overlay[kind].set(record.id, record);
    if (kind === "order") {
      const order = record as Records["order"];
      if (isOpen(order.state)) this.#openOrders.set(order.locationId, order.id);
      else if (this.openOrderOf(order.locationId)?.id === order.id)
        this.#openOrders.set(order.locationId, undefined);
    }
  }

  remove(kind: Kind, id: string): void {
    this.overlay[kind].set(id, undefined);
    if (kind === "location") this.overlay.level.delete(id);
    if (kind === "device") this.overlay.deviceState.delete(id);
  }

  openOrderOf(locationId: string): Records["order"] | undefined {
    const orderId = this.#openOrders.has(locationId)
      ? this.#openOrders.get(locationId)
      : this.base.openOrderByLocation.get(locationId);
    return orderId === undefined ? undefined : this.get("order", orderId);
  }

  nextOrderNumber(): number {
    return this.#nextOrderNumber++;
  }

  /** Runs after the commit and, in the same transaction, is not lost by any crash. Ids only: no content. */
  enqueue(queue: string, data: object): void {
    this.jobs.push({ queue, data });
  }

  get isEmpty(): boolean {
    return (
      this.measurements.length === 0 &&
      this.jobs.length === 0 &&
      this.mailbox.length === 0 &&
      kinds.every((kind) => this.overlay[kind].size === 0)
    );
  }
}
