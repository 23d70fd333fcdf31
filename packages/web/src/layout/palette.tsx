import "@mantine/spotlight/styles.css";
import { useMantineColorScheme } from "@mantine/core";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import {
  IconAntenna,
  IconArchive,
  IconBuildingFactory2,
  IconPackage,
  IconRadar2,
  IconSearch,
  IconTruckDelivery,
  IconUserCircle,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import type { Session } from "../api/client.ts";
import {
  devicesQuery,
  gatewaysQuery,
  locationsQuery,
  ordersQuery,
  partsQuery,
  suppliersQuery,
} from "../api/queries.ts";
import { t } from "../language/language.ts";
import { orderWords } from "../words.ts";
import { linksFor } from "./main-links.tsx";
import { mostFound, rankOf } from "./palette-rank.ts";

const [store, spotlight] = createSpotlight();

interface Entry {
  id: string;
  label: string;
  note: string;
  /** What it is found by, in lower case. */
  words: string;
  go(): void;
}
interface Group {
  name: string;
  Icon: typeof IconSearch;
  entries: Entry[];
}

/** Finds pages, records and commands by what is typed, and goes there. */
export default function Palette({
  session,
  isOpen,
  onClose,
  onKeys,
}: {
  session: Session;
  isOpen: boolean;
  onClose(): void;
  onKeys(): void;
}) {
  const [query, setQuery] = useState("");
  useEffect(() => {
    if (isOpen) spotlight.open();
  }, [isOpen]);
  const commands = useCommands(session, onKeys);
  const records = useRecords(isOpen && session.kind !== "operator");
  const search = query.trim().toLowerCase();
  const shown = useMemo(() => {
    const groups = search === "" ? [commands] : [commands, ...records];
    return groups
      .map((group) => ({ ...group, entries: rankOf(group.entries, search) }))
      .filter(({ entries }) => entries.length > 0);
  }, [commands, records, search]);
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      scrollable
      maxHeight="min(70vh, 560px)"
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { "aria-label": t("Search or jump to …") } }}
    >
      <Spotlight.Search
        placeholder={t("Part, location, order, device, supplier or page")}
        aria-label={t("Search or jump to …")}
        leftSection={<IconSearch size={19} stroke={1.7} />}
      />
      <Spotlight.ActionsList>
        {shown.map(({ name, Icon, entries }) => (
          <Spotlight.ActionsGroup key={name} label={name}>
            {entries.map((entry) => (
              <Spotlight.Action
                key={entry.id}
                label={entry.label}
                description={entry.note}
                leftSection={<Icon size={19} stroke={1.6} />}
                onClick={entry.go}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && (
          <Spotlight.Empty>{t("Nothing is called “{query}”.", { query: query.trim() })}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      {search === "" && (
        <Spotlight.Footer>
          <span className="soft small-text">
            {t("Type a name or number; at most {count} of each kind are shown.", { count: mostFound })}
          </span>
        </Spotlight.Footer>
      )}
    </Spotlight.Root>
  );
}

function useCommands(session: Session, onKeys: () => void): Group {
  const navigate = useNavigate();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return useMemo(() => {
    const entry = (id: string, label: string, note: string, go: () => void): Entry => ({
      id,
      label,
      note,
      words: `${label} ${note}`.toLowerCase(),
      go,
    });
    return {
      name: t("Go to"),
      Icon: IconUserCircle,
      entries: [
        ...linksFor(session).map(({ to, name }) => entry(to, name, t("Page"), () => void navigate({ to }))),
        ...(session.kind === "operator"
          ? []
          : [
              entry("scan", t("Scan"), t("Labels and orders"), () => void navigate({ to: "/scan" })),
              entry(
                "setup",
                t("Set up a storage location"),
                t("From the part to the label"),
                () => void navigate({ to: "/locations/new" }),
              ),
            ]),
        entry(
          "profile",
          t("My profile"),
          t("Language, time zone, passkeys"),
          () => void navigate({ to: "/profile" }),
        ),
        entry(
          "scheme",
          colorScheme === "dark" ? t("Light colours") : t("Dark colours"),
          t("Appearance"),
          () => setColorScheme(colorScheme === "dark" ? "light" : "dark"),
        ),
        entry("keys", t("Keyboard shortcuts"), t("Help"), onKeys),
      ],
    };
  }, [session, navigate, colorScheme, setColorScheme, onKeys]);
}

/** Everything that has a name, once it was asked for. */
function useRecords(isOn: boolean): Group[] {
  const navigate = useNavigate();
  const enabled = { enabled: isOn };
  const locations = useQuery({ ...locationsQuery, ...enabled }).data;
  const parts = useQuery({ ...partsQuery, ...enabled }).data;
  const orders = useQuery({ ...ordersQuery, ...enabled }).data;
  const devices = useQuery({ ...devicesQuery, ...enabled }).data;
  const suppliers = useQuery({ ...suppliersQuery, ...enabled }).data;
  const gateways = useQuery({ ...gatewaysQuery, ...enabled }).data;
  return useMemo(() => {
    const partOf = new Map(parts?.map((part) => [part.id, part]));
    const placeOf = new Map(locations?.map(({ id, name }) => [id, name]));
    const group = <T extends { id: string }>(
      name: string,
      Icon: Group["Icon"],
      records: readonly T[] | undefined,
      of: (record: T) => { label: string; note: string; more?: string; go(): void },
    ): Group => ({
      name,
      Icon,
      entries: (records ?? []).map((record) => {
        const { label, note, more = "", go } = of(record);
        return { id: record.id, label, note, words: `${label} ${note} ${more}`.toLowerCase(), go };
      }),
    });
    return [
      group(t("Storage locations"), IconArchive, locations, ({ id, name, partId }) => ({
        label: name,
        note: `${partOf.get(partId)?.name ?? ""} · ${partOf.get(partId)?.number ?? ""}`,
        go: () => void navigate({ to: "/locations/$id", params: { id } }),
      })),
      group(t("Parts"), IconPackage, parts, ({ id, name, number }) => ({
        label: name,
        note: number,
        go: () => void navigate({ to: "/parts/$id", params: { id } }),
      })),
      group(
        t("Orders"),
        IconTruckDelivery,
        orders,
        ({ id, number, partId, locationId, state, purchaseOrder }) => ({
          label: t("Order {number}", { number: String(number) }),
          note: `${partOf.get(partId)?.name ?? ""} · ${placeOf.get(locationId) ?? ""} · ${orderWords[state]}`,
          more: purchaseOrder ? String(purchaseOrder.number) : "",
          go: () => void navigate({ to: "/orders/$id", params: { id } }),
        }),
      ),
      group(t("Devices"), IconRadar2, devices, ({ id, name, devEui }) => ({
        label: name,
        note: devEui,
        go: () => void navigate({ to: "/devices/$id", params: { id } }),
      })),
      group(t("Suppliers"), IconBuildingFactory2, suppliers, ({ id, name }) => ({
        label: name,
        note: t("Supplier"),
        go: () => void navigate({ to: "/inventory/suppliers/$id", params: { id } }),
      })),
      group(t("Gateways"), IconAntenna, gateways, ({ id, name, gatewayEui }) => ({
        label: name,
        note: gatewayEui,
        go: () => void navigate({ to: "/gateways/$id", params: { id } }),
      })),
    ];
  }, [parts, locations, orders, devices, suppliers, gateways, navigate]);
}
