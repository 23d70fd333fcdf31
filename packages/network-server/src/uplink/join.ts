import { randomBytes } from "node:crypto";
import {
  channelList,
  type DevAddr,
  deriveSessionKeys,
  exportSessionKeys,
  importKey,
  type JoinCause,
  joinAcceptDelay1Seconds,
  type RootKeys,
  writeJoinAccept,
} from "@refill/lorawan";
import { countersOf, type Device, newSession } from "../devices/device.ts";
import type { Registry } from "../devices/registry.ts";
import { attemptsAfter } from "../downlink/attempts.ts";
import type { Transmitter } from "../downlink/transmitter.ts";
import { dynamicMasks, fixedMasks, initialMacState } from "../mac/mac-state.ts";
import type { FrameLog } from "../operations/frame-log.ts";
import type { Metrics } from "../operations/metrics.ts";
import type { CommitQueue } from "../store/commit-queue.ts";
import type { Copy } from "./deduplication.ts";
import type { Checked } from "./identify.ts";

/** NetID 0: addresses of 25 bits, for private networks. */
const netId = 0;

/** A join accept with its list of channels, less MHDR and MIC: what counts against a data rate's limit. */
const acceptBytesWithList = 28;

/** Gives a device a session: to a join request, and to the rejoin requests of LoRaWAN 1.1. */
export class Joins {
  readonly #registry: Registry;
  readonly #commits: CommitQueue;
  readonly #transmitter: Transmitter;
  readonly #metrics: Metrics;
  readonly #frames: FrameLog;

  constructor(options: {
    registry: Registry;
    commits: CommitQueue;
    transmitter: Transmitter;
    metrics: Metrics;
    frames: FrameLog;
  }) {
    this.#registry = options.registry;
    this.#commits = options.commits;
    this.#transmitter = options.transmitter;
    this.#metrics = options.metrics;
    this.#frames = options.frames;
  }

  /** The device keeps its present session until its first frame in the new one: the accept may be lost. */
  accept(checked: Checked & { kind: "join" | "rejoin" }, copies: readonly Copy[]): void {
    const { device, dataRate } = checked;
    const { region, settings } = device;
    const isVersion11 = settings.macVersion === "1.1" && device.rootKeys?.nwkKey !== undefined;
    const keys = rootKeysOf(device);
    const cause: JoinCause =
      checked.kind === "join" ? { kind: "join" } : { kind: "rejoin", type: checked.request.type };
    const devNonce = checked.kind === "join" ? checked.devNonce : checked.request.count;
    const joinNonce = ++device.joinNonce;
    const { devEui, joinEui } = device;
    const devAddr = this.#newAddress();
    const sessionKeys = deriveSessionKeys(keys, { joinNonce, netId, devNonce, joinEui, isVersion11 });
    // Before 1.0.3, devices of fixed plans know no list, and use every channel.
    const hasList =
      region.plan === "dynamic" ? region.additionalChannels.length > 0 : settings.macVersion !== "1.0.2";
    const given = initialMacState(region, settings.radio, "otaa");
    const initial =
      region.plan === "fixed" && !hasList ? { ...given, channelMasks: fixedMasks(region, null) } : given;
    const joinChannel = region.joinChannels?.find(
      ({ uplinkHz }) => uplinkHz === copies[0]!.packet.frequencyHz,
    );
    const radio = joinChannel
      ? { ...initial, rx2: { ...initial.rx2, frequencyHz: joinChannel.rx2Hz } }
      : initial;
    const windows =
      cause.kind === "join" ? { ...radio, rx1DataRateOffset: 0 } : (device.session?.mac ?? radio);
    const attempts = () =>
      attemptsAfter({
        region,
        windows,
        copies,
        uplinkDataRate: dataRate,
        delaySeconds: joinAcceptDelay1Seconds,
        ...(joinChannel ? { rx1Hz: joinChannel.rx1Hz } : {}),
        now: Date.now(),
      });
    const ways = attempts();
    // Where dwell time leaves no room for the list (AS923 at SF10), the device is told of the channels afterwards.
    const isTooLong =
      region.plan === "dynamic" &&
      ways.length > 0 &&
      ways.every(({ maximumBytes }) => maximumBytes < acceptBytesWithList);
    const mac = isTooLong
      ? { ...radio, channels: region.uplinkChannels, channelMasks: dynamicMasks(region.uplinkChannels) }
      : radio;
    const session = newSession(devAddr, exportSessionKeys(sessionKeys), { ...mac, dataRate });
    const enabled = region.uplinkChannels.map(
      (_, index) => ((mac.channelMasks[index >> 4]! >> (index & 15)) & 1) === 1,
    );
    const bytes = writeJoinAccept(
      {
        joinNonce,
        netId,
        devAddr,
        rx1DataRateOffset: mac.rx1DataRateOffset,
        rx2DataRate: mac.rx2.dataRate,
        rxDelaySeconds: mac.rxDelaySeconds,
        isVersion11,
        ...(hasList && !isTooLong ? { cfList: channelList(region, enabled) } : {}),
      },
      keys,
      { joinEui, devEui, devNonce, cause },
    );
    // A new session counts its rejoin requests of type 0 and 2 anew (1.1 §6.2.4.1).
    device.lastRejoin0 = null;
    device.joinedAt = copies[0]!.arrivedAt;
    this.#registry.setSessions(device, device.session, session);
    this.#commits.push({
      device,
      counters: countersOf(device),
      saved: this.#registry.save(device),
      afterCommit: () => {
        this.#metrics.joins.inc({ cause: cause.kind === "join" ? "join" : `rejoin-${cause.type}` });
        if (device.isRemoved) return;
        this.#transmitter.send({
          bytes,
          devEui,
          deviceClass: "A",
          attempts: attempts(),
          onResult: (sent, reason) =>
            this.#frames.sent(device, bytes, sent, { kind: "join-accept", devAddr }, reason),
        });
      },
    });
  }

  /** Random, so that nobody learns of a device from its address, and free. */
  #newAddress(): DevAddr {
    let address = "";
    for (let tries = 0; tries < 16; tries++) {
      address = (randomBytes(4).readUInt32BE() & 0x01ff_ffff).toString(16).padStart(8, "0");
      if (!this.#registry.isAddressTaken(address)) break;
    }
    return address as DevAddr;
  }
}

function rootKeysOf(device: Device): RootKeys {
  const appKey = importKey(device.rootKeys!.appKey);
  return { appKey, nwkKey: device.rootKeys!.nwkKey ? importKey(device.rootKeys!.nwkKey) : appKey };
}
