import type { DevAddr, DevEui, JoinEui } from "@refill/lorawan";

/** A LoRaWAN 1.0.x session of a device. */
export interface DeviceSession {
  readonly devAddr: DevAddr;
  /**
   * 32 hexadecimal digits each. Text, since ciphers for ten thousands of devices would cost more memory than making one
   * costs time, and a small buffer keeps the block alive that it was cut from.
   */
  readonly nwkSKey: string;
  readonly appSKey: string;
  /** Counter of the last frame that was accepted; undefined before the first. */
  lastUp: number | undefined;
  /** The same, of the last frame that went on to its commit: what the database may say. */
  queuedUp: number | undefined;
  /** That frame's bytes (latin1) and when its first copy arrived: to tell late copies from retransmissions. */
  lastFrame: string | undefined;
  lastFrameAt: number;
  /** Counter of the next downlink. */
  nextDown: number;
}

/** A registered device with what the server must remember of it. Counters run ahead of the database by what is queued. */
export interface Device {
  readonly deviceId: string;
  readonly accountId: string;
  readonly devEui: DevEui;
  readonly joinEui: JoinEui;
  readonly appKey: string;
  session: DeviceSession | undefined;
  joinNonce: number;
  readonly usedDevNonces: Set<number>;
  joinedAt: number | null;
  lastUplinkAt: number | null;
  /** Sequence of the next message. */
  nextSequence: number;
  /** Sequence of the next message as the database knows it: everything before is stored. */
  storedBefore: number;
  deliveredSequence: number;
  overwritten: number;
  isRemoved: boolean;
}

/** What the database shall say of a device after an item of the commit queue. */
export interface DeviceCounters {
  frameCounterUp: number | null;
  frameCounterDown: number;
  nextSequence: number;
  lastUplinkAt: number | null;
}

export function countersOf(device: Device): DeviceCounters {
  return {
    frameCounterUp: device.session?.queuedUp ?? null,
    frameCounterDown: device.session?.nextDown ?? 0,
    nextSequence: device.nextSequence,
    lastUplinkAt: device.lastUplinkAt,
  };
}
