import { memo, useMemo } from "react";
import type { Location, Part, Rack } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Bin } from "../parts/bin.tsx";
import { shelfRows, slotCount } from "./shelf-rows.ts";

/** A rack as one stands in front of it: its shelves from top to bottom, with each location filled to its level. */
export const RackFront = memo(function RackFront({
  rack,
  locations,
  part,
  hits,
}: {
  rack: Pick<Rack, "shelves">;
  locations: readonly Location[];
  part: ReadonlyMap<string, Part>;
  /** Locations that were found; the others fade. */
  hits?: ReadonlySet<string> | undefined;
}) {
  const rows = useMemo(() => shelfRows(rack, locations), [rack, locations]);
  const slots = slotCount(rows);
  return (
    <ol className="rack-front" style={{ "--slots": slots } as React.CSSProperties}>
      {rows.map(({ shelf, slots: own }) => (
        <li key={shelf} className="rack-shelf" aria-label={t("Shelf {number} from below", { number: shelf })}>
          {own.map(({ slot, locations: there }) => (
            <div key={slot} className="rack-slot" style={{ gridColumn: slot }}>
              {there.map((location) => (
                <div key={location.id} className={hits && !hits.has(location.id) ? "is-faded" : ""}>
                  <Bin location={location} part={part.get(location.partId)} />
                </div>
              ))}
            </div>
          ))}
          {own.length === 0 && <span className="rack-shelf-empty soft">{t("nothing here")}</span>}
        </li>
      ))}
    </ol>
  );
});
