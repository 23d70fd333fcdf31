import { STATUS_CODES } from "node:http";
import { VaultAway } from "@refill/vault";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { vaultAway } from "../accounts/account-store.ts";
import { type FieldProblem, Refusal } from "../refusal.ts";
import type { ApiServer } from "./api.ts";
import { Page } from "./paging.ts";
import { type ProblemCode, problemTypes, typeOf } from "./problem-types.ts";
import { ProblemType } from "./schemas.ts";

/** Answers every error as problem details (RFC 9457); what went wrong inside stays in the log. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error as FastifyError);
  if (!refusal) {
    const { message, stack } = error as Error;
    request.log.error(
      { method: request.method, route: request.routeOptions.url, reason: message, stack },
      "a request failed",
    );
    return problem(
      reply,
      new Refusal(500, "internal", "Refill failed; the operator finds the reason in the log."),
    );
  }
  if (refusal.status === 401) reply.header("www-authenticate", "Bearer");
  const isLater = refusal.status === 503 || refusal.status === 429;
  const { retryAfter = isLater ? 5 : undefined } = refusal.facts;
  if (retryAfter !== undefined && !reply.hasHeader("retry-after"))
    reply.header("retry-after", String(retryAfter));
  return problem(reply, refusal);
}

export function problem(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply
    .code(refusal.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemBody(refusal));
}

/** Problem details (RFC 9457). */
export function problemBody({ status, code, message, errors, facts: { version } }: Refusal) {
  return {
    type: typeOf(code),
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: message,
    ...(errors.length > 0 ? { errors } : {}),
    ...(version === undefined ? {} : { version }),
  };
}

/** Answered to everybody, so that a client can know every refusal before it meets one. */
export function problemRoutes(app: ApiServer): void {
  app.get(
    "/problems",
    {
      schema: {
        tags: ["problems"],
        summary: "List every type of problem that the API answers, and what to do about it",
        security: [],
        response: { 200: Page(ProblemType) },
      },
    },
    () => ({
      items: Object.entries(problemTypes).map(([code, { statuses, ...texts }]) => ({
        code,
        type: typeOf(code as ProblemCode),
        statuses: [...statuses],
        ...texts,
      })),
      nextCursor: null,
    }),
  );
}

/** Fastify's own refusals. */
const codeByStatus: Readonly<Record<number, ProblemCode>> = { 413: "body-too-large", 415: "media-type" };

/** The refusal behind an error; undefined when Refill itself failed. */
export function refusalOf(error: FastifyError): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof VaultAway) return vaultAway("Nothing was read or changed");
  if (error.validation) return validationRefusal(error);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return new Refusal(status, codeByStatus[status] ?? "bad-request", error.message);
  if (isDatabaseAway(error))
    return new Refusal(503, "database-away", "The database does not answer now. Try again in some seconds.");
  return undefined;
}

/** Postgres is being started again: class 57P and 08 of its error codes, or no connection at all. */
function isDatabaseAway(error: { code?: string; message?: string }): boolean {
  return (
    /^(57P|08)/.test(error.code ?? "") ||
    ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT"].includes(error.code ?? "") ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message ?? "")
  );
}

function validationRefusal(error: FastifyError): Refusal {
  return malformed(error.validation ?? [], error.validationContext ?? "body");
}

/** What a validator found, each field once and in words; `whole` names it where no field does. */
export function malformed(found: readonly FoundByValidator[], whole: string): Refusal {
  const errors = new Map<string, string>();
  for (const { instancePath, keyword, params, message } of found) {
    // The branches of a union fail one by one; the union itself says nothing more.
    if (keyword === "anyOf" && errors.size > 0) continue;
    const parameters = params as {
      missingProperty?: string;
      additionalProperty?: string;
      allowedValues?: unknown[];
    };
    const path = instancePath.split("/").slice(1);
    const extra = parameters.missingProperty ?? parameters.additionalProperty;
    if (extra) path.push(extra);
    const field = path.join(".").replace(/\.(\d+)(?=\.|$)/g, "[$1]") || whole;
    if (errors.has(field)) continue;
    errors.set(field, sayWhy(keyword, parameters, message ?? "is not valid"));
    if (errors.size >= 100) break;
  }
  const list: FieldProblem[] = [...errors].map(([field, message]) => ({ field, message }));
  const detail = list.map(({ field, message }) => `${field}: ${message}`).join("; ");
  return new Refusal(400, "invalid", detail.slice(0, 2000), list);
}

interface FoundByValidator {
  instancePath: string;
  keyword: string;
  params: object;
  message?: string;
}

function sayWhy(keyword: string, params: { allowedValues?: unknown[] }, message: string): string {
  if (keyword === "required") return "is missing";
  if (keyword === "additionalProperties") return "is not known here";
  if (keyword === "enum") return `must be one of ${params.allowedValues?.join(", ")}`;
  return message;
}
