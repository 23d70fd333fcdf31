import pino, { type Logger } from "pino";

/** The supervisor's log: JSON lines, appended to a file, so that the terminal stays readable. */
export function openLog(file: string): Logger {
  return pino(
    { base: { program: "refill" } },
    pino.destination({ dest: file, append: true, mkdir: true, sync: true }),
  );
}
