import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Rows that are written before others get their turn. */
const rowsAtOnce = 200;
/** By it spreadsheets know that a file is UTF-8. */
export const byteOrderMark = "\ufeff";

/** Whether the client prefers CSV to JSON. */
export function wantsCsv(request: FastifyRequest): boolean {
  const quality = (type: string) => {
    for (const part of (request.headers.accept ?? "").split(",")) {
      const [name = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
      const q = parameters.find((each) => each.startsWith("q="))?.slice(2);
      if (name === type) return q === undefined ? 1 : Number(q) || 0;
    }
    return 0;
  };
  return quality("text/csv") > quality("application/json");
}

/** Streams a table of records with these fields; `name`: of the file, without its ending. */
export function sendCsv<Row extends object>(
  reply: FastifyReply,
  name: string,
  fields: readonly (keyof Row & string)[],
  rows: Iterable<Row>,
): FastifyReply {
  async function* text() {
    let chunk = byteOrderMark + csvLine(fields);
    let count = 0;
    for (const row of rows) {
      chunk += csvLine(fields.map((field) => row[field]));
      if (++count % rowsAtOnce !== 0) continue;
      yield chunk;
      chunk = "";
      await setImmediate();
    }
    if (chunk) yield chunk;
  }
  return reply
    .header("content-disposition", `attachment; filename="${name}.csv"`)
    .type("text/csv; charset=utf-8; header=present")
    .send(Readable.from(text(), { objectMode: false }));
}

/** RFC 4180. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/** Nothing for null; objects and lists as JSON. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = defused(typeof value === "string" ? value : JSON.stringify(value));
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection"). */
function defused(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
