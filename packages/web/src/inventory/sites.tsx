import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Site } from "../api/client.ts";
import { sitesQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { ImportLink } from "../parts/import-link.tsx";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { byName, day } from "../words.ts";
import { AreasOfSite } from "./areas.tsx";
import { RemoveSite, SiteForm } from "./site-form.tsx";

/** Where storage locations are: sites, in them areas, in these racks. */
export function SitesPage() {
  const sites = useQuery(sitesQuery);
  const manages = useMay("manage-inventory");
  if (sites.isPending) return <Loading />;
  if (sites.error && !sites.data) return <Failed error={sites.error} onAgain={() => sites.refetch()} />;
  const add = manages && (
    <FormDialog
      label={t("Add site")}
      title={t("A new site")}
      variant="filled"
      leftSection={<IconPlus size={16} />}
    >
      {(close) => <SiteForm onDone={close} />}
    </FormDialog>
  );
  return (
    <>
      <PageHead title={t("Sites")}>
        <span className="soft">
          {t("A plant or a hall; in it areas and racks, where that helps to find things.")}
        </span>
        {sites.data.length > 0 && (
          <span className="head-actions">
            <ImportLink kind="sites" />
            {add}
          </span>
        )}
      </PageHead>
      {sites.data.length === 0 ? (
        <Empty title={t("No sites yet")}>
          <p style={{ marginTop: 0 }}>
            {t("Storage locations belong to a site: begin with the plant where they are.")}
          </p>
          <div className="empty-actions">
            <ImportLink kind="sites" />
            {add}
          </div>
        </Empty>
      ) : (
        <div className="stack">
          {[...sites.data].sort(byName).map((site) => (
            <SiteCard key={site.id} site={site} manages={manages} />
          ))}
        </div>
      )}
    </>
  );
}

function SiteCard({ site, manages }: { site: Site; manages: boolean }) {
  const today = new Date().toISOString().slice(0, 10);
  const blackouts = site.blackouts.filter(({ to }) => to >= today);
  return (
    <section className="card card-section form" aria-label={site.name}>
      <div className="card-line" style={{ margin: 0 }}>
        <h2 className="section-head">{site.name}</h2>
        <span className="soft">{site.timeZone}</span>
        {manages && (
          <span className="row-actions" style={{ marginLeft: "auto", padding: 0 }}>
            <FormDialog label={t("Change")} title={t("Change {name}", { name: site.name })}>
              {(close) => <SiteForm site={site} onDone={close} />}
            </FormDialog>
            <RemoveSite site={site} />
          </span>
        )}
      </div>
      {blackouts.length > 0 && (
        <ul className="soft" style={{ margin: 0, paddingLeft: 20 }}>
          {blackouts.map(({ from, to, reason }) => (
            <li key={`${from} ${to} ${reason}`}>
              {from === to
                ? t("Nothing is ordered on {day}: {reason}", { day: day(from), reason })
                : t("Nothing is ordered from {from} to {to}: {reason}", {
                    from: day(from),
                    to: day(to),
                    reason,
                  })}
            </li>
          ))}
        </ul>
      )}
      <AreasOfSite site={site} manages={manages} />
    </section>
  );
}
