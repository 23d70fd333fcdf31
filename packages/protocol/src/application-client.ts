import { connect, type TLSSocket } from "node:tls";
import { RequestRefused, type TlsMaterial } from "./delivery-server.ts";
import { readMessages, writeMessage } from "./framing.ts";
import { type FromApplication, FromNetworkServer, type Request, type UplinkMessage } from "./messages.ts";

/** The network server can't be reached now; the connection is tried again by itself. */
export class NetworkServerAway extends Error {}
/** The request went out and no answer came: whether it was done is not known. */
export class NetworkServerSilent extends NetworkServerAway {}

export interface NetworkServerConnection {
  /** Throws {@link RequestRefused} with its code, or {@link NetworkServerAway}. */
  request(request: Request): Promise<unknown>;
  isConnected(): boolean;
  close(): Promise<void>;
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;
const requestWithinMs = 30_000;

export interface Address {
  host: string;
  port: number;
}

/**
 * The application's side: stays connected to one of the addresses, tried in turn, hands every batch to `onDeliver` and
 * acknowledges it when that resolves. When it rejects, the connection is made anew, so that the same messages come again.
 */
export function connectToNetworkServer(options: {
  tls: TlsMaterial;
  /** Of the network server's processes. */
  addresses: readonly Address[];
  /** Undefined: only asks. */
  onDeliver?(messages: UplinkMessage[]): Promise<void>;
  onConnection?(isConnected: boolean, reason?: string): void;
}): NetworkServerConnection {
  let socket: TLSSocket | undefined;
  let isConnected = false;
  let isClosing = false;
  let pauseMs = firstPauseMs;
  let again: NodeJS.Timeout | undefined;
  let nextRequestId = 1;
  let nextAddress = 0;
  const waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }
  >();
  let delivering: Promise<void> = Promise.resolve();
  dial();

  return {
    isConnected: () => isConnected,
    request(request) {
      const own = socket;
      if (!isConnected || !own)
        return Promise.reject(new NetworkServerAway("the network server does not answer"));
      const id = nextRequestId++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(
            new NetworkServerSilent(`the network server did not answer within ${requestWithinMs / 1000} s`),
          );
        }, requestWithinMs);
        waiting.set(id, { resolve, reject, timer });
        send(own, { type: "request", id, request });
      });
    },
    async close() {
      isClosing = true;
      clearTimeout(again);
      await delivering;
      socket?.destroy();
    },
  };

  function dial(): void {
    const { host, port } = options.addresses[nextAddress]!;
    const own = connect({
      ...options.tls,
      host,
      port,
      servername: "network-server",
      minVersion: "TLSv1.3",
    });
    socket = own;
    let reason: string | undefined;
    own.setKeepAlive(true, 10_000);
    own.on("error", (error) => {
      reason = error.message;
    });
    own.on("secureConnect", () => {
      isConnected = true;
      pauseMs = firstPauseMs;
      if (options.onDeliver) send(own, { type: "subscribe" });
      options.onConnection?.(true);
    });
    own.on("close", () => {
      const was = isConnected;
      isConnected = false;
      for (const request of waiting.values()) {
        clearTimeout(request.timer);
        request.reject(new NetworkServerSilent("the network server went away"));
      }
      waiting.clear();
      if (was || reason) options.onConnection?.(false, reason);
      nextAddress = (nextAddress + 1) % options.addresses.length;
      if (isClosing) return;
      again = setTimeout(dial, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
    readMessages<FromNetworkServer>(own, FromNetworkServer, (message) => {
      if (message.type === "deliver") {
        delivering = delivering.then(() => take(own, message.batchId, message.messages));
        return;
      }
      const request = waiting.get(message.id);
      if (!request) return;
      waiting.delete(message.id);
      clearTimeout(request.timer);
      if (message.type === "answer") request.resolve(message.result);
      else request.reject(new RequestRefused(message.code, message.detail));
    });
  }

  async function take(own: TLSSocket, batchId: number, messages: UplinkMessage[]): Promise<void> {
    if (own.destroyed) return;
    try {
      await options.onDeliver?.(messages);
      if (!own.destroyed) send(own, { type: "acknowledge", batchId });
    } catch (error) {
      own.destroy(error as Error);
    }
  }
}

function send(socket: TLSSocket, message: FromApplication): void {
  writeMessage(socket, message);
}
