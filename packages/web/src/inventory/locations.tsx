import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Location, Part } from "../api/client.ts";
import { locationsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { StateMark } from "../parts/bin.tsx";
import { ButtonLink } from "../parts/button-link.tsx";
import { ImportLink } from "../parts/import-link.tsx";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { policyAt, policyShort } from "../policy-words.ts";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { inOrder, pieces, stateWords } from "../words.ts";

type Row = Location & { part: Part | undefined; siteName: string; within: string };

/** All storage locations, with what lies in them and by which policy they are refilled. */
export function LocationsPage() {
  const locations = useQuery(locationsQuery);
  const manages = useMay("manage-inventory");
  const { part, site, area, rack } = useCatalogue();
  const rows = useMemo(
    () =>
      (locations.data ?? []).map((location): Row => {
        const siteName = site.get(location.siteId)?.name ?? "";
        const within = [area.get(location.areaId ?? "")?.name, rack.get(location.rackId ?? "")?.name];
        return {
          ...location,
          part: part.get(location.partId),
          siteName,
          within: within.filter(Boolean).join(" › "),
        };
      }),
    [locations.data, part, site, area, rack],
  );
  const filters = useMemo(
    (): Filter<Row>[] => [
      {
        key: "site",
        name: t("Site"),
        options: [...site.values()]
          .map(({ id, name }) => ({ value: id, label: name }))
          .sort((a, b) => inOrder(a.label, b.label)),
        of: ({ siteId }) => siteId,
      },
      {
        key: "state",
        name: t("State"),
        options: Object.entries(stateWords).map(([value, label]) => ({ value, label })),
        of: ({ state }) => state,
      },
      {
        key: "watched",
        name: t("Watched"),
        options: [
          { value: "sensor", label: t("by a sensor") },
          { value: "people", label: t("by people") },
        ],
        of: ({ deviceIds }) => (deviceIds.length > 0 ? "sensor" : "people"),
      },
    ],
    [site],
  );
  if (locations.isPending) return <Loading />;
  if (locations.error && !locations.data)
    return <Failed error={locations.error} onAgain={() => locations.refetch()} />;
  const actions = (
    <>
      <ImportLink kind="locations" />
      {manages && (
        <ButtonLink variant="default" to="/locations/new">
          {t("Set up step by step")}
        </ButtonLink>
      )}
      {manages && (
        <ButtonLink to="/inventory/locations/$id" params={{ id: "new" }} leftSection={<IconPlus size={16} />}>
          {t("Add location")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHead title={t("Storage locations")} />
      <DataTable
        name="locations"
        label={t("Storage locations")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={({ name, part: own, within, siteName }) => [name, own?.name, own?.number, within, siteName]}
        rowName={({ name }) => name}
        defaultSort="name"
        searchLabel={t("Name, part or place")}
        actions={actions}
        empty={
          <Empty title={t("No storage locations yet")}>
            <p style={{ marginTop: 0 }}>
              {t(
                "A storage location is where a part lies: a bin, a lane, a shelf. A sensor watches it, and a policy says when it is refilled. It needs a site and a part first.",
              )}
            </p>
            <div className="empty-actions">{actions}</div>
          </Empty>
        }
      />
    </>
  );
}

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    name: t("Location"),
    value: ({ name }) => name,
    isWide: true,
    width: "minmax(110px, 1.3fr)",
    cell: ({ id, name }) => (
      <Link to="/inventory/locations/$id" params={{ id }}>
        <strong>{name}</strong>
      </Link>
    ),
  },
  {
    key: "part",
    name: t("Part"),
    value: ({ part }) => part?.name ?? null,
    isWide: true,
    width: "minmax(180px, 2.6fr)",
    cell: ({ part }) => (
      <>
        {part?.name}
        <span className="second-line">{part?.number}</span>
      </>
    ),
  },
  {
    key: "place",
    name: t("Place"),
    value: ({ siteName, within }) => [siteName, within].filter(Boolean).join(" › "),
    width: "minmax(140px, 2fr)",
    cell: ({ siteName, within }) => (
      <>
        {within || siteName}
        {within && <span className="second-line">{siteName}</span>}
      </>
    ),
  },
  {
    key: "stock",
    name: t("Stock"),
    isNumber: true,
    value: ({ level }) => level?.onHand ?? null,
    cell: ({ level, part }) => pieces(level?.onHand, part?.unit),
  },
  {
    key: "state",
    name: t("State"),
    value: ({ state }) => stateWords[state],
    cell: (row) => <StateMark {...row} />,
  },
  {
    key: "policy",
    name: t("Policy"),
    value: ({ part, ...location }) => {
      const policy = policyAt(location, part);
      return policy ? policyShort(policy) : null;
    },
    cell: ({ part, ...location }) => {
      const policy = policyAt(location, part);
      if (!policy) return <span className="soft">{t("none")}</span>;
      return (
        <span>
          {policyShort(policy)}
          {!location.policy && <span className="soft"> {t("(the part's)")}</span>}
        </span>
      );
    },
  },
  {
    key: "sensors",
    name: t("Sensors"),
    isNumber: true,
    value: ({ deviceIds }) => deviceIds.length,
    cell: ({ deviceIds }) => deviceIds.length || <span className="soft">{t("none")}</span>,
  },
  {
    key: "capacity",
    name: t("Capacity"),
    isNumber: true,
    isOptional: true,
    value: ({ capacity }) => capacity,
    cell: ({ capacity }) => pieces(capacity),
  },
  {
    key: "safety",
    name: t("Safety stock"),
    isNumber: true,
    isOptional: true,
    value: ({ safetyStock }) => safetyStock,
    cell: ({ safetyStock }) => pieces(safetyStock),
  },
];
