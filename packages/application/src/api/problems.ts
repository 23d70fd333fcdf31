import { STATUS_CODES } from "node:http";
import { VaultAway } from "@refill/vault";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { vaultAway } from "../accounts/account-store.ts";
import { Refusal } from "../refusal.ts";

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
  if (isLater && !reply.hasHeader("retry-after")) reply.header("retry-after", "5");
  return problem(reply, refusal);
}

export function problem(reply: FastifyReply, { status, code, message, errors }: Refusal): FastifyReply {
  const body = {
    type: `urn:refill:problem:${code}`,
    title: STATUS_CODES[status] ?? "Error",
    status,
    detail: message,
    ...(errors.length > 0 ? { errors } : {}),
  };
  return reply
    .code(status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(body);
}

function refusalOf(error: FastifyError): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof VaultAway) return vaultAway("Nothing was read or changed");
  if (error.validation) return validationRefusal(error);
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500)
    return new Refusal(status, (error.code ?? "bad-request").toLowerCase(), error.message);
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
  const errors = new Map<string, string>();
  for (const { instancePath, keyword, params, message } of error.validation ?? []) {
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
    const field = path.join(".").replace(/\.(\d+)(?=\.|$)/g, "[$1]") || (error.validationContext ?? "body");
    if (errors.has(field)) continue;
    errors.set(field, sayWhy(keyword, parameters, message ?? "is not valid"));
    if (errors.size >= 100) break;
  }
  const list = [...errors].map(([field, message]) => ({ field, message }));
  const detail = list.map(({ field, message }) => `${field}: ${message}`).join("; ");
  return new Refusal(400, "invalid", detail.slice(0, 2000), list);
}

function sayWhy(keyword: string, params: { allowedValues?: unknown[] }, message: string): string {
  if (keyword === "required") return "is missing";
  if (keyword === "additionalProperties") return "is not known here";
  if (keyword === "enum") return `must be one of ${params.allowedValues?.join(", ")}`;
  return message;
}
