import { type Life, lifeOf, type PlantPlan, plannedCapacity, random } from "@refill/factory";
import { generateDemand } from "@refill/replenishment";

/** As `POST /api/v1/planning/consumption` takes it; days without consumption are told of as well. */
export interface PastConsumption {
  locationId: string;
  days: { date: string; quantity: number }[];
}

type Location = PlantPlan["locations"][number];

const mostWeeks = 52;
const fewestWeeks = 26;
const dayMs = 86_400_000;
/** The virtual plant is in a hurry, so that one sees it work; before, a day took as much as so many of its hours. */
const hoursOfADay = 2;
/** Monday to Sunday, of what is used every day: the early shift works on Saturdays. */
const weekRhythm = [1.15, 1.25, 1.2, 1.2, 1.1, 0.6, 0.5];
/** Of weeks, about, in which what is seldom used is used. */
const seldomChance = 0.375;
/** So much of a full location is used at once on average at most, and never more than all of it. */
const mostAtOnce = 0.6;
/** Below so many pieces a week sizes can't vary much. */
const leastToVary = 8;

/**
 * What the plant's locations would have used in the last half to whole year, until the day before `today` (ISO date): as
 * much as the plant's own people take, at an easier pace, with the weeks' rhythm, more or less from season to season, growing or shrinking.
 * Follows from the seed. A store gave what its locations ordered, in lots.
 */
export function pastConsumption(
  plan: PlantPlan,
  { seed, today, sharesAtStart }: { seed: string; today: string; sharesAtStart: ReadonlyMap<string, number> },
): PastConsumption[] {
  const until = Date.parse(today);
  const used = new Map<string, Float64Array>();
  const stores = new Map<string, Location[]>();
  for (const { source, ...location } of plan.locations)
    if (source) stores.set(source.locationId, [...(stores.get(source.locationId) ?? []), location]);
  for (const location of plan.locations)
    if (!stores.has(location.id))
      used.set(
        location.id,
        useOf(location, lifeOf(seed, location.id, sharesAtStart.get(location.id)), until, seed),
      );
  for (const [storeId, refilled] of stores)
    used.set(
      storeId,
      givenTo(refilled.map(({ id, geometry }) => ({ days: used.get(id)!, lot: lotOf(geometry) }))),
    );
  return plan.locations.map(({ id }) => ({ locationId: id, days: datedUntil(until, used.get(id)!) }));
}

function useOf(location: Location, life: Life, until: number, seed: string): Float64Array {
  const dice = random(`${seed}/${location.id}/past`);
  const days = 7 * dice.integer(fewestWeeks, mostWeeks);
  const capacity = plannedCapacity(location.geometry);
  const perDay = (capacity * hoursOfADay) / life.hoursToEmpty;
  const isSeldom = life.demand === "intermittent" || life.demand === "lumpy";
  const perWeek = isSeldom ? Math.min((7 * perDay) / seldomChance, mostAtOnce * capacity) : 7 * perDay;
  const common = {
    seed: dice.integer(1, 2 ** 31),
    trend: dice.chance(0.3) ? dice.pick([-0.25, 0.2, 0.4]) : 0,
    ...(dice.chance(0.3) ? { season: { share: 0.25 + 0.2 * dice.next(), periodDays: 364 } } : {}),
  };
  // Days since 1970, of which the first was a Thursday; weeks begin on Monday.
  const first = until / dayMs - days;
  const weekday = (first + 3) % 7;
  if (life.demand === "smooth") {
    const { demand } = generateDemand({
      ...common,
      class: "smooth",
      days,
      periodDays: 1,
      size: Math.max(1, perDay),
    });
    return demand.map((pieces, index) =>
      Math.min(capacity, Math.round(pieces * weekRhythm[(weekday + index) % 7]!)),
    );
  }
  const canVary = perWeek >= leastToVary;
  const { demand } = generateDemand({
    ...common,
    class: canVary ? life.demand : isSeldom ? "intermittent" : "smooth",
    days: days + 7,
    periodDays: 7,
    size: Math.max(1, perWeek),
  });
  return demand.slice(weekday, weekday + days).map((pieces) => Math.min(capacity, pieces));
}

/** A location orders so much at once. */
function lotOf(geometry: Location["geometry"]): number {
  return Math.max(1, Math.round(plannedCapacity(geometry) * 0.7));
}

/** All end on the same day. */
function givenTo(refilled: readonly { days: Float64Array; lot: number }[]): Float64Array {
  const length = Math.min(...refilled.map(({ days }) => days.length));
  const given = new Float64Array(length);
  for (const { days, lot } of refilled) {
    let owed = 0;
    for (const [index, pieces] of days.slice(-length).entries()) {
      owed += pieces;
      const lots = Math.floor(owed / lot);
      given[index]! += lots * lot;
      owed -= lots * lot;
    }
  }
  return given;
}

function datedUntil(until: number, used: Float64Array): { date: string; quantity: number }[] {
  return Array.from(used, (quantity, index) => ({
    date: new Date(until - (used.length - index) * dayMs).toISOString().slice(0, 10),
    quantity,
  }));
}
