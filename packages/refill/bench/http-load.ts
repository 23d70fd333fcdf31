import { connect, type Socket } from "node:net";

/** Milliseconds from when a request should have left to the last byte of its answer. */
export interface HttpFigures {
  offeredPerSecond: number | "as fast as answered";
  answeredPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  slowestMs: number;
  refused: number;
  kilobytesAnAnswer: number;
}

interface Waiting {
  dueAt: number;
  resolve(answer: { status: number; bytes: number }): void;
}

/**
 * GETs over kept-alive connections, light enough to leave the processors to the server: answers are counted, not parsed.
 * With a rate the loop is open: requests are due at their times, however slow the answers are. Without one, each
 * connection sends its next when it was answered.
 */
export async function loadHttp(options: {
  port: number;
  key: string;
  pathOf(n: number): string;
  seconds: number;
  ratePerSecond?: number;
  connections?: number;
}): Promise<HttpFigures> {
  const { port, key, pathOf, seconds, ratePerSecond } = options;
  const connections = await Promise.all(
    Array.from({ length: options.connections ?? 32 }, () => Connection.open(port, key)),
  );
  const latencies: number[] = [];
  let refused = 0;
  let bytes = 0;
  let sent = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  const queue: number[] = [];
  const wake = new Set<() => void>();

  async function work(connection: Connection): Promise<void> {
    for (;;) {
      let dueAt = performance.now();
      if (ratePerSecond === undefined) {
        if (dueAt >= endsAt) return;
      } else {
        while (queue.length === 0) {
          if (performance.now() >= endsAt) return;
          await new Promise<void>((resolve) => wake.add(resolve));
        }
        dueAt = queue.shift()!;
      }
      const answer = await connection.get(pathOf(sent++), dueAt);
      latencies.push(performance.now() - dueAt);
      bytes += answer.bytes;
      if (answer.status !== 200) refused++;
    }
  }

  let offered = 0;
  const clock =
    ratePerSecond === undefined
      ? undefined
      : setInterval(() => {
          const now = performance.now();
          const due = Math.min(((now - startedAt) / 1000) * ratePerSecond, seconds * ratePerSecond);
          for (; offered < Math.floor(due); offered++)
            queue.push(startedAt + (offered / ratePerSecond) * 1000);
          const awake = [...wake];
          wake.clear();
          for (const resolve of awake) resolve();
        }, 1);
  await Promise.all(connections.map(work));
  clearInterval(clock);
  const tookSeconds = (performance.now() - startedAt) / 1000;
  for (const connection of connections) connection.close();
  latencies.sort((a, b) => a - b);
  const quantile = (share: number) =>
    Number((latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0).toFixed(1));
  return {
    offeredPerSecond: ratePerSecond ?? "as fast as answered",
    answeredPerSecond: Math.round(latencies.length / tookSeconds),
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    slowestMs: quantile(1),
    refused,
    kilobytesAnAnswer: Number((bytes / Math.max(1, latencies.length) / 1024).toFixed(1)),
  };
}

/** One request at a time on one connection. */
class Connection {
  readonly #socket: Socket;
  readonly #head: string;
  #waiting: Waiting | undefined;
  #header = "";
  #status = 0;
  #left = -1;
  #bytes = 0;

  private constructor(socket: Socket, head: string) {
    this.#socket = socket;
    this.#head = head;
    socket.setNoDelay(true);
    socket.on("data", (chunk) => this.#take(chunk as Buffer));
  }

  static open(port: number, key: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () =>
        resolve(
          new Connection(
            socket,
            `HTTP/1.1\r\nHost: localhost:${port}\r\nAuthorization: Bearer ${key}\r\n\r\n`,
          ),
        ),
      );
      socket.on("error", reject);
    });
  }

  get(path: string, dueAt: number): Promise<{ status: number; bytes: number }> {
    return new Promise((resolve) => {
      this.#waiting = { dueAt, resolve };
      this.#socket.write(`GET ${path} ${this.#head}`);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    let body = chunk.length;
    if (this.#left < 0) {
      this.#header += chunk.toString("latin1");
      const end = this.#header.indexOf("\r\n\r\n");
      if (end < 0) return;
      this.#status = Number(this.#header.slice(9, 12));
      const length = Number(/^content-length: (\d+)/im.exec(this.#header)?.[1] ?? 0);
      body = this.#header.length - end - 4;
      this.#left = length;
      this.#bytes = length;
      this.#header = "";
    }
    this.#left -= body;
    if (this.#left > 0) return;
    this.#left = -1;
    const { resolve } = this.#waiting!;
    resolve({ status: this.#status, bytes: this.#bytes });
  }
}
