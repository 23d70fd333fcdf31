import type { DownlinkStatus } from "@refill/protocol";
import { RequestRefused } from "@refill/protocol";
import type { Sealer } from "@refill/vault";
import type pg from "pg";
import type { Logger } from "pino";
import type { Device } from "../devices/device.ts";

/** A downlink that waits for its window, or (confirmed) for its acknowledgement. */
export interface QueuedDownlink {
  readonly downlinkId: string;
  readonly fPort: number;
  readonly payload: Buffer;
  readonly confirmed: boolean;
  readonly createdAt: number;
  /** ms since 1970; null: never. */
  readonly expiresAt: number | null;
  attempts: number;
}

interface Row {
  downlink_id: string;
  device_id: string;
  state: DownlinkStatus["state"];
  created_at: Date;
  expires_at: Date | null;
  changed_at: Date;
  sealed: Buffer;
}

/** Each device's downlinks, in order. */
export const mostQueued = 32;
/** Of those that are done, so many are kept to be shown. */
const mostShown = 20;
/** A confirmed downlink is sent this often before it counts as failed. */
export const mostAttempts = 4;

/** Downlinks of the application: in Postgres until they are done, and in memory in their device's order. */
export class DownlinkQueue {
  readonly #pool: pg.Pool;
  readonly #sealer: Sealer;
  readonly #log: Logger;
  readonly #waiting = new Map<string, QueuedDownlink[]>();

  constructor(options: { pool: pg.Pool; sealer: Sealer; log: Logger }) {
    this.#pool = options.pool;
    this.#sealer = options.sealer;
    this.#log = options.log;
  }

  async load(): Promise<void> {
    const { rows } = await this.#pool.query<Row>(
      "select * from network.downlink where state in ('queued', 'awaiting') order by created_at, downlink_id",
    );
    for (const row of rows) {
      const own = this.#waiting.get(row.device_id) ?? [];
      this.#waiting.set(row.device_id, own);
      if (!own.some(({ downlinkId }) => downlinkId === row.downlink_id)) own.push(this.#open(row));
    }
  }

  /** Throws {@link RequestRefused} `downlink-queue-full`. Resolves when it is stored; the same id again changes nothing. */
  async add(
    device: Device,
    downlink: Omit<QueuedDownlink, "attempts" | "createdAt">,
    now: number,
  ): Promise<void> {
    const own = this.#waiting.get(device.deviceId) ?? [];
    if (own.some(({ downlinkId }) => downlinkId === downlink.downlinkId)) return;
    if (own.length >= mostQueued)
      throw new RequestRefused("downlink-queue-full", `at most ${mostQueued} downlinks wait for a device`);
    const { downlinkId, fPort, payload, confirmed, expiresAt } = downlink;
    const result = await this.#pool.query(
      `insert into network.downlink (downlink_id, device_id, account_id, state, created_at, changed_at, expires_at, sealed)
       values ($1, $2, $3, 'queued', $4, $4, $5, $6) on conflict do nothing`,
      [
        downlinkId,
        device.deviceId,
        device.accountId,
        new Date(now).toISOString(),
        expiresAt === null ? null : new Date(expiresAt).toISOString(),
        this.#sealer.seal("downlink", downlinkId, {
          fPort,
          payload: payload.toString("base64"),
          confirmed,
        }),
      ],
    );
    if (result.rowCount === 0) return;
    own.push({ ...downlink, createdAt: now, attempts: 0 });
    this.#waiting.set(device.deviceId, own);
  }

  /** The next downlink of a device; what has expired is left out for good. */
  head(device: Device, now: number): QueuedDownlink | undefined {
    const own = this.#waiting.get(device.deviceId);
    if (!own) return undefined;
    for (;;) {
      const head = own[0];
      if (!head) {
        this.#waiting.delete(device.deviceId);
        return undefined;
      }
      if (head.expiresAt !== null && head.expiresAt <= now) this.finish(device, head.downlinkId, "expired");
      else if (head.attempts >= mostAttempts) this.finish(device, head.downlinkId, "failed");
      else return head;
      if (own[0] === head) own.shift();
    }
  }

  length(device: Device): number {
    return this.#waiting.get(device.deviceId)?.length ?? 0;
  }

  /** It is on its way to an acknowledgement. */
  awaits(downlinkId: string): void {
    this.#note(downlinkId, "awaiting");
  }

  finish(
    device: Device,
    downlinkId: string,
    state: Exclude<DownlinkStatus["state"], "queued" | "awaiting">,
  ): void {
    const own = this.#waiting.get(device.deviceId);
    const at = own?.findIndex((each) => each.downlinkId === downlinkId) ?? -1;
    if (own && at >= 0) own.splice(at, 1);
    if (own?.length === 0) this.#waiting.delete(device.deviceId);
    this.#note(downlinkId, state);
  }

  /** Not sent yet and no longer wanted; undefined: every one of the device. */
  async remove(device: Device, downlinkId?: string): Promise<number> {
    const { rows } = await this.#pool.query<{ downlink_id: string }>(
      `update network.downlink set state = 'removed', changed_at = now()
       where device_id = $1 and state in ('queued', 'awaiting') and ($2::uuid is null or downlink_id = $2)
       returning downlink_id`,
      [device.deviceId, downlinkId ?? null],
    );
    const removed = new Set(rows.map((row) => row.downlink_id));
    const left = (this.#waiting.get(device.deviceId) ?? []).filter((each) => !removed.has(each.downlinkId));
    if (left.length === 0) this.#waiting.delete(device.deviceId);
    else this.#waiting.set(device.deviceId, left);
    return removed.size;
  }

  /** What waits and what was done lately, newest first. */
  async list(device: Device): Promise<DownlinkStatus[]> {
    const { rows } = await this.#pool.query<Row>(
      `select * from network.downlink where device_id = $1 order by created_at desc, downlink_id limit ${mostQueued + mostShown}`,
      [device.deviceId],
    );
    return rows.map((row) => {
      const { fPort, payload, confirmed } = this.#open(row);
      return {
        downlinkId: row.downlink_id,
        fPort,
        payload: payload.toString("base64"),
        confirmed,
        state: row.state,
        createdAt: row.created_at.getTime(),
        changedAt: row.changed_at.getTime(),
        expiresAt: row.expires_at?.getTime() ?? null,
      };
    });
  }

  forget(deviceId: string): void {
    this.#waiting.delete(deviceId);
  }

  devicesWaiting(): Iterable<string> {
    return this.#waiting.keys();
  }

  #open(row: Row): QueuedDownlink {
    const content = this.#sealer.open("downlink", row.downlink_id, row.sealed) as {
      fPort: number;
      payload: string;
      confirmed: boolean;
    };
    return {
      downlinkId: row.downlink_id,
      fPort: content.fPort,
      payload: Buffer.from(content.payload, "base64"),
      confirmed: content.confirmed,
      createdAt: row.created_at.getTime(),
      expiresAt: row.expires_at?.getTime() ?? null,
      attempts: 0,
    };
  }

  /** A note that is lost with the process makes a downlink be sent again, never be lost. */
  #note(downlinkId: string, state: DownlinkStatus["state"]): void {
    this.#pool
      .query(
        `with noted as (update network.downlink set state = $2, changed_at = now() where downlink_id = $1 returning device_id)
         delete from network.downlink q using noted n where q.device_id = n.device_id and q.state not in ('queued', 'awaiting')
           and q.downlink_id in (select downlink_id from network.downlink where device_id = n.device_id
             and state not in ('queued', 'awaiting') order by created_at desc offset ${mostShown})`,
        [downlinkId, state],
      )
      .catch((error) => this.#log.error({ reason: error.message }, "a downlink's state is not written"));
  }
}
