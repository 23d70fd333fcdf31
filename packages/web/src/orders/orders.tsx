import { Button, SegmentedControl } from "@mantine/core";
import { IconBarcode, IconCalendarWeek, IconLayoutKanban, IconList, IconTruck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { ordersQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { useSelection } from "../table/use-selection.ts";
import { useTableState } from "../table/use-table-state.ts";
import { useAsked } from "./asked.ts";
import { Board } from "./board.tsx";
import { BySupplier } from "./by-supplier.tsx";
import { Calendar } from "./calendar.tsx";
import { filterKeys, OrderFilters } from "./filters.tsx";
import { OrderList } from "./order-list.tsx";
import { matching, useOrderRows } from "./order-rows.ts";
import { SelectedActions } from "./selected-actions.tsx";
import "./orders.css";

const views = [
  { value: "board", label: t("Board"), Icon: IconLayoutKanban },
  { value: "list", label: t("List"), Icon: IconList },
  { value: "suppliers", label: t("Suppliers"), Icon: IconTruck },
  { value: "calendar", label: t("Calendar"), Icon: IconCalendarWeek },
] as const;
type View = (typeof views)[number]["value"];

/** All orders: by what has to happen next, as a list, by supplier, and by the day on which they come. */
export function OrdersPage() {
  const orders = useQuery(ordersQuery);
  const rows = useOrderRows();
  const [view, setView] = useView();
  const receives = useMay("acknowledge-orders");
  if (orders.error && !orders.data) return <Failed error={orders.error} onAgain={() => orders.refetch()} />;
  if (!rows) return <Loading />;
  return (
    <>
      <PageHead title={t("Orders")}>
        <SegmentedControl
          aria-label={t("View")}
          value={view}
          onChange={(value) => setView(value as View)}
          data={views.map(({ value, label, Icon }) => ({
            value,
            label: (
              <span className="view-choice">
                <Icon size={16} stroke={1.8} aria-hidden />
                {label}
              </span>
            ),
          }))}
        />
        {receives && (
          <Button
            component={Link}
            to="/receive"
            leftSection={<IconBarcode size={18} stroke={1.8} />}
            className="receive-link"
          >
            {t("Receive goods")}
          </Button>
        )}
      </PageHead>
      {rows.length === 0 ? (
        <Empty title={t("No orders yet")}>
          <p>
            {t(
              "Refill orders by itself when a location's policy says so; what is on its way counts as if it were there.",
            )}
          </p>
          <Button component={Link} to="/inventory/locations" variant="default">
            {t("See the locations")}
          </Button>
        </Empty>
      ) : view === "list" ? (
        <OrderList
          rows={rows}
          onSelected={(ids, clear) => (
            <SelectedActions rows={rows.filter(({ id }) => ids.includes(id))} onDone={clear} />
          )}
        />
      ) : (
        <Filtered view={view} rows={rows} />
      )}
    </>
  );
}

function Filtered({
  view,
  rows,
}: {
  view: Exclude<View, "list">;
  rows: NonNullable<ReturnType<typeof useOrderRows>>;
}) {
  const [state, setState] = useTableState(filterKeys, "-number");
  const shown = useMemo(() => matching(rows, state), [rows, state]);
  const selection = useSelection(shown);
  const selected = shown.filter(({ id }) => selection.has(id));
  return (
    <>
      <OrderFilters state={state} onChange={setState} />
      {selected.length > 0 && view !== "calendar" && (
        <div className="selected-bar is-sticky" role="toolbar" aria-label={t("With what is selected")}>
          <strong>
            {t("{count, plural, one {# selected} other {# selected}}", { count: selected.length })}
          </strong>
          <SelectedActions rows={selected} onDone={selection.clear} />
          <Button variant="subtle" color="gray" onClick={selection.clear}>
            {t("Select none")}
          </Button>
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={t("Nothing matches")}>
          <Button
            variant="default"
            mt="sm"
            onClick={() =>
              setState({ search: "", filters: Object.fromEntries(filterKeys.map((key) => [key, []])) })
            }
          >
            {t("Show all")}
          </Button>
        </Empty>
      ) : view === "board" ? (
        <Board orders={shown} selection={selection} />
      ) : view === "suppliers" ? (
        <BySupplier rows={shown} selection={selection} />
      ) : (
        <Calendar rows={shown} />
      )}
    </>
  );
}

/** It stands in the address, so that it can be linked to. */
function useView(): [View, (view: View) => void] {
  const asked = useAsked("view");
  const navigate = useNavigate();
  const view = views.find(({ value }) => value === asked)?.value ?? "board";
  return [
    view,
    (next) =>
      void navigate({
        to: ".",
        search: ((before: Record<string, unknown>) => {
          const { view: _view, week: _week, sort: _sort, ...others } = before;
          return next === "board" ? others : { ...others, view: next };
        }) as never,
      }),
  ];
}
