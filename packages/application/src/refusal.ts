export interface FieldProblem {
  /** Path of the field in the request, e.g. `geometry.emptyDistanceMm`. */
  field: string;
  message: string;
}

/** A request that is refused for a reason that its sender can mend; answered as problem details (RFC 9457). */
export class Refusal extends Error {
  readonly status: number;
  /** Stable, e.g. `order-open`. */
  readonly code: string;
  readonly errors: FieldProblem[];
  constructor(status: number, code: string, detail: string, errors: FieldProblem[] = []) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
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
