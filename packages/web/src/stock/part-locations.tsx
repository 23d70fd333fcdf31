import { Link } from "@tanstack/react-router";
import type { Location, Part } from "../api/client.ts";
import { t } from "../language/language.ts";
import { StateMark } from "../parts/bin.tsx";
import { Place } from "../parts/place.tsx";
import { pieces } from "../words.ts";
import { LevelBar } from "./level-bar.tsx";

/** Where a part lies, each location with its level. */
export function PartLocations({
  part,
  locations,
  manages,
}: {
  part: Part;
  locations: readonly Location[];
  manages: boolean;
}) {
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Where it lies")}>
      <div className="card-head">
        <h2 className="section-head">{t("Where it lies")}</h2>
        <span className="soft">
          {t("{count, plural, one {# location} other {# locations}}", { count: locations.length })}
        </span>
      </div>
      {locations.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px" }}>
          {t("Nowhere yet.")}{" "}
          {manages && (
            <Link to="/locations/new" search={{ part: part.id }}>
              {t("Set up a storage location for it")}
            </Link>
          )}
        </p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>{t("Location")}</th>
              <th>{t("Level")}</th>
              <th className="number">{t("On hand")}</th>
              <th className="number">{t("On order")}</th>
              <th className="number">{t("Reorder at")}</th>
              <th>{t("State")}</th>
            </tr>
          </thead>
          <tbody>
            {locations.map((location) => (
              <tr key={location.id}>
                <td data-label={t("Location")}>
                  <Link to="/locations/$id" params={{ id: location.id }}>
                    <strong>{location.name}</strong>
                  </Link>
                  <div className="soft small-text">
                    <Place location={location} />
                  </div>
                </td>
                <td data-label={t("Level")} style={{ minWidth: 120 }}>
                  <LevelBar location={location} unit={part.unit} />
                </td>
                <td className="number" data-label={t("On hand")}>
                  {pieces(location.level?.onHand, part.unit)}
                </td>
                <td className="number" data-label={t("On order")}>
                  {location.onOrder > 0 ? pieces(location.onOrder, part.unit) : "–"}
                </td>
                <td className="number" data-label={t("Reorder at")}>
                  {pieces(location.reorderPoint)}
                </td>
                <td data-label={t("State")}>
                  <StateMark state={location.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
