import { WebSocket } from "ws";
import type { GatewayLink, PacketToSend, SendError } from "../gateway.ts";
import { rawNumber, writeEui } from "./station-messages.ts";

/** After a packet's end a station tells within some milliseconds that it was sent; of a packet that it dropped it tells nothing. */
const toldWithinMs = 250;
/** More than this not taken by the network: the station is not there. */
const mostBuffered = 1024 * 1024;
const longestRxDelay = 15;

/** The way to a station that is connected. */
export class StationLink implements GatewayLink {
  readonly protocol = "basics-station";
  knowsGpsTime = false;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, { onResult: (error: SendError) => void; timer: NodeJS.Timeout }>();
  #diid = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  say(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  send(packet: PacketToSend, onResult: (error: SendError) => void): void {
    if (this.#socket.readyState !== WebSocket.OPEN || this.#socket.bufferedAmount > mostBuffered) {
      onResult("QUEUE_FULL");
      return;
    }
    const { timing } = packet;
    // A schedule has no number, and nothing is told of it.
    if (timing.kind === "gps" && /^0+$/.test(packet.devEui)) {
      this.say({ msgtype: "dnsched", schedule: [scheduled(packet, timing.gpsSeconds)] });
      onResult(undefined);
      return;
    }
    const message = downlink(packet);
    if (!message) {
      onResult("INTERNAL_ERROR");
      return;
    }
    this.#diid += 1;
    const diid = this.#diid;
    const timer = setTimeout(
      () => this.#finish(diid, "NO_ANSWER"),
      Math.max(0, packet.at - Date.now()) + packet.durationMs + toldWithinMs,
    );
    this.#waiting.set(diid, { onResult, timer });
    this.say({ ...message, diid });
  }

  sent(diid: number): void {
    this.#finish(diid, undefined);
  }

  end(): void {
    for (const diid of [...this.#waiting.keys()]) this.#finish(diid, "NO_ANSWER");
  }

  #finish(diid: number, error: SendError): void {
    const waiting = this.#waiting.get(diid);
    if (!waiting) return;
    this.#waiting.delete(diid);
    clearTimeout(waiting.timer);
    waiting.onResult(error);
  }
}

function scheduled(packet: PacketToSend, gpsSeconds: number): object {
  return {
    pdu: packet.bytes.toString("hex"),
    DR: packet.dataRateIndex,
    Freq: packet.frequencyHz,
    priority: 0,
    gpstime: Math.round(gpsSeconds * 1_000_000),
    rctx: 0,
  };
}

/** `dnmsg`. The window is this server's choice, so that only one of the two is named. */
function downlink(packet: PacketToSend): object | undefined {
  const { timing, dataRateIndex: rate, frequencyHz } = packet;
  const common = {
    msgtype: "dnmsg",
    DevEui: writeEui(packet.devEui),
    pdu: packet.bytes.toString("hex"),
    priority: 0,
    MuxTime: Date.now() / 1000,
  };
  switch (timing.kind) {
    case "now":
      return { ...common, dC: 2, RxDelay: 1, RX2DR: rate, RX2Freq: frequencyHz };
    case "gps":
      return {
        ...common,
        dC: 1,
        RxDelay: 0,
        DR: rate,
        Freq: frequencyHz,
        gpstime: Math.round(timing.gpsSeconds * 1_000_000),
        rctx: 0,
      };
    case "after": {
      const { context, delaySeconds } = timing;
      if (context.kind !== "station") return undefined;
      const when = { dC: 0, xtime: rawNumber(context.xtime), rctx: context.rctx };
      // RX2 is a second later than RxDelay says, which reaches where a delay of 15 s would not.
      return delaySeconds > longestRxDelay
        ? { ...common, ...when, RxDelay: longestRxDelay, RX2DR: rate, RX2Freq: frequencyHz }
        : { ...common, ...when, RxDelay: delaySeconds, RX1DR: rate, RX1Freq: frequencyHz };
    }
  }
}
