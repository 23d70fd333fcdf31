/**
 * Writes src/schema.d.ts from the application's OpenAPI document; with `--check` it only tells whether that is
 * up to date (exit code 1 when not). Run by `npm run generate -w @refill/client`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";
import { openApiDocument, version } from "../application/src/index.ts";

const file = new URL("src/schema.d.ts", import.meta.url);
const ast = await openapiTS(JSON.stringify(await openApiDocument(version)));
const text = `/** Generated from the OpenAPI document by npm run generate -w @refill/client. */\n${astToString(ast)}`;
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== text) {
    console.error(
      "packages/client/src/schema.d.ts is older than the API: npm run generate -w @refill/client",
    );
    process.exit(1);
  }
} else writeFileSync(file, text);
