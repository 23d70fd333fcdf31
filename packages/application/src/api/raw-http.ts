import { connect } from "node:net";
import { isJson } from "./operations-under-test.ts";

/** What is sent: nothing is checked, encoded or left out on the way. */
export interface RawRequest {
  method: string;
  /** Path and query as they stand in the first line. */
  target: string;
  headers: readonly (readonly [string, string])[];
  body: Buffer | undefined;
}

export interface RawAnswer {
  status: number;
  headers: ReadonlyMap<string, string>;
  text: string;
  /** Of JSON; undefined otherwise. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

/** The connection was ended, or nothing was said for that long. */
export type Silence = "the connection was ended" | "nothing was said for 15 s";
const withinMs = 15_000;

/** Problem details (RFC 9457) as all of the API's refusals are. */
export function isProblem({ headers, body }: RawAnswer): boolean {
  return (
    headers.get("content-type")?.startsWith("application/problem+json") === true &&
    /^urn:refill:problem:./.test(body?.type)
  );
}

export function bytesOf({ method, target, headers, body }: RawRequest): Buffer {
  const all = [["host", "127.0.0.1"], ["connection", "close"], ...headers];
  if (body && !headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name)))
    all.push(["content-length", String(body.length)]);
  const lines = [`${method} ${target} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`), "", ""];
  const head = Buffer.from(lines.join("\r\n"), "utf8");
  return body ? Buffer.concat([head, body]) : head;
}

/**
 * For tests: sends bytes over a connection of their own, and reads one answer; of server-sent events only what comes
 * first. `isAll`: nothing more comes, and the server is told.
 */
export function exchange(port: number, bytes: Buffer, isAll = false): Promise<RawAnswer | Silence> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const socket = connect({ port, host: "127.0.0.1" });
    const end = (answer: RawAnswer | Silence) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end("nothing was said for 15 s"), withinMs);
    const endWithWhatCame = () => end(read(received, bytes, true) ?? "the connection was ended");
    // Whoever is refused in the middle of a long body gets a reset after the answer.
    socket.on("error", endWithWhatCame);
    socket.on("close", endWithWhatCame);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk as Buffer]);
      const answer = read(received, bytes, false);
      if (answer) end(answer);
    });
    socket.write(bytes);
    if (isAll) socket.end();
  });
}

/** The answer when it is whole, or when nothing more comes. */
function read(received: Buffer, request: Buffer, isAll: boolean): RawAnswer | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = received.subarray(0, end).toString("latin1").split("\r\n");
  const status = Number(first.split(" ")[1]);
  const rest = received.subarray(end + 4);
  if (status < 200) return read(rest, request, isAll);
  const headers = new Map(
    lines.map((line): [string, string] => {
      const at = line.indexOf(":");
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  const body = bodyOf(rest, headers, status, request);
  if (body === undefined && !isAll) return undefined;
  const text = (body ?? rest).toString("utf8");
  return { status, headers, text, body: jsonOf(text, headers.get("content-type") ?? "") };
}

function bodyOf(
  rest: Buffer,
  headers: ReadonlyMap<string, string>,
  status: number,
  request: Buffer,
): Buffer | undefined {
  if (status === 204 || status === 304 || request.subarray(0, 5).toString() === "HEAD ")
    return Buffer.alloc(0);
  if (headers.get("content-type")?.startsWith("text/event-stream")) return rest.length > 0 ? rest : undefined;
  if (headers.get("transfer-encoding") === "chunked") return unchunked(rest);
  const length = headers.get("content-length");
  return length !== undefined && rest.length >= Number(length) ? rest.subarray(0, Number(length)) : undefined;
}

function unchunked(rest: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = rest.indexOf("\r\n", at);
    if (lineEnd < 0) return undefined;
    const length = Number.parseInt(rest.subarray(at, lineEnd).toString("latin1"), 16);
    const start = lineEnd + 2;
    if (rest.length < start + length + 2) return undefined;
    if (length === 0) return Buffer.concat(parts);
    parts.push(rest.subarray(start, start + length));
    at = start + length + 2;
  }
}

function jsonOf(text: string, contentType: string): unknown {
  if (!isJson(contentType) || text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
