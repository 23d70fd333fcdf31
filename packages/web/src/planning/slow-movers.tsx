import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { t } from "../language/language.ts";
import { useMoney, useWholeMoney } from "../parts/money.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { inOrder, measure, pieces } from "../words.ts";
import { type SlowMover, slowMoversQuery } from "./queries.ts";
import { RunStatus } from "./run-status.tsx";
import { slowDays, usualSlowDays } from "./search.ts";

type Row = SlowMover & { id: string };

/** What lies there unused, and what it is worth. */
export function SlowMoversPage() {
  const { days = usualSlowDays } = useSearch({ from: "/inside/planning/slow-movers" });
  const navigate = useNavigate({ from: "/planning/slow-movers" });
  const found = useQuery(slowMoversQuery(days));
  const money = useWholeMoney();
  const columns = useColumns(found.data);
  const rows = useMemo(
    () => (found.data ?? []).map((each): Row => ({ ...each, id: each.locationId })),
    [found.data],
  );
  const filters = useMemo(() => [bySite(rows)], [rows]);
  const total = rows.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const withoutPrice = rows.filter(({ value }) => value === null).length;
  return (
    <>
      <PageHead title={t("Slow movers")}>
        <SegmentedControl
          size="xs"
          aria-label={t("Nothing was used for")}
          style={{ marginLeft: "auto" }}
          data={slowDays.map((each) => ({ value: String(each), label: t("{days} days", { days: each }) }))}
          value={String(days)}
          onChange={(next) => void navigate({ search: (before) => ({ ...before, days: Number(next) }) })}
        />
      </PageHead>
      <div className="stack">
        <RunStatus />
        {found.isPending ? (
          <Loading />
        ) : found.error && !found.data ? (
          <Failed error={found.error} onAgain={() => found.refetch()} />
        ) : (
          <>
            {rows.length > 0 && (
              <p className="slow-sum" role="status">
                <strong className="slow-figure">{money(total)}</strong>{" "}
                {t(
                  "{count, plural, one {lies in # location} other {lie in # locations}} of which nothing has been used for {days} days.",
                  { count: rows.length, days },
                )}{" "}
                <span className="soft">
                  {withoutPrice > 0 &&
                    t("{count, plural, one {# has} other {# have}} no price and are not counted.", {
                      count: withoutPrice,
                    })}
                </span>
              </p>
            )}
            <DataTable
              name="slow-movers"
              label={t("Slow movers")}
              rows={rows}
              columns={columns}
              filters={filters}
              searched={({ locationName, partName, partNumber }) => [locationName, partName, partNumber]}
              rowName={({ locationName }) => locationName}
              defaultSort="-value"
              searchLabel={t("Location or part")}
              empty={
                <Empty title={t("Everything is used")}>
                  {t(
                    "In no planned location something has lain unused for {days} days. A location is looked at once planning has run.",
                    { days },
                  )}
                </Empty>
              }
            />
          </>
        )}
      </div>
    </>
  );
}

function bySite(rows: readonly Row[]): Filter<Row> {
  const names = new Map(rows.map(({ siteId, siteName }) => [siteId, siteName]));
  return {
    key: "site",
    name: t("Site"),
    options: [...names].map(([value, label]) => ({ value, label })).sort((a, b) => inOrder(a.label, b.label)),
    of: ({ siteId }) => siteId,
  };
}

/** The value of each is drawn beside the highest. */
function useColumns(all: readonly SlowMover[] = []): readonly Column<Row>[] {
  const money = useMoney();
  const whole = useWholeMoney();
  const highest = all.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
  return [
    {
      key: "location",
      name: t("Location"),
      value: ({ locationName }) => locationName,
      isWide: true,
      width: "minmax(200px, 3fr)",
      cell: ({ locationId, locationName, partName, partNumber }) => (
        <>
          <Link to="/locations/$id" params={{ id: locationId }}>
            <strong>{locationName}</strong>
          </Link>
          <span className="second-line">
            {partName} · {partNumber}
          </span>
        </>
      ),
    },
    {
      key: "site",
      name: t("Site"),
      value: ({ siteName }) => siteName,
      isOptional: true,
    },
    {
      key: "value",
      name: t("Value"),
      isNumber: true,
      width: "minmax(150px, 2fr)",
      value: ({ value }) => value,
      cell: ({ value }) => (
        <span className="slow-value">
          {value === null ? <span className="soft">{t("no price")}</span> : whole(value)}
          <span
            className="slow-bar"
            aria-hidden="true"
            style={{ width: `${highest > 0 ? ((value ?? 0) / highest) * 100 : 0}%` }}
          />
        </span>
      ),
    },
    {
      key: "days",
      name: t("Unused for"),
      isNumber: true,
      value: ({ daysWithoutUse }) => daysWithoutUse,
      cell: ({ daysWithoutUse, isUseKnown }) =>
        isUseKnown
          ? t("{days} days", { days: pieces(daysWithoutUse) })
          : t("at least {days} days", { days: pieces(daysWithoutUse) }),
    },
    {
      key: "hand",
      name: t("On hand"),
      isNumber: true,
      value: ({ onHand }) => onHand,
      cell: ({ onHand, unit }) => pieces(onHand, unit),
    },
    {
      key: "cover",
      name: t("Lasts"),
      isNumber: true,
      value: ({ monthsOfCover }) => monthsOfCover,
      cell: ({ monthsOfCover }) =>
        monthsOfCover === null ? (
          <span className="soft">{t("no use expected")}</span>
        ) : (
          t("{months} months", { months: measure(monthsOfCover, "", monthsOfCover < 10 ? 1 : 0) })
        ),
    },
    {
      key: "price",
      name: t("Price a piece"),
      isNumber: true,
      isOptional: true,
      value: ({ unitPrice }) => unitPrice,
      cell: ({ unitPrice }) => money(unitPrice),
    },
  ];
}
