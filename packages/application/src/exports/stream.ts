import { once } from "node:events";
import { PassThrough } from "node:stream";
import type { ExportSink } from "./write-export.ts";

/** A reader that takes nothing for so long is cut off: the snapshot holds a connection to Postgres. */
const stalledAfterMs = 60_000;

/** A stream that `work` fills as fast as its reader reads; whatever fails ends it as broken, not as whole. */
export function filledBy(
  work: (sink: ExportSink) => Promise<unknown>,
  stalledAfter: number = stalledAfterMs,
): { stream: PassThrough; done: Promise<void> } {
  const stream = new PassThrough({ highWaterMark: 256 * 1024 });
  const closing = new AbortController();
  stream.on("close", () => closing.abort(new Error("the reader went away")));
  // It is told to `done`.
  stream.on("error", () => {});
  const sink: ExportSink = {
    async write(text) {
      closing.signal.throwIfAborted();
      if (stream.write(text)) return;
      const stalled = AbortSignal.timeout(stalledAfter);
      await once(stream, "drain", { signal: AbortSignal.any([closing.signal, stalled]) });
    },
  };
  const done = work(sink).then(
    () => void stream.end(),
    (error: Error) => {
      stream.destroy(error);
      throw error;
    },
  );
  done.catch(() => {});
  return { stream, done };
}
