import type { Subscriber, UplinkMessage } from "@refill/protocol";
import type pg from "pg";
import type { Logger } from "pino";
import type { Device } from "../devices/device.ts";
import type { Metrics } from "../operations/metrics.ts";
import type { Traffic } from "../operations/traffic.ts";
import type { CommitQueue } from "./commit-queue.ts";
import { readUndelivered, type StoredMessage } from "./message-ring.ts";
import type { MessageSeal } from "./message-seal.ts";

type Message = Omit<StoredMessage, "sealed">;

const mostReady = 10_000;
/** The more that wait, the more of one customer's share a transaction. */
const mostInBatch = 5_000;
/** Each may have 14 messages. */
const mostDevicesRead = 350;
const pauseAfterFailureMs = 500;

/**
 * Hands stored messages to the application, one batch at a time, in order for each device. Fresh ones come from memory;
 * those of a device that fell behind (application away, too many at once, restart) from its ring.
 */
export class Delivery {
  readonly #pool: pg.Pool;
  readonly #seal: MessageSeal;
  readonly #commits: CommitQueue;
  readonly #metrics: Metrics;
  readonly #traffic: Traffic;
  readonly #log: Logger;
  #subscriber: Subscriber | undefined;
  #ready: { device: Device; message: Message }[] = [];
  /** Devices with messages in {@link #ready}, and how many. */
  readonly #readyOf = new Map<Device, number>();
  readonly #behind = new Set<Device>();
  #isBusy = false;
  #isEnding = false;
  #wasBehind = false;

  constructor(options: {
    pool: pg.Pool;
    seal: MessageSeal;
    commits: CommitQueue;
    metrics: Metrics;
    traffic: Traffic;
    log: Logger;
  }) {
    this.#pool = options.pool;
    this.#seal = options.seal;
    this.#commits = options.commits;
    this.#metrics = options.metrics;
    this.#traffic = options.traffic;
    this.#log = options.log;
  }

  get isConnected(): boolean {
    return this.#subscriber !== undefined && !this.#subscriber.closed;
  }

  get readyLength(): number {
    return this.#ready.length;
  }

  get devicesBehind(): number {
    return this.#behind.size;
  }

  /** After the commit of a message, in the device's order. */
  stored(device: Device, message: Message): void {
    this.#traffic.stored(device.accountId);
    if (!this.isConnected || this.#behind.has(device) || this.#ready.length >= mostReady)
      this.#behind.add(device);
    else {
      this.#ready.push({ device, message });
      this.#readyOf.set(device, (this.#readyOf.get(device) ?? 0) + 1);
    }
    this.#pump();
  }

  /** Has messages that the application has not acknowledged: found at the start. */
  fellBehind(device: Device): void {
    this.#behind.add(device);
  }

  subscribe(subscriber: Subscriber): void {
    this.#subscriber = subscriber;
    this.#fallBack();
    this.#pump();
  }

  end(): void {
    this.#isEnding = true;
  }

  /** What is in memory only is found in the rings again. */
  #fallBack(): void {
    for (const device of this.#readyOf.keys()) this.#behind.add(device);
    this.#ready = [];
    this.#readyOf.clear();
  }

  #pump(): void {
    if (this.#isBusy || this.#isEnding || !this.isConnected) return;
    if (this.#ready.length === 0 && this.#behind.size === 0) return;
    this.#isBusy = true;
    this.#deliverOne()
      .catch(async (error) => {
        this.#log.warn({ reason: error.message }, "a batch was not acknowledged; its messages come again");
        this.#fallBack();
        await new Promise((resolve) => setTimeout(resolve, pauseAfterFailureMs));
      })
      .finally(() => {
        this.#isBusy = false;
        this.#pump();
      });
  }

  async #deliverOne(): Promise<void> {
    const subscriber = this.#subscriber!;
    // Those behind and those in time take turns, so that neither waits for ever.
    const fromRings = this.#behind.size > 0 && (this.#ready.length === 0 || !this.#wasBehind);
    this.#wasBehind = fromRings;
    const messages = fromRings ? await this.#takeFromRings() : this.#takeReady();
    if (messages.size === 0) return;
    const batch: UplinkMessage[] = [];
    const results = new Map<Device, { delivered: number; overwritten: number }>();
    for (const [device, own] of messages) {
      let { deliveredSequence: delivered, overwritten } = device;
      for (const { sequence, receivedAt, content } of own) {
        overwritten += sequence - delivered - 1;
        delivered = sequence;
        batch.push({
          accountId: device.accountId,
          deviceId: device.deviceId,
          sequence,
          receivedAt,
          ...content,
        });
      }
      results.set(device, { delivered, overwritten });
    }
    try {
      await subscriber.deliver(batch);
    } catch (error) {
      for (const device of messages.keys()) this.#behind.add(device);
      throw error;
    }
    this.#metrics.delivered.inc(batch.length);
    this.#traffic.delivered(batch.at(-1)!.receivedAt);
    for (const [device, { delivered, overwritten }] of results) {
      this.#metrics.overwritten.inc(overwritten - device.overwritten);
      device.deliveredSequence = delivered;
      device.overwritten = overwritten;
      this.#commits.noteDelivered(device);
      if (device.storedBefore - 1 <= delivered) this.#behind.delete(device);
    }
  }

  #takeReady(): Map<Device, Message[]> {
    const messages = new Map<Device, Message[]>();
    const taken = this.#ready.length <= mostInBatch ? this.#ready : this.#ready.slice(0, mostInBatch);
    this.#ready = this.#ready.length <= mostInBatch ? [] : this.#ready.slice(mostInBatch);
    for (const { device, message } of taken) {
      const left = this.#readyOf.get(device)! - 1;
      if (left === 0) this.#readyOf.delete(device);
      else this.#readyOf.set(device, left);
      if (device.isRemoved || message.sequence <= device.deliveredSequence) continue;
      const own = messages.get(device);
      if (own) own.push(message);
      else messages.set(device, [message]);
    }
    return messages;
  }

  async #takeFromRings(): Promise<Map<Device, Message[]>> {
    const devices: Device[] = [];
    for (const device of this.#behind) {
      if (devices.length === mostDevicesRead) break;
      if (device.isRemoved) this.#behind.delete(device);
      // What is ready in memory is older and goes first.
      else if (!this.#readyOf.has(device)) devices.push(device);
    }
    const before = new Map(devices.map((device) => [device, device.storedBefore]));
    const found = await readUndelivered(this.#pool, this.#seal, devices, (deviceId, sequence, reason) => {
      this.#metrics.unreadable.inc();
      this.#log.error({ deviceId, sequence, reason }, "a stored message can't be opened and is left out");
    });
    const messages = new Map<Device, Message[]>();
    for (const device of devices) {
      const own = found.get(device.deviceId);
      if (own) messages.set(device, own);
      // Nothing there and nothing new since: it is not behind.
      else if (device.storedBefore === before.get(device)) this.#behind.delete(device);
    }
    return messages;
  }
}
