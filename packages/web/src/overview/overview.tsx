import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Location, Order, Part } from "../api/client.ts";
import { devicesQuery, locationsQuery, ordersQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { StateMark } from "../parts/bin.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { byName, pieces } from "../words.ts";
import { Attention } from "./attention.tsx";

type Filter = "all" | "low" | "empty" | "onOrder" | "approve" | "late" | "unknown" | "silent";
const mostRows = 300;

export function OverviewPage() {
  const locations = useQuery(locationsQuery);
  const devices = useQuery(devicesQuery);
  const orders = useQuery(ordersQuery);
  const { part } = useCatalogue();
  const withOrder = useMemo(() => {
    const of = (is: (order: Order) => boolean) =>
      new Set(orders.data?.filter(is).map(({ locationId }) => locationId));
    return { approve: of(({ state }) => state === "proposed"), late: of(({ isLate }) => isLate) };
  }, [orders.data]);
  const [filter, setFilter] = useState<Filter>("all");
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim().toLowerCase(), 150);

  const silent = useMemo(
    () => new Set(devices.data?.filter(({ state }) => state === "silent").map(({ id }) => id)),
    [devices.data],
  );
  const tests: Record<Filter, (location: Location) => boolean> = {
    all: () => true,
    low: ({ state }) => state === "low",
    empty: ({ state }) => state === "empty",
    onOrder: ({ onOrder }) => onOrder > 0,
    approve: ({ id }) => withOrder.approve.has(id),
    late: ({ id }) => withOrder.late.has(id),
    unknown: ({ state }) => state === "unknown",
    silent: ({ deviceIds }) => deviceIds.some((id) => silent.has(id)),
  };
  const all = locations.data ?? [];
  const count = (key: Filter) => all.filter(tests[key]).length;
  const shown = all
    .filter(tests[filter])
    .filter((each) => {
      const own = part.get(each.partId);
      return [each.name, own?.name, own?.number].some((word) => word?.toLowerCase().includes(search));
    })
    .sort(byName);

  const showAll = () => {
    setFilter("all");
    setText("");
  };

  if (locations.isPending) return <Loading />;
  if (locations.error && !locations.data)
    return <Failed error={locations.error} onAgain={() => locations.refetch()} />;

  const counts: { key: Filter; name: string; accent?: string }[] = [
    { key: "all", name: t("Locations") },
    { key: "empty", name: t("Empty"), accent: "var(--empty)" },
    { key: "low", name: t("Low"), accent: "var(--low)" },
    { key: "onOrder", name: t("On order"), accent: "var(--coming)" },
    { key: "approve", name: t("To approve"), accent: "#fc731c" },
    { key: "late", name: t("Late order"), accent: "#fc731c" },
    { key: "unknown", name: t("Unknown"), accent: "var(--unknown)" },
    { key: "silent", name: t("Silent sensor"), accent: "var(--unknown)" },
  ];
  return (
    <>
      <PageHead title={t("Overview")}>
        <TextInput
          aria-label={t("Search locations and parts")}
          placeholder={t("Location or part")}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ marginLeft: "auto", minWidth: 220 }}
        />
      </PageHead>
      <fieldset
        className="counts"
        style={{ border: 0, padding: 0, margin: "0 0 20px" }}
        aria-label={t("Filter by state")}
      >
        {counts.map(({ key, name, accent }) => (
          <button
            key={key}
            type="button"
            className="count"
            aria-pressed={filter === key}
            style={accent ? ({ "--accent": accent } as React.CSSProperties) : {}}
            onClick={() => setFilter(filter === key ? "all" : key)}
          >
            <div className="count-number">{count(key)}</div>
            <div className="count-name">{name}</div>
          </button>
        ))}
      </fieldset>
      <Attention locations={all} orders={orders.data ?? []} devices={devices.data ?? []} />
      {all.length === 0 ? (
        <Empty title={t("No storage locations yet")}>
          {t(
            "A storage location is where a part lies and a sensor watches. Begin with <link>sites</link>, <link2>suppliers</link2> and <link3>parts</link3>, then add <link4>locations</link4>. Or create all at once with the REST API: POST /api/v1/import.",
            {
              link: (inside) => <Link to="/inventory/sites">{inside}</Link>,
              link2: (inside) => <Link to="/inventory/suppliers">{inside}</Link>,
              link3: (inside) => <Link to="/inventory/parts">{inside}</Link>,
              link4: (inside) => <Link to="/inventory/locations">{inside}</Link>,
            },
          )}
        </Empty>
      ) : shown.length === 0 ? (
        <Empty title={t("Nothing matches")}>
          <button type="button" className="count" onClick={showAll}>
            {t("Show all locations")}
          </button>
        </Empty>
      ) : (
        <LocationList locations={shown} part={part} />
      )}
    </>
  );
}

type Parts = ReadonlyMap<string, Part>;

function LocationList({ locations, part }: { locations: Location[]; part: Parts }) {
  return (
    <div className="card" style={{ overflow: "hidden" }}>
      <table className="table">
        <thead>
          <tr>
            <th>{t("Location")}</th>
            <th>{t("Part")}</th>
            <th>{t("State")}</th>
            <th className="number">{t("On hand")}</th>
            <th className="number">{t("Reorder at")}</th>
            <th className="number">{t("On order")}</th>
            <th>{t("Measured")}</th>
          </tr>
        </thead>
        <tbody>
          {locations.slice(0, mostRows).map((location) => {
            const own = part.get(location.partId);
            return (
              <tr key={location.id}>
                <td>
                  <Link to="/locations/$id" params={{ id: location.id }}>
                    <strong>{location.name}</strong>
                  </Link>
                </td>
                <td className="wide">
                  {own?.name} <span className="soft">{own?.number}</span>
                </td>
                <td>
                  <StateMark state={location.state} />
                </td>
                <td className="number" data-label="On hand">
                  {pieces(location.level?.onHand, own?.unit)}
                </td>
                <td className="number" data-label="Reorder at">
                  {pieces(location.reorderPoint)}
                </td>
                <td className="number" data-label="On order">
                  {location.onOrder ? pieces(location.onOrder) : "–"}
                </td>
                <td data-label="Measured">
                  <Time iso={location.level?.measuredAt ?? null} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {locations.length > mostRows && <More count={locations.length - mostRows} />}
    </div>
  );
}

function More({ count }: { count: number }) {
  return (
    <p className="soft" style={{ padding: "4px 16px" }}>
      {t("and {count} more: search or filter to see them", { count })}
    </p>
  );
}
