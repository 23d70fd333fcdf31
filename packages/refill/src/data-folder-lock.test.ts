import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DataFolderInUse, lockDataFolder, runningInstance } from "./data-folder-lock.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "refill-lock-"));

test("the second start on one data folder is refused and names the first", () => {
  const folder = newFolder();
  const first = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse);
  expect(() => lockDataFolder(folder)).toThrow(String(process.pid));
  first.release();
  lockDataFolder(folder).release();
});

test("a folder whose Refill was killed can be started again", () => {
  const folder = newFolder();
  const gone = spawnSync(process.execPath, ["-e", "console.log(process.pid)"]).stdout.toString().trim();
  const left = { pid: Number(gone), processStart: "1", startedAt: "2026-01-01T00:00:00Z" };
  writeFileSync(join(folder, "refill.lock"), JSON.stringify(left));
  expect(runningInstance(folder)).toBeUndefined();
  lockDataFolder(folder).release();
});

test("a recycled process id is not taken for the Refill that died", () => {
  const folder = newFolder();
  const left = { pid: process.pid, processStart: "1", startedAt: "2026-01-01T00:00:00Z" };
  writeFileSync(join(folder, "refill.lock"), JSON.stringify(left));
  expect(runningInstance(folder)).toBeUndefined();
});

test("the command line learns the ports of the running one", () => {
  const folder = newFolder();
  const lock = lockDataFolder(folder);
  lock.describe({ httpPort: 8080 });
  expect(runningInstance(folder)).toMatchObject({ pid: process.pid, httpPort: 8080 });
  lock.release();
  expect(runningInstance(folder)).toBeUndefined();
});
