import type pg from "pg";
import type { Logger } from "pino";
import type { Device, DeviceCounters } from "../devices/device.ts";
import type { SavedDevice } from "../devices/registry.ts";
import type { Metrics } from "../operations/metrics.ts";
import type { StoredMessage } from "./message-ring.ts";
import { slotOf } from "./message-ring.ts";

/** What one frame changes. `afterCommit` runs when that is safe on disk: only then anything is answered or delivered. */
export interface CommitItem {
  device: Device;
  counters: DeviceCounters;
  message?: StoredMessage;
  /** Keys, sessions and radio state, when they changed. */
  saved?: SavedDevice;
  afterCommit(): void;
}

const mostQueued = 20_000;
const mostInOneTransaction = 2_000;
const longestPauseMs = 2_000;
const idleFlushMs = 500;

/**
 * Group commit: while one transaction runs, what comes in collects for the next. A transaction that fails because
 * Postgres is away is repeated, with the same content, until it succeeds.
 */
export class CommitQueue {
  readonly #pool: pg.Pool;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  #queue: CommitItem[] = [];
  #delivered = new Set<Device>();
  #running: Promise<void> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #isEnding = false;
  #pushed = 0;
  #committed = 0;
  #settling: { at: number; resolve: () => void }[] = [];
  isFailing = false;

  constructor(options: { pool: pg.Pool; metrics: Metrics; log: Logger }) {
    this.#pool = options.pool;
    this.#metrics = options.metrics;
    this.#log = options.log;
  }

  get length(): number {
    return this.#queue.length;
  }

  get isFull(): boolean {
    return this.#queue.length >= mostQueued;
  }

  push(item: CommitItem): void {
    this.#pushed += 1;
    this.#queue.push(item);
    this.#start();
  }

  /** Resolves when everything that was pushed until now is committed. */
  settled(): Promise<void> {
    if (this.#committed === this.#pushed) return Promise.resolve();
    return new Promise((resolve) => this.#settling.push({ at: this.#pushed, resolve }));
  }

  /** What was delivered of this device is written with the next transaction: it may lag, the application knows better. */
  noteDelivered(device: Device): void {
    this.#delivered.add(device);
    this.#idle ??= setTimeout(() => {
      this.#idle = undefined;
      this.#start();
    }, idleFlushMs);
  }

  /** Writes what is queued and stops; gives up when Postgres is away. */
  async end(): Promise<void> {
    this.#isEnding = true;
    clearTimeout(this.#idle);
    this.#start();
    await this.#running;
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    // Lets everything that this turn of the event loop brings in take part.
    await new Promise(setImmediate);
    while (this.#queue.length > 0 || this.#delivered.size > 0) {
      const batch = this.#queue.splice(0, mostInOneTransaction);
      const delivered = this.#delivered;
      this.#delivered = new Set();
      if (!(await this.#commit(batch, delivered))) return;
      const now = Date.now();
      for (const item of batch) {
        if (item.message) {
          this.#metrics.stored.inc();
          this.#metrics.uplinkToStored.observe((now - item.message.receivedAt) / 1000);
          item.device.storedBefore = item.counters.nextSequence;
        }
        item.afterCommit();
      }
      this.#committed += batch.length;
      while (this.#settling.length > 0 && this.#settling[0]!.at <= this.#committed)
        this.#settling.shift()!.resolve();
    }
  }

  /** True when the batch is done, false when it was given up at the end. */
  async #commit(batch: CommitItem[], delivered: ReadonlySet<Device>): Promise<boolean> {
    for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        await this.#write(batch, delivered);
        this.isFailing = false;
        return true;
      } catch (error) {
        const { code, message } = error as Error & { code?: string };
        // Classes 22 and 23: the content is at fault, which no repetition mends.
        if (/^2[23]/.test(code ?? "")) return this.#commitWithoutFaulty(batch, delivered, message);
        this.#log.error(
          { reason: message, messages: batch.length },
          "messages could not be committed yet; tried again",
        );
        this.isFailing = true;
        if (this.#isEnding && pauseMs >= 400) return false;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    }
  }

  async #commitWithoutFaulty(
    batch: CommitItem[],
    delivered: ReadonlySet<Device>,
    reason: string,
  ): Promise<boolean> {
    if (batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      const first = await this.#commit(batch.slice(0, half), delivered);
      const second = await this.#commit(batch.slice(half), new Set());
      return first && second;
    }
    this.#log.error(
      { reason, deviceId: batch[0]?.device.deviceId },
      "a message can't be stored and is left out",
    );
    this.#metrics.refused.inc({ reason: "not-storable" });
    return true;
  }

  async #write(batch: CommitItem[], delivered: ReadonlySet<Device>): Promise<void> {
    const { text, values } = this.#statement(batch, delivered);
    await this.#pool.query({ name: "commit", text, values });
  }

  /** Counters, states and ring in one statement. Of a device that was removed meanwhile nothing is stored: its counter's lock decides. */
  #statement(batch: CommitItem[], delivered: ReadonlySet<Device>): { text: string; values: unknown[] } {
    const counters = new Map<Device, DeviceCounters | undefined>();
    for (const device of delivered) counters.set(device, undefined);
    const slots = new Map<string, { device: Device; message: StoredMessage }>();
    const states = new Map<Device, SavedDevice>();
    for (const { device, counters: own, message, saved } of batch) {
      counters.set(device, own);
      if (saved) states.set(device, saved);
      if (message) slots.set(`${device.deviceId}/${slotOf(message.sequence)}`, { device, message });
    }
    const devices = [...counters];
    const messages = [...slots.values()];
    const saved = [...states];
    return {
      text: `with saved as (
          update network.device as d set sealed = n.sealed, dev_addr = n.dev_addr, offered_addr = n.offered_addr,
            join_nonce = n.join_nonce, dev_nonces = n.dev_nonces, last_dev_nonce = n.last_dev_nonce, joined_at = n.joined_at
          from unnest($16::uuid[], $17::bytea[], $18::text[], $19::text[], $20::integer[], $21::bytea[], $22::integer[], $23::timestamptz[])
            as n (id, sealed, dev_addr, offered_addr, join_nonce, dev_nonces, last_dev_nonce, joined_at)
          where d.device_id = n.id),
        counted as (
          update network.counter as d set
            frame_counter_up = case when n.changed then n.up else d.frame_counter_up end,
            frame_counter_down = case when n.changed then n.down else d.frame_counter_down end,
            application_counter_down = case when n.changed then n.application_down else d.application_counter_down end,
            next_sequence = coalesce(n.next, d.next_sequence),
            last_uplink_at = coalesce(n.seen, d.last_uplink_at),
            delivered_sequence = n.delivered, overwritten = n.overwritten
          from unnest($1::uuid[], $2::boolean[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::timestamptz[], $8::bigint[], $9::bigint[])
            as n (id, changed, up, down, application_down, next, seen, delivered, overwritten)
          where d.device_id = n.id
          returning d.device_id)
        insert into network.message as m (device_id, slot, sequence, received_at, frame_counter, sealed)
        select n.id, n.slot, n.sequence, n.received_at, n.frame_counter, n.sealed
        from unnest($10::uuid[], $11::smallint[], $12::bigint[], $13::timestamptz[], $14::bigint[], $15::bytea[])
          as n (id, slot, sequence, received_at, frame_counter, sealed)
        join counted on counted.device_id = n.id
        on conflict (device_id, slot) do update set sequence = excluded.sequence, received_at = excluded.received_at,
          frame_counter = excluded.frame_counter, sealed = excluded.sealed
        where m.sequence < excluded.sequence`,
      values: [
        arrayText(devices.map(([device]) => device.deviceId)),
        arrayText(devices.map(([, own]) => own !== undefined)),
        arrayText(devices.map(([, own]) => own?.frameCounterUp ?? null)),
        arrayText(devices.map(([, own]) => own?.frameCounterDown ?? null)),
        arrayText(devices.map(([, own]) => own?.applicationCounterDown ?? null)),
        arrayText(devices.map(([, own]) => own?.nextSequence ?? null)),
        arrayText(devices.map(([, own]) => iso(own?.lastUplinkAt ?? null))),
        arrayText(devices.map(([device]) => device.deliveredSequence)),
        arrayText(devices.map(([device]) => device.overwritten)),
        arrayText(messages.map(({ device }) => device.deviceId)),
        arrayText(messages.map(({ message }) => slotOf(message.sequence))),
        arrayText(messages.map(({ message }) => message.sequence)),
        arrayText(messages.map(({ message }) => iso(message.receivedAt))),
        arrayText(messages.map(({ message }) => message.content.frameCounter)),
        arrayText(messages.map(({ message }) => message.sealed)),
        arrayText(saved.map(([device]) => device.deviceId)),
        arrayText(saved.map(([, own]) => own.sealed)),
        arrayText(saved.map(([, own]) => own.devAddr)),
        arrayText(saved.map(([, own]) => own.offeredAddr)),
        arrayText(saved.map(([, own]) => own.joinNonce)),
        arrayText(saved.map(([, own]) => own.devNonces)),
        arrayText(saved.map(([, own]) => own.lastDevNonce)),
        arrayText(saved.map(([, own]) => iso(own.joinedAt))),
      ],
    };
  }
}

/**
 * A Postgres array in its text form (manual, 8.15.6), of what needs no quotes: numbers, ids, times, hexadecimal digits. Joined at
 * once: the driver puts one value after the other together, with a look at each for quotes.
 */
function arrayText(values: readonly (string | number | boolean | Buffer | null)[]): string {
  return `{${values.map((value) => (Buffer.isBuffer(value) ? `"\\\\x${value.toString("hex")}"` : value === null ? "NULL" : value)).join()}}`;
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
