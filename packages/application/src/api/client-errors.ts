import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Logger } from "pino";
import { Refusal } from "../refusal.ts";
import { problemBody } from "./problems.ts";

/** What Node's HTTP parser refuses, by its code. */
const statusOf: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
const type = "application/problem+json; charset=utf-8";

/**
 * Answers what never becomes a request with problem details, too. The bytes that came are never logged: keys are among
 * them.
 */
export function answerMalformed(log: Logger): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return (error, socket) => {
    const status = statusOf[error.code ?? ""] ?? 400;
    if (error.code !== "ECONNRESET") log.debug({ code: error.code }, "what came was no HTTP request");
    if (!socket.writable || socket.destroyed) return void socket.destroy();
    const body = bodyOf(status, "This is no HTTP request that can be read.");
    const head = [
      `HTTP/1.1 ${status} ${status === 431 ? "Request Header Fields Too Large" : "Bad Request"}`,
      `content-type: ${type}`,
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
    ];
    socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  };
}

/** `Expect` with anything but 100-continue (RFC 9110 §10.1.1). */
export function refuseExpectations(server: Server): void {
  server.on("checkExpectation", (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(417, { "content-type": type, connection: "close" });
    response.end(bodyOf(417, "Of Expect, only 100-continue is understood."));
  });
}

/** RFC 9112 §3.2: a request of HTTP/1.1 names its host. */
export function requireHost({ httpVersion, headers }: IncomingMessage): void {
  if (httpVersion === "1.1" && !headers.host)
    throw new Refusal(400, "bad-request", "The request names no host: send the header Host.");
}

function bodyOf(status: number, detail: string): string {
  return JSON.stringify(problemBody(new Refusal(status, "bad-request", detail)));
}
