import { Button, Menu } from "@mantine/core";
import { IconDownload, IconRefresh } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { confirmedDownload } from "../parts/confirmed-download.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { AuditEntryRow } from "./audit-entry.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { VerifyTrail } from "./audit-verification.tsx";
import { trailQuery } from "./queries.ts";
import { type TrailSearch, trailFilter } from "./trail-search.ts";

/** Who did what, newest first. What is looked for stands in the page's address. */
export function AuditTrailPage() {
  const search = useSearch({ from: "/inside/settings/audit-trail" });
  const navigate = useNavigate({ from: "/settings/audit-trail" });
  const entries = useInfiniteQuery(trailQuery(search));
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.keys(search).length > 0;
  return (
    <>
      <PageHead title={t("Audit trail")}>
        <span className="soft">{t("Who did what, from where, and what it was before.")}</span>
        <div className="row-actions" style={{ marginLeft: "auto", padding: 0 }}>
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} />}
            loading={entries.isRefetching && !entries.isFetchingNextPage}
            onClick={() => entries.refetch()}
          >
            {t("Refresh")}
          </Button>
          <VerifyTrail />
          <Export search={search} />
        </div>
      </PageHead>
      <AuditFilters search={search} onChange={(next) => void navigate({ search: next, replace: true })} />
      {entries.isPending ? (
        <Loading />
      ) : entries.error && !entries.data ? (
        <Failed error={entries.error} onAgain={() => entries.refetch()} />
      ) : items.length > 0 ? (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table trail">
            <thead>
              <tr>
                <th>{t("When")}</th>
                <th>{t("What")}</th>
                <th>{t("Who")}</th>
                <th>{t("Before and after")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <AuditEntryRow key={entry.sequence} entry={entry} search={search} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        !entries.hasNextPage && (
          <Empty title={isFiltered ? t("No entry matches") : t("No entries yet")}>
            {isFiltered && (
              <Button variant="default" onClick={() => void navigate({ search: {} })}>
                {t("Show all entries")}
              </Button>
            )}
          </Empty>
        )
      )}
      <div className="more">
        {entries.hasNextPage && (
          <Button
            variant="default"
            loading={entries.isFetchingNextPage}
            onClick={() => entries.fetchNextPage()}
          >
            {items.length === 0 ? t("Look further back") : t("Load more")}
          </Button>
        )}
        {entries.isFetchNextPageError && (
          <span role="alert" className="problem">
            {entries.error?.message}
          </span>
        )}
        {!entries.isPending && (
          <span className="soft small-text" role="status">
            {shownWords(items.length, entries.hasNextPage, isFiltered)}
          </span>
        )}
      </div>
    </>
  );
}

function shownWords(count: number, hasMore: boolean, isFiltered: boolean): string {
  if (count === 0) return hasMore ? t("Nothing found among the latest entries; there are older ones.") : "";
  if (hasMore) return t("{count, plural, one {# entry} other {# entries}} so far", { count });
  return isFiltered
    ? t("{count, plural, one {# entry} other {# entries}}: all that match", { count })
    : t("{count, plural, one {# entry} other {# entries}}: all there are", { count });
}

/** Plain links: the browser's session fetches them, and the browser stores them as they come. */
function Export({ search }: { search: TrailSearch }) {
  const address = (format: string) =>
    `/api/v1/audit-entries/export?${new URLSearchParams({ format, ...trailFilter(search) })}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t("Export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("What the filters show, oldest first")}</Menu.Label>
        <Menu.Item component="a" href={address("csv")} download onClick={confirmedDownload}>
          {t("CSV, for spreadsheets")}
        </Menu.Item>
        <Menu.Item component="a" href={address("ndjson")} download onClick={confirmedDownload}>
          {t("NDJSON, one object a line")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
