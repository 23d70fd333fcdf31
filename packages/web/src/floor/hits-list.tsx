import { Link } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { StateMark } from "../parts/bin.tsx";
import { pieces } from "../words.ts";
import type { Hits } from "./hits.ts";

const most = 60;

/** What a search found; pointing at one shows it on the map. */
export function HitsList({
  hits,
  onShow,
}: {
  hits: Hits;
  /** Brings a location's rack into view. */
  onShow(rackId: string): void;
}) {
  const { list } = hits;
  return (
    <section className="floor-panel" aria-label={t("Found")}>
      <p className="floor-panel-head" role="status">
        {list.length === 0
          ? t("Nothing on this site has this name, number or DevEUI.")
          : t("{count, plural, one {# place found} other {# places found}}", { count: list.length })}
      </p>
      <ul className="floor-hits">
        {list.slice(0, most).map(({ location, part, device }) => (
          <li key={location.id}>
            <Link to="/locations/$id" params={{ id: location.id }} className="floor-hit">
              <span className="floor-hit-name">
                <strong>{location.name}</strong>
                <StateMark state={location.state} />
              </span>
              <span className="floor-hit-facts">
                <span>{device ? device.name : (part?.name ?? "")}</span>
                <span className="soft">{pieces(location.level?.onHand, part?.unit)}</span>
              </span>
            </Link>
            {location.rackId !== null && (
              <button
                type="button"
                className="floor-hit-show"
                onClick={() => onShow(location.rackId!)}
                aria-label={t("Show {name} on the map", { name: location.name })}
              >
                {t("Show")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {list.length > most && (
        <p className="soft">{t("and {count} more: type more of the name", { count: list.length - most })}</p>
      )}
    </section>
  );
}
