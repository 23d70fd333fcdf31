/** What the API refused, in its own words (RFC 9457). */
export class Problem extends Error {
  /** 0: no answer. */
  readonly status: number;
  /** e.g. `urn:refill:problem:invalid`; empty: no problem of the API's. */
  readonly type: string;
  /** What is wrong with each field. */
  readonly fields: Readonly<Record<string, string>>;
  constructor(
    status: number,
    detail: string,
    {
      type = "",
      errors = [],
    }: { type?: string; errors?: readonly { field: string; message: string }[] } = {},
  ) {
    super(detail);
    this.status = status;
    this.type = type;
    this.fields = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
  }
}

/** The data of an answer, or its {@link Problem} as an exception. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let answer: Awaited<typeof call>;
  try {
    answer = await call;
  } catch {
    throw new Problem(0, "Refill does not answer. Check the connection and try again.");
  }
  const { data, error, response } = answer;
  if (response.ok) return data as T;
  const problem = (error ?? {}) as {
    detail?: string;
    type?: string;
    errors?: { field: string; message: string }[];
  };
  throw new Problem(response.status, problem.detail ?? `Refill answered ${response.status}.`, problem);
}
