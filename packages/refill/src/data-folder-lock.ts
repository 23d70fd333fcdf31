import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RegionDatabase } from "@refill/database";

/** What the running Refill wrote about itself into its data folder, for the command line. */
export interface RunningInstance {
  pid: number;
  /** Start time of the process as the kernel counts it, so that a recycled pid is not taken for it. */
  processStart: string;
  startedAt: string;
  /** Without passwords. */
  regions?: RegionDatabase[];
  httpPort?: number;
  /** Of each of the network server's processes. */
  networkHttpPorts?: number[];
  udpPort?: number;
  /** Of each region's network server: each of its processes. */
  deliveryPorts?: Record<string, number[]>;
  demonstration?: boolean;
}

/** Another Refill works on this data folder. */
export class DataFolderInUse extends Error {}

export interface DataFolderLock {
  /** Adds facts for the command line; replaces the file in one step. */
  describe(facts: Partial<RunningInstance>): void;
  release(): void;
}

const lockPath = (dataFolder: string) => join(dataFolder, "refill.lock");

/** The instance that holds this data folder, or undefined when none is alive. */
export function runningInstance(dataFolder: string): RunningInstance | undefined {
  let instance: RunningInstance;
  try {
    instance = JSON.parse(readFileSync(lockPath(dataFolder), "utf8"));
  } catch {
    return undefined;
  }
  const start = processStart(instance.pid);
  return start !== undefined && start === instance.processStart ? instance : undefined;
}

/** Takes the data folder for this process; throws {@link DataFolderInUse} while another one lives. */
export function lockDataFolder(dataFolder: string): DataFolderLock {
  mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
  const path = lockPath(dataFolder);
  let facts: RunningInstance = {
    pid: process.pid,
    processStart: processStart(process.pid) ?? "",
    startedAt: new Date().toISOString(),
  };
  const own = `${path}.${process.pid}`;
  writeFileSync(own, JSON.stringify(facts), { mode: 0o600 });
  try {
    if (!link(own, path)) {
      const other = runningInstance(dataFolder);
      if (other) {
        throw new DataFolderInUse(
          `Refill is running on ${dataFolder} already (process ${other.pid}, since ${other.startedAt}). Stop it first, or set REFILL_DATA to another folder.`,
        );
      }
      rmSync(path, { force: true });
      if (!link(own, path)) throw new DataFolderInUse(`Another Refill is just starting on ${dataFolder}.`);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return {
    describe(more) {
      facts = { ...facts, ...more };
      writeFileSync(path, JSON.stringify(facts), { mode: 0o600 });
    },
    release() {
      rmSync(path, { force: true });
    },
  };
}

/** Hard links are made in one step or not at all, so of two starts one wins. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function processStart(pid: number): string | undefined {
  try {
    // proc(5): field 22, starttime; the command name in field 2 may hold spaces, so count from its end.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    try {
      process.kill(pid, 0);
      return "alive";
    } catch {
      return undefined;
    }
  }
}
