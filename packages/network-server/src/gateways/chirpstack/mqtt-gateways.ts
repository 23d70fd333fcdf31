import { connect, type MqttClient } from "mqtt";
import type { Logger } from "pino";
import type { Receiver } from "../../uplink/receiver.ts";
import type { Gateway, GatewayEui, GatewayLink, PacketToSend, SendError } from "../gateway.ts";
import type { Gateways } from "../gateways.ts";
import { type MqttEvent, readEvent, readTopic, writeDownlinkFrame } from "./chirpstack-messages.ts";

/** Over a broker and back, in time for RX2. */
const answerWithinMs = 600;
/** With and without a prefix before it, as ChirpStack's regions have one. */
const topics = ["event", "state"].flatMap((kind) => [`gateway/+/${kind}/+`, `+/gateway/+/${kind}/+`]);

export interface MqttGateways {
  readonly isConnected: boolean;
  close(): Promise<void>;
}

/**
 * Gateways with ChirpStack's gateway bridge or concentratord, by an MQTT broker that lets each publish under its own EUI
 * only. The connection is made anew by itself.
 */
export function connectMqttGateways(options: {
  /** `mqtts://user:password@broker:8883`. */
  url: string;
  gateways: Gateways;
  receiver: Receiver;
  log: Logger;
}): MqttGateways {
  const { gateways, receiver, log } = options;
  const client = connect(options.url, {
    clientId: `refill-${process.pid}-${Date.now().toString(36)}`,
    clean: true,
    reconnectPeriod: 1_000,
    connectTimeout: 10_000,
    // What can't be sent now is too late for its window anyway.
    queueQoSZero: false,
  });
  const links = new Map<GatewayEui, MqttLink>();
  client.on("connect", () => {
    log.info("connected to the MQTT broker");
    client.subscribe(topics, { qos: 0 }, (error) => {
      if (error) log.error({ reason: error.message }, "the MQTT broker lets no gateway topic be read");
    });
  });
  client.on("close", () => {
    for (const link of links.values()) link.end();
  });
  // The address may hold a password: only the reason is told.
  client.on("error", (error) =>
    log.warn({ reason: error.message }, "the MQTT broker can't be reached; tried again"),
  );
  client.on("message", (topic, bytes) => take(topic, bytes));

  return {
    get isConnected() {
      return client.connected;
    },
    async close() {
      for (const link of links.values()) link.end();
      await client.endAsync(true);
    },
  };

  function take(topicText: string, bytes: Buffer): void {
    const topic = readTopic(topicText);
    if (!topic) {
      receiver.refuse("mqtt-topic");
      return;
    }
    const event = readEvent(topic, bytes);
    if ("rejected" in event) {
      receiver.refuse(event.rejected);
      return;
    }
    const now = Date.now();
    const gateway = gateways.seen(topic.gatewayEui, { address: "", protocol: "chirpstack-mqtt" }, now);
    if (!gateway) {
      receiver.refuse("gateway-unknown");
      return;
    }
    handle(gateway, linkOf(gateway, topic.prefix), event, now);
  }

  function handle(
    gateway: Gateway,
    link: MqttLink,
    event: Exclude<MqttEvent, { rejected: string }>,
    now: number,
  ): void {
    switch (event.kind) {
      case "up":
        if (receiver.isFull) {
          receiver.refuse("queue-full");
          return;
        }
        if (event.knowsGpsTime) link.knowsGpsTime = true;
        receiver.take(gateway, event.packet, now);
        return;
      case "stats":
        gateways.learn(gateway, event.facts);
        return;
      case "ack":
        link.answered(event.downlinkId, event.error);
        return;
      case "conn":
        if (!event.isOnline) link.end();
    }
  }

  /** The broker knows who its clients are, a UDP sender is whoever says so; a station's own connection goes before both. */
  function linkOf(gateway: Gateway, prefix: string): MqttLink {
    let link = links.get(gateway.gatewayEui);
    if (!link || link.gateway !== gateway || link.prefix !== prefix) {
      link?.end();
      link = new MqttLink(client, gateway, prefix);
      links.set(gateway.gatewayEui, link);
    }
    if (gateway.link?.protocol !== "basics-station") gateway.link = link;
    return link;
  }
}

class MqttLink implements GatewayLink {
  readonly protocol = "chirpstack-mqtt";
  knowsGpsTime = false;
  readonly gateway: Gateway;
  readonly prefix: string;
  readonly #client: MqttClient;
  readonly #waiting = new Map<number, { onResult: (error: SendError) => void; timer: NodeJS.Timeout }>();
  #downlinkId = Math.floor(Math.random() * 2 ** 31);

  constructor(client: MqttClient, gateway: Gateway, prefix: string) {
    this.#client = client;
    this.gateway = gateway;
    this.prefix = prefix;
  }

  send(packet: PacketToSend, onResult: (error: SendError) => void): void {
    this.#downlinkId = (this.#downlinkId + 1) >>> 0;
    const id = this.#downlinkId;
    const { gatewayEui, region } = this.gateway;
    const bytes = writeDownlinkFrame(gatewayEui, id, packet, region.codingRate);
    if (!bytes || !this.#client.connected) {
      onResult("INTERNAL_ERROR");
      return;
    }
    const timer = setTimeout(() => this.answered(id, "NO_ANSWER"), answerWithinMs);
    this.#waiting.set(id, { onResult, timer });
    this.#client.publish(`${this.prefix}gateway/${gatewayEui}/command/down`, Buffer.from(bytes), { qos: 0 });
  }

  answered(id: number, error: SendError): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.timer);
    waiting.onResult(error);
  }

  /** Not connected any more: nothing is sent this way until it is heard again. */
  end(): void {
    if (this.gateway.link === this) this.gateway.link = undefined;
    for (const id of [...this.#waiting.keys()]) this.answered(id, "NO_ANSWER");
  }
}
