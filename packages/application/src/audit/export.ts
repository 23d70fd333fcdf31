import { byteOrderMark, csvLine } from "../api/csv.ts";
import type { TrailEntry } from "./trail.ts";

/** How an exported trail is written: as one JSON object or one row of a table an entry. */
export const exportFormats = {
  ndjson: {
    type: "application/x-ndjson; charset=utf-8",
    head: () => "",
    line: (entry: TrailEntry) => `${JSON.stringify(entryView(entry))}\n`,
  },
  csv: { type: "text/csv; charset=utf-8; header=present", head: csvHead, line: csvRow },
} as const;
export type ExportFormat = keyof typeof exportFormats;

/** An entry as the REST API shows it. */
export function entryView({ v: _version, at, ...entry }: TrailEntry) {
  return { ...entry, at: new Date(at).toISOString() };
}

const columns: readonly [string, (entry: TrailEntry) => unknown][] = [
  ["sequence", ({ sequence }) => sequence],
  ["at", ({ at }) => new Date(at).toISOString()],
  ["action", ({ action }) => action],
  ["actorKind", ({ actor }) => actor.kind],
  ["actorId", ({ actor }) => actor.id],
  ["actorName", ({ actor }) => actor.name],
  ["address", ({ actor }) => actor.address],
  ["targetKind", ({ target }) => target?.kind],
  ["targetId", ({ target }) => target?.id],
  ["targetName", ({ target }) => target?.name],
  ["before", ({ before }) => before],
  ["after", ({ after }) => after],
  ["detail", ({ detail }) => detail],
  ["hash", ({ hash }) => hash],
];

function csvHead(): string {
  return byteOrderMark + csvLine(columns.map(([name]) => name));
}

function csvRow(entry: TrailEntry): string {
  return csvLine(columns.map(([, value]) => value(entry)));
}
