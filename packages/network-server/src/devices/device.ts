import {
  type DevAddr,
  type DevEui,
  importSessionKeys,
  type JoinEui,
  type MacVersion,
  type Region,
  type RegionName,
  type SessionKeyMaterial,
  type SessionKeys,
} from "@refill/lorawan";
import type { MacState, RadioSettings } from "../mac/mac-state.ts";
import { SignalHistory } from "../mac/signal-history.ts";
import type { DevNonces } from "./dev-nonces.ts";

/** Root keys as 32 hexadecimal digits. A 1.0.x device has an AppKey only. */
export interface RootKeyMaterial {
  readonly appKey: string;
  readonly nwkKey?: string | undefined;
}

/** A session of a device. Counters run ahead of the database by what is queued for its commit. */
export interface DeviceSession {
  readonly devAddr: DevAddr;
  /** Text, since cipher objects of all devices would take too much memory; {@link sessionKeys} keeps the latest used. */
  readonly keys: SessionKeyMaterial<string>;
  /** Counter of the last frame that was accepted; undefined before the first. */
  lastUp: number | undefined;
  /** The same, of the last frame that went on to its commit: what the database may say. */
  queuedUp: number | undefined;
  /** That frame's bytes (latin1) and when its first copy arrived: to tell late copies from retransmissions. */
  lastFrame: string | undefined;
  lastFrameAt: number;
  /** Counter of the next downlink: of all in 1.0.x, of MAC commands and empty ones in 1.1 (NFCntDown). */
  nextDown: number;
  /** 1.1: counter of the next downlink with an application port (AFCntDown). */
  nextApplicationDown: number;
  mac: MacState;
  /** The latest uplinks' signal, oldest first, at most twenty. Replaced, never changed in place. */
  readonly history: SignalHistory;
}

/** What a customer sets of a device, beside its keys. */
export interface DeviceSettings {
  readonly regionName: RegionName;
  readonly macVersion: MacVersion;
  readonly deviceClass: "A" | "B" | "C";
  readonly activation: "otaa" | "abp";
  /** Takes a counter that begins anew: for personalised devices that forget theirs. Lets old frames be replayed. */
  readonly allowsCounterReset: boolean;
  readonly radio: RadioSettings;
}

/** A registered device with what the server must remember of it. */
export interface Device {
  readonly deviceId: string;
  readonly accountId: string;
  readonly devEui: DevEui;
  readonly joinEui: JoinEui;
  readonly region: Region;
  settings: DeviceSettings;
  /** Undefined: personalised, never joins. */
  readonly rootKeys: RootKeyMaterial | undefined;
  session: DeviceSession | undefined;
  /** Of the latest join accept, until the device's first frame in it shows that it was heard. */
  offeredSession: DeviceSession | undefined;
  joinNonce: number;
  usedDevNonces: DevNonces;
  /** LoRaWAN 1.0.4 and 1.1: the highest DevNonce that was used. */
  lastDevNonce: number | null;
  /** 1.1: the highest RJcount0 of the session and RJcount1 of the device's life. */
  lastRejoin0: number | null;
  lastRejoin1: number | null;
  joinedAt: number | null;
  lastUplinkAt: number | null;
  /** Latest answer to DevStatusReq. */
  status: { battery: number; marginDb: number; at: number } | undefined;
  /** Gateways that heard the last uplink, the best first, at most four: the way for downlinks that answer none. */
  lastGatewayEuis: readonly string[];
  /** New frames, heard and not heard by anybody, since the latest message. */
  heardSinceMessage: number;
  lostSinceMessage: number;
  /** Sequence of the next message. */
  nextSequence: number;
  /** Sequence of the next message as the database knows it: everything before is stored. */
  storedBefore: number;
  deliveredSequence: number;
  overwritten: number;
  counterResets: number;
  isRemoved: boolean;
}

/** What the database shall say of a device after an item of the commit queue. */
export interface DeviceCounters {
  frameCounterUp: number | null;
  frameCounterDown: number;
  applicationCounterDown: number;
  nextSequence: number;
  lastUplinkAt: number | null;
}

export function countersOf(device: Device): DeviceCounters {
  return {
    frameCounterUp: device.session?.queuedUp ?? null,
    frameCounterDown: device.session?.nextDown ?? 0,
    applicationCounterDown: device.session?.nextApplicationDown ?? 0,
    nextSequence: device.nextSequence,
    lastUplinkAt: device.lastUplinkAt,
  };
}

export function newSession(devAddr: DevAddr, keys: SessionKeyMaterial<string>, mac: MacState): DeviceSession {
  return {
    devAddr,
    keys,
    lastUp: undefined,
    queuedUp: undefined,
    lastFrame: undefined,
    lastFrameAt: 0,
    nextDown: 0,
    nextApplicationDown: 0,
    mac,
    history: new SignalHistory(),
  };
}

/** Gateways remembered of a device. */
export const mostLastGateways = 4;

/** Some kilobytes each with their ciphers. */
const mostCached = 32_768;
const cached = new Map<DeviceSession, SessionKeys>();

/** The session's keys, ready for use; those of the sessions used last are kept. */
export function sessionKeys(session: DeviceSession): SessionKeys {
  const known = cached.get(session);
  if (known) return known;
  const keys = importSessionKeys(session.keys);
  if (cached.size >= mostCached) cached.delete(cached.keys().next().value!);
  cached.set(session, keys);
  return keys;
}
