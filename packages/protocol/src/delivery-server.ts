import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import { readMessages, writeMessage } from "./framing.ts";
import { FromApplication, type FromNetworkServer, type Request, type UplinkMessage } from "./messages.ts";

export interface TlsMaterial {
  /** PEM. The internal certificate authority. */
  ca: string;
  cert: string;
  key: string;
}

/** A request that is refused for a reason that the application can tell a person. */
export class RequestRefused extends Error {
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** The application that is subscribed at this moment. */
export interface Subscriber {
  /** Resolves when the application has committed the batch; rejects when the connection ended before. */
  deliver(messages: UplinkMessage[]): Promise<void>;
  readonly closed: boolean;
}

export interface DeliveryServer {
  /** Gives its port; 0: any free one. */
  listen(port: number, host: string): Promise<number>;
  /** Takes a connection that was accepted elsewhere. */
  accept(socket: Socket): void;
  close(): Promise<void>;
}

/**
 * The network server's side: TLS 1.3, and only a client whose certificate the internal authority gave to `application`.
 * Of several subscribers the newest is served; the earlier ones are disconnected.
 */
export function serveDelivery(options: {
  tls: TlsMaterial;
  onSubscriber(subscriber: Subscriber): void;
  onRequest(request: Request): Promise<unknown>;
  onRefusedConnection?(reason: string): void;
}): DeliveryServer {
  const sockets = new Set<TLSSocket>();
  let current: TLSSocket | undefined;
  const server = createServer(
    { ...options.tls, requestCert: true, rejectUnauthorized: true, minVersion: "TLSv1.3" },
    (socket) => {
      socket.on("error", (error) => options.onRefusedConnection?.(error.message));
      if (socket.getPeerCertificate().subject?.CN !== "application") {
        socket.destroy(new Error("the certificate is not the application's"));
        return;
      }
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
      serve(socket);
    },
  );
  server.on("tlsClientError", (error) => options.onRefusedConnection?.(error.message));

  return {
    async listen(port, host) {
      server.listen(port, host);
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    },
    accept(socket) {
      server.emit("connection", socket);
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };

  function serve(socket: TLSSocket): void {
    let nextBatchId = 1;
    const waiting = new Map<number, { resolve: () => void; reject: (error: Error) => void }>();
    const send = (message: FromNetworkServer) => {
      if (!socket.destroyed) writeMessage(socket, message);
    };
    socket.once("close", () => {
      if (current === socket) current = undefined;
      for (const batch of waiting.values()) batch.reject(new Error("the application went away"));
      waiting.clear();
    });

    readMessages<FromApplication>(socket, FromApplication, (message) => {
      switch (message.type) {
        case "subscribe":
          if (current === socket) return;
          current?.destroy();
          current = socket;
          options.onSubscriber({
            get closed() {
              return socket.destroyed;
            },
            deliver(messages) {
              if (socket.destroyed) return Promise.reject(new Error("the application went away"));
              const batchId = nextBatchId++;
              return new Promise((resolve, reject) => {
                waiting.set(batchId, { resolve, reject });
                send({ type: "deliver", batchId, messages });
              });
            },
          });
          return;
        case "acknowledge":
          waiting.get(message.batchId)?.resolve();
          waiting.delete(message.batchId);
          return;
        case "request":
          options.onRequest(message.request).then(
            (result) => send({ type: "answer", id: message.id, result: result ?? null }),
            (error) =>
              error instanceof RequestRefused
                ? send({ type: "refused", id: message.id, code: error.code, detail: error.message })
                : send({
                    type: "refused",
                    id: message.id,
                    code: "failed",
                    detail: "the network server failed; see its log",
                  }),
          );
      }
    });
  }
}
