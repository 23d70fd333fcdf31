import {
  dataRateName,
  decryptFOpts,
  decryptPayload,
  readUplinkCommands,
  type VerifiedUplink,
} from "@refill/lorawan";
import {
  countersOf,
  type Device,
  type DeviceSession,
  mostLastGateways,
  sessionKeys,
} from "../devices/device.ts";
import type { Registry } from "../devices/registry.ts";
import type { Answers } from "../downlink/answer.ts";
import type { DownlinkQueue } from "../downlink/queue.ts";
import { requestsFor, takeCommands } from "../mac/mac-layer.ts";
import type { FrameLog } from "../operations/frame-log.ts";
import type { Metrics } from "../operations/metrics.ts";
import type { CommitQueue } from "../store/commit-queue.ts";
import type { Delivery } from "../store/delivery.ts";
import type { MessageContent, StoredMessage } from "../store/message-ring.ts";
import type { MessageSeal } from "../store/message-seal.ts";
import type { Collected, Copy } from "./deduplication.ts";
import type { Checked } from "./identify.ts";
import type { Joins } from "./join.ts";

type CheckedUplink = Checked & { kind: "uplink" };

/** Radio state is written when it changes, and at least this often: what is lost with the process is a few signal samples. */
const saveEveryFrames = 20;

/** From a frame with all its copies to the commit, and from there to answer and delivery. */
export class Uplinks {
  readonly #registry: Registry;
  readonly #commits: CommitQueue;
  readonly #delivery: Delivery;
  readonly #answers: Answers;
  readonly #queue: DownlinkQueue;
  readonly #joins: Joins;
  readonly #seal: MessageSeal;
  readonly #metrics: Metrics;
  readonly #frames: FrameLog;

  constructor(options: {
    registry: Registry;
    commits: CommitQueue;
    delivery: Delivery;
    answers: Answers;
    queue: DownlinkQueue;
    joins: Joins;
    seal: MessageSeal;
    metrics: Metrics;
    frames: FrameLog;
  }) {
    this.#registry = options.registry;
    this.#commits = options.commits;
    this.#delivery = options.delivery;
    this.#answers = options.answers;
    this.#queue = options.queue;
    this.#joins = options.joins;
    this.#seal = options.seal;
    this.#metrics = options.metrics;
    this.#frames = options.frames;
  }

  take({ frame: checked, copies }: Collected<Checked>): void {
    const { device } = checked;
    // Removed, or joined anew, while copies were collected.
    if (device.isRemoved) return;
    this.#frames.heard(checked, copies);
    if (checked.kind === "join" || checked.kind === "rejoin") {
      this.#joins.accept(checked, copies);
      return;
    }
    const { session } = checked;
    if (session !== device.session && session !== device.offeredSession) return;
    rememberGateways(device, copies);
    if (checked.kind === "uplink") this.#uplink(checked, copies);
    else this.#retransmission(checked, copies);
  }

  #uplink({ device, session, frame, dataRate }: CheckedUplink, copies: readonly Copy[]): void {
    this.#metrics.uplinks.inc();
    const isFirst = session === device.offeredSession;
    // The device heard its join accept: the session before is over.
    if (isFirst) this.#registry.setSessions(device, session, undefined);
    const heardAt = earliest(copies);
    device.heardSinceMessage += 1;
    device.lostSinceMessage += lostBefore(session, frame.fCnt);
    session.queuedUp = frame.fCnt;
    device.lastUplinkAt = heardAt;
    session.history.add({
      fCnt: frame.fCnt,
      snrDb: copies[0]!.packet.snrDb,
      gateways: copies.length,
      txPower: session.mac.txPower,
    });
    const macBefore = session.mac;
    const answer = this.#listen(device, session, frame, dataRate, copies, heardAt);
    const message = frame.fPort ? this.#message(device, session, frame, frame.fPort, copies) : undefined;
    const composed = answer && this.#answers.compose(device, session, { ...answer, copies, dataRate });
    const isChanged = isFirst || session.mac !== macBefore || frame.fCnt % saveEveryFrames === 0;
    this.#commits.push({
      device,
      counters: countersOf(device),
      ...(message ? { message } : {}),
      ...(isChanged ? { saved: this.#registry.save(device) } : {}),
      afterCommit: () => {
        if (composed) this.#answers.send(device, session, composed);
        if (message && !device.isRemoved) this.#delivery.stored(device, message);
      },
    });
  }

  /** Takes the frame's MAC commands and acknowledgement; what there is to say to the device, or undefined. */
  #listen(
    device: Device,
    session: DeviceSession,
    frame: VerifiedUplink,
    dataRate: number,
    copies: readonly Copy[],
    heardAt: number,
  ) {
    const { region, settings } = device;
    const keys = sessionKeys(session);
    this.#acknowledge(device, session, frame);
    if (session.mac.dataRate !== dataRate) session.mac = { ...session.mac, dataRate };
    const mode = modeOf(device, session, frame);
    if (session.mac.mode !== mode) session.mac = { ...session.mac, mode };
    const bytes = frame.fPort === 0 ? decryptPayload(frame, keys) : decryptFOpts(frame, keys);
    const commands = bytes.length === 0 ? [] : readUplinkCommands(bytes);
    const heard = {
      at: heardAt,
      dataRate,
      snrDb: copies[0]!.packet.snrDb,
      gateways: copies.length,
    };
    const taken = takeCommands(region, settings.radio, session.mac, commands, heard);
    if (taken.status) device.status = { ...taken.status, at: heardAt };
    const { state, requests } = requestsFor({
      region,
      settings: settings.radio,
      macVersion: settings.macVersion,
      state: taken.state,
      history: session.history,
      fCnt: frame.fCnt,
      adr: frame.adr,
      now: heardAt,
    });
    session.mac = state;
    const queued = this.#queue.head(device, heardAt);
    const isWanted =
      frame.confirmed ||
      // §4.3.1.1: the device asks whether anybody hears it.
      frame.adrAckReq ||
      taken.answers.length > 0 ||
      requests.length > 0 ||
      queued !== undefined;
    if (!isWanted) return undefined;
    return {
      acknowledges: frame.confirmed ? frame.fCnt : undefined,
      adr: frame.adr && settings.radio.adr,
      answers: taken.answers,
      requests,
    };
  }

  #acknowledge(device: Device, session: DeviceSession, frame: VerifiedUplink): void {
    const { awaited } = session.mac;
    if (!awaited) return;
    if (frame.ack) this.#queue.finish(device, awaited.downlinkId, "acknowledged");
    session.mac = { ...session.mac, awaited: null };
  }

  #retransmission(
    { device, session, frame, dataRate }: Checked & { kind: "retransmission" },
    copies: readonly Copy[],
  ): void {
    this.#metrics.copies.inc({ kind: "retransmission" });
    if (!frame.confirmed && !frame.adrAckReq) return;
    const composed = this.#answers.compose(device, session, {
      acknowledges: frame.confirmed ? frame.fCnt : undefined,
      adr: frame.adr && device.settings.radio.adr,
      answers: [],
      // Said again: the frame that carried them was not heard.
      requests: session.mac.asked,
      copies,
      dataRate,
    });
    if (!composed) return;
    this.#commits.push({
      device,
      counters: countersOf(device),
      saved: this.#registry.save(device),
      afterCommit: () => this.#answers.send(device, session, composed),
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
    const payload = decryptPayload(frame, sessionKeys(session));
    const content: MessageContent = {
      frameCounter: frame.fCnt,
      fPort,
      payload: payload.toString("base64"),
      dataRate: dataRateName(best.dataRate),
      spreadingFactor: best.dataRate.modulation === "LORA" ? best.dataRate.spreadingFactor : null,
      frequencyHz: best.frequencyHz,
      receptions: copies.map(({ gateway, packet: { rssiDbm, snrDb } }) => ({
        gatewayEui: gateway.gatewayEui,
        rssiDbm,
        snrDb,
      })),
      framesHeard: device.heardSinceMessage,
      framesLost: device.lostSinceMessage,
    };
    device.heardSinceMessage = device.lostSinceMessage = 0;
    const sequence = device.nextSequence++;
    return {
      sequence,
      receivedAt: earliest(copies),
      content,
      sealed: this.#seal.seal(device.deviceId, sequence, content),
    };
  }
}

/**
 * Frames between the last one and this one. A session's first frame tells of none: a personalised device has sent others
 * before it was registered here. A counter that began anew tells of none either.
 */
function lostBefore({ queuedUp }: DeviceSession, fCnt: number): number {
  return queuedUp === undefined ? 0 : Math.max(0, fCnt - queuedUp - 1);
}

/** Copies are sorted by signal. */
function rememberGateways(device: Device, copies: readonly Copy[]): void {
  const known = device.lastGatewayEuis;
  const isSame =
    known.length === Math.min(copies.length, mostLastGateways) &&
    known.every((eui, index) => copies[index]!.gateway.gatewayEui === eui);
  if (!isSame)
    device.lastGatewayEuis = copies.slice(0, mostLastGateways).map(({ gateway }) => gateway.gatewayEui);
}

/** 1.1 devices say when they switch to class C; others are what they were registered as. Class B shows in every frame. */
function modeOf(device: Device, session: DeviceSession, frame: VerifiedUplink): "A" | "B" | "C" {
  const { deviceClass, macVersion } = device.settings;
  if (deviceClass === "B") return frame.isClassB ? "B" : "A";
  if (deviceClass === "C" && macVersion !== "1.1") return "C";
  return session.mac.mode === "B" ? "A" : session.mac.mode;
}

export function earliest(copies: readonly Copy[]): number {
  if (copies.length === 1) return copies[0]!.arrivedAt;
  return Math.min(...copies.map(({ arrivedAt }) => arrivedAt));
}
