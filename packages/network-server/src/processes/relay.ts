import { once } from "node:events";
import { type AddressInfo, connect as connectPlain, type Socket } from "node:net";
import { connect, createServer, type TLSSocket } from "node:tls";
import { readMessages, type TlsMaterial, writeMessage } from "@refill/protocol";
import type { Logger } from "pino";
import { type Static, Type } from "typebox";
import type { Metrics } from "../operations/metrics.ts";
import { type Handler, loopback, type UdpAddress } from "./doors.ts";
import type { Place } from "./ownership.ts";

/** Datagrams of gateways, from the process that they reached to the owner; once, without any, from it: it takes them. */
const Datagrams = Type.Object({
  datagrams: Type.Array(
    Type.Object({
      address: Type.String({ maxLength: 64 }),
      port: Type.Integer({ minimum: 1, maximum: 65_535 }),
      /** How long it waited for the owner, ms. */
      heldMs: Type.Number({ minimum: 0 }),
      /** Base64. */
      bytes: Type.String(),
    }),
    { maxItems: 100 },
  ),
});
type Datagrams = Static<typeof Datagrams>;

interface Held {
  bytes: Buffer;
  from: UdpAddress;
  arrivedAt: number;
}

const mostHeld = 20_000;
/** An owner that ends may not have stored what it was given this shortly before: the next one is given it again. */
const againForMs = 2_000;
const mostHeldBytes = 64 * 1024 * 1024;
/** The longest datagrams, 64 KiB each, fit into a message. */
const mostInMessage = 100;
/** What the other side does not read in time is not kept for it. */
const mostWaitingBytes = 16 * 1024 * 1024;
const peerName = "network-server";

/**
 * What a process does that does not own the devices: it passes on what reaches it to the one that does, and keeps the
 * gateways' datagrams while there is none. The next owner may be given some again: a frame that it knows is one the device
 * repeated.
 */
export class Relay implements Handler {
  readonly #tls: TlsMaterial;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  #held: Held[] = [];
  #heldBytes = 0;
  /** Passed on just now, the oldest first; they count as held. */
  #passedOn: (Held & { /** By the process's own clock, which never jumps. */ until: number })[] = [];
  #place: Place | undefined;
  #socket: TLSSocket | undefined;
  /** The owner has said that it takes datagrams. */
  #isOpen = false;
  #isClosed = false;
  #isFlushing = false;

  constructor(options: { tls: TlsMaterial; metrics: Metrics; log: Logger }) {
    this.#tls = options.tls;
    this.#metrics = options.metrics;
    this.#log = options.log;
  }

  get isConnected(): boolean {
    return this.#isOpen;
  }

  /** Told again and again, so that a lost connection is made anew. */
  toward(place: Place | undefined): void {
    if (this.#isClosed) return;
    if (JSON.stringify(place) !== JSON.stringify(this.#place)) {
      this.#socket?.destroy();
      this.#socket = undefined;
      this.#isOpen = false;
      this.#takeBack();
      this.#place = place;
    }
    if (place && !this.#socket) this.#connect(place);
  }

  takeDatagram(bytes: Buffer, from: UdpAddress, arrivedAt: number): void {
    this.#forget();
    if (this.#isFull(bytes)) this.#forget(Number.POSITIVE_INFINITY);
    if (this.#isFull(bytes)) {
      this.#metrics.refused.inc({ reason: "no-owner" });
      return;
    }
    this.#held.push({ bytes, from, arrivedAt });
    this.#heldBytes += bytes.length;
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    setImmediate(() => {
      this.#isFlushing = false;
      this.#flush();
    });
  }

  acceptStation(socket: Socket): void {
    this.#pipe(socket, this.#place?.stationPort);
  }

  acceptApplication(socket: Socket): void {
    this.#pipe(socket, this.#place?.deliveryPort);
  }

  /** Ends, and gives what nobody has taken yet. */
  release(): Held[] {
    this.#isClosed = true;
    this.#isOpen = false;
    this.#socket?.destroy();
    this.#takeBack();
    return this.#held.splice(0);
  }

  #isFull(bytes: Buffer): boolean {
    const count = this.#held.length + this.#passedOn.length;
    return count >= mostHeld || this.#heldBytes + bytes.length > mostHeldBytes;
  }

  #takeBack(): void {
    this.#forget();
    this.#held.unshift(...this.#passedOn.splice(0));
  }

  /** What was passed on before this time. */
  #forget(now = performance.now()): void {
    const first = this.#passedOn.findIndex(({ until }) => until > now);
    for (const { bytes } of this.#passedOn.splice(0, first === -1 ? this.#passedOn.length : first))
      this.#heldBytes -= bytes.length;
  }

  #connect({ datagramPort }: Place): void {
    const socket = connect({
      ...this.#tls,
      host: loopback,
      port: datagramPort,
      servername: peerName,
      minVersion: "TLSv1.3",
    });
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("drain", () => this.#flush());
    socket.on("error", (error) =>
      this.#log.warn({ reason: error.message }, "the owner of the devices can't be reached; tried again"),
    );
    socket.on("close", () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      this.#isOpen = false;
      this.#takeBack();
    });
    readMessages<Datagrams>(socket, Datagrams, () => {
      this.#isOpen = true;
      this.#flush();
    });
  }

  #flush(): void {
    const socket = this.#socket;
    if (!socket || !this.#isOpen) return;
    while (this.#held.length > 0 && socket.writableLength < mostWaitingBytes) {
      const now = Date.now();
      const until = performance.now() + againForMs;
      const next = this.#held.splice(0, mostInMessage);
      for (const each of next) this.#passedOn.push({ ...each, until });
      const datagrams = next.map(({ bytes, from: { address, port }, arrivedAt }) => ({
        address,
        port,
        heldMs: Math.max(0, now - arrivedAt),
        bytes: bytes.toString("base64"),
      }));
      this.#metrics.relayed.inc(datagrams.length);
      writeMessage(socket, { datagrams } satisfies Datagrams);
    }
  }

  #pipe(socket: Socket, port: number | undefined): void {
    if (port === undefined) {
      socket.destroy();
      return;
    }
    const other = connectPlain(port, loopback);
    other.on("error", () => socket.destroy());
    other.on("close", () => socket.destroy());
    socket.on("close", () => other.destroy());
    socket.pipe(other);
    other.pipe(socket);
  }
}

/** The owner's side: takes datagrams from the other processes. */
export async function serveDatagrams(options: {
  tls: TlsMaterial;
  take: Handler["takeDatagram"];
  log: Logger;
}): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<TLSSocket>();
  const server = createServer(
    { ...options.tls, requestCert: true, rejectUnauthorized: true, minVersion: "TLSv1.3" },
    (socket) => {
      socket.on("error", () => {});
      if (socket.getPeerCertificate().subject?.CN !== peerName) {
        options.log.warn("a connection that is not of a network server was refused");
        socket.destroy();
        return;
      }
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.setNoDelay(true);
      readMessages<Datagrams>(socket, Datagrams, ({ datagrams }) => {
        const now = Date.now();
        for (const { address, port, heldMs, bytes } of datagrams)
          options.take(Buffer.from(bytes, "base64"), { address, port }, now - heldMs);
      });
      writeMessage(socket, { datagrams: [] } satisfies Datagrams);
    },
  );
  server.on("tlsClientError", (error) =>
    options.log.warn({ reason: error.message }, "a connection that is not of a network server was refused"),
  );
  server.listen(0, loopback);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
