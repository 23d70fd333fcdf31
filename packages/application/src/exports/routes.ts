import type { PassThrough } from "node:stream";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { Refusal } from "../refusal.ts";
import type { ExportResource } from "./resources.ts";
import { DataExport, ExportInput } from "./schema.ts";
import {
  createExport,
  type ExportRequest,
  exportView,
  findExport,
  noteFetch,
  openExports,
} from "./service.ts";
import { inSnapshot } from "./snapshot.ts";
import { filledBy } from "./stream.ts";
import { writeExport } from "./write-export.ts";

/** Each holds a connection to Postgres for as long as its reader takes. */
const mostAtOnce = 3;
const types = { ndjson: "application/x-ndjson", csv: "text/csv; charset=utf-8; header=present" };

const content = {
  description: "The data, as a file",
  content: {
    "application/x-ndjson": { schema: Type.String({ description: "An object a line" }) },
    "text/csv": { schema: Type.String() },
  },
};

/** All of an account's data, for backups of the customer's own, other systems, and moving out. */
export function exportRoutes(app: ApiServer, { store, log }: Api): { close(): void } {
  const tags = ["exports"];
  const running = new Map<string, PassThrough | null>();

  app.post(
    "/exports",
    {
      schema: {
        tags,
        summary: "Ask for an export of the account's data; it can be fetched for 24 hours",
        body: ExportInput,
        response: { 201: DataExport, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const made = await createExport(store, accountId, actor, request.body as ExportRequest);
      return reply.code(201).header("location", `/api/v1/exports/${made.id}`).send(exportView(made));
    },
  );
  app.get(
    "/exports",
    {
      schema: {
        tags,
        summary: "List the exports that can be fetched, newest first",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(DataExport), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { limit = defaultPageSize, cursor } = request.query;
      const after = cursor === undefined ? null : decodeCursor(cursor, ["number", "string"]);
      const all = openExports(set, Date.now()).filter(
        ({ createdAt, id }) =>
          after === null || createdAt < after[0] || (createdAt === after[0] && id > after[1]),
      );
      const items = all.slice(0, limit);
      const last = items.at(-1);
      return {
        items: items.map(exportView),
        nextCursor: all.length > limit ? encodeCursor([last!.createdAt, last!.id]) : null,
      };
    },
  );
  app.get(
    "/exports/:id",
    {
      schema: {
        tags,
        summary: "Read an export's request",
        params: IdParameter,
        response: { 200: DataExport, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      return exportView(findExport(set, request.params.id, Date.now()));
    },
  );
  app.get(
    "/exports/:id/content",
    {
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: "Fetch the data as they are at this moment",
        description:
          'NDJSON: a line `{"resource","data"}` for each object, and a last one `{"resource":"end","counts"}`; without it the download was cut. Measurements come in no particular order. CSV: one resource, with a header.',
        params: IdParameter,
        response: { 200: content, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { id } = request.params;
      findExport(await store.read(accountId), id, Date.now());
      if (running.has(accountId))
        throw new Refusal(409, "export-running", "An export of this account is being fetched already.");
      if (running.size >= mostAtOnce)
        throw new Refusal(503, "exports-busy", `${mostAtOnce} exports are being fetched; try again soon.`);
      running.set(accountId, null);
      const wanted = await noteFetch(store, accountId, actor, id).catch((error) => {
        running.delete(accountId);
        throw error;
      });
      const { format } = wanted;
      const resources = wanted.resources as readonly ExportResource[];
      const { stream, done } = filledBy((sink) =>
        inSnapshot(store, accountId, (source) => writeExport(source, resources, wanted, sink)),
      );
      running.set(accountId, stream);
      done
        .catch((error: Error) => log.warn({ accountId, reason: error.message }, "an export was cut off"))
        .finally(() => running.delete(accountId));
      return reply
        .type(types[format])
        .header("content-disposition", `attachment; filename="refill-export.${format}"`)
        .send(stream as never);
    },
  );

  return {
    close() {
      for (const stream of running.values()) stream?.destroy(new Error("Refill is being stopped"));
    },
  };
}
