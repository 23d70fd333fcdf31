// npm test: types, lint, then every test; the last line reads `tests: N passed, N failed`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { installWhatIsMissing, node, root } from "./node26.mjs";

installWhatIsMissing();
installChromium();
const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
let passed = 0;
let failed = 0;
check("types", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"]);
if (existsSync(join(root, "packages/web/tsconfig.json"))) {
  check("types of the web page", [
    "node_modules/typescript/bin/tsc",
    "--noEmit",
    "-p",
    "packages/web/tsconfig.json",
  ]);
}
check("lint", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."]);
vitest();
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function check(name, args) {
  const done = spawnSync(node, args, { cwd: root, stdio: "inherit", env });
  console.log(`${name}: ${done.status === 0 ? "passed" : "FAILED"}`);
  if (done.status === 0) passed++;
  else failed++;
}

function vitest() {
  const report = join(mkdtempSync(join(tmpdir(), "refill-tests-")), "report.json");
  const done = spawnSync(
    node,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: "inherit", env },
  );
  const result = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8"))
    : { numPassedTests: 0, numFailedTests: 0 };
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  if (done.status !== 0 && result.numFailedTests === 0) failed++;
}

function installChromium() {
  const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some(existsSync);
  if (found || process.env.REFILL_CHROMIUM) return;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Installing Chromium for the browser tests …");
    const aptEnv = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env: aptEnv });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: aptEnv,
    });
    return;
  }
  console.log("The browser tests need Chromium: install it, or set REFILL_CHROMIUM to its path.");
}
