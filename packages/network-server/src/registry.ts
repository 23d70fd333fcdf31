import type { DevAddr, DevEui, JoinEui } from "@refill/lorawan";
import type { DeviceRegistration } from "@refill/protocol";
import type { Sealer } from "@refill/vault";
import type pg from "pg";
import type { Device, DeviceSession } from "./device.ts";

/** Content of the column `sealed` of `network.device`. */
interface SealedDevice {
  v: 1;
  joinEui: string;
  appKey: string;
  session?: { nwkSKey: string; appSKey: string };
}

/** All registered devices, in memory: found by DevEUI when they join and by address when they send. */
export class Registry {
  readonly byId = new Map<string, Device>();
  readonly byDevEui = new Map<string, Device>();
  readonly #byAddress = new Map<string, Set<Device>>();
  readonly #sealer: Sealer;

  constructor(sealer: Sealer) {
    this.#sealer = sealer;
  }

  async load(pool: pg.Pool): Promise<void> {
    const devices = await pool.query<{
      device_id: string;
      account_id: string;
      dev_eui: string;
      sealed: Buffer;
      dev_addr: string | null;
      frame_counter_up: string | null;
      frame_counter_down: string;
      join_nonce: number;
      next_sequence: string;
      delivered_sequence: string;
      overwritten: string;
      joined_at: Date | null;
      last_uplink_at: Date | null;
    }>("select * from network.device");
    for (const row of devices.rows) {
      const content = this.#sealer.open("device", row.device_id, row.sealed) as SealedDevice;
      const device = newDevice({
        deviceId: row.device_id,
        accountId: row.account_id,
        devEui: row.dev_eui,
        joinEui: content.joinEui,
        appKey: content.appKey,
      });
      device.joinNonce = row.join_nonce;
      device.joinedAt = row.joined_at?.getTime() ?? null;
      device.lastUplinkAt = row.last_uplink_at?.getTime() ?? null;
      device.nextSequence = Number(row.next_sequence);
      device.storedBefore = device.nextSequence;
      device.deliveredSequence = Number(row.delivered_sequence);
      device.overwritten = Number(row.overwritten);
      this.add(device);
      if (content.session && row.dev_addr !== null) {
        const session = newSession(row.dev_addr as DevAddr, content.session);
        session.lastUp = row.frame_counter_up === null ? undefined : Number(row.frame_counter_up);
        session.queuedUp = session.lastUp;
        session.nextDown = Number(row.frame_counter_down);
        this.setSession(device, session);
      }
    }
    const nonces = await pool.query<{ device_id: string; nonce: number }>(
      "select device_id, nonce from network.dev_nonce",
    );
    for (const { device_id, nonce } of nonces.rows) this.byId.get(device_id)?.usedDevNonces.add(nonce);
  }

  add(device: Device): void {
    this.byId.set(device.deviceId, device);
    this.byDevEui.set(device.devEui, device);
  }

  remove(device: Device): void {
    device.isRemoved = true;
    this.setSession(device, undefined);
    this.byId.delete(device.deviceId);
    this.byDevEui.delete(device.devEui);
  }

  setSession(device: Device, session: DeviceSession | undefined): void {
    const before = device.session;
    if (before) {
      const sharing = this.#byAddress.get(before.devAddr);
      sharing?.delete(device);
      if (sharing?.size === 0) this.#byAddress.delete(before.devAddr);
    }
    device.session = session;
    if (!session) return;
    const sharing = this.#byAddress.get(session.devAddr);
    if (sharing) sharing.add(device);
    else this.#byAddress.set(session.devAddr, new Set([device]));
  }

  /** Several devices may share an address; the MIC tells which one it was. */
  withAddress(devAddr: string): ReadonlySet<Device> | undefined {
    return this.#byAddress.get(devAddr);
  }

  seal(device: Device, session: DeviceSession | undefined): Buffer {
    const content: SealedDevice = {
      v: 1,
      joinEui: device.joinEui,
      appKey: device.appKey,
      ...(session ? { session: { nwkSKey: session.nwkSKey, appSKey: session.appSKey } } : {}),
    };
    return this.#sealer.seal("device", device.deviceId, content);
  }
}

export function newDevice(
  facts: Pick<DeviceRegistration, "deviceId" | "accountId" | "devEui" | "joinEui" | "appKey">,
): Device {
  return {
    deviceId: facts.deviceId,
    accountId: facts.accountId,
    devEui: facts.devEui as DevEui,
    joinEui: facts.joinEui as JoinEui,
    appKey: facts.appKey,
    session: undefined,
    joinNonce: 0,
    usedDevNonces: new Set(),
    joinedAt: null,
    lastUplinkAt: null,
    nextSequence: 1,
    storedBefore: 1,
    deliveredSequence: 0,
    overwritten: 0,
    isRemoved: false,
  };
}

export function newSession(devAddr: DevAddr, keys: { nwkSKey: string; appSKey: string }): DeviceSession {
  return {
    devAddr,
    nwkSKey: keys.nwkSKey,
    appSKey: keys.appSKey,
    lastUp: undefined,
    queuedUp: undefined,
    lastFrame: undefined,
    lastFrameAt: 0,
    nextDown: 0,
  };
}
