import type { FieldProblem } from "../refusal.ts";

/** What is wrong with the name of a time zone; empty: nothing. */
export function zoneProblems(field: string, timeZone: string): FieldProblem[] {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return [];
  } catch {
    return [{ field, message: "must be a time zone, e.g. Europe/Berlin" }];
  }
}
