import { seededRandom } from "../demand/index.ts";
import type { LocationToPlan } from "./location-to-plan.ts";
import { type Plan, planLocation } from "./plan-location.ts";

/**
 * Plans one location after the other and gives the plans in chunks, so that whoever runs it can do something else in
 * between, store them, or stop. Only one chunk and whatever `locations` itself holds is in memory: give it something that
 * reads as it goes for lists that are too long.
 *
 * A location's plan depends on nothing but the location: neither on the others nor on their order.
 */
export function* planMany(locations: Iterable<LocationToPlan>, chunk = 25): Generator<Plan[], number, void> {
  let count = 0;
  let plans: Plan[] = [];
  for (const location of locations) {
    plans.push(planLocation(location, seededRandom(seedOf(location.id))));
    count += 1;
    if (plans.length < Math.max(1, chunk)) continue;
    yield plans;
    plans = [];
  }
  if (plans.length > 0) yield plans;
  return count;
}

/** A whole number of a text (FNV-1a, 32 bits). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
