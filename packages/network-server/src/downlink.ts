import type { Socket } from "node:dgram";
import { dataRateOf, notationOf, regions } from "@refill/lorawan";
import type { Copy } from "./deduplication.ts";
import type { Gateways } from "./gateways.ts";
import type { Metrics } from "./metrics.ts";
import { writePullResp } from "./semtech-udp.ts";

const region = regions.EU868;
/** Before a window opens, the frame must be at the gateway: forwarders want some 30 ms, networks take some more. */
const leadMs = 150;

/** Sends a frame in the first receive window that can still be reached, by the gateway that heard the device best. */
export class Downlinks {
  readonly #gateways: Gateways;
  readonly #metrics: Metrics;
  readonly #socket: Socket;
  #token = 0;

  constructor(options: { gateways: Gateways; metrics: Metrics; socket: Socket }) {
    this.#gateways = options.gateways;
    this.#metrics = options.metrics;
    this.#socket = options.socket;
  }

  /** `delaySeconds`: from the end of the uplink to RX1; RX2 opens a second later (LoRaWAN 1.0.4 §3.3). */
  send(frame: Buffer, copies: readonly Copy[], delaySeconds: number): void {
    const heard = copies.find(({ gatewayEui }) => this.#gateways.byEui.get(gatewayEui)?.downlinkAddress);
    if (!heard) {
      this.#metrics.downlinksMissed.inc({ reason: "no-gateway" });
      return;
    }
    const window = windowFor(heard, delaySeconds, Date.now() - heard.arrivedAt);
    if (!window) {
      this.#metrics.downlinksMissed.inc({ reason: "too-late" });
      return;
    }
    const gateway = this.#gateways.byEui.get(heard.gatewayEui)!;
    const { address, port } = gateway.downlinkAddress!;
    this.#token = (this.#token + 1) & 0xffff;
    this.#socket.send(
      writePullResp(this.#token, { bytes: frame, ...window, powerDbm: region.downlinkEirpDbm }),
      port,
      address,
    );
    gateway.downlinks += 1;
    gateway.isChanged = true;
    this.#metrics.downlinks.inc();
  }
}

function windowFor({ packet }: Copy, delaySeconds: number, elapsedMs: number) {
  const uplinkRate = dataRateOf(region, packet.dataRate);
  if (uplinkRate === undefined) return undefined;
  const at = (seconds: number) => (packet.timestampMicros + seconds * 1_000_000) >>> 0;
  if (elapsedMs <= delaySeconds * 1000 - leadMs)
    return {
      timestampMicros: at(delaySeconds),
      frequencyHz: packet.frequencyHz,
      dataRate: notationOf(region.dataRates[region.rx1DataRates[uplinkRate]![0]!]!),
    };
  if (elapsedMs <= (delaySeconds + 1) * 1000 - leadMs)
    return {
      timestampMicros: at(delaySeconds + 1),
      frequencyHz: region.rx2.frequencyHz,
      dataRate: notationOf(region.dataRates[region.rx2.dataRate]!),
    };
  return undefined;
}
