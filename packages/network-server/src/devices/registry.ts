import {
  type DevAddr,
  type DevEui,
  type JoinEui,
  type RegionName,
  regions,
  type SessionKeyMaterial,
} from "@refill/lorawan";
import type { DeviceRegistration } from "@refill/protocol";
import type { Sealer } from "@refill/vault";
import type pg from "pg";
import { defaultRadioSettings, initialMacState, type MacState } from "../mac/mac-state.ts";
import { SignalHistory, type SignalSample } from "../mac/signal-history.ts";
import { AddressBook } from "./address-book.ts";
import { DevNonces } from "./dev-nonces.ts";
import {
  type Device,
  type DeviceSession,
  type DeviceSettings,
  newSession,
  type RootKeyMaterial,
} from "./device.ts";

interface SealedSession {
  devAddr: string;
  keys: SessionKeyMaterial<string>;
  mac: MacState;
  history: readonly SignalSample[];
}

/** Content of the column `sealed` of `network.device`. */
interface SealedDevice {
  v: 2;
  settings: Omit<DeviceSettings, "regionName">;
  rootKeys?: RootKeyMaterial;
  session?: SealedSession;
  offered?: SealedSession;
  lastRejoin0: number | null;
  lastRejoin1: number | null;
  status?: Device["status"];
  lastGatewayEuis?: readonly string[];
  counterResets: number;
}

export interface DeviceRow {
  device_id: string;
  account_id: string;
  dev_eui: string;
  join_eui: string;
  region: string;
  sealed: Buffer;
  dev_addr: string | null;
  offered_addr: string | null;
  frame_counter_up: string | null;
  frame_counter_down: string;
  application_counter_down: string;
  join_nonce: number;
  dev_nonces: Buffer | null;
  last_dev_nonce: number | null;
  next_sequence: string;
  delivered_sequence: string;
  overwritten: string;
  joined_at: Date | null;
  last_uplink_at: Date | null;
}

/** What the database keeps of a device beside its counters: written when sessions or radio state change. */
export interface SavedDevice {
  sealed: Buffer;
  devAddr: string | null;
  offeredAddr: string | null;
  joinNonce: number;
  devNonces: Buffer | null;
  lastDevNonce: number | null;
  joinedAt: number | null;
}

const rowsAtOnce = 5_000;

/**
 * The registered devices that this process owns, in memory: found by DevEUI when they join and by address when they send.
 * What lies sealed is opened when a device is first heard, so that a start does not wait for a million of them.
 */
export class Registry {
  readonly byId = new Map<string, Device>();
  readonly byDevEui = new Map<string, Device>();
  readonly #addresses = new AddressBook();
  readonly #unopened = new Map<Device, DeviceRow>();
  readonly #sealer: Sealer;

  constructor(sealer: Sealer) {
    this.#sealer = sealer;
  }

  async load(pool: pg.Pool): Promise<void> {
    const client = await pool.connect();
    try {
      // A cursor: all rows at once would take the memory twice, and pages by key are sorted anew each.
      await client.query({
        text: `begin read only;
               declare devices no scroll cursor for
                 select d.device_id, account_id, dev_eui, join_eui, region, sealed, dev_addr, offered_addr, frame_counter_up,
                   frame_counter_down, application_counter_down, join_nonce, dev_nonces, last_dev_nonce, next_sequence,
                   delivered_sequence, overwritten, joined_at, last_uplink_at
                 from network.device d join network.counter c on c.device_id = d.device_id`,
      });
      const fetch = () => client.query<DeviceRow>(`fetch forward ${rowsAtOnce} from devices`);
      for (let next = fetch(); ; ) {
        const { rows } = await next;
        if (rows.length === 0) break;
        // Postgres prepares the next rows while these are taken in.
        next = fetch();
        for (const row of rows) this.#addRow(row);
      }
      await client.query("commit");
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  #addRow(row: DeviceRow): void {
    const device = blankDevice({
      deviceId: row.device_id,
      accountId: this.#shared(row.account_id),
      devEui: row.dev_eui,
      joinEui: this.#shared(row.join_eui),
      regionName: row.region,
    });
    device.joinNonce = row.join_nonce;
    device.lastDevNonce = row.last_dev_nonce;
    device.joinedAt = row.joined_at?.getTime() ?? null;
    device.lastUplinkAt = row.last_uplink_at?.getTime() ?? null;
    device.nextSequence = Number(row.next_sequence);
    device.storedBefore = device.nextSequence;
    device.deliveredSequence = Number(row.delivered_sequence);
    device.overwritten = Number(row.overwritten);
    this.byId.set(device.deviceId, device);
    this.byDevEui.set(device.devEui, device);
    // A copy of its own: the row's is a view that keeps the whole packet of the database alive.
    this.#unopened.set(device, { ...row, sealed: Buffer.from(row.sealed) });
    if (row.dev_addr !== null) this.#addresses.add(row.dev_addr, device);
    if (row.offered_addr !== null) this.#addresses.add(row.offered_addr, device);
  }

  readonly #texts = new Map<string, string>();
  /** Of equal texts one is kept. */
  #shared(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  /** The device with its keys, sessions and settings ready. */
  opened(device: Device): Device {
    const row = this.#unopened.get(device);
    if (!row) return device;
    this.#unopened.delete(device);
    const content = this.#sealer.open("device", device.deviceId, row.sealed) as SealedDevice;
    Object.assign(device, {
      settings: { ...content.settings, regionName: device.settings.regionName },
      rootKeys: content.rootKeys,
      usedDevNonces: new DevNonces(row.dev_nonces ?? undefined),
      lastRejoin0: content.lastRejoin0,
      lastRejoin1: content.lastRejoin1,
      status: content.status,
      lastGatewayEuis: content.lastGatewayEuis ?? [],
      counterResets: content.counterResets,
    });
    if (content.session) {
      const session = sessionOf(content.session);
      session.lastUp = row.frame_counter_up === null ? undefined : Number(row.frame_counter_up);
      session.queuedUp = session.lastUp;
      // The history is written seldom: what was heard since is no gap in it.
      const { lastUp } = session.history;
      if (lastUp !== undefined && session.lastUp !== undefined) session.history.skip(session.lastUp - lastUp);
      session.nextDown = Number(row.frame_counter_down);
      session.nextApplicationDown = Number(row.application_counter_down);
      device.session = session;
    }
    if (content.offered) device.offeredSession = sessionOf(content.offered);
    return device;
  }

  find(deviceId: string): Device | undefined {
    const device = this.byId.get(deviceId);
    return device && this.opened(device);
  }

  findByDevEui(devEui: string): Device | undefined {
    const device = this.byDevEui.get(devEui);
    return device && this.opened(device);
  }

  /** Counter of the last uplink, without opening what is sealed. */
  lastUpOf(device: Device): number | undefined {
    const row = this.#unopened.get(device);
    if (!row) return device.session?.lastUp;
    return row.frame_counter_up === null ? undefined : Number(row.frame_counter_up);
  }

  add(device: Device): void {
    this.byId.set(device.deviceId, device);
    this.byDevEui.set(device.devEui, device);
    if (device.session) this.#addresses.add(device.session.devAddr, device);
  }

  remove(device: Device): void {
    this.opened(device);
    device.isRemoved = true;
    this.setSessions(device, undefined, undefined);
    this.byId.delete(device.deviceId);
    this.byDevEui.delete(device.devEui);
  }

  setSessions(device: Device, session: DeviceSession | undefined, offered: DeviceSession | undefined): void {
    for (const before of [device.session, device.offeredSession])
      if (before) this.#addresses.remove(before.devAddr, device);
    device.session = session;
    device.offeredSession = offered;
    for (const now of [session, offered]) if (now) this.#addresses.add(now.devAddr, device);
  }

  /** Devices that may have sent a frame from this address; the MIC tells which one it was. */
  withAddress(devAddr: string): Device | ReadonlySet<Device> | undefined {
    return this.#addresses.get(devAddr);
  }

  heard(devAddr: string, device: Device): void {
    this.#addresses.heard(devAddr, device);
  }

  isAddressTaken(devAddr: string): boolean {
    return this.#addresses.isTaken(devAddr);
  }

  save(device: Device): SavedDevice {
    return {
      sealed: this.seal(device),
      devAddr: device.session?.devAddr ?? null,
      offeredAddr: device.offeredSession?.devAddr ?? null,
      joinNonce: device.joinNonce,
      devNonces: device.usedDevNonces.toBytes(),
      lastDevNonce: device.lastDevNonce,
      joinedAt: device.joinedAt,
    };
  }

  seal(device: Device): Buffer {
    const { regionName: _region, ...settings } = device.settings;
    const content: SealedDevice = {
      v: 2,
      settings,
      ...(device.rootKeys ? { rootKeys: device.rootKeys } : {}),
      ...(device.session ? { session: sealedSession(device.session) } : {}),
      ...(device.offeredSession ? { offered: sealedSession(device.offeredSession) } : {}),
      lastRejoin0: device.lastRejoin0,
      lastRejoin1: device.lastRejoin1,
      ...(device.status ? { status: device.status } : {}),
      ...(device.lastGatewayEuis.length > 0 ? { lastGatewayEuis: device.lastGatewayEuis } : {}),
      counterResets: device.counterResets,
    };
    return this.#sealer.seal("device", device.deviceId, content);
  }
}

function sealedSession({ devAddr, keys, mac, history }: DeviceSession): SealedSession {
  return { devAddr, keys, mac, history: history.samples() };
}

function sessionOf({ devAddr, keys, mac, history }: SealedSession): DeviceSession {
  return { ...newSession(devAddr as DevAddr, keys, mac), history: SignalHistory.of(history) };
}

export function newDevice(registration: DeviceRegistration): Device {
  const { activation } = registration;
  const device = blankDevice(registration);
  device.settings = settingsOf(registration);
  device.usedDevNonces = new DevNonces();
  Object.assign(device, {
    rootKeys:
      activation.kind === "otaa"
        ? { appKey: activation.appKey, ...(activation.nwkKey ? { nwkKey: activation.nwkKey } : {}) }
        : undefined,
  });
  if (activation.kind === "abp") {
    device.session = newSession(
      activation.devAddr as DevAddr,
      activation.keys,
      initialMacState(device.region, device.settings.radio, "abp"),
    );
    device.session.lastUp = activation.frameCounterUp ?? undefined;
    device.session.queuedUp = device.session.lastUp;
    device.session.nextDown = activation.frameCounterDown ?? 0;
  }
  return device;
}

/** The same device in what can't be changed without making it another one. */
export function isSameDevice(device: Device, registration: DeviceRegistration): boolean {
  const fresh = newDevice(registration);
  return (
    device.devEui === fresh.devEui &&
    device.joinEui === fresh.joinEui &&
    device.region === fresh.region &&
    device.settings.macVersion === fresh.settings.macVersion &&
    device.settings.activation === fresh.settings.activation &&
    JSON.stringify(device.rootKeys) === JSON.stringify(fresh.rootKeys) &&
    (device.settings.activation === "otaa" ||
      JSON.stringify([device.session?.devAddr, device.session?.keys]) ===
        JSON.stringify([fresh.session?.devAddr, fresh.session?.keys]))
  );
}

export function settingsOf(registration: DeviceRegistration): DeviceSettings {
  return {
    regionName: registration.regionName,
    macVersion: registration.macVersion,
    deviceClass: registration.deviceClass,
    activation: registration.activation.kind,
    allowsCounterReset: registration.allowsCounterReset,
    radio: { ...defaultRadioSettings, ...registration.radio },
  };
}

function blankDevice(facts: {
  deviceId: string;
  accountId: string;
  devEui: string;
  joinEui: string;
  regionName: string;
}): Device {
  const regionName = facts.regionName as RegionName;
  return {
    deviceId: facts.deviceId,
    accountId: facts.accountId,
    devEui: facts.devEui as DevEui,
    joinEui: facts.joinEui as JoinEui,
    region: regions[regionName],
    settings: blankSettings(regionName),
    rootKeys: undefined,
    session: undefined,
    offeredSession: undefined,
    joinNonce: 0,
    usedDevNonces: noNonces,
    lastDevNonce: null,
    lastRejoin0: null,
    lastRejoin1: null,
    joinedAt: null,
    lastUplinkAt: null,
    status: undefined,
    lastGatewayEuis: noGateways,
    heardSinceMessage: 0,
    lostSinceMessage: 0,
    nextSequence: 1,
    storedBefore: 1,
    deliveredSequence: 0,
    overwritten: 0,
    counterResets: 0,
    isRemoved: false,
  };
}

/** Of devices that were not opened yet. */
const noGateways: readonly string[] = [];
const noNonces = new DevNonces();
const blanks = new Map<string, DeviceSettings>();
/** Shared by the devices that were not opened yet. */
function blankSettings(regionName: RegionName): DeviceSettings {
  let settings = blanks.get(regionName);
  if (!settings) {
    settings = {
      regionName,
      macVersion: "1.0.3",
      deviceClass: "A",
      activation: "otaa",
      allowsCounterReset: false,
      radio: defaultRadioSettings,
    };
    blanks.set(regionName, settings);
  }
  return settings;
}
