import { IconAlertTriangle, IconChevronRight } from "@tabler/icons-react";
import { memo } from "react";
import { t } from "../language/language.ts";
import { countWords } from "./map/rack-look.ts";
import { type AreaOnFloor, type RackOnFloor, type SiteFloor, sumsOf } from "./site-floor.ts";

/** A site in words: its areas with their racks, each with what lies in it; the way through it on a phone and by ear. */
export const SiteList = memo(function SiteList({
  floor,
  openId,
  onOpen,
}: {
  floor: SiteFloor;
  openId: string | undefined;
  onOpen(rackId: string): void;
}) {
  return (
    <nav className="floor-panel" aria-label={t("Areas and racks")}>
      {floor.areas.map((each) => (
        <AreaInList key={each.area.id} {...each} openId={openId} onOpen={onOpen} />
      ))}
    </nav>
  );
});

function AreaInList({
  area,
  racks,
  loose,
  openId,
  onOpen,
}: AreaOnFloor & { openId: string | undefined; onOpen(rackId: string): void }) {
  const { counts, coming } = sumsOf([...racks.flatMap(({ locations }) => locations), ...loose]);
  return (
    <section className="floor-list-area">
      <h2>
        {area.name}
        <small className="soft">{countWords(counts, coming)}</small>
      </h2>
      {racks.length === 0 && loose.length === 0 && <p className="soft">{t("Nothing stands here yet.")}</p>}
      <ul>
        {racks.map((each) => (
          <RackInList key={each.rack.id} each={each} isOpen={openId === each.rack.id} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

const RackInList = memo(function RackInList({
  each,
  isOpen,
  onOpen,
}: {
  each: RackOnFloor;
  isOpen: boolean;
  onOpen(rackId: string): void;
}) {
  return (
    <li>
      <button
        type="button"
        className="floor-list-rack"
        aria-expanded={isOpen}
        onClick={() => onOpen(each.rack.id)}
      >
        <span className="floor-list-name">{each.rack.name}</span>
        <Shares each={each} />
        <Need each={each} />
        <IconChevronRight size={16} aria-hidden />
      </button>
    </li>
  );
});

/** How much of a rack is in which state, as one bar. */
function Shares({ each: { counts, locations } }: { each: RackOnFloor }) {
  return (
    <span className="floor-shares" aria-hidden="true">
      {(["empty", "low", "unknown", "ok"] as const).map(
        (state) =>
          counts[state] > 0 && (
            <i
              key={state}
              className={`state-${state}`}
              style={{ flexGrow: counts[state] / Math.max(1, locations.length) }}
            />
          ),
      )}
    </span>
  );
}

function Need({ each: { counts, locations } }: { each: RackOnFloor }) {
  const { empty, low, unknown } = counts;
  if (locations.length === 0) return <span className="floor-need soft">{t("no locations")}</span>;
  if (empty + low === 0)
    return (
      <span className="floor-need soft">
        {unknown > 0 ? t("{count} unknown", { count: unknown }) : t("{count} in stock", { count: counts.ok })}
      </span>
    );
  return (
    <span className={`floor-need state-${empty > 0 ? "empty" : "low"}`}>
      <IconAlertTriangle size={14} aria-hidden />
      {empty > 0 ? t("{count} empty", { count: empty }) : t("{count} low", { count: low })}
      {empty > 0 && low > 0 && `, ${t("{count} low", { count: low })}`}
    </span>
  );
}
