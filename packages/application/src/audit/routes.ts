import { Readable } from "node:stream";
import type { AuditHead } from "@refill/database";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageQuery } from "../api/paging.ts";
import { refusals } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { readAnchor } from "./anchor.ts";
import { type ExportFormat, entryView, exportFormats } from "./export.ts";
import { scanTurns } from "./scan-turns.ts";
import * as schemas from "./schema.ts";
import { readEntry, readTrail, type TrailFilter, type TrailSource, trailEntries } from "./trail.ts";
import { type Verification, verifyTrail } from "./verification.ts";

const tags = ["audit-trail"];

const exported = {
  description: "The entries with their hashes",
  content: {
    "application/x-ndjson": { schema: Type.String({ description: "An AuditEntry a line" }) },
    "text/csv": { schema: Type.String() },
  },
};

/** Who did what in the account, for its admins. Each request reads in transactions of its own, batch by batch. */
export function auditRoutes(app: ApiServer, { store, vault }: Api): void {
  const inTurn = scanTurns();
  const verifications = new Map<string, Promise<Verification>>();
  const sourceOf = (accountId: string): TrailSource => ({
    query: (text, values) => store.query(accountId, (tx) => tx.query(text, values) as never),
  });
  const sealerOf = (accountId: string) => async () => (await store.read(accountId)).sealer;

  app.get(
    "/audit-entries",
    {
      schema: {
        tags,
        summary: "The audit trail, newest first",
        description:
          "Content is sealed, so filters on it look through at most 10,000 entries a request: a page may have fewer items than `limit`, even none, and a `nextCursor` nonetheless.",
        querystring: Type.Object({ ...pageQuery, ...schemas.trailFilter }, closed),
        response: { 200: Page(schemas.AuditEntry), ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const { limit = defaultPageSize, cursor, ...query } = request.query;
      const filter = filterOf(query);
      const before = cursor === undefined ? undefined : decodeCursor(cursor, ["integer"])[0];
      const { entries, next } = await inTurn(accountId, async () =>
        readTrail(sourceOf(accountId), await sealerOf(accountId)(), { filter, before, limit }),
      );
      return { items: entries.map(entryView), nextCursor: next === null ? null : encodeCursor([next]) };
    },
  );

  app.get(
    "/audit-entries/export",
    {
      schema: {
        tags,
        summary: "The audit trail as a file, oldest first; that it was exported stands in it, too",
        querystring: Type.Object(
          {
            ...schemas.trailFilter,
            format: Type.Optional(
              Type.Enum(Object.keys(exportFormats), {
                type: "string",
                description: "ndjson (default): one JSON object a line; csv: a table",
              }),
            ),
          },
          closed,
        ),
        response: { 200: exported, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { format: name = "ndjson", ...query } = request.query;
      const filter = filterOf(query);
      const format = exportFormats[name as ExportFormat];
      const day = new Date().toISOString().slice(0, 10);
      reply
        .type(format.type)
        .header("content-disposition", `attachment; filename="audit-trail-${day}.${name}"`);
      if (request.method === "HEAD") return reply.send(undefined as never);
      await store.change(accountId, actor, (change) =>
        change.note({ action: "audit-trail.exported", detail: { format: name, ...query } }),
      );
      const { sequence: last } = (await store.read(accountId)).auditHead;
      const batches = trailEntries(sourceOf(accountId), sealerOf(accountId), { filter, last });
      return reply.send(Readable.from(textOf(format, batches)) as never);
    },
  );

  app.get(
    "/audit-entries/:sequence",
    {
      schema: {
        tags,
        summary: "Read an entry of the audit trail",
        params: Type.Object({ sequence: Type.String({ pattern: "^[1-9][0-9]{0,14}$" }) }),
        response: { 200: schemas.AuditEntry, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const entry = await readEntry(
        sourceOf(accountId),
        await sealerOf(accountId)(),
        Number(request.params.sequence),
      );
      if (!entry) throw notFound("entry of the audit trail");
      return entryView(entry);
    },
  );

  app.get(
    "/audit-trail/verification",
    {
      schema: {
        tags,
        summary: "Follow the audit trail from its first entry: is each there, unchanged and in order?",
        response: { 200: schemas.AuditVerification, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      // A long trail takes seconds: whoever asks meanwhile waits for the same answer.
      let running = verifications.get(accountId);
      if (!running) {
        running = readAnchor(vault, accountId)
          .then((anchor) => verifyTrail(sourceOf(accountId), sealerOf(accountId), anchor))
          .finally(() => verifications.delete(accountId));
        verifications.set(accountId, running);
      }
      return verificationView(await running);
    },
  );
}

async function* textOf(
  { head, line }: (typeof exportFormats)[ExportFormat],
  batches: AsyncIterable<Parameters<typeof line>[0][]>,
): AsyncGenerator<string> {
  yield head();
  for await (const entries of batches) yield entries.map(line).join("");
}

function filterOf(
  query: { from?: string; to?: string; q?: string } & Omit<TrailFilter, "from" | "to" | "text">,
): TrailFilter {
  const { from, to, q, ...rest } = query;
  if (from && to && Date.parse(from) > Date.parse(to))
    refuseFields([{ field: "from", message: "must not be later than to" }]);
  return {
    ...rest,
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
    ...(q === undefined ? {} : { text: q }),
  };
}

function verificationView({ entries, head, anchor, fault }: Verification) {
  const view = ({ sequence, hash }: AuditHead) => ({ sequence, hash: hash.toString("hex") });
  return {
    isIntact: fault === undefined,
    entries,
    head: view(head),
    anchor: anchor ? view(anchor) : null,
    fault: fault ? { sequence: fault.sequence, kind: fault.fault } : null,
  };
}
