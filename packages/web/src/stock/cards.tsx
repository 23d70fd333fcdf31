import type { Location } from "../api/client.ts";
import { t } from "../language/language.ts";

const cardStates = [
  ["full", t("full")],
  ["inTransit", t("in transit")],
  ["ordered", t("ordered")],
  ["empty", t("empty")],
  ["unknown", t("not known")],
] as const;

/** The cards of a kanban loop, or its bins: how many are where. */
export function Cards({ counts }: { counts: NonNullable<Location["cards"]> }) {
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
