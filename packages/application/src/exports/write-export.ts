import { setImmediate } from "node:timers/promises";
import { byteOrderMark, csvLine } from "../api/csv.ts";
import { columnsOfExport, type ExportResource } from "./resources.ts";

/** From `from` until before `to`, ms; null: open. */
export interface ExportRange {
  from: number | null;
  to: number | null;
}
/** An account's data as of one moment, in batches. */
export interface ExportSource {
  read(resource: ExportResource, range: ExportRange): AsyncIterable<readonly object[]>;
}
/** Resolves when more may come: so a slow reader slows the writer, and nothing piles up. */
export interface ExportSink {
  write(text: string): Promise<void>;
}

/** What is put together before it is written. */
const chunkLength = 64 * 1024;

/**
 * Writes resources one after the other. NDJSON: a line `{"resource","data"}` for each object, and at the end
 * `{"resource":"end","counts"}`: without this line the export is not whole. CSV: one resource, with a header.
 * Gives how many objects there were of each resource.
 */
export async function writeExport(
  source: ExportSource,
  resources: readonly ExportResource[],
  { format, from, to }: { format: "ndjson" | "csv" } & ExportRange,
  sink: ExportSink,
): Promise<Partial<Record<ExportResource, number>>> {
  if (format === "csv" && resources.length !== 1) throw new RangeError("CSV holds one resource");
  const counts: Partial<Record<ExportResource, number>> = {};
  let chunk = "";
  for (const resource of resources) {
    const lineOf = format === "csv" ? csvLines(resource) : jsonLines(resource);
    if (format === "csv") chunk += byteOrderMark + csvLine(columnsOfExport(resource));
    let count = 0;
    for await (const objects of source.read(resource, { from, to })) {
      for (const object of objects) {
        chunk += lineOf(object);
        if (chunk.length >= chunkLength) await flush();
      }
      count += objects.length;
    }
    counts[resource] = count;
  }
  if (format === "ndjson") chunk += `${JSON.stringify({ resource: "end", counts })}\n`;
  await flush();
  return counts;

  async function flush(): Promise<void> {
    const text = chunk;
    chunk = "";
    await sink.write(text);
    await setImmediate();
  }
}

function jsonLines(resource: ExportResource): (object: object) => string {
  const start = `{"resource":${JSON.stringify(resource)},"data":`;
  return (object) => `${start}${JSON.stringify(object)}}\n`;
}

function csvLines(resource: ExportResource): (object: object) => string {
  const paths = columnsOfExport(resource).map((column) => column.split("."));
  return (object) => csvLine(paths.map((path) => valueAt(object, path)));
}

function valueAt(object: object, path: readonly string[]): unknown {
  let value: unknown = object;
  for (const name of path) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value;
}
