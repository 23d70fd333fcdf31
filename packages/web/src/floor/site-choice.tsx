import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { sitesQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { byName } from "../words.ts";
import type { FloorSearch } from "./search.ts";

/** So many stand side by side; of more, one is chosen from a list. */
const mostTabs = 4;

/** From site to site; what is looked for is kept. */
export function SiteChoice({ siteId, search: { q, view, layer } }: { siteId: string; search: FloorSearch }) {
  const sites = [...(useQuery(sitesQuery).data ?? [])].sort(byName);
  const navigate = useNavigate();
  const search: FloorSearch = { ...(q ? { q } : {}), ...(view ? { view } : {}), ...(layer ? { layer } : {}) };
  if (sites.length < 2) return null;
  if (sites.length > mostTabs)
    return (
      <Select
        aria-label={t("Site")}
        value={siteId}
        data={sites.map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        searchable
        onChange={(id) =>
          id !== null && void navigate({ to: "/floor/$siteId", params: { siteId: id }, search })
        }
      />
    );
  return (
    <nav aria-label={t("Sites")} className="site-tabs">
      {sites.map(({ id, name }) => (
        <Link
          key={id}
          to="/floor/$siteId"
          params={{ siteId: id }}
          search={search}
          className={`site-tab ${id === siteId ? "is-here" : ""}`}
          {...(id === siteId ? { "aria-current": "page" as const } : {})}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
