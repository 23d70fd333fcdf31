import type { UplinkMessage } from "@refill/protocol";
import type pg from "pg";
import type { Device } from "../devices/device.ts";
import type { MessageSeal } from "./message-seal.ts";

/** Messages kept of each sensor. */
export const ringSize = 14;

/** The part of a message that is sealed in the ring. */
export type MessageContent = Omit<UplinkMessage, "accountId" | "deviceId" | "sequence" | "receivedAt">;

export interface StoredMessage {
  sequence: number;
  /** ms since 1970. */
  receivedAt: number;
  content: MessageContent;
  sealed: Buffer;
}

export function slotOf(sequence: number): number {
  return sequence % ringSize;
}

/**
 * The messages of these devices that the application has not acknowledged, in order for each device. Those that can't be
 * opened are told and left out.
 */
export async function readUndelivered(
  pool: pg.Pool,
  seal: MessageSeal,
  devices: readonly Device[],
  onUnreadable: (deviceId: string, sequence: number, reason: string) => void,
): Promise<Map<string, Omit<StoredMessage, "sealed">[]>> {
  const { rows } = await pool.query<{
    device_id: string;
    sequence: string;
    received_at: Date;
    sealed: Buffer;
  }>(
    `select m.device_id, m.sequence, m.received_at, m.sealed
     from network.message m join unnest($1::uuid[], $2::bigint[]) as n (id, delivered)
       on m.device_id = n.id and m.sequence > n.delivered
     order by m.device_id, m.sequence`,
    [devices.map(({ deviceId }) => deviceId), devices.map(({ deliveredSequence }) => deliveredSequence)],
  );
  const byDevice = new Map<string, Omit<StoredMessage, "sealed">[]>();
  for (const row of rows) {
    const sequence = Number(row.sequence);
    let content: MessageContent;
    try {
      content = seal.open(row.device_id, sequence, row.sealed) as MessageContent;
    } catch (error) {
      // One that was damaged must not keep the others.
      onUnreadable(row.device_id, sequence, (error as Error).message);
      continue;
    }
    const messages = byDevice.get(row.device_id) ?? [];
    byDevice.set(row.device_id, messages);
    messages.push({
      sequence,
      receivedAt: row.received_at.getTime(),
      content,
    });
  }
  return byDevice;
}

/** Every stored message of a device, oldest first. */
export async function readRing(
  pool: pg.Pool,
  seal: MessageSeal,
  device: Device,
  onUnreadable: Parameters<typeof readUndelivered>[3],
): Promise<Omit<StoredMessage, "sealed">[]> {
  const found = await readUndelivered(pool, seal, [{ ...device, deliveredSequence: 0 }], onUnreadable);
  return found.get(device.deviceId) ?? [];
}
