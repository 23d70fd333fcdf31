import { isDeepStrictEqual } from "node:util";
import { isOpen } from "@refill/replenishment";
import type { Actor } from "./actor.ts";
import type {
  Draft,
  FloorPlanRow,
  ImportChunkRow,
  ImportedUseRow,
  Kind,
  MeasurementRow,
  PhotoRow,
  PictureRow,
  Records,
  Stamped,
  StockTakeRow,
} from "./records.ts";
import { dependents, kinds, stampedKinds } from "./tables.ts";
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

/** What the audit trail says beside the records that were changed: sign-ins, exports, refused attempts. */
export interface AuditNote {
  /** e.g. `session.started`. */
  action: string;
  target?: { kind: string; id: string | null; name: string } | null;
  detail?: Record<string, unknown>;
}

/** What webhooks are told. */
export interface WebhookEvent {
  id: string;
  /** e.g. `order.placed`. */
  type: string;
  /** ms. */
  at: number;
  data: object;
  /** To whom it goes, and what is kept of that. */
  deliveries: readonly { id: string; webhookId: string; content: object }[];
}

/** Work to be done after the commit. */
export interface Job {
  queue: string;
  /** Ids only: no content. */
  data: object;
  options?: JobOptions;
}
export interface JobOptions {
  /** Not before this time, ms. */
  startAfter?: number;
  /** Of one group only so many run at once as the queue allows. */
  group?: string;
  /** Queues that say so hold one waiting job of a key. */
  singletonKey?: string;
}

/** Takes back what was done elsewhere; `now`: the account after all, undefined when it can't be read. */
export type Undo = (now: WorkingSet | undefined) => Promise<void>;

/** The answer to a POST with an Idempotency-Key, kept with what it changed. */
export interface KeptAnswer {
  keyHash: Buffer;
  requestHash: Buffer;
  answer: object;
}

/**
 * What one transaction will change, over the working set that it read, and who does it. Reads see its own writes.
 * Nothing reaches memory or database before the commit.
 */
export class AccountChange {
  readonly base: WorkingSet;
  readonly actor: Actor;
  /** ms since 1970: the time of everything in it. */
  readonly at: number;
  readonly overlay: Overlay;
  readonly measurements: MeasurementRow[] = [];
  readonly stockTakes: StockTakeRow[] = [];
  readonly pictures: PictureRow[] = [];
  readonly photos: PhotoRow[] = [];
  readonly floorPlans: FloorPlanRow[] = [];
  readonly importedUse: ImportedUseRow[] = [];
  readonly importChunks: ImportChunkRow[] = [];
  readonly jobs: Job[] = [];
  readonly mailbox: MailboxMessage[] = [];
  readonly notes: AuditNote[] = [];
  readonly webhookEvents: WebhookEvent[] = [];
  /** Run, the last one first, when this is not committed: takes back what was done outside of the account. */
  readonly undos: Undo[] = [];
  keptAnswer: KeptAnswer | undefined;
  /** The account's keys are others after the commit: everybody reads it anew. */
  changesKeys = false;
  readonly #openOrders = new Map<string, string | undefined>();
  /** By how much the number of a kind's records changed. */
  readonly #balance = new Map<Kind, number>();
  #nextOrderNumber: number;

  constructor(base: WorkingSet, actor: Actor, at: number) {
    this.base = base;
    this.actor = actor;
    this.at = at;
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

  /** How many records of the kind there are, with this change. */
  count(kind: Kind): number {
    return this.base.records[kind].size + (this.#balance.get(kind) ?? 0);
  }

  /** Gives the record with its stamps; one that is as it was before stays as it is. */
  put<K extends Kind>(kind: K, draft: Draft<Records[K]>): Records[K] {
    const record = stampedKinds.has(kind) ? this.#stamp(kind, draft) : (draft as unknown as Records[K]);
    if (record === this.base.get(kind, record.id) && !this.overlay[kind].has(record.id)) return record;
    this.#place(kind, record.id, record);
    if (kind === "order") {
      const order = record as Records["order"];
      if (isOpen(order.state)) this.#openOrders.set(order.locationId, order.id);
      else if (this.openOrderOf(order.locationId)?.id === order.id)
        this.#openOrders.set(order.locationId, undefined);
    }
    return record;
  }

  remove(kind: Kind, id: string): void {
    this.#place(kind, id, undefined);
    for (const dependent of dependents.get(kind) ?? []) this.overlay[dependent].delete(id);
  }

  openOrderOf(locationId: string): Records["order"] | undefined {
    const orderId = this.#openOrders.has(locationId)
      ? this.#openOrders.get(locationId)
      : this.base.openOrderByLocation.get(locationId);
    return orderId === undefined ? undefined : this.get("order", orderId);
  }

  /** The location's closed order with the highest number. */
  lastClosedOrderOf(locationId: string): Records["order"] | undefined {
    let last = this.get("order", this.base.lastClosedByLocation.get(locationId) ?? "");
    for (const order of this.overlay.order.values())
      if (order?.locationId === locationId && !isOpen(order.state) && (!last || last.number < order.number))
        last = order;
    return last;
  }

  /** Open transfers that come from the location. */
  transfersFrom(locationId: string): Records["order"][] {
    const { order: changed } = this.overlay;
    const unchanged = this.base.transfersFrom(locationId).filter(({ id }) => !changed.has(id));
    const others = [...changed.values()].filter(
      (order) => order !== undefined && order.sourceLocationId === locationId && isOpen(order.state),
    );
    return [...unchanged, ...(others as Records["order"][])];
  }

  reservationsAt(locationId: string): Records["reservation"][] {
    const { reservation: changed } = this.overlay;
    const unchanged = this.base.reservationsAt(locationId).filter(({ id }) => !changed.has(id));
    const others = [...changed.values()].filter((each) => each?.locationId === locationId);
    return [...unchanged, ...(others as Records["reservation"][])];
  }

  locationsOfPart(partId: string): Records["location"][] {
    const { location: changed } = this.overlay;
    const unchanged = this.base.locationsOfPart(partId).filter(({ id }) => !changed.has(id));
    if (changed.size === 0) return unchanged;
    const others = [...changed.values()].filter((each) => each?.partId === partId);
    return [...unchanged, ...(others as Records["location"][])];
  }

  nextOrderNumber(): number {
    return this.#nextOrderNumber++;
  }

  /** Runs after the commit and, in the same transaction, is not lost by any crash. Ids only: no content. */
  enqueue(queue: string, data: object, options?: JobOptions): void {
    const key = options?.singletonKey;
    if (
      key !== undefined &&
      this.jobs.some((job) => job.queue === queue && job.options?.singletonKey === key)
    )
      return;
    this.jobs.push(options ? { queue, data, options } : { queue, data });
  }

  /** An entry of the audit trail that no record shows. */
  note(note: AuditNote): void {
    this.notes.push(note);
  }

  /** Runs one part; when it throws, what it had put is taken back, and the rest of the change stays. */
  async attempt<T>(part: () => T | Promise<T>): Promise<T> {
    const overlays = kinds.map((kind) => new Map<string, unknown>(this.overlay[kind]));
    const openOrders = new Map(this.#openOrders);
    const balance = new Map(this.#balance);
    const number = this.#nextOrderNumber;
    const lists = this.additions;
    const lengths = lists.map((list) => list.length);
    try {
      return await part();
    } catch (error) {
      for (const [index, kind] of kinds.entries()) {
        const map = this.overlay[kind] as Map<string, unknown>;
        map.clear();
        for (const [id, record] of overlays[index]!) map.set(id, record);
      }
      this.#openOrders.clear();
      for (const [locationId, orderId] of openOrders) this.#openOrders.set(locationId, orderId);
      this.#balance.clear();
      for (const [kind, by] of balance) this.#balance.set(kind, by);
      this.#nextOrderNumber = number;
      for (const [index, list] of lists.entries()) list.length = lengths[index]!;
      throw error;
    }
  }

  /** All that it brings beside records. */
  get additions(): readonly unknown[][] {
    return [
      this.measurements,
      this.stockTakes,
      this.pictures,
      this.photos,
      this.floorPlans,
      this.importedUse,
      this.importChunks,
      this.jobs,
      this.mailbox,
      this.notes,
      this.webhookEvents,
    ];
  }

  get isEmpty(): boolean {
    return (
      this.additions.every((added) => added.length === 0) &&
      this.keptAnswer === undefined &&
      kinds.every((kind) => this.overlay[kind].size === 0)
    );
  }

  #place<K extends Kind>(kind: K, id: string, record: Records[K] | undefined): void {
    const by = Number(record !== undefined) - Number(this.get(kind, id) !== undefined);
    if (by !== 0) this.#balance.set(kind, (this.#balance.get(kind) ?? 0) + by);
    this.overlay[kind].set(id, record);
  }

  #stamp<K extends Kind>(kind: K, draft: Draft<Records[K]>): Records[K] {
    const before = this.get(kind, (draft as { id: string }).id) as (Records[K] & Stamped) | undefined;
    const version = before?.version ?? 0;
    const createdAt = before?.createdAt ?? this.at;
    if (before) {
      const { updatedAt } = before;
      const same = { ...draft, version, createdAt, updatedAt };
      if (isDeepStrictEqual(same, before)) return before;
    }
    return { ...draft, version: version + 1, createdAt, updatedAt: this.at } as unknown as Records[K];
  }
}
