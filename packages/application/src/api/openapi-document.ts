import { STATUS_CODES } from "node:http";
import { exampleOf, type Schema } from "./openapi-examples.ts";

interface Media {
  schema?: Schema;
  example?: unknown;
}
interface Answer {
  description: string;
  content?: Record<string, Media>;
}
interface Operation {
  operationId?: string;
  requestBody?: { content: Record<string, Media> };
  parameters?: { name: string; schema?: Schema; example?: unknown }[];
  responses?: Record<string, Answer>;
}
export interface OpenApiDocument {
  paths?: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

const methods = ["get", "post", "put", "patch", "delete"] as const;
const problemType = "application/problem+json";

/**
 * What the routes' schemas leave out: operation ids, references to the named schemas instead of copies, an example of each
 * body, parameter and answer, and the content type of problems.
 */
export function completeDocument<Document extends object>(document: Document): Document {
  const complete = structuredClone(document) as OpenApiDocument;
  const named = complete.components?.schemas ?? {};
  const nameOf = new Map(Object.entries(named).map(([name, schema]) => [JSON.stringify(schema), name]));
  for (const [path, item] of Object.entries(complete.paths ?? {}))
    for (const method of methods) {
      const operation = item[method];
      if (operation) completeOperation(operation, operationId(method, path), { nameOf, named });
    }
  for (const [name, schema] of Object.entries(named)) {
    named[name] = withReferences(schema, nameOf, true);
    named[name].examples = [exampleOf(schema, { named, name })];
  }
  return complete as Document;
}

function completeOperation(
  operation: Operation,
  id: string,
  { nameOf, named }: { nameOf: ReadonlyMap<string, string>; named: Record<string, Schema> },
): void {
  operation.operationId ??= id;
  const complete = (media: Media) => {
    if (!media.schema) return;
    media.example ??= exampleOf(media.schema, { named, name: "" });
    media.schema = withReferences(media.schema, nameOf, false);
  };
  for (const media of Object.values(operation.requestBody?.content ?? {})) complete(media);
  for (const parameter of operation.parameters ?? [])
    if (parameter.schema) parameter.example ??= exampleOf(parameter.schema, { named, name: parameter.name });
  for (const [status, answer] of Object.entries(operation.responses ?? {})) {
    if (answer.description === "Default Response") answer.description = describe(status);
    const json = answer.content?.["application/json"];
    if (json && /^[45]/.test(status)) answer.content = { [problemType]: json };
    for (const media of Object.values(answer.content ?? {})) complete(media);
    // Nothing is sent: JSON's null would say that something is.
    if (status === "204") delete answer.content;
  }
}

function describe(status: string): string {
  if (status.endsWith("XX")) return status.startsWith("4") ? "Refused; nothing was changed" : "Failed";
  return STATUS_CODES[status] ?? status;
}

/** Copies of named schemas become references, the outermost first. `isNamed`: the schema itself is one of them. */
function withReferences(schema: Schema, nameOf: ReadonlyMap<string, string>, isNamed: boolean): Schema {
  const name = isNamed ? undefined : nameOf.get(JSON.stringify(schema));
  if (name) return { $ref: `#/components/schemas/${name}` };
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    const reference = nameOf.get(JSON.stringify(value));
    if (reference) return { $ref: `#/components/schemas/${reference}` };
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  return Object.fromEntries(Object.entries(schema).map(([key, each]) => [key, walk(each)])) as Schema;
}

const verbs = { get: "get", post: "create", put: "replace", patch: "change", delete: "remove" } as const;

/** e.g. `listSites`, `getSitesById`, `createOrdersByIdConfirm`: stable as long as path and method are. */
function operationId(method: (typeof methods)[number], path: string): string {
  const parts = path.replace(/^\/api\/v1\//, "").split("/");
  const isList = method === "get" && !parts.at(-1)!.startsWith("{") && parts.at(-1)!.endsWith("s");
  const words = parts.map((part) =>
    part.startsWith("{") ? `By${capital(part.slice(1, -1))}` : part.split("-").map(capital).join(""),
  );
  return `${isList ? "list" : verbs[method]}${words.join("").replace(/[^A-Za-z0-9]/g, "")}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
