import { join } from "node:path";
import { buildWebWhenStale } from "../packages/refill/src/web-build.ts";

/** The web page as it is served, for tests in a browser. */
export const builtPage = join(import.meta.dirname, "..", "packages", "web", "dist");

/** Once before all tests, so that none of them builds it for itself. */
export default async function setup(): Promise<void> {
  await buildWebWhenStale();
}
