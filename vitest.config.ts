import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    globalSetup: "tests/built-page.ts",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    // Many tests wait for processes and browsers: a third keeps two cores busy.
    maxWorkers: 3,
    passWithNoTests: true,
  },
});
