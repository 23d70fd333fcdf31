import type { Location, Part } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Bin } from "../parts/bin.tsx";

const mostRows = 300;

type Parts = ReadonlyMap<string, Part>;

/** One drawn rack for each, or for each first part of the names of locations without one: A-01-2 stands in rack A. */
export function Shelves({
  locations,
  siteName,
  part,
}: {
  locations: Location[];
  siteName(id: string): string;
  part: Parts;
}) {
  const { area, rack } = useCatalogue();
  const rackName = (location: Location) => {
    const own = location.rackId === null ? undefined : rack.get(location.rackId);
    const within = location.areaId === null ? undefined : area.get(location.areaId)?.name;
    const name = own ? rackTitle(own.name) : `Rack ${location.name.split("-")[0]}`;
    return within ? `${within} · ${name}` : name;
  };
  const sites = Map.groupBy(locations.slice(0, mostRows * 4), ({ siteId }) => siteId);
  return (
    <>
      <p className="legend" aria-hidden="true">
        {(["ok", "low", "empty"] as const).map((state) => (
          <span key={state} className={`state-${state}`}>
            <i style={{ background: "var(--state)" }} />
            {{ ok: "in stock", low: "at or below its reorder point", empty: "empty" }[state]}
          </span>
        ))}
        <span>
          {t("{i}on order", {
            i: (
              <i
                style={{
                  background: "repeating-linear-gradient(135deg,var(--coming) 0 3px,transparent 3px 6px)",
                }}
              />
            ),
          })}
        </span>
        <span className="state-unknown">
          {t("{i}unknown", {
            i: (
              <i
                style={{
                  background: "repeating-linear-gradient(45deg,var(--unknown) 0 2px,transparent 2px 6px)",
                }}
              />
            ),
          })}
        </span>
        <span>
          {t("{i}reorder point", {
            i: <i style={{ borderTop: "2px dashed var(--minimum)", height: 0, borderRadius: 0 }} />,
          })}
        </span>
      </p>
      {[...sites].map(([id, own]) => (
        <section key={id} aria-label={siteName(id)} style={{ marginBottom: 28 }}>
          <h2 style={{ fontSize: 18, margin: "0 0 10px" }}>{siteName(id)}</h2>
          <div className="racks">
            {[...Map.groupBy(own, rackName)].map(([name, bins]) => (
              <div className="card rack" key={name}>
                <h3 className="rack-name">{name}</h3>
                {[...Map.groupBy(bins, shelfOf)].map(([shelf, row]) => (
                  <div className="shelf" key={shelf}>
                    {row.map((location) => (
                      <Bin key={location.id} location={location} part={part.get(location.partId)} />
                    ))}
                  </div>
                ))}
              </div>
            ))}
          </div>
        </section>
      ))}
      {locations.length > mostRows * 4 && <More count={locations.length - mostRows * 4} />}
    </>
  );
}

function shelfOf({ name }: Location): string {
  return name.split("-").slice(0, 2).join("-");
}

/** Many racks are called A, others Rack A. */
function rackTitle(name: string): string {
  return /^(rack|regal|shelf)\b/i.test(name) ? name : `Rack ${name}`;
}
function More({ count }: { count: number }) {
  return (
    <p className="soft" style={{ padding: "4px 16px" }}>
      {t("and {count} more: search or filter to see them", { count })}
    </p>
  );
}
