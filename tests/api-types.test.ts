import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("the web page's types are those of the API", () => {
  const web = join(import.meta.dirname, "..", "packages", "web");
  const done = spawnSync(process.execPath, ["api-types.ts", "--check"], { cwd: web, encoding: "utf8" });
  expect([done.status, done.stderr]).toEqual([0, ""]);
});
