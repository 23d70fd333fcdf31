import type { Location, Part } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";
import { policyAt, policyNames, policySentence } from "../policy-words.ts";
import { day, pieces } from "../words.ts";

/** When and how much the location orders, in words, and what keeps it from that. */
export function PolicyCard({ location, part }: { location: Location; part: Part | undefined }) {
  const { site } = useCatalogue();
  const policy = policyAt(location, part);
  const unit = part?.unit ?? "";
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section className="card card-section" aria-label="Policy">
      <strong>{policy ? policyNames[policy.kind] : "No policy"}</strong>
      <p style={{ margin: "6px 0 0" }}>
        {policy
          ? policySentence(policy, unit)
          : "Neither this location nor its part has a policy: Refill only watches, and people order by hand."}
      </p>
      {location.cards && <Cards counts={location.cards} />}
      <p className="soft small-text" style={{ margin: "6px 0 0" }}>
        {policy &&
          (location.policy
            ? "Of this location. "
            : "Of the part: it holds wherever a location has none of its own. ")}
        {policy?.kind === "periodic" &&
          `Times are those of ${site.get(location.siteId)?.timeZone ?? "the site"}. `}
        {location.safetyStock > 0 &&
          `Safety stock: ${pieces(location.safetyStock, unit)}; below it orders are urgent. `}
        {location.minimumHoursBetweenOrders > 0 &&
          `At least ${pieces(location.minimumHoursBetweenOrders)} hours between two orders.`}
      </p>
      {part?.isBlocked && <p className="problem">The part is blocked: nothing of it is ordered.</p>}
      {part?.phaseOut && (
        <p className={part.phaseOut <= today ? "problem" : "soft"}>
          Nothing is ordered from {day(part.phaseOut)} on: the part is phased out.
        </p>
      )}
      {part?.phaseIn && part.phaseIn > today && (
        <p className="problem">Nothing is ordered before {day(part.phaseIn)}: the part is phased in then.</p>
      )}
    </section>
  );
}

const cardStates = [
  ["full", "full"],
  ["inTransit", "in transit"],
  ["ordered", "ordered"],
  ["empty", "empty"],
  ["unknown", "not known"],
] as const;

/** The cards of a kanban loop, or its bins: how many are where. */
function Cards({ counts }: { counts: NonNullable<Location["cards"]> }) {
  const shown = cardStates.filter(([state]) => counts[state] > 0);
  return (
    <ul className="card-states" aria-label="Cards">
      {shown.map(([state, name]) => (
        <li key={state} className={`card-state card-state-${state}`}>
          <strong>{counts[state]}</strong> {name}
        </li>
      ))}
    </ul>
  );
}
