#!/usr/bin/env node
// `npx refill …`: runs the command line on the pinned Node, whatever Node npx was started with.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installWhatIsMissing, node } from "../../../scripts/node26.mjs";

installWhatIsMissing();
const main = join(dirname(dirname(fileURLToPath(import.meta.url))), "src", "main.ts");
const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
