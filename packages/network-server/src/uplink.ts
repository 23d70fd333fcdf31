import { randomBytes } from "node:crypto";
import {
  channelList,
  type DevAddr,
  dataRateOf,
  decryptPayload,
  deriveSessionKeys,
  importKey,
  importSessionKeys,
  regions,
  resolveCounter,
  type UnverifiedDataFrame,
  type UnverifiedJoinRequest,
  type VerifiedUplink,
  verifyJoinRequest,
  verifyUplink,
  writeDataFrame,
  writeJoinAccept,
} from "@refill/lorawan";
import type { CommitQueue } from "./commit-queue.ts";
import type { Collected, Copy } from "./deduplication.ts";
import type { Delivery } from "./delivery.ts";
import { countersOf, type Device, type DeviceSession } from "./device.ts";
import type { Downlinks } from "./downlink.ts";
import type { MessageContent, StoredMessage } from "./message-ring.ts";
import type { MessageSeal } from "./message-seal.ts";
import type { Metrics } from "./metrics.ts";
import { newSession, type Registry } from "./registry.ts";

/** A frame that was checked, while further copies of it may come. */
export type Checked =
  | { kind: "uplink"; device: Device; session: DeviceSession; frame: VerifiedUplink }
  /** The device did not hear the acknowledgement and sends the same frame again. */
  | { kind: "retransmission"; device: Device; session: DeviceSession; frame: VerifiedUplink }
  | { kind: "join"; device: Device; devNonce: number };

export type Refused = { rejected: string };
/** A copy that came after its frame was closed. */
export type Late = { late: true };

const region = regions.EU868;
/** LoRaWAN 1.0.2 and 1.0.3, MAX_FCNT_GAP: a jump above it is not a lost stretch of frames. */
const maximumGap = 16_384;
/** Copies by slow ways come within this time; a device sends again after RX2 and a pause of 1 to 3 s (§ACK_TIMEOUT). */
const lateWithinMs = 1_500;
/** NetID 0: addresses of 25 bits, for private networks. */
const netId = 0;

/** Finds the device of a data frame by address and MIC, and takes its counter, so that no frame is taken twice. */
export function checkUplink(
  registry: Registry,
  frame: UnverifiedDataFrame<"up">,
  arrivedAt: number,
): Checked | Refused | Late {
  const candidates = registry.withAddress(frame.devAddr);
  if (!candidates) return { rejected: "address-unknown" };
  let reason = "mic";
  for (const device of candidates) {
    const session = device.session!;
    const resolved = resolveCounter(session.lastUp, frame.fCnt16, maximumGap);
    if ("rejected" in resolved) {
      reason = resolved.rejected;
      continue;
    }
    const verified = verifyUplink(frame, importKey(session.nwkSKey), resolved.fCnt);
    if ("rejected" in verified) {
      reason = "mic";
      continue;
    }
    if (resolved.kind === "new") {
      session.lastUp = resolved.fCnt;
      session.lastFrame = frame.bytes.toString("latin1");
      session.lastFrameAt = arrivedAt;
      return { kind: "uplink", device, session, frame: verified };
    }
    // The last counter again. After a restart that frame's bytes are not known, but its MIC fits this counter.
    if (session.lastFrame && session.lastFrame !== frame.bytes.toString("latin1"))
      return { rejected: "counter-repeated" };
    if (arrivedAt - session.lastFrameAt < lateWithinMs) return { late: true };
    session.lastFrameAt = arrivedAt;
    return { kind: "retransmission", device, session, frame: verified };
  }
  return { rejected: reason };
}

/** Checks a join request and uses its DevNonce up. */
export function checkJoin(registry: Registry, request: UnverifiedJoinRequest): Checked | Refused {
  const device = registry.byDevEui.get(request.devEui);
  if (!device) return { rejected: "device-unknown" };
  if (device.joinEui !== request.joinEui) return { rejected: "join-eui" };
  const verified = verifyJoinRequest(request, importKey(device.appKey));
  if ("rejected" in verified) return { rejected: "join-mic" };
  if (device.usedDevNonces.has(verified.devNonce)) return { rejected: "dev-nonce-used" };
  device.usedDevNonces.add(verified.devNonce);
  return { kind: "join", device, devNonce: verified.devNonce };
}

/** From a frame with all its copies to the commit, and from there to answer and delivery. */
export class Uplinks {
  readonly #registry: Registry;
  readonly #commits: CommitQueue;
  readonly #delivery: Delivery;
  readonly #downlinks: Downlinks;
  readonly #seal: MessageSeal;
  readonly #metrics: Metrics;

  constructor(options: {
    registry: Registry;
    commits: CommitQueue;
    delivery: Delivery;
    downlinks: Downlinks;
    seal: MessageSeal;
    metrics: Metrics;
  }) {
    this.#registry = options.registry;
    this.#commits = options.commits;
    this.#delivery = options.delivery;
    this.#downlinks = options.downlinks;
    this.#seal = options.seal;
    this.#metrics = options.metrics;
  }

  take({ frame: checked, copies }: Collected<Checked>): void {
    // Removed, or joined anew, while copies were collected.
    if (checked.device.isRemoved) return;
    if (checked.kind === "join") this.#join(checked, copies);
    else if (checked.session !== checked.device.session) return;
    else if (checked.kind === "uplink") this.#uplink(checked, copies);
    else this.#retransmission(checked, copies);
  }

  #uplink(
    { device, session, frame }: { device: Device; session: DeviceSession; frame: VerifiedUplink },
    copies: readonly Copy[],
  ): void {
    this.#metrics.uplinks.inc();
    // A payload on port 0 is MAC commands: nothing for the application.
    const message = frame.fPort ? this.#message(device, session, frame, frame.fPort, copies) : undefined;
    session.queuedUp = frame.fCnt;
    device.lastUplinkAt = earliest(copies);
    const answer = needsAnswer(frame) ? takeAnswer(session, frame) : undefined;
    this.#commits.push({
      device,
      counters: countersOf(device),
      ...(message ? { message } : {}),
      afterCommit: () => {
        if (answer) this.#downlinks.send(answer, copies, region.receiveDelay1Seconds);
        if (message && !device.isRemoved) this.#delivery.stored(device, message);
      },
    });
  }

  #retransmission(
    { device, session, frame }: { device: Device; session: DeviceSession; frame: VerifiedUplink },
    copies: readonly Copy[],
  ): void {
    if (!needsAnswer(frame)) return;
    const answer = takeAnswer(session, frame);
    this.#commits.push({
      device,
      counters: countersOf(device),
      afterCommit: () => this.#downlinks.send(answer, copies, region.receiveDelay1Seconds),
    });
  }

  #message(
    device: Device,
    session: DeviceSession,
    frame: VerifiedUplink,
    fPort: number,
    copies: readonly Copy[],
  ): StoredMessage {
    const best = copies[0]!.packet;
    const payload = decryptPayload(frame, importSessionKeys(session));
    const content: MessageContent = {
      frameCounter: frame.fCnt,
      fPort,
      payload: payload.toString("base64"),
      spreadingFactor: region.dataRates[dataRateOf(region, best.dataRate)!]!.spreadingFactor!,
      frequencyHz: best.frequencyHz,
      receptions: copies.map(({ gatewayEui, packet: { rssiDbm, snrDb } }) => ({
        gatewayEui,
        rssiDbm,
        snrDb,
      })),
    };
    const sequence = device.nextSequence++;
    return {
      sequence,
      receivedAt: earliest(copies),
      content,
      sealed: this.#seal.seal(device.deviceId, sequence, content),
    };
  }

  #join({ device, devNonce }: { device: Device; devNonce: number }, copies: readonly Copy[]): void {
    const joinNonce = device.joinNonce + 1;
    device.joinNonce = joinNonce;
    const appKey = importKey(device.appKey);
    const keys = deriveSessionKeys(appKey, { joinNonce, netId, devNonce });
    const devAddr = newAddress();
    const session = newSession(devAddr, {
      nwkSKey: keys.nwkSKey.bytes.toString("hex"),
      appSKey: keys.appSKey.bytes.toString("hex"),
    });
    const accept = writeJoinAccept(
      {
        joinNonce,
        netId,
        devAddr,
        rx1DataRateOffset: 0,
        rx2DataRate: region.rx2.dataRate,
        rxDelaySeconds: region.receiveDelay1Seconds,
        cfList: channelList(region),
      },
      appKey,
    );
    const joinedAt = earliest(copies);
    this.#commits.push({
      device,
      counters: { ...countersOf(device), frameCounterUp: null, frameCounterDown: 0 },
      join: { session, joinNonce, devNonce, joinedAt },
      afterCommit: () => {
        this.#metrics.joins.inc();
        if (device.isRemoved) return;
        device.joinedAt = joinedAt;
        this.#registry.setSession(device, session);
        this.#downlinks.send(accept, copies, region.joinAcceptDelay1Seconds);
      },
    });
  }
}

/** §4.3.1.2 and §4.3.1.1: a confirmed frame, and a device that asks whether anybody hears it, want an answer. */
function needsAnswer(frame: VerifiedUplink): boolean {
  return frame.confirmed || frame.adrAckReq;
}

/** An empty downlink; its counter is used up here and committed before it is sent. */
function takeAnswer(session: DeviceSession, frame: VerifiedUplink): Buffer {
  const fCnt = session.nextDown++;
  return writeDataFrame(
    {
      direction: "down",
      confirmed: false,
      devAddr: session.devAddr,
      fCnt,
      adr: frame.adr,
      ack: frame.confirmed,
    },
    importSessionKeys(session),
  );
}

function earliest(copies: readonly Copy[]): number {
  return Math.min(...copies.map(({ arrivedAt }) => arrivedAt));
}

/** Random, so that nobody learns of a device from its address; several devices may get the same one. */
function newAddress(): DevAddr {
  return (randomBytes(4).readUInt32BE() & 0x01ff_ffff).toString(16).padStart(8, "0") as DevAddr;
}
