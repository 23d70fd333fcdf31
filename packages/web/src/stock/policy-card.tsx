import type { Location, Part } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { policyAt, policyNames, policySentence } from "../policy-words.ts";
import { day, pieces } from "../words.ts";

/** When and how much the location orders, in words, and what keeps it from that. */
export function PolicyCard({ location, part }: { location: Location; part: Part | undefined }) {
  const { site } = useCatalogue();
  const policy = policyAt(location, part);
  const unit = part?.unit ?? "";
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section className="card card-section" aria-label={t("Policy")}>
      <strong>{policy ? policyNames[policy.kind] : t("No policy")}</strong>
      <p style={{ margin: "6px 0 0" }}>
        {policy
          ? policySentence(policy, unit)
          : t(
              "Neither this location nor its part has a policy: Refill only watches, and people order by hand.",
            )}
      </p>
      {location.cards && <Cards counts={location.cards} />}
      <p className="soft small-text" style={{ margin: "6px 0 0" }}>
        {policy &&
          (location.policy
            ? t("Of this location. ")
            : t("Of the part: it holds wherever a location has none of its own. "))}
        {policy?.kind === "periodic" &&
          t("Times are those of {timeZone}. ", {
            timeZone: site.get(location.siteId)?.timeZone ?? "the site",
          })}
        {location.safetyStock > 0 &&
          t("Safety stock: {safetyStock}; below it orders are urgent. ", {
            safetyStock: pieces(location.safetyStock, unit),
          })}
        {location.minimumHoursBetweenOrders > 0 &&
          t("At least {minimumHoursBetweenOrders} hours between two orders.", {
            minimumHoursBetweenOrders: pieces(location.minimumHoursBetweenOrders),
          })}
      </p>
      {part?.isBlocked && <p className="problem">{t("The part is blocked: nothing of it is ordered.")}</p>}
      {part?.phaseOut && (
        <p className={part.phaseOut <= today ? "problem" : "soft"}>
          {t("Nothing is ordered from {phaseOut} on: the part is phased out.", {
            phaseOut: day(part.phaseOut),
          })}
        </p>
      )}
      {part?.phaseIn && part.phaseIn > today && (
        <p className="problem">
          {t("Nothing is ordered before {phaseIn}: the part is phased in then.", {
            phaseIn: day(part.phaseIn),
          })}
        </p>
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
    <ul className="card-states" aria-label={t("Cards")}>
      {shown.map(([state, name]) => (
        <li key={state} className={`card-state card-state-${state}`}>
          <strong>{counts[state]}</strong> {name}
        </li>
      ))}
    </ul>
  );
}
