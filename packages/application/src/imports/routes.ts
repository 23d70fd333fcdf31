import { Type } from "typebox";
import type { DataImport, ImportLine } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageOf, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { decodeFile } from "./decode-file.ts";
import { dimensions } from "./fields.ts";
import { readAllLines, readChunk } from "./import-chunks.ts";
import { errorFile, recordsFile, templateFile } from "./import-files.ts";
import { importKindNames } from "./import-kind.ts";
import { chunkCount, linesDone } from "./import-progress.ts";
import { importKind } from "./kinds/all.ts";
import * as schemas from "./schema.ts";
import {
  beginApplying,
  beginUndoing,
  createImport,
  findImport,
  importsOf,
  previewAgain,
  removeImport,
} from "./service.ts";

const largestFile = 8 * 1024 * 1024;
const tags = ["imports"];
const csv = { description: "A CSV file", content: { "text/csv": { schema: Type.String() } } };
const csvType = "text/csv; charset=utf-8; header=present";
const KindQuery = Type.Object(
  { kind: schemas.ImportKindName, language: Type.Optional(schemas.Language) },
  closed,
);

/** Records from CSV files: a preview with all that is wrong, then the good lines as a job, which can be taken back. */
export function importRoutes(app: ApiServer, api: Api): void {
  fileRoutes(app, api);
  previewRoutes(app, api);
  stepRoutes(app, api);
}

function fileRoutes(app: ApiServer, { store }: Api): void {
  app.get(
    "/imports/kinds",
    {
      schema: {
        tags,
        summary: "What can be imported, and what columns can hold",
        response: { 200: Page(schemas.ImportKind), ...refusals },
      },
    },
    () => ({
      items: importKindNames.map((kind) => ({
        kind,
        fields: importKind(kind).fields.map(({ name, label, value, isRequired, dimension }) => ({
          name,
          label,
          value,
          isRequired,
          units: dimension ? Object.keys(dimensions[dimension]) : [],
        })),
      })),
      nextCursor: null,
    }),
  );
  app.get(
    "/imports/template",
    {
      schema: {
        tags,
        summary: "A CSV file to begin with: the usual columns and an example line",
        querystring: KindQuery,
        response: { 200: csv, ...refusals },
      },
    },
    async (request, reply) => {
      const { kind, language = "en" } = request.query;
      return reply
        .type(csvType)
        .header("content-disposition", `attachment; filename="${kind}-template.csv"`)
        .send(templateFile(kind, language) as never);
    },
  );
  app.get(
    "/imports/records",
    {
      schema: {
        tags,
        summary: "All records of a kind as a CSV file, to be changed in a spreadsheet and imported again",
        querystring: KindQuery,
        response: { 200: csv, ...refusals },
      },
    },
    async (request, reply) => {
      const { kind, language = "en" } = request.query;
      const set = await store.read(request.principal.accountId);
      return reply
        .type(csvType)
        .header("content-disposition", `attachment; filename="${kind}.csv"`)
        .send(recordsFile(set, kind, language) as never);
    },
  );
  app.get(
    "/imports/:id/error-file",
    {
      schema: {
        tags,
        summary: "The lines in error with what is wrong, to be corrected and imported again",
        params: IdParameter,
        querystring: Type.Object({ language: Type.Optional(schemas.Language) }, closed),
        response: { 200: csv, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      const { id } = request.params;
      const set = await store.read(accountId);
      const found = findImport(set, id, Date.now());
      const lines = await store.query(accountId, (tx) => readAllLines(tx, set.sealer, id));
      return reply
        .type(csvType)
        .header("content-disposition", `attachment; filename="${found.kind}-errors.csv"`)
        .send(errorFile(found, lines, request.query.language ?? "en") as never);
    },
  );
}

function previewRoutes(app: ApiServer, { store, isDemonstration }: Api): void {
  // Only here: elsewhere a body of this type is refused.
  app.register(async (scope) => {
    scope.addContentTypeParser(
      "text/csv",
      { parseAs: "buffer", bodyLimit: largestFile },
      (_request, body, done) => done(null, decodeFile(body as Buffer).text),
    );
    scope.post(
      "/imports",
      {
        bodyLimit: largestFile,
        schema: {
          tags,
          summary: "Send a CSV file and get a preview of what it would do; nothing is changed",
          description:
            "Columns with commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252; decimal point or comma; headers in English or German, or as the exports write them. An empty cell leaves what is there, `-` takes it away. At most 20,000 lines and 8 MB. The preview is kept for 30 days, the newest 20 of an account.",
          consumes: ["text/csv"],
          querystring: schemas.ImportQuery,
          body: Type.String({ examples: ["Part number,Name,Unit\nM6-20,Hexagon screw M6x20,pcs\n"] }),
          response: { 201: schemas.DataImport, ...refusals },
        },
      },
      async (request, reply) => {
        const { accountId, actor } = request.principal;
        const query = request.query as schemas.ImportQuery;
        const made = await createImport(
          store,
          accountId,
          actor,
          { ...query, text: request.body as string },
          isDemonstration,
        );
        return reply
          .code(201)
          .header("location", `/api/v1/imports/${made.id}`)
          .send(await viewOf({ store }, accountId, made));
      },
    );
  });

  app.get(
    "/imports",
    {
      schema: {
        tags,
        summary: "List imports, newest first",
        querystring: Type.Object(pageQuery, closed),
        response: { 200: Page(schemas.DataImport), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { items, nextCursor } = pageOf(importsOf(set, Date.now()), request.query, ({ id }) => id);
      return { items: items.map((each) => importView(each, [])), nextCursor };
    },
  );
  app.get(
    "/imports/:id",
    {
      schema: {
        tags,
        summary: "Read an import, and how far it is",
        params: IdParameter,
        response: { 200: schemas.DataImport, ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      return viewOf(
        { store },
        accountId,
        findImport(await store.read(accountId), request.params.id, Date.now()),
      );
    },
  );
  app.get(
    "/imports/:id/lines",
    {
      schema: {
        tags,
        summary: "Read an import's lines: what each would do, or did, and what is wrong with it",
        params: IdParameter,
        querystring: Type.Object(
          {
            ...pageQuery,
            outcome: Type.Optional(
              Type.Enum(["new", "changed", "same", "error", "not-undone"], {
                type: "string",
                description: "Not-undone: that could not be taken back",
              }),
            ),
          },
          closed,
        ),
        response: { 200: Page(schemas.ImportLine), ...refusals },
      },
    },
    async (request) => {
      const { accountId } = request.principal;
      const { id } = request.params;
      const { limit = defaultPageSize, cursor, outcome } = request.query;
      const [chunk, place] = cursor === undefined ? [0, 0] : decodeCursor(cursor, ["integer", "integer"]);
      const set = await store.read(accountId);
      const found = findImport(set, id, Date.now());
      const isWanted = (line: ImportLine) =>
        outcome === undefined ||
        (outcome === "not-undone" ? line.undoProblem !== null : line.outcome === outcome);
      const items: ImportLine[] = [];
      for (let sequence = chunk; sequence < chunkCount(found); sequence++) {
        const lines = (await store.query(accountId, (tx) => readChunk(tx, set.sealer, id, sequence))) ?? [];
        for (let index = sequence === chunk ? place : 0; index < lines.length; index++) {
          if (!isWanted(lines[index]!)) continue;
          if (items.length === limit)
            return { items: items.map(lineView), nextCursor: encodeCursor([sequence, index]) };
          items.push(lines[index]!);
        }
      }
      return { items: items.map(lineView), nextCursor: null };
    },
  );
  app.patch(
    "/imports/:id",
    {
      schema: {
        tags,
        summary: "Say what columns hold, and look at all lines anew: also without any change",
        params: IdParameter,
        body: schemas.ImportChange,
        response: { 200: schemas.DataImport, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const wanted = request.body as schemas.ImportChange;
      const again = await previewAgain(store, accountId, actor, request.params.id, wanted, isDemonstration);
      return viewOf({ store }, accountId, again);
    },
  );
}

function stepRoutes(app: ApiServer, { store }: Api): void {
  app.post(
    "/imports/:id/apply",
    {
      schema: {
        tags,
        summary: "Do what the import's lines say, in the background: all good ones, or all or nothing",
        params: IdParameter,
        body: schemas.ApplyInput,
        response: { 202: schemas.DataImport, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { allOrNothing = false } = request.body;
      const begun = await beginApplying(store, accountId, actor, request.params.id, allOrNothing);
      return reply.code(202).send(await viewOf({ store }, accountId, begun));
    },
  );
  app.post(
    "/imports/:id/undo",
    {
      schema: {
        tags,
        summary: "Take an import back, in the background; refused when its records were changed since",
        params: IdParameter,
        response: { 202: schemas.DataImport, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const begun = await beginUndoing(store, accountId, actor, request.params.id);
      return reply.code(202).send(await viewOf({ store }, accountId, begun));
    },
  );
  app.delete(
    "/imports/:id",
    {
      schema: {
        tags,
        summary: "Forget an import and its file; what it did stays",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      await store.change(accountId, actor, (change) => removeImport(change, request.params.id));
      return reply.code(204).send(null);
    },
  );
}

/** With samples of its columns, which the list does without. */
async function viewOf({ store }: Pick<Api, "store">, accountId: string, of: DataImport) {
  const { sealer } = await store.read(accountId);
  const lines = await store.query(accountId, (tx) => readChunk(tx, sealer, of.id, 0));
  return importView(of, lines ?? []);
}

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null) => (ms === null ? null : iso(ms));

function importView(of: DataImport, lines: readonly ImportLine[]) {
  const { id, kind, fileName, delimiter, decimalSign, state, isAllOrNothing, by, problem } = of;
  return {
    id,
    kind,
    fileName,
    delimiter,
    decimalSign,
    state,
    isAllOrNothing,
    by,
    problem,
    columns: of.columns.map((header, index) => ({
      header,
      field: of.mapping[index] ?? null,
      sample: [...new Set(lines.flatMap(({ cells }) => cells[index] || []))].slice(0, 3),
    })),
    lines: { total: of.lines, done: linesDone(of), ...of.counts },
    canUndo: state === "applied" && importKind(kind).remove !== null,
    createdAt: iso(of.createdAt),
    startedAt: isoOrNull(of.startedAt),
    finishedAt: isoOrNull(of.finishedAt),
    expiresAt: iso(of.expiresAt),
  };
}

function lineView({ applied: _applied, ...line }: ImportLine) {
  return {
    ...line,
    cells: [...line.cells],
    changes: [...line.changes],
    problems: [...line.problems],
  };
}
