import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";

/** One packet as this gateway hears it. */
export interface Heard {
  bytes: Buffer;
  frequencyMhz: number;
  dataRate: string;
  rssiDbm: number;
  snrDb: number;
  /** Called with a downlink for this packet's sender, in the receive window that it was sent for. */
  onDownlink?: ((bytes: Buffer) => void) | undefined;
}

const pullEveryMs = 5_000;
const statusEveryMs = 30_000;
/** RX1 and RX2 of data and join, seconds (RP002-1.0.4 §2.4). */
const windowsSeconds = [1, 2, 5, 6];
const listensForMs = 7_000;

/**
 * A gateway with a Semtech UDP packet forwarder, protocol version 2 (Lora-net/packet_forwarder, PROTOCOL.TXT).
 * With `isInstant`, downlinks do not wait for their window: for load generation.
 */
export class VirtualGateway {
  readonly gatewayEui: string;
  readonly #socket: Socket;
  readonly #server: { host: string; port: number };
  readonly #isInstant: boolean;
  readonly #header: Buffer;
  /** What was heard lately, by the concentrator's counter: a downlink is for one of them. */
  readonly #heard = new Map<number, { packet: Heard; until: number }>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #isClosed = false;
  #lastMicros = 0;
  #token = 0;
  acknowledged = 0;
  sent = 0;
  downlinks = 0;

  private constructor(
    gatewayEui: string,
    server: { host: string; port: number },
    socket: Socket,
    isInstant: boolean,
  ) {
    this.gatewayEui = gatewayEui;
    this.#server = server;
    this.#socket = socket;
    this.#isInstant = isInstant;
    this.#header = Buffer.from(gatewayEui, "hex");
  }

  static async start(
    gatewayEui: string,
    server: { host: string; port: number },
    options: { isInstant?: boolean } = {},
  ): Promise<VirtualGateway> {
    const socket = createSocket({ type: "udp4", recvBufferSize: 4 * 1024 * 1024 });
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    const gateway = new VirtualGateway(gatewayEui, server, socket, options.isInstant ?? false);
    // A refused datagram (server away) comes back as an error; a real forwarder goes on as well.
    socket.on("error", () => {});
    socket.on("message", (bytes) => gateway.#receive(bytes));
    gateway.#pull();
    for (const [work, every] of [
      [() => gateway.#pull(), pullEveryMs],
      [() => gateway.#status(), statusEveryMs],
      [() => gateway.#forget(), listensForMs],
    ] as const) {
      const timer = setInterval(work, every);
      gateway.#timers.add(timer);
    }
    return gateway;
  }

  /** Forwards packets in one datagram, at most eight as a concentrator's fetch gives. */
  hear(packets: readonly Heard[]): void {
    const rxpk = packets.map((packet, index) => {
      const tmst = this.#micros();
      if (packet.onDownlink) this.#heard.set(tmst, { packet, until: Date.now() + listensForMs });
      return {
        tmst,
        chan: index,
        rfch: 0,
        freq: packet.frequencyMhz,
        stat: 1,
        modu: "LORA",
        datr: packet.dataRate,
        codr: "4/5",
        lsnr: packet.snrDb,
        rssi: packet.rssiDbm,
        size: packet.bytes.length,
        // As several forwarders send it: without the padding.
        data: packet.bytes.toString("base64").replace(/=+$/, ""),
      };
    });
    this.#push({ rxpk });
  }

  /** A packet that the radio received with errors; the server must pass over it. */
  hearBroken(bytes: Buffer): void {
    const data = bytes.toString("base64");
    this.#push({
      rxpk: [
        {
          tmst: this.#micros(),
          freq: 868.1,
          stat: -1,
          modu: "LORA",
          datr: "SF12BW125",
          codr: "4/5",
          lsnr: -19,
          rssi: -121,
          size: bytes.length,
          data,
        },
      ],
    });
  }

  /** Sends any bytes, as a damaged or hostile sender would. */
  sendRaw(bytes: Buffer): void {
    if (!this.#isClosed) this.#socket.send(bytes, this.#server.port, this.#server.host, () => {});
  }

  close(): void {
    this.#isClosed = true;
    for (const timer of this.#timers) {
      clearTimeout(timer);
      clearInterval(timer);
    }
    this.#socket.close();
  }

  /** The concentrator's counter: microseconds, 32 bits, and never the same twice. */
  #micros(): number {
    const now = Math.floor(performance.now() * 1000);
    this.#lastMicros = Math.max(now, this.#lastMicros + 1);
    return this.#lastMicros >>> 0;
  }

  #push(body: object): void {
    this.sent += 1;
    this.sendRaw(Buffer.concat([this.#head(0), Buffer.from(JSON.stringify(body))]));
  }

  #pull(): void {
    this.sendRaw(this.#head(2));
  }

  #status(): void {
    const time = new Date().toISOString().replace("T", " ").slice(0, 19);
    this.#push({
      stat: {
        time: `${time} GMT`,
        lati: 48.1,
        long: 11.5,
        alti: 519,
        rxnb: this.sent,
        rxok: this.sent,
        rxfw: this.sent,
        ackr: 100,
        dwnb: this.downlinks,
        txnb: this.downlinks,
        temp: 31.5,
      },
    });
  }

  #head(kind: number): Buffer {
    this.#token = (this.#token + 1) & 0xffff;
    return Buffer.concat([Buffer.from([2, this.#token >> 8, this.#token & 0xff, kind]), this.#header]);
  }

  #receive(bytes: Buffer): void {
    if (bytes[3] === 1) this.acknowledged += 1;
    if (bytes[3] === 3) this.#transmit(bytes);
  }

  #transmit(bytes: Buffer): void {
    const { txpk } = JSON.parse(bytes.toString("utf8", 4));
    const found = windowsSeconds
      .map((seconds) => this.#heard.get((txpk.tmst - seconds * 1_000_000) >>> 0))
      .find((each) => each !== undefined);
    const waitMs = ((txpk.tmst - (Math.floor(performance.now() * 1000) >>> 0)) | 0) / 1000;
    const isTooLate = waitMs < 0 && !this.#isInstant;
    const error = isTooLate ? "TOO_LATE" : "NONE";
    this.sendRaw(
      Buffer.concat([
        Buffer.from([2, bytes[1]!, bytes[2]!, 5]),
        this.#header,
        Buffer.from(JSON.stringify({ txpk_ack: { error } })),
      ]),
    );
    if (isTooLate || !found) return;
    this.downlinks += 1;
    const deliver = () => found.packet.onDownlink?.(Buffer.from(txpk.data, "base64"));
    if (this.#isInstant) {
      deliver();
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      deliver();
    }, waitMs);
    this.#timers.add(timer);
  }

  #forget(): void {
    const now = Date.now();
    for (const [tmst, { until }] of this.#heard) {
      if (until > now) break;
      this.#heard.delete(tmst);
    }
  }
}
