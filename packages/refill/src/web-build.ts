import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const web = join(packages, "web");

/** Builds the web page when its sources are newer than the build; `onBuild` is told before. */
export async function buildWebWhenStale(onBuild?: () => void): Promise<void> {
  const built = join(web, "dist", "index.html");
  if (existsSync(built) && statSync(built).mtimeMs >= Math.max(newest(web), newest(join(packages, "client"))))
    return;
  onBuild?.();
  const { build } = await import("vite");
  // Vite asks it whether the page is for production, also where tests build it.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await build({ root: web, logLevel: "error", configFile: join(web, "vite.config.ts") });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** Newest change below a folder, without what is built or installed. */
function newest(folder: string): number {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (["dist", "node_modules", ".vite"].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}
