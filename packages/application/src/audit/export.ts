import type { TrailEntry } from "./trail.ts";

/** How an exported trail is written: as one JSON object or one row of a table an entry. */
export const exportFormats = {
  ndjson: {
    type: "application/x-ndjson; charset=utf-8",
    head: () => "",
    line: (entry: TrailEntry) => `${JSON.stringify(entryView(entry))}\n`,
  },
  csv: { type: "text/csv; charset=utf-8; header=present", head: csvHead, line: csvLine },
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
  ["before", ({ before }) => before && JSON.stringify(before)],
  ["after", ({ after }) => after && JSON.stringify(after)],
  ["detail", ({ detail }) => detail && JSON.stringify(detail)],
  ["hash", ({ hash }) => hash],
];

function csvHead(): string {
  return `${columns.map(([name]) => name).join(",")}\r\n`;
}

function csvLine(entry: TrailEntry): string {
  return `${columns.map(([, value]) => csvCell(value(entry))).join(",")}\r\n`;
}

/** RFC 4180. A spreadsheet would run a cell that begins like a formula: an apostrophe makes it text (OWASP, CSV injection). */
export function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const harmless = typeof value === "string" && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
