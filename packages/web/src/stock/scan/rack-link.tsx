import "../stock.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { locationsQuery, racksQuery, useCatalogue } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { Bin } from "../../parts/bin.tsx";
import { Empty, Failed, Loading, PageHead } from "../../parts/small.tsx";
import { byName } from "../../words.ts";

/** What a rack's label opens: everything that stands in it. */
export function RackPage() {
  const { id } = useParams({ from: "/inside/r/$id" });
  const racks = useQuery(racksQuery);
  const locations = useQuery(locationsQuery);
  const { part, area, site } = useCatalogue();
  const failed = [racks, locations].find(({ error, data }) => error && !data);
  if (failed?.error) return <Failed error={failed.error} onAgain={() => failed.refetch()} />;
  if (!racks.data || !locations.data) return <Loading />;
  const rack = racks.data.find((each) => each.id === id);
  if (!rack)
    return (
      <Empty title={t("There is no such rack")}>
        {t("It may have been removed. <link>Back to the overview</link>", {
          link: (words) => <Link to="/">{words}</Link>,
        })}
      </Empty>
    );
  const own = locations.data.filter(({ rackId }) => rackId === id).sort(byName);
  const where = area.get(rack.areaId);
  return (
    <>
      <PageHead title={rack.name}>
        <span className="soft">
          {[where && site.get(where.siteId)?.name, where?.name].filter(Boolean).join(" › ")}
        </span>
      </PageHead>
      {own.length === 0 ? (
        <Empty title={t("Nothing stands in this rack yet")}>
          <Link to="/locations/new" search={{ rack: rack.id }}>
            {t("Set up a storage location in it")}
          </Link>
        </Empty>
      ) : (
        <div className="card rack rack-page">
          <div className="shelf">
            {own.map((location) => (
              <Bin key={location.id} location={location} part={part.get(location.partId)} />
            ))}
          </div>
        </div>
      )}
    </>
  );
}
