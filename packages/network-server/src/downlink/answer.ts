import { type DownlinkCommand, gpsSeconds, hoppingFrequency, nextPingSlot, unixMs } from "@refill/lorawan";
import { countersOf, type Device, type DeviceSession, sessionKeys } from "../devices/device.ts";
import type { Registry } from "../devices/registry.ts";
import type { Gateways } from "../gateways/gateways.ts";
import { requestKey } from "../mac/mac-state.ts";
import type { FrameLog } from "../operations/frame-log.ts";
import type { CommitQueue } from "../store/commit-queue.ts";
import type { Copy } from "../uplink/deduplication.ts";
import { type Attempt, attemptAtTime, attemptNow, attemptsAfter } from "./attempts.ts";
import { type ComposedDownlink, composeDownlink, type DownlinkContent } from "./compose.ts";
import { type DownlinkQueue, mostAttempts } from "./queue.ts";
import type { Transmitter } from "./transmitter.ts";

interface Prepared extends ComposedDownlink {
  attempts: readonly Attempt[];
}

/** A class B downlink must be at the gateway this long before its slot. */
const slotLeadSeconds = 1.5;
/** Devices of class B and C answer a confirmed downlink within this time, or it is sent again (CLASS_B/C_RESP_TIMEOUT). */
const answerWithinMs = 8_000;

/** The network's own wishes use no more than half of what a gateway may send: the rest is for answers. */
function hasTimeToSpare({ gateway, frequencyHz }: Attempt, now: number): boolean {
  return gateway.airtime.usedShare(gateway.region, frequencyHz, now) < 0.5;
}

/** Requests that are not sent now are made again with the next uplink, and were not tried. */
function forget(session: DeviceSession, requests: readonly DownlinkCommand[]): void {
  if (requests.length === 0) return;
  const { mac } = session;
  const attempts = { ...mac.attempts };
  for (const request of requests) {
    const key = requestKey(request);
    if (attempts[key]) attempts[key] -= 1;
  }
  const isAsked = (name: DownlinkCommand["name"]) => requests.some((request) => request.name === name);
  session.mac = {
    ...mac,
    attempts,
    asked: mac.asked.filter((command) => !requests.includes(command)),
    ...(isAsked("DevStatusReq") ? { statusAskedAt: null } : {}),
    ...(isAsked("LinkAdrReq") ? { adrAskedAt: null } : {}),
  };
}

/** Says to a device what there is to say: in the windows after its uplinks (class A), in ping slots (B), or at once (C). */
export class Answers {
  readonly #registry: Registry;
  readonly #gateways: Gateways;
  readonly #commits: CommitQueue;
  readonly #queue: DownlinkQueue;
  readonly #transmitter: Transmitter;
  readonly #frames: FrameLog;
  readonly #timers = new Map<Device, NodeJS.Timeout>();

  constructor(options: {
    registry: Registry;
    gateways: Gateways;
    commits: CommitQueue;
    queue: DownlinkQueue;
    transmitter: Transmitter;
    frames: FrameLog;
  }) {
    this.#registry = options.registry;
    this.#gateways = options.gateways;
    this.#commits = options.commits;
    this.#queue = options.queue;
    this.#transmitter = options.transmitter;
    this.#frames = options.frames;
  }

  /** The frame that answers an uplink, with the ways to send it; undefined when there is none. Takes a counter. */
  compose(
    device: Device,
    session: DeviceSession,
    what: {
      acknowledges: number | undefined;
      adr: boolean;
      answers: readonly DownlinkCommand[];
      requests: readonly DownlinkCommand[];
      copies: readonly Copy[];
      dataRate: number;
    },
  ): Prepared | undefined {
    const now = Date.now();
    const { mac } = session;
    const attempts = attemptsAfter({
      region: device.region,
      windows: mac,
      copies: what.copies,
      uplinkDataRate: what.dataRate,
      delaySeconds: mac.rxDelaySeconds,
      now,
    });
    const isUrgent =
      what.acknowledges !== undefined || what.answers.length > 0 || this.#queue.length(device) > 0;
    if (isUrgent || attempts.some((attempt) => hasTimeToSpare(attempt, now)))
      return this.#compose(device, session, what, attempts, now);
    forget(session, what.requests);
    return undefined;
  }

  #compose(
    device: Device,
    session: DeviceSession,
    what: Pick<DownlinkContent, "acknowledges" | "adr" | "answers" | "requests">,
    attempts: readonly Attempt[],
    now: number,
  ): Prepared | undefined {
    const first = attempts[0];
    if (!first) return undefined;
    const queued = this.#queue.head(device, now);
    // A payload that is too long for RX1 may fit RX2 (or the other way round): then that window goes first.
    const needed = queued ? 8 + queued.payload.length : 0;
    const ordered =
      needed > first.maximumBytes
        ? [...attempts].sort((a, b) => Number(b.maximumBytes >= needed) - Number(a.maximumBytes >= needed))
        : attempts;
    const maximum = ordered[0]!.maximumBytes;
    if (queued && needed > Math.max(...attempts.map(({ maximumBytes }) => maximumBytes))) {
      this.#queue.finish(device, queued.downlinkId, "too-long");
      const isLeft =
        what.acknowledges !== undefined ||
        what.answers.length + what.requests.length + this.#queue.length(device) > 0;
      return isLeft ? this.#compose(device, session, what, attempts, now) : undefined;
    }
    const composed = composeDownlink(
      session,
      sessionKeys(session),
      { ...what, queued, hasMore: this.#queue.length(device) > (queued ? 1 : 0) },
      maximum,
    );
    forget(session, composed.leftOut);
    const { carried } = composed;
    if (carried) {
      carried.attempts += 1;
      if (carried.confirmed)
        session.mac = {
          ...session.mac,
          awaited: { counter: composed.counter, downlinkId: carried.downlinkId },
        };
    }
    return { ...composed, attempts: ordered };
  }

  /** After the commit of the counter that it used. */
  send(device: Device, session: DeviceSession, prepared: Prepared): void {
    const { bytes, carried, attempts } = prepared;
    this.#transmitter.send({
      bytes,
      devEui: device.devEui,
      deviceClass: session.mac.mode,
      attempts,
      onResult: (sent, reason) => {
        const what = { kind: "data" as const, fCnt: prepared.counter };
        this.#frames.sent(device, bytes, sent, what, reason);
        if (!carried) return;
        if (!sent) {
          // It was not on the air: it does not count as an attempt, and waits for the next window.
          carried.attempts -= 1;
          if (session.mac.awaited?.downlinkId === carried.downlinkId)
            session.mac = { ...session.mac, awaited: null };
        } else if (carried.confirmed) this.#queue.awaits(carried.downlinkId);
        else this.#queue.finish(device, carried.downlinkId, "sent");
        this.#later(device, sent ? (carried.confirmed ? answerWithinMs : 0) : 1_000);
      },
    });
  }

  /** Sends what waits for a device that can be reached between its uplinks (classes B and C). */
  kick(device: Device): void {
    clearTimeout(this.#timers.get(device));
    this.#timers.delete(device);
    const { session } = device;
    const now = Date.now();
    if (device.isRemoved || !session || session.mac.mode === "A") return;
    const queued = this.#queue.head(device, now);
    if (!queued) return;
    const attempts = this.#attempts(device, session, now);
    // Nobody can reach it now: its next uplink opens windows.
    if (attempts.length === 0) return;
    if (session.mac.awaited && queued.attempts >= mostAttempts) {
      session.mac = { ...session.mac, awaited: null };
    }
    const prepared = this.#compose(
      device,
      session,
      { acknowledges: undefined, adr: device.settings.radio.adr, answers: [], requests: [] },
      attempts,
      now,
    );
    if (!prepared) return;
    this.#commits.push({
      device,
      counters: countersOf(device),
      ...(prepared.carried?.confirmed ? { saved: this.#registry.save(device) } : {}),
      afterCommit: () => this.send(device, session, prepared),
    });
  }

  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #later(device: Device, afterMs: number): void {
    if (device.session?.mac.mode === "A" || this.#queue.length(device) === 0) return;
    clearTimeout(this.#timers.get(device));
    this.#timers.set(
      device,
      setTimeout(() => this.kick(device), afterMs),
    );
  }

  /** The gateways that heard it last, the best first, at the next moment when it listens. */
  #attempts(device: Device, session: DeviceSession, now: number): Attempt[] {
    const { region } = device;
    const { mac } = session;
    const gateways = device.lastGatewayEuis.flatMap((eui) => this.#gateways.byEui.get(eui) ?? []);
    if (mac.mode === "C")
      return gateways.flatMap((gateway) =>
        gateway.link ? (attemptNow(region, mac, gateway, now) ?? []) : [],
      );
    const slot = nextPingSlot(gpsSeconds(now) + slotLeadSeconds, session.devAddr, mac.pingSlot.periodicity);
    const frequencies = mac.pingSlot.frequencyHz ? [mac.pingSlot.frequencyHz] : region.pingSlot.frequenciesHz;
    return gateways.flatMap((gateway) =>
      gateway.link?.knowsGpsTime
        ? (attemptAtTime(region, mac, gateway, {
            dataRate: mac.pingSlot.dataRate,
            frequencyHz: hoppingFrequency(frequencies, slot, session.devAddr),
            gpsSeconds: slot,
            at: unixMs(slot),
          }) ?? [])
        : [],
    );
  }
}
