import createClient from "openapi-fetch";
import type { components, paths } from "./schema.d.ts";

type Schemas = components["schemas"];
export type Location = Schemas["Location"];
export type Measurement = Schemas["Measurement"];
export type MeasurementPeriod = Schemas["MeasurementPeriod"];
export type Order = Schemas["Order"];
export type Device = Schemas["Device"];
export type Downlink = Schemas["Downlink"];
export type Frame = Schemas["Frame"];
export type Gateway = Schemas["Gateway"];
export type StationCredentials = Schemas["StationCredentials"];
export type Part = Schemas["Part"];
export type Site = Schemas["Site"];
export type Supplier = Schemas["Supplier"];
export type Session = Schemas["Session"];

/** The session is in a cookie that this page cannot read; the header tells that the request is ours. */
export const client = createClient<paths>({
  credentials: "same-origin",
  headers: { "X-Refill-Request": "1" },
});

/** What the API refused, in its own words. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  constructor(status: number, detail: string, errors: { field: string; message: string }[] = []) {
    super(detail);
    this.status = status;
    this.fields = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
  }
}

/** The data of an answer, or its problem as an exception. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  let answer: Awaited<typeof call>;
  try {
    answer = await call;
  } catch {
    throw new ApiProblem(0, "Refill does not answer. Check the connection; this page tries again by itself.");
  }
  const { data, error, response } = answer;
  if (response.ok) return data as T;
  const problem = (error ?? {}) as { detail?: string; errors?: { field: string; message: string }[] };
  throw new ApiProblem(
    response.status,
    problem.detail ?? `Refill answered ${response.status}.`,
    problem.errors,
  );
}
