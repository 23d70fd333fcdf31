import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./deployment-under-test.ts";

const root = join(import.meta.dirname, "..");

export interface Started {
  process: ChildProcess;
  output(): string;
  baseUrl: string;
}

/** `npm start` as a newcomer runs it, with the virtual plant, in a folder of its own. */
export function prepareRefill() {
  const folder = mkdtempSync(join(tmpdir(), "refill-start-"));
  chmodSync(folder, 0o755);
  const environment = {
    ...process.env,
    REFILL_DATA: join(folder, "data"),
    REFILL_KEYS: join(folder, "keys"),
    REFILL_HTTP_PORT: "0",
    REFILL_UDP_PORT: "0",
    REFILL_STATION_PORT: "0",
    REFILL_UDP_HOST: "127.0.0.1",
  };

  function run(args: string[], more: Record<string, string> = {}) {
    const child = spawn(process.execPath, args, { cwd: root, env: { ...environment, ...more } });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
      });
    return { process: child, output: () => output };
  }

  return {
    folder,
    environment,
    run,
    async start(more: Record<string, string> = {}): Promise<Started> {
      const started = run(["scripts/start.mjs"], more);
      const address = await until(
        () =>
          /Open\s+(http:\S+)/.exec(started.output())?.[1] ?? (started.process.exitCode !== null && "ended"),
      );
      if (address === "ended") throw new Error(`npm start ended: ${started.output()}`);
      return { ...started, baseUrl: address };
    },
    async command(...args: string[]): Promise<{ code: number; output: string }> {
      const done = run(["packages/refill/bin/refill.mjs", ...args]);
      const [code] = await once(done.process, "close");
      return { code, output: done.output() };
    },
    async stop(started: Started | undefined): Promise<void> {
      if (started && started.process.exitCode === null) {
        started.process.kill("SIGINT");
        await once(started.process, "close");
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
