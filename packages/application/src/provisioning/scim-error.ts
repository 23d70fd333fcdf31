import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { refusalOf } from "../api/problems.ts";

/** As RFC 7644, §3.12 names them. */
export type ScimType =
  | "invalidFilter"
  | "uniqueness"
  | "invalidSyntax"
  | "invalidPath"
  | "invalidValue"
  | "noTarget"
  | "mutability";

export class ScimRefused extends Error {
  readonly status: number;
  readonly scimType: ScimType | undefined;
  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail);
    this.status = status;
    this.scimType = scimType;
  }
}

export const scimMediaType = "application/scim+json; charset=utf-8";

/** Answers every error as RFC 7644, §3.12 has it; what went wrong inside stays in the log. */
export function answerScimError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof ScimRefused ? error : refusalOf(error as FastifyError);
  if (!known) {
    const { message, stack } = error as Error;
    request.log.error(
      { method: request.method, route: request.routeOptions.url, reason: message, stack },
      "a SCIM request failed",
    );
  }
  const { status, message: detail } = known ?? {
    status: 500,
    message: "Refill failed; the operator finds the reason in the log.",
  };
  if (status === 401) reply.header("www-authenticate", "Bearer");
  if ((status === 503 || status === 429) && !reply.hasHeader("retry-after")) reply.header("retry-after", "5");
  const scimType = error instanceof ScimRefused ? error.scimType : undefined;
  return reply
    .code(status)
    .type(scimMediaType)
    .send({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: String(status),
      detail,
      ...(scimType ? { scimType } : {}),
    });
}
