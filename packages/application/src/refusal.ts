import type { ProblemCode } from "./api/problem-types.ts";

export interface FieldProblem {
  /** Path of the field in the request, e.g. `geometry.emptyDistanceMm`. */
  field: string;
  message: string;
}

/** What a problem tells beside its standard members. */
export interface ProblemFacts {
  /** The record's current version. */
  version?: number;
  /** Seconds until it makes sense to try again. */
  retryAfter?: number;
  /** Another program was asked and did not answer: whether it did what it was asked is not known. */
  isUncertain?: boolean;
}

/** A request that is refused for a reason that its sender can mend; answered as problem details (RFC 9457). */
export class Refusal extends Error {
  readonly status: number;
  /** Stable, e.g. `order-open`. */
  readonly code: ProblemCode;
  readonly errors: FieldProblem[];
  readonly facts: ProblemFacts;
  /** Nothing was changed, here or elsewhere. */
  get isCertain(): boolean {
    return !this.facts.isUncertain;
  }
  constructor(
    status: number,
    code: ProblemCode,
    detail: string,
    errors: FieldProblem[] = [],
    facts: ProblemFacts = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.facts = facts;
  }
}

export function notFound(what: string): Refusal {
  return new Refusal(404, "not-found", `There is no such ${what}.`);
}

/** Throws when there is any problem. */
export function refuseFields(errors: FieldProblem[]): void {
  if (errors.length === 0) return;
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join("; ");
  throw new Refusal(422, "invalid", detail, errors);
}
