import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Logger } from "pino";

/** A program of Refill in a process of its own, started again when it dies. */
export interface Program {
  /** What it said of itself when it was ready (ports). */
  ready: Record<string, unknown>;
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** A program did not come up; the message says why. */
export class ProgramFailed extends Error {}

/**
 * The network server's garbage collection. Its messages live some tenths of a second, until they are delivered: a young
 * generation with room for them (MB) keeps them out of the old one. And buffers, of which every message takes some, count
 * together with the heap, not for themselves, in when the old one is collected: at 10,000 uplinks/s every 15 to 20 s, not every 5.
 */
export const networkServerNodeOptions = [
  "--max-semi-space-size=64",
  "--external-memory-accounted-in-global-limit",
  "--external-memory-max-growing-factor=4",
];

/**
 * The application's memory follows its setting: opened accounts, as much again for what is thrown away and not collected
 * yet, and room for everything else. Without a limit V8 lets a heap grow that a machine has room for.
 */
export function applicationNodeOptions(accountMemoryMb: number): string[] {
  return [`--max-old-space-size=${512 + 2 * accountMemoryMb}`];
}

const longestPauseMs = 5_000;
const readyWithinMs = 60_000;
const stopWithinMs = 15_000;

/**
 * Starts `node <file>` and waits for its line `{"ready":true,…}` on standard output. Dies it later, it is started
 * again with the environment that `environmentFor` makes from what it said first, so that its ports stay.
 */
export async function startProgram(options: {
  name: string;
  file: string;
  /** Options of Node for it. */
  nodeOptions?: readonly string[];
  environment: (ready: Record<string, unknown> | undefined) => Record<string, string>;
  log: Logger;
  /** File descriptor that takes the program's own log. */
  logFile: number;
}): Promise<Program> {
  const { name, log } = options;
  let stopping = false;
  let child: ChildProcess | undefined;
  let firstReady: Record<string, unknown> | undefined;
  let restart: NodeJS.Timeout | undefined;
  let pauseMs = 250;

  function launch(): Promise<Record<string, unknown>> {
    const started = Date.now();
    const own = spawn(process.execPath, [...(options.nodeOptions ?? []), options.file], {
      env: { ...process.env, ...options.environment(firstReady) },
      // The channel says nothing; it breaks when this process dies, and then the program ends, too.
      stdio: ["ignore", "pipe", options.logFile, "ipc"],
      // Ctrl-C reaches the whole foreground group; only this process decides when its programs stop.
      detached: true,
    });
    child = own;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new ProgramFailed(`${name} was not ready within ${readyWithinMs / 1000} s; see the log`));
        own.kill("SIGKILL");
      }, readyWithinMs);
      createInterface({ input: own.stdout! }).on("line", (line) => {
        const message = parse(line);
        if (message?.ready === undefined) return;
        clearTimeout(timer);
        if (message.ready === true) resolve(message);
        else reject(new ProgramFailed(`${name} could not start: ${message.reason}`));
      });
      own.on("exit", (code, signal) => {
        clearTimeout(timer);
        if (child === own) child = undefined;
        reject(
          new ProgramFailed(`${name} ended before it was ready (${signal ?? `code ${code}`}); see the log`),
        );
        if (stopping || !firstReady) return;
        if (Date.now() - started > 60_000) pauseMs = 250;
        log.error(
          { program: name, code, signal, againInMs: pauseMs },
          "a program ended; it is started again",
        );
        restart = setTimeout(
          () => launch().catch((error) => log.error({ program: name, error: error.message })),
          pauseMs,
        );
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      });
    });
  }

  firstReady = await launch();
  return {
    ready: firstReady,
    pid: () => child?.pid,
    async stop() {
      stopping = true;
      clearTimeout(restart);
      const own = child;
      if (!own || own.exitCode !== null) return;
      await new Promise<void>((resolve) => {
        const kill = setTimeout(() => own.kill("SIGKILL"), stopWithinMs);
        own.on("exit", () => {
          clearTimeout(kill);
          resolve();
        });
        own.kill("SIGTERM");
      });
    },
  };
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
