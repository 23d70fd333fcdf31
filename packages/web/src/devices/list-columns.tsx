import { Link } from "@tanstack/react-router";
import type { Device } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { deviceWords, lifeClass, measure, percent, pieces, profileWords } from "../words.ts";
import { Battery } from "./battery.tsx";
import { bestRssi, duration, everyWords, isBatteryWeak, lifeWords, signalBars } from "./device-words.ts";
import { Signal } from "./signal.tsx";

export type Row = Device & { locationName: string | null };

export const columns: readonly Column<Row>[] = [
  {
    key: "name",
    name: t("Device"),
    value: ({ name }) => name,
    isWide: true,
    width: "minmax(170px, 2.2fr)",
    cell: ({ id, name, devEui }) => (
      <>
        <Link to="/devices/$id" params={{ id }}>
          <strong>{name}</strong>
        </Link>
        <span className="second-line">
          <code>{devEui}</code>
        </span>
      </>
    ),
  },
  {
    key: "state",
    name: t("State"),
    width: "minmax(112px, 1fr)",
    value: ({ state }) => deviceWords[state],
    cell: ({ state }) => <span className={`state ${lifeClass[state]}`}>{deviceWords[state]}</span>,
  },
  {
    key: "location",
    name: t("Location"),
    width: "minmax(96px, 1fr)",
    value: ({ locationName }) => locationName,
    cell: ({ locationId, locationName }) =>
      locationId ? (
        <Link to="/locations/$id" params={{ id: locationId }}>
          {locationName}
        </Link>
      ) : (
        <span className="soft">{t("none")}</span>
      ),
  },
  {
    key: "seen",
    name: t("Last seen"),
    width: "minmax(124px, 1fr)",
    value: ({ lastSeenAt }) => lastSeenAt,
    cell: ({ lastSeenAt }) => <Time iso={lastSeenAt} none={t("never")} />,
  },
  {
    key: "battery",
    name: t("Battery"),
    width: "minmax(92px, 1fr)",
    value: ({ batteryPercent }) => batteryPercent,
    cell: (row) => <Battery device={row} />,
  },
  {
    key: "life",
    name: t("Lasts (days)"),
    width: "minmax(112px, 1fr)",
    value: ({ batteryDaysLeft }) => batteryDaysLeft,
    cell: (row) =>
      row.batteryDaysLeft === null ? (
        <span className="soft" title={lifeWords(row)}>
          {row.batteryLifeUnknown === "no-reading" ? "–" : t("not yet")}
        </span>
      ) : (
        duration(row.batteryDaysLeft)
      ),
  },
  {
    key: "signal",
    name: t("Signal"),
    width: "minmax(112px, 1fr)",
    value: bestRssi,
    cell: (row) => <Signal device={row} />,
  },
  {
    key: "sf",
    name: "SF",
    isNumber: true,
    width: "52px",
    value: ({ spreadingFactor }) => spreadingFactor,
  },
  {
    key: "lost",
    name: t("Lost"),
    isNumber: true,
    width: "80px",
    value: ({ lostShare }) => lostShare,
    cell: ({ lostShare }) => percent(lostShare),
  },
  {
    key: "firmware",
    name: t("Firmware"),
    width: "96px",
    value: ({ firmwareVersion }) => firmwareVersion,
  },
  {
    key: "hardware",
    name: t("Hardware"),
    isOptional: true,
    width: "96px",
    value: ({ hardwareVersion }) => hardwareVersion,
  },
  {
    key: "interval",
    name: t("Sends (seconds)"),
    isOptional: true,
    value: ({ reportingIntervalSeconds }) => reportingIntervalSeconds,
    cell: ({ reportingIntervalSeconds }) => everyWords(reportingIntervalSeconds),
  },
  {
    key: "snr",
    name: t("SNR (dB)"),
    isOptional: true,
    isNumber: true,
    value: ({ gateways, snrDb }) => gateways[0]?.snrDb ?? snrDb,
    cell: ({ gateways, snrDb }) => measure(gateways[0]?.snrDb ?? snrDb),
  },
  {
    key: "gateways",
    name: t("Gateways"),
    isOptional: true,
    isNumber: true,
    value: ({ gateways }) => gateways.length,
  },
  {
    key: "frames",
    name: t("Frames"),
    isNumber: true,
    isOptional: true,
    value: ({ frameCounter }) => frameCounter,
    cell: ({ frameCounter }) => pieces(frameCounter),
  },
  {
    key: "restarted",
    name: t("Last restart"),
    isOptional: true,
    value: ({ restartedAt }) => restartedAt,
    cell: ({ restartedAt }) => <Time iso={restartedAt} none="–" />,
  },
  {
    key: "devEui",
    name: "DevEUI",
    isOptional: true,
    value: ({ devEui }) => devEui,
    cell: ({ devEui }) => <code>{devEui}</code>,
  },
  {
    key: "type",
    name: t("Type"),
    isOptional: true,
    value: ({ profile }) => profileWords[profile],
  },
];

const signalFilter = { weak: t("Weak signal"), fair: t("Fair or better"), none: t("Not heard") };
const batteryFilter = { weak: t("Weak battery"), good: t("Good battery"), none: t("Battery not known") };
const placeFilter = { yes: t("Watches a location"), no: t("No location") };
const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** `gateways`: names by EUI. */
export function filtersFor(gateways: ReadonlyMap<string, string>): readonly Filter<Row>[] {
  return [
    { key: "state", name: t("State"), options: optionsOf(deviceWords), of: ({ state }) => state },
    {
      key: "battery",
      name: t("Battery"),
      options: optionsOf(batteryFilter),
      of: (row) => (isBatteryWeak(row) ? "weak" : row.batteryPercent === null ? "none" : "good"),
    },
    {
      key: "signal",
      name: t("Signal"),
      options: optionsOf(signalFilter),
      of: ({ signalMarginDb }) => {
        const bars = signalBars(signalMarginDb);
        return bars === null ? "none" : bars === 1 ? "weak" : "fair";
      },
    },
    {
      key: "place",
      name: t("Location"),
      options: optionsOf(placeFilter),
      of: ({ locationId }) => (locationId ? "yes" : "no"),
    },
    { key: "type", name: t("Type"), options: optionsOf(profileWords), of: ({ profile }) => profile },
    {
      key: "gateway",
      name: t("Gateway"),
      options: [
        { value: "one", label: t("Only one gateway hears it") },
        ...[...gateways].map(([value, label]) => ({ value, label })),
      ],
      of: ({ gateways: heard }) => [
        ...heard.map(({ gatewayEui }) => gatewayEui),
        ...(heard.length === 1 ? ["one"] : []),
      ],
    },
  ];
}

export const searched = ({ name, devEui, locationName, profile }: Row) => [
  name,
  devEui,
  locationName,
  profileWords[profile],
];
