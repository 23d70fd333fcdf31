import { hash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { TObject, TSchema } from "typebox";
import { Refusal } from "../refusal.ts";

/** How records become the text of an answer, and how that text is told from others. */

type Stringify = (view: unknown) => string;
interface Known {
  dependsOn: readonly unknown[];
  text: string;
}

/**
 * JSON of a resource's records as the schema has it: what the schema does not name is left out. The text of a record is
 * kept while the record, and what its view depends on beside it, are the same.
 */
export class Representations<R extends object> {
  readonly #schema: TSchema;
  readonly #texts = new WeakMap<R, Known>();

  constructor(schema: TSchema) {
    this.#schema = schema;
  }

  stringify(reply: FastifyReply): Stringify {
    return reply.compileSerializationSchema(this.#schema as unknown as Record<string, unknown>) as Stringify;
  }

  /** `dependsOn`: undefined where the view is made anew each time. */
  text(
    record: R,
    dependsOn: readonly unknown[] | undefined,
    view: () => unknown,
    stringify: Stringify,
  ): string {
    if (!dependsOn) return stringify(view());
    const known = this.#texts.get(record);
    if (known?.dependsOn.every((part, index) => part === dependsOn[index])) return known.text;
    const text = stringify(view());
    this.#texts.set(record, { dependsOn, text });
    return text;
  }
}

/** The fields that a query asks for; undefined: all. Throws a 400 refusal that names those that there are not. */
export function fieldsOf(schema: TSchema, fields: string | undefined): readonly string[] | undefined {
  if (fields === undefined) return undefined;
  const known = Object.keys((schema as TObject).properties);
  const asked = fields
    .split(",")
    .map((field) => field.trim())
    .filter(Boolean);
  const unknown = asked.filter((field) => !known.includes(field));
  if (unknown.length === 0 && asked.length > 0) return asked;
  const message =
    asked.length === 0
      ? "names no field"
      : `has ${unknown.join(", ")}, which is not known here; known are ${known.join(", ")}`;
  throw new Refusal(400, "invalid", `fields: ${message}`, [{ field: "fields", message }]);
}

/** The same JSON object with some of its fields only. */
export function only(text: string, fields: readonly string[] | undefined): string {
  if (!fields) return text;
  const view = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify(Object.fromEntries(fields.map((field) => [field, view[field]])));
}

export function pageText(items: readonly string[], nextCursor: string | null): string {
  return `{"items":[${items.join(",")}],"nextCursor":${JSON.stringify(nextCursor)}}`;
}

/** Version and content in one: `"7.Yx3k…"`. */
export function entityTag(text: string, version?: number): string {
  const short = hash("sha256", text, "base64url").slice(0, 16);
  return version === undefined ? `"${short}"` : `"${version}.${short}"`;
}

/** Answers the text, or 304 to whoever has it already. */
export function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
  version?: number,
): FastifyReply {
  return sendTagged(request, reply, text, entityTag(text, version));
}

export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string | Buffer,
  etag: string,
): FastifyReply {
  reply.header("etag", etag);
  const isGet = request.method === "GET" || request.method === "HEAD";
  if (isGet && isTagKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply.header("content-type", "application/json; charset=utf-8").send(body);
}

/** RFC 9110 §13.1.2: weak comparison. */
export function isTagKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch.trim() === "*" ||
    ifNoneMatch.split(",").some((each) => each.trim().replace(/^W\//, "") === tag)
  );
}
