import type { RemoteInfo, Socket } from "node:dgram";
import { dataRateOf, parseFrame, regions } from "@refill/lorawan";
import type { CommitQueue } from "./commit-queue.ts";
import { type Copy, Deduplication } from "./deduplication.ts";
import type { Gateway, Gateways } from "./gateways.ts";
import { type Metrics, sendErrorLabel } from "./metrics.ts";
import type { Registry } from "./registry.ts";
import { type HeardPacket, readDatagram, writePullAck, writePushAck } from "./semtech-udp.ts";
import { type Checked, checkJoin, checkUplink, type Uplinks } from "./uplink.ts";

const copiesWithinMs = 200;
const mostCollected = 20_000;

/** From a datagram to checked frames. Whatever it holds, it is acknowledged, counted or refused, and never throws. */
export class UdpReceiver {
  readonly #socket: Socket;
  readonly #gateways: Gateways;
  readonly #registry: Registry;
  readonly #commits: CommitQueue;
  readonly #metrics: Metrics;
  readonly collecting: Deduplication<Checked>;

  constructor(options: {
    socket: Socket;
    gateways: Gateways;
    registry: Registry;
    commits: CommitQueue;
    uplinks: Uplinks;
    metrics: Metrics;
  }) {
    this.#socket = options.socket;
    this.#gateways = options.gateways;
    this.#registry = options.registry;
    this.#commits = options.commits;
    this.#metrics = options.metrics;
    this.collecting = new Deduplication<Checked>({
      windowMs: copiesWithinMs,
      mostOpen: mostCollected,
      onCollected: (collected) => options.uplinks.take(collected),
    });
  }

  take(bytes: Buffer, from: RemoteInfo): void {
    const arrivedAt = Date.now();
    const datagram = readDatagram(bytes);
    if ("rejected" in datagram) {
      this.#refuse(datagram.rejected);
      return;
    }
    const gateway = this.#gateways.seen(datagram.gatewayEui, arrivedAt);
    if (!gateway) {
      this.#refuse("gateway-unknown");
      return;
    }
    switch (datagram.kind) {
      case "pull-data":
        gateway.downlinkAddress = { address: from.address, port: from.port };
        this.#socket.send(writePullAck(datagram.token), from.port, from.address);
        return;
      case "tx-ack":
        if (datagram.error) this.#metrics.sendErrors.inc({ error: sendErrorLabel(datagram.error) });
        return;
      case "push-data":
        // Not acknowledged, the forwarder knows that it was not taken.
        if (this.#commits.isFull || this.collecting.isFull) {
          this.#refuse("queue-full");
          return;
        }
        this.#socket.send(writePushAck(datagram.token), from.port, from.address);
        for (const reason of datagram.refusals) this.#refuse(reason);
        for (const packet of datagram.packets) this.#packet(gateway, packet, arrivedAt);
    }
  }

  #packet(gateway: Gateway, packet: HeardPacket, arrivedAt: number): void {
    gateway.uplinks += 1;
    const reason = this.#open(gateway, packet, arrivedAt);
    if (reason) this.#refuse(reason);
  }

  /** Joins the copy to its frame or opens a new one; or tells why not. */
  #open(gateway: Gateway, packet: HeardPacket, arrivedAt: number): string | undefined {
    // Only LoRa rates of the region: a data rate that it lacks can't be answered either.
    if (dataRateOf(regions.EU868, packet.dataRate) === undefined) return "packet-data-rate";
    const copy: Copy = { gatewayEui: gateway.gatewayEui, packet, arrivedAt };
    const key = packet.bytes.toString("latin1");
    if (this.collecting.join(key, copy)) {
      this.#metrics.copies.inc({ kind: "further" });
      return undefined;
    }
    const parsed = parseFrame(packet.bytes);
    if ("rejected" in parsed) return `frame-${parsed.rejected}`;
    if (parsed.kind !== "data-up" && parsed.kind !== "join-request") return "frame-downlink";
    const checked =
      parsed.kind === "data-up"
        ? checkUplink(this.#registry, parsed.frame, arrivedAt)
        : checkJoin(this.#registry, parsed.frame);
    if ("rejected" in checked) return checked.rejected;
    if ("late" in checked || checked.kind === "retransmission")
      this.#metrics.copies.inc({ kind: "late" in checked ? "late" : "retransmission" });
    if (!("late" in checked)) this.collecting.open(key, checked, copy);
    return undefined;
  }

  #refuse(reason: string): void {
    this.#metrics.refused.inc({ reason });
  }
}
