import type { UdpAddress } from "../processes/doors.ts";
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
/** Through a NAT, the way to a gateway is open for about so long after its latest datagram. */
const listensForMs = 60_000;

/** Gateways that speak Semtech's UDP protocol. */
export class UdpGateways {
  readonly #gateways: Gateways;
  readonly #receiver: Receiver;
  readonly #sendDatagram: (bytes: Buffer, to: UdpAddress) => void;
  readonly #waiting = new Map<number, { onResult: (error: SendError) => void; timer: NodeJS.Timeout }>();
  #token = 0;

  constructor(options: {
    gateways: Gateways;
    receiver: Receiver;
    send(bytes: Buffer, to: UdpAddress): void;
  }) {
    this.#gateways = options.gateways;
    this.#receiver = options.receiver;
    this.#sendDatagram = options.send;
    // They need not wait for the next PULL_DATA, up to ten seconds and more, after a restart.
    const now = Date.now();
    for (const gateway of this.#gateways.byEui.values())
      if (gateway.udpAddress && now - (gateway.lastSeenAt ?? 0) < listensForMs) this.#linkOf(gateway);
  }

  /** Whatever a datagram holds, it is acknowledged, counted or refused, and never throws. */
  take(bytes: Buffer, from: UdpAddress, arrivedAt: number): void {
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
        this.#sendDatagram(writePullAck(datagram.token), from);
        // While it is connected by a better protocol, nobody else's datagrams lead its downlinks elsewhere.
        if (this.#linkOf(gateway)) gateway.udpAddress = { address: from.address, port: from.port };
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
    from: UdpAddress,
    arrivedAt: number,
  ): void {
    // Not acknowledged, the forwarder knows that it was not taken.
    if (this.#receiver.isFull) {
      this.#receiver.refuse("queue-full");
      return;
    }
    this.#sendDatagram(writePushAck(datagram.token), from);
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
    const link = new UdpLink(gateway, (...sending) => this.#send(...sending));
    gateway.link = link;
    return link;
  }

  #send(...[packet, to, link, onResult]: Parameters<SendPullResp>): void {
    this.#token = (this.#token + 1) & 0xffff;
    const token = this.#token;
    this.#waiting.get(token)?.onResult(undefined);
    this.#waiting.set(token, {
      onResult: (error) => {
        clearTimeout(this.#waiting.get(token)?.timer);
        this.#waiting.delete(token);
        onResult(error);
      },
      timer: setTimeout(
        // Older forwarders never answer.
        () => this.#waiting.get(token)?.onResult(link.answers ? "NO_ANSWER" : undefined),
        answerWithinMs,
      ),
    });
    this.#sendDatagram(writePullResp(token, packet), to);
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

type SendPullResp = (
  packet: Parameters<typeof writePullResp>[1],
  to: UdpAddress,
  link: UdpLink,
  onResult: (error: SendError) => void,
) => void;

class UdpLink implements GatewayLink {
  readonly protocol = "semtech-udp";
  knowsGpsTime = false;
  /** It has answered a downlink before. */
  answers = false;
  readonly #gateway: Gateway;
  readonly #send: SendPullResp;

  constructor(gateway: Gateway, send: SendPullResp) {
    this.#gateway = gateway;
    this.#send = send;
  }

  send(packet: PacketToSend, onResult: (error: SendError) => void): void {
    const time = sendTime(packet);
    const { udpAddress, region } = this.#gateway;
    if (!time || !udpAddress) {
      onResult("INTERNAL_ERROR");
      return;
    }
    const { bytes, frequencyHz, dataRate, powerDbm } = packet;
    const { codingRate } = region;
    this.#send({ bytes, time, frequencyHz, dataRate, powerDbm, codingRate }, udpAddress, this, onResult);
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
