import {
  channelIndexOf,
  dataRateIndex,
  hasCountingDevNonce,
  importKey,
  isRejoinRequestOf,
  maximumCounterGap,
  resolveCounter,
  type UnverifiedDataFrame,
  type UnverifiedJoinRequest,
  type UnverifiedRejoinRequest,
  type VerifiedUplink,
  verifyJoinRequest,
  verifyUplink,
} from "@refill/lorawan";
import { type Device, type DeviceSession, sessionKeys } from "../devices/device.ts";
import type { Registry } from "../devices/registry.ts";
import type { Gateway } from "../gateways/gateway.ts";
import { channelsOf } from "../mac/mac-state.ts";
import type { Copy } from "./deduplication.ts";

/** A frame that was checked, while further copies of it may come. */
export type Checked =
  | { kind: "uplink"; device: Device; session: DeviceSession; frame: VerifiedUplink; dataRate: number }
  /** The device did not hear the answer and sends the same frame again. */
  | {
      kind: "retransmission";
      device: Device;
      session: DeviceSession;
      frame: VerifiedUplink;
      dataRate: number;
    }
  | { kind: "join"; device: Device; devNonce: number; dataRate: number }
  | { kind: "rejoin"; device: Device; request: UnverifiedRejoinRequest; dataRate: number };

export type Refused = { rejected: string; device?: Device };
/** A copy that came after its frame was closed. */
export type Late = { late: true };

/** Copies by slow ways come within this time; a device sends again after RX2 and a pause of 1 to 3 s (§ACK_TIMEOUT). */
const lateWithinMs = 1_500;
/** Frames lost in a row by a device that is likely the sender; one that lost more is looked at after the others. */
const likelyGap = 64;
/** MICs that every frame may have computed. */
const freeTries = 64;
/** More than that for one frame is an address that thousands share, or somebody who sends noise to it. */
const triesPerSecond = 20_000;

interface Candidate {
  device: Device;
  session: DeviceSession;
  fCnt: number;
  kind: "new" | "repeat" | "reset";
}

/** Finds the device of a data frame by address and MIC, and takes its counter, so that no frame is taken twice. */
export class Identification {
  readonly #registry: Registry;
  #budget = triesPerSecond;
  #budgetAt = 0;

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  uplink(frame: UnverifiedDataFrame<"up">, { gateway, packet, arrivedAt }: Copy): Checked | Refused | Late {
    const found = this.#registry.withAddress(frame.devAddr);
    if (!found) return { rejected: "address-unknown" };
    const later: Candidate[] = [];
    const resets: Candidate[] = [];
    let tries = 0;
    let reason = "counter-old";
    let rejected: Device | undefined;
    const attempt = (candidate: Candidate): Checked | Refused | Late | undefined => {
      tries += 1;
      const { device } = candidate;
      const dataRate = dataRateIndex(device.region, packet.dataRate);
      if (dataRate === undefined) {
        reason = "packet-data-rate";
        return undefined;
      }
      const verified = verify(frame, candidate, packet.frequencyHz, dataRate);
      if (verified) return this.#take(candidate, verified, dataRate, arrivedAt);
      reason = "mic";
      return undefined;
    };

    for (const device of isDevice(found) ? [found] : found) {
      if (isForeign(device, gateway)) {
        if (isDevice(found)) return { rejected: "gateway-foreign" };
        continue;
      }
      rejected = isDevice(found) ? device : undefined;
      // The counter tells most of those apart, without opening what is sealed.
      const lastUp = this.#registry.lastUpOf(device);
      const isNear = lastUp === undefined || ((frame.fCnt16 - lastUp) & 0xffff) <= likelyGap;
      if (!isNear && !isDevice(found)) {
        later.push({ device, session: undefined as never, fCnt: 0, kind: "new" });
        continue;
      }
      for (const candidate of this.#candidates(device, frame, resets)) {
        const result = attempt(candidate);
        if (result) return result;
      }
      if (tries > freeTries && !this.#mayTry()) return { rejected: "address-crowded" };
    }
    for (const { device } of later) {
      if (tries > freeTries && !this.#mayTry()) return { rejected: "address-crowded" };
      for (const candidate of this.#candidates(device, frame, resets)) {
        const result = attempt(candidate);
        if (result) return result;
      }
    }
    for (const candidate of resets) {
      if (tries > freeTries && !this.#mayTry()) return { rejected: "address-crowded" };
      const result = attempt(candidate);
      if (result) return result;
    }
    return { rejected: reason, ...(rejected ? { device: rejected } : {}) };
  }

  /** Each counter that the frame may have in a session of this device. */
  #candidates(device: Device, frame: UnverifiedDataFrame<"up">, resets: Candidate[]): Candidate[] {
    this.#registry.opened(device);
    const gap = maximumCounterGap(device.settings.macVersion);
    const candidates: Candidate[] = [];
    for (const session of [device.session, device.offeredSession]) {
      if (session?.devAddr !== frame.devAddr) continue;
      const resolved = resolveCounter(session.lastUp, frame.fCnt16, gap);
      if (!("rejected" in resolved))
        candidates.push({ device, session, fCnt: resolved.fCnt, kind: resolved.kind });
      if (device.settings.allowsCounterReset && session.lastUp !== undefined && frame.fCnt16 < session.lastUp)
        resets.push({ device, session, fCnt: frame.fCnt16, kind: "reset" });
    }
    return candidates;
  }

  #take(
    { device, session, fCnt, kind }: Candidate,
    frame: VerifiedUplink,
    dataRate: number,
    arrivedAt: number,
  ): Checked | Refused | Late {
    this.#registry.heard(session.devAddr, device);
    if (kind !== "repeat") {
      if (kind === "reset") device.counterResets += 1;
      session.lastUp = fCnt;
      session.lastFrame = frame.bytes.toString("latin1");
      session.lastFrameAt = arrivedAt;
      return { kind: "uplink", device, session, frame, dataRate };
    }
    // The last counter again. After a restart that frame's bytes are not known, but its MIC fits this counter.
    if (session.lastFrame && session.lastFrame !== frame.bytes.toString("latin1"))
      return { rejected: "counter-repeated", device };
    // Also when the clock was set back meanwhile.
    if (Math.abs(arrivedAt - session.lastFrameAt) < lateWithinMs) return { late: true };
    session.lastFrameAt = arrivedAt;
    return { kind: "retransmission", device, session, frame, dataRate };
  }

  #mayTry(): boolean {
    const now = performance.now();
    if (now - this.#budgetAt > 1_000) {
      this.#budget = triesPerSecond;
      this.#budgetAt = now;
    }
    this.#budget -= 1;
    return this.#budget >= 0;
  }

  /** Checks a join request and uses its DevNonce up. */
  join(request: UnverifiedJoinRequest, { gateway, packet }: Copy): Checked | Refused {
    const device = this.#registry.findByDevEui(request.devEui);
    if (!device) return { rejected: "device-unknown" };
    if (isForeign(device, gateway)) return { rejected: "gateway-foreign" };
    if (device.joinEui !== request.joinEui) return { rejected: "join-eui", device };
    if (!device.rootKeys) return { rejected: "join-personalised", device };
    const dataRate = dataRateIndex(device.region, packet.dataRate);
    if (dataRate === undefined) return { rejected: "packet-data-rate", device };
    const verified = verifyJoinRequest(request, importKey(device.rootKeys.nwkKey ?? device.rootKeys.appKey));
    if ("rejected" in verified) return { rejected: "join-mic", device };
    if (!useDevNonce(device, verified.devNonce)) return { rejected: "dev-nonce-used", device };
    return { kind: "join", device, devNonce: verified.devNonce, dataRate };
  }

  /** Checks a rejoin request (LoRaWAN 1.1 §6.2.4) and uses its count up. */
  rejoin(request: UnverifiedRejoinRequest, { gateway, packet }: Copy): Checked | Refused {
    const device = this.#registry.findByDevEui(request.devEui);
    if (!device) return { rejected: "device-unknown" };
    if (isForeign(device, gateway)) return { rejected: "gateway-foreign" };
    if (device.settings.macVersion !== "1.1" || !device.rootKeys?.nwkKey)
      return { rejected: "rejoin-version", device };
    if (request.type === 1 && request.joinEui !== device.joinEui) return { rejected: "join-eui", device };
    const dataRate = dataRateIndex(device.region, packet.dataRate);
    if (dataRate === undefined) return { rejected: "packet-data-rate", device };
    const isOwn = isRejoinRequestOf(request, {
      sNwkSIntKey: device.session && sessionKeys(device.session).sNwkSIntKey,
      nwkKey: importKey(device.rootKeys.nwkKey),
    });
    if (!isOwn) return { rejected: "join-mic", device };
    const last = request.type === 1 ? device.lastRejoin1 : device.lastRejoin0;
    if (last !== null && request.count <= last) return { rejected: "rejoin-count-used", device };
    if (request.type === 1) device.lastRejoin1 = request.count;
    else device.lastRejoin0 = request.count;
    return { kind: "rejoin", device, request, dataRate };
  }
}

/** A gateway brings the frames of its own account's devices, in its own region. */
function isForeign(device: Device, gateway: Gateway): boolean {
  return device.accountId !== gateway.accountId || device.region !== gateway.region;
}

function isDevice(found: Device | ReadonlySet<Device>): found is Device {
  return !(found instanceof Set);
}

function verify(
  frame: UnverifiedDataFrame<"up">,
  { device, session, fCnt }: Candidate,
  frequencyHz: number,
  dataRate: number,
): VerifiedUplink | undefined {
  const keys = sessionKeys(session);
  const context = keys.isVersion11
    ? {
        dataRate,
        channel: channelIndexOf(nullless(channelsOf(device.region, session.mac)), frequencyHz, dataRate) ?? 0,
        // The counter of the confirmed downlink that this frame may acknowledge.
        ...(session.mac.awaited ? { confirmedCounter: session.mac.awaited.counter & 0xffff } : {}),
      }
    : undefined;
  const verified = verifyUplink(frame, keys, fCnt, context);
  return "rejected" in verified ? undefined : verified;
}

function nullless<T>(channels: readonly (T | null)[]): (T | undefined)[] {
  return channels.map((channel) => channel ?? undefined);
}

/** False when it was used before. LoRaWAN 1.0.4 and 1.1 count it up; before, any may come, once. */
function useDevNonce(device: Device, devNonce: number): boolean {
  if (hasCountingDevNonce(device.settings.macVersion)) {
    if (device.lastDevNonce !== null && devNonce <= device.lastDevNonce) return false;
    device.lastDevNonce = devNonce;
    return true;
  }
  if (device.usedDevNonces.has(devNonce)) return false;
  device.usedDevNonces.add(devNonce);
  return true;
}
