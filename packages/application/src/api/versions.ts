import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { Refusal } from "../refusal.ts";

/** Entity tags (RFC 9110 §8.8.3), quoted, or `*`. */
const entityTags = '^\\s*(\\*|(W/)?"[\\x21\\x23-\\x7e]*"(\\s*,\\s*(W/)?"[\\x21\\x23-\\x7e]*")*)\\s*$';

/** For the schema of routes that change what was read before. */
export const IfMatch = Type.Object({
  "if-match": Type.Optional(
    Type.String({
      pattern: entityTags,
      maxLength: 1000,
      description:
        "The ETag of what you read: refused with 412 when the record was changed since. Only its version counts, so what a sensor measured meanwhile is no obstacle: what could be lost is what people and machines have set. * stands for any version.",
    }),
  ),
});
export const IfNoneMatch = Type.Object({
  "if-none-match": Type.Optional(
    Type.String({ description: "An ETag that you have: answered with 304 while it is the current one" }),
  ),
});

/** The ETag of a record whose answer shows more than its version counts. */
export function versionTag({ version }: { version: number }): string {
  return `"${version}"`;
}

/** Throws a 412 refusal when the request is about another version than this one. */
export function expectVersion(request: FastifyRequest, noun: string, version: number): void {
  const header = request.headers["if-match"]?.trim();
  if (header === undefined || header === "*") return;
  const versions = [...header.matchAll(/"(\d{1,15})(?:\.[^"]*)?"/g)].map(([, digits]) => Number(digits));
  if (!versions.includes(version)) throw versionChanged(noun, version);
}

export function versionChanged(noun: string, version: number): Refusal {
  return new Refusal(
    412,
    "version-changed",
    `The ${noun} was changed since it was read: it is at version ${version}. Read it again and decide anew.`,
    [],
    { version },
  );
}
