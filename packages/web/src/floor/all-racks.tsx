import type { Location, Part } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Empty } from "../parts/small.tsx";
import { RackFront } from "./rack-front.tsx";
import { shelfRows } from "./shelf-rows.ts";
import type { SiteFloor } from "./site-floor.ts";
import { WhenNear } from "./when-near.tsx";

/** Of a shelf with its bins, and of a rack's head; about, in pixels. */
const shelfHeight = 116;
const headHeight = 60;
const noShelves = { shelves: null };

/** All racks of a site from the front, by area; of a search, those in which something was found. */
export function AllRacks({
  floor,
  part,
  hits,
}: {
  floor: SiteFloor;
  part: ReadonlyMap<string, Part>;
  /** Locations that were found. */
  hits: ReadonlySet<string> | undefined;
}) {
  const isShown = (locations: readonly Location[]) =>
    locations.length > 0 && (!hits || locations.some(({ id }) => hits.has(id)));
  const areas = floor.areas.filter(
    ({ racks, loose }) => isShown(loose) || racks.some(({ locations }) => isShown(locations)),
  );
  if (areas.length === 0 && !isShown(floor.loose))
    return hits ? <Empty title={t("Nothing matches")} /> : <Empty title={t("Nothing lies here yet")} />;
  return (
    <>
      {areas.map(({ area, racks, loose }) => (
        <section key={area.id} aria-label={area.name} className="floor-area">
          <h2>{area.name}</h2>
          <div className="racks">
            {racks
              .filter(({ locations }) => isShown(locations))
              .map(({ rack, locations }) => (
                <Front key={rack.id} title={rack.name} rack={rack} {...{ locations, part, hits }} />
              ))}
            {isShown(loose) && (
              <Front title={t("In no rack")} rack={noShelves} locations={loose} {...{ part, hits }} />
            )}
          </div>
        </section>
      ))}
      {isShown(floor.loose) && (
        <section aria-label={t("In no area")} className="floor-area">
          <h2>{t("In no area")}</h2>
          <div className="racks">
            {[...Map.groupBy(floor.loose, rackLetterOf)].map(([letter, locations]) => (
              <Front key={letter} title={letter} rack={noShelves} {...{ locations, part, hits }} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Front({
  title,
  rack,
  locations,
  part,
  hits,
}: {
  title: string;
  rack: { shelves: number | null };
  locations: readonly Location[];
  part: ReadonlyMap<string, Part>;
  hits: ReadonlySet<string> | undefined;
}) {
  const rows = rack.shelves ?? shelfRows(rack, locations).length;
  return (
    <div className="card rack">
      <h3 className="rack-name">{title}</h3>
      <WhenNear height={rows * shelfHeight + headHeight}>
        <RackFront rack={rack} locations={locations} part={part} hits={hits} />
      </WhenNear>
    </div>
  );
}

/** Without racks, names tell: A-01-2 stands with the others that begin with A. */
function rackLetterOf({ name }: Location): string {
  return name.split("-")[0]!;
}
