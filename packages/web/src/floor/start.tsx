import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useSearch } from "@tanstack/react-router";
import { sitesQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { byName } from "../words.ts";
import { lastSite } from "./last-site.ts";

/** Leads to a site's floor, or to making the first site. */
export function FloorStart() {
  const search = useSearch({ from: "/inside/floor" });
  const sites = useQuery(sitesQuery);
  const mayArrange = useMay("manage-inventory");
  if (sites.isPending) return <Loading />;
  if (sites.error && !sites.data) return <Failed error={sites.error} onAgain={() => sites.refetch()} />;
  const last = lastSite();
  const site = sites.data.find(({ id }) => id === last) ?? [...sites.data].sort(byName)[0];
  if (site) return <Navigate to="/floor/$siteId" params={{ siteId: site.id }} search={search} replace />;
  return (
    <>
      <PageHead title={t("Shop floor")} />
      <Empty title={t("There is no site yet")}>
        {mayArrange
          ? t(
              "A site is a hall or a plant. <link>Make the first one</link>: then its areas and racks can be drawn here.",
              {
                link: (words) => <Link to="/inventory/sites">{words}</Link>,
              },
            )
          : t("An admin has to make the first one.")}
      </Empty>
    </>
  );
}
