import type { DataImport } from "../accounts/records.ts";

/** Lines that lie in one chunk, and are applied in one change. */
export const linesInAChunk = 250;

export function chunkCount({ lines }: Pick<DataImport, "lines">): number {
  return Math.ceil(lines / linesInAChunk);
}

/** Of the step that the import is at. */
export function linesDone({ lines, chunksDone }: Pick<DataImport, "lines" | "chunksDone">): number {
  return Math.min(lines, chunksDone * linesInAChunk);
}
