import "./operate.css";
import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { customersQuery, networkQuery, type ServiceTrailSearch, serviceTrailQuery } from "./queries.ts";
import { serviceActions, TrailTable } from "./trail-list.tsx";

/** What operators did to customers. What is looked for stands in the page's address. */
export function ServiceTrailPage() {
  const search: ServiceTrailSearch = useSearch({ from: "/inside/operate/trail" });
  const navigate = useNavigate({ from: "/operate/trail" });
  const entries = useInfiniteQuery(serviceTrailQuery(search));
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.keys(search).some((key) => key !== "region");
  const change = (next: Partial<Record<keyof ServiceTrailSearch, string | null>>) =>
    void navigate({
      search: Object.fromEntries(
        Object.entries({ ...search, ...next }).filter(([, value]) => value),
      ) as ServiceTrailSearch,
      replace: true,
    });
  return (
    <>
      <PageHead title={t("Service trail")}>
        <span className="soft">
          {t("What operators did, here and by the command line. Nobody can change it or take anything out.")}
        </span>
      </PageHead>
      <Filters search={search} onChange={change} />
      {entries.isPending ? (
        <Loading />
      ) : entries.error && !entries.data ? (
        <Failed error={entries.error} onAgain={() => entries.refetch()} />
      ) : items.length > 0 ? (
        <TrailTable entries={items} />
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
      {entries.hasNextPage && (
        <div className="more">
          <Button
            variant="default"
            loading={entries.isFetchingNextPage}
            onClick={() => entries.fetchNextPage()}
          >
            {items.length === 0 ? t("Look further back") : t("Load more")}
          </Button>
        </div>
      )}
    </>
  );
}

function Filters({
  search,
  onChange,
}: {
  search: ServiceTrailSearch;
  onChange(next: Partial<Record<keyof ServiceTrailSearch, string | null>>): void;
}) {
  const customers = useQuery(customersQuery);
  const regions = useQuery(networkQuery).data?.map(({ region }) => region) ?? [];
  const [text, setText] = useState(search.q ?? "");
  const tell = useDebouncedCallback((q: string) => onChange({ q }), 250);
  return (
    <search className="data-tools">
      <TextInput
        type="search"
        className="data-search"
        aria-label={t("Search the trail")}
        placeholder={t("Reason, person or anything else")}
        leftSection={<IconSearch size={16} />}
        value={text}
        maxLength={200}
        onChange={(event) => {
          setText(event.currentTarget.value);
          tell(event.currentTarget.value.trim());
        }}
      />
      <Select
        aria-label={t("What")}
        placeholder={t("What")}
        data={serviceActions}
        value={search.action ?? null}
        onChange={(action) => onChange({ action })}
        clearable
      />
      <Select
        aria-label={t("Customer")}
        placeholder={t("Customer")}
        data={(customers.data ?? []).map(({ accountId, slug }) => ({ value: accountId, label: slug }))}
        value={search.accountId ?? null}
        onChange={(accountId) => onChange({ accountId })}
        searchable
        clearable
      />
      {regions.length > 1 && (
        <Select
          aria-label={t("Region")}
          data={regions}
          value={search.region ?? regions[0]!}
          onChange={(region) => onChange({ region })}
          allowDeselect={false}
        />
      )}
    </search>
  );
}
