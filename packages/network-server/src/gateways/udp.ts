import type { RemoteInfo, Socket } from "node:dgram";
import type { Receiver } from "../uplink/receiver.ts";
import type { Gateway, GatewayLink, PacketToSend, SendError } from "./gateway.ts";
import type { Gateways } from "./gateways.ts";
import {
  type Datagram,
  readDatagram,
  type SendTime,
  writePullAck,
  writePullResp,
  writePushAck,
} from "./semtech-udp.ts";

/** Forwarders tell within some milliseconds whether they take a packet; a lost datagram is noticed in time for RX2. */
const answerWithinMs = 400;

/** Gateways that speak Semtech's UDP protocol. */
export class UdpGateways {
  readonly #socket: Socket;
  readonly #gateways: Gateways;
  readonly #receiver: Receiver;
  readonly #waiting = new Map<number, { onResult: (error: SendError) => void; timer: NodeJS.Timeout }>();
  #token = 0;

  constructor(options: { socket: Socket; gateways: Gateways; receiver: Receiver }) {
    this.#socket = options.socket;
    this.#gateways = options.gateways;
    this.#receiver = options.receiver;
  }

  /** Whatever a datagram holds, it is acknowledged, counted or refused, and never throws. */
  take(bytes: Buffer, from: RemoteInfo): void {
    const arrivedAt = Date.now();
    const datagram = readDatagram(bytes);
    if ("rejected" in datagram) {
      this.#receiver.refuse(datagram.rejected);
      return;
    }
    const sender = { address: from.address, protocol: "semtech-udp" };
    const gateway = this.#gateways.seen(datagram.gatewayEui, sender, arrivedAt);
    if (!gateway) {
      this.#receiver.refuse("gateway-unknown");
      return;
    }
    switch (datagram.kind) {
      case "pull-data":
        this.#socket.send(writePullAck(datagram.token), from.port, from.address);
        this.#linkOf(gateway)?.listensAt(from.address, from.port);
        return;
      case "tx-ack":
        this.#answered(gateway, datagram.token, datagram.error);
        return;
      case "push-data":
        this.#push(gateway, datagram, from, arrivedAt);
    }
  }

  #push(
    gateway: Gateway,
    datagram: Extract<Datagram, { kind: "push-data" }>,
    from: RemoteInfo,
    arrivedAt: number,
  ): void {
    // Not acknowledged, the forwarder knows that it was not taken.
    if (this.#receiver.isFull) {
      this.#receiver.refuse("queue-full");
      return;
    }
    this.#socket.send(writePushAck(datagram.token), from.port, from.address);
    if (datagram.status) this.#gateways.learn(gateway, datagram.status);
    if (datagram.knowsGpsTime) {
      const link = this.#linkOf(gateway);
      if (link) link.knowsGpsTime = true;
    }
    for (const reason of datagram.refusals) this.#receiver.refuse(reason);
    for (const packet of datagram.packets) this.#receiver.take(gateway, packet, arrivedAt);
  }

  /** Its link by this protocol; undefined while it is connected by a better one, whose identity is proven. */
  #linkOf(gateway: Gateway): UdpLink | undefined {
    if (gateway.link instanceof UdpLink) return gateway.link;
    if (gateway.link) return undefined;
    const link = new UdpLink(gateway, (packet, to, onResult) => this.#send(packet, to, onResult));
    gateway.link = link;
    return link;
  }

  #send(
    packet: Parameters<typeof writePullResp>[1],
    to: UdpLink,
    onResult: (error: SendError) => void,
  ): void {
    this.#token = (this.#token + 1) & 0xffff;
    const token = this.#token;
    const { address, port } = to;
    this.#waiting.get(token)?.onResult(undefined);
    this.#waiting.set(token, {
      onResult: (error) => {
        clearTimeout(this.#waiting.get(token)?.timer);
        this.#waiting.delete(token);
        onResult(error);
      },
      timer: setTimeout(
        // Older forwarders never answer.
        () => this.#waiting.get(token)?.onResult(to.answers ? "NO_ANSWER" : undefined),
        answerWithinMs,
      ),
    });
    this.#socket.send(writePullResp(token, packet), port, address);
  }

  #answered(gateway: Gateway, token: number, error: SendError): void {
    if (gateway.link instanceof UdpLink) gateway.link.answers = true;
    this.#waiting.get(token)?.onResult(error);
  }

  close(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}

class UdpLink implements GatewayLink {
  readonly protocol = "semtech-udp";
  knowsGpsTime = false;
  /** It has answered a downlink before. */
  answers = false;
  address = "";
  port = 0;
  readonly #gateway: Gateway;
  readonly #send: (
    packet: Parameters<typeof writePullResp>[1],
    to: UdpLink,
    onResult: (error: SendError) => void,
  ) => void;

  constructor(
    gateway: Gateway,
    send: (
      packet: Parameters<typeof writePullResp>[1],
      to: UdpLink,
      onResult: (error: SendError) => void,
    ) => void,
  ) {
    this.#gateway = gateway;
    this.#send = send;
  }

  /** Where its latest PULL_DATA came from: the way for downlinks. */
  listensAt(address: string, port: number): void {
    this.address = address;
    this.port = port;
  }

  send(packet: PacketToSend, onResult: (error: SendError) => void): void {
    const time = sendTime(packet);
    if (!time || this.port === 0) {
      onResult("INTERNAL_ERROR");
      return;
    }
    const { bytes, frequencyHz, dataRate, powerDbm } = packet;
    const { codingRate } = this.#gateway.region;
    this.#send({ bytes, time, frequencyHz, dataRate, powerDbm, codingRate }, this, onResult);
  }
}

function sendTime({ timing }: PacketToSend): SendTime | undefined {
  if (timing.kind !== "after") return timing;
  if (timing.context.kind !== "udp") return undefined;
  return {
    kind: "counter",
    timestampMicros: timing.context.timestampMicros + timing.delaySeconds * 1_000_000,
  };
}
