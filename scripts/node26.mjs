// Installs what is missing and runs the rest on the pinned Node, whatever Node (>= 20) npm was started with.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const node = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Runs `npm ci` unless node_modules already answers to package-lock.json. */
export function installWhatIsMissing() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    console.error(`Refill needs Node 20 or newer to start; this is ${process.version}.`);
    process.exit(1);
  }
  if (isInstalled()) return;
  console.error("Installing packages (once, some minutes on a slow line) …");
  const done = spawnSync("npm", ["ci", "--no-fund", "--no-audit", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    console.error("npm ci failed: see above. Refill needs the npm registry once, to install its packages.");
    process.exit(1);
  }
}

function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installed) || !existsSync(node)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      entry.optional ||
      entry.link ||
      !path.startsWith("node_modules/") ||
      present[path]?.version === entry.version,
  );
}

/** Runs a command of the workspace on the pinned Node and ends with its exit code; Ctrl-C goes through. */
export function runOnPinnedNode(args) {
  const child = spawn(node, args, { cwd: root, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
