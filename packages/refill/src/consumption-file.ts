import { isoDay, type LineProblem, type LocationUse, parseConsumptionCsv } from "@refill/replenishment";
import { type Call, listAll } from "./call-api.ts";
import { csvRefused } from "./csv-refused.ts";

/** What was taken of a location. */
interface Taken {
  locationId: string;
  from: string;
  to: string;
  days: number;
  quantity: number;
}
interface Location {
  id: string;
  name: string;
}

/** As many as the API takes in a call. */
const LOCATIONS_AT_ONCE = 200;
const MOST_DAYS = 1_100;
const MOST_PIECES = 10_000_000;
const DAY_MS = 86_400_000;

/** Everything is checked before the first call. Refused with all its problems by line. */
export async function importConsumption(
  call: Call,
  { name, text }: { name: string; text: string },
  { gaps, now }: { gaps: "zero" | "unknown"; now: number },
): Promise<Taken[]> {
  const parsed = parseConsumptionCsv(text);
  if ("problems" in parsed) throw csvRefused(name, parsed.problems);
  const idOf = idsByName(await listAll<Location>(call, "/locations"));
  const problems: LineProblem[] = [];
  const lineById = new Map<string, number>();
  const items = parsed.locations.map((use) => {
    problems.push(...problemsOf(use, Math.floor(now / DAY_MS)));
    const locationId = idOf(use.location);
    if (typeof locationId !== "string") problems.push({ line: use.line, message: locationId.problem });
    else if (lineById.has(locationId)) {
      const message = `"${use.location}" is the location of line ${lineById.get(locationId)}: call it the same`;
      problems.push({ line: use.line, message });
    } else lineById.set(locationId, use.line);
    const days = [...use.days].map(([day, { quantity }]) => ({ date: isoDay(day), quantity }));
    return { locationId, days };
  });
  if (problems.length > 0) throw csvRefused(name, problems);
  const taken: Taken[] = [];
  for (let index = 0; index < items.length; index += LOCATIONS_AT_ONCE) {
    const batch = { gaps, items: items.slice(index, index + LOCATIONS_AT_ONCE) };
    taken.push(...(await call<{ items: Taken[] }>("POST", "/planning/consumption", batch)).items);
  }
  return taken;
}

/** By name or id; two sites may have locations of the same name. */
function idsByName(locations: readonly Location[]): (text: string) => string | { problem: string } {
  const byName = Map.groupBy(locations, ({ name }) => name.toLowerCase());
  const ids = new Set(locations.map(({ id }) => id));
  return (text) => {
    if (ids.has(text.toLowerCase())) return text.toLowerCase();
    const [found, another] = byName.get(text.toLowerCase()) ?? [];
    if (!found) return { problem: `there is no storage location "${text}": write its name or id` };
    return another
      ? { problem: `there are several locations "${text}": write its id, e.g. ${found.id}` }
      : found.id;
  };
}

function problemsOf({ line, location, days }: LocationUse, today: number): LineProblem[] {
  const problems: LineProblem[] = [];
  for (const [day, { quantity, line: own }] of days) {
    if (day > today) problems.push({ line: own, message: `${isoDay(day)} lies in the future` });
    if (day < 0) problems.push({ line: own, message: `${isoDay(day)} is before 1970` });
    if (quantity > MOST_PIECES)
      problems.push({
        line: own,
        message: `${quantity} pieces on a day are more than can be: at most ${MOST_PIECES}`,
      });
  }
  const known = [...days.keys()];
  const last = known.reduce((most, day) => Math.max(most, day), Number.NEGATIVE_INFINITY);
  const first = known.reduce((least, day) => Math.min(least, day), Number.POSITIVE_INFINITY);
  if (last - first + 1 > MOST_DAYS) {
    const kept = isoDay(last - MOST_DAYS + 1);
    const message = `"${location}" has days from ${isoDay(first)} to ${isoDay(last)}: leave out those before ${kept}`;
    problems.push({ line, message });
  }
  return problems;
}
