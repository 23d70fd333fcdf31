import { Select, Tabs, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Order } from "../api/client.ts";
import { locationsQuery, ordersQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { isOpen, orderWords } from "../words.ts";
import { OrderTable } from "./order-table.tsx";

const mostRows = 200;
type Tab = "open" | "approve" | "late" | "closed" | "all";
const tests: Record<Tab, (order: Order) => boolean> = {
  open: isOpen,
  approve: ({ state }) => state === "proposed",
  late: ({ isLate }) => isLate,
  closed: (order) => !isOpen(order),
  all: () => true,
};
const nothing: Record<Tab, string> = {
  open: "Nothing is on order",
  approve: "No order waits for approval",
  late: "No order is late",
  closed: "No orders yet",
  all: "No orders yet",
};

export function OrdersPage() {
  const orders = useQuery(ordersQuery);
  const searched = useSearched();
  const [tab, setTab] = useState<Tab>("open");
  const [state, setState] = useState<string | null>(null);
  const [text, setText] = useState("");
  if (orders.isPending) return <Loading />;
  if (orders.error && !orders.data) return <Failed error={orders.error} onAgain={() => orders.refetch()} />;
  const all = orders.data;
  const count = (each: Tab) => all.filter(tests[each]).length;
  const search = text.trim().toLowerCase();
  const inTab = all.filter(tests[tab]);
  const shown = inTab
    .filter((order) => state === null || order.state === state)
    .filter((order) => search === "" || searched(order).includes(search));
  const states = [...new Set(inTab.map((order) => order.state))];
  return (
    <>
      <PageHead title={t("Orders")}>
        <TextInput
          aria-label={t("Search orders")}
          placeholder={t("Number, part, location, supplier")}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ marginLeft: "auto", minWidth: 240 }}
        />
        <Select
          aria-label={t("State")}
          placeholder={t("Every state")}
          clearable
          data={states.map((value) => ({
            value,
            label: value === "proposed" ? "Waits for approval" : orderWords[value],
          }))}
          value={state}
          onChange={setState}
          w={180}
        />
      </PageHead>
      <Tabs
        value={tab}
        onChange={(value) => {
          setTab(value as Tab);
          setState(null);
        }}
        mb="md"
      >
        <Tabs.List>
          <Tabs.Tab value="open">{t("Open ({value})", { value: count("open") })}</Tabs.Tab>
          <Tabs.Tab value="approve">{t("To approve ({value})", { value: count("approve") })}</Tabs.Tab>
          <Tabs.Tab value="late">{t("Late ({value})", { value: count("late") })}</Tabs.Tab>
          <Tabs.Tab value="closed">{t("Closed")}</Tabs.Tab>
          <Tabs.Tab value="all">{t("All")}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {inTab.length > 0 && shown.length === 0 ? (
        <Empty title={t("Nothing matches")}>{t("Change the search or the state.")}</Empty>
      ) : shown.length === 0 ? (
        <Empty title={nothing[tab]}>
          {t(
            "Refill orders by itself when a location's policy says so; what is on its way counts as if it were there.",
          )}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <OrderTable orders={shown.slice(0, mostRows)} />
          {shown.length > mostRows && (
            <p className="soft" style={{ padding: "0 16px" }}>
              {t("The newest {mostRows} of {length}.", { mostRows, length: shown.length })}
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** What an order is searched by, in lower case. */
function useSearched(): (order: Order) => string {
  const { part, supplier } = useCatalogue();
  const locations = useQuery(locationsQuery).data;
  const names = new Map(locations?.map(({ id, name }) => [id, name]));
  return (order) => {
    const own = part.get(order.partId);
    return [
      order.number,
      own?.number,
      own?.name,
      names.get(order.locationId),
      order.supplierId && supplier.get(order.supplierId)?.name,
      order.purchaseOrder?.number,
    ]
      .join("\n")
      .toLowerCase();
  };
}
