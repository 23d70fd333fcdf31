import { Pagination, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Device } from "../api/client.ts";
import { devicesQuery, locationsQuery } from "../api/queries.ts";
import { signal } from "../parts/device-facts.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { deviceWords, inOrder, lifeClass, pieces, profileWords } from "../words.ts";
import { AddDevices } from "./add-devices.tsx";

type Row = Device & { locationName: string };
const rowsAPage = 50;

const columns: { name: string; value: (row: Row) => string | number; isNumber?: boolean }[] = [
  { name: "Device", value: (row) => row.name },
  { name: "State", value: (row) => row.state },
  { name: "Location", value: (row) => row.locationName },
  { name: "Last seen", value: (row) => row.lastSeenAt ?? "" },
  { name: "Battery", value: (row) => row.batteryPercent ?? -1, isNumber: true },
  { name: "Signal", value: (row) => row.rssiDbm ?? -999 },
  { name: "Frames", value: (row) => row.frameCounter ?? -1, isNumber: true },
  { name: "Lost", value: (row) => row.overwritten, isNumber: true },
];

export function DevicesPage() {
  const devices = useQuery(devicesQuery);
  const locations = useQuery(locationsQuery);
  const [text, setText] = useState("");
  const [sort, setSort] = useState({ column: 0, isDown: false });
  const [page, setPage] = useState(1);
  const rows = useMemo(() => {
    const names = new Map(locations.data?.map(({ id, name }) => [id, name]));
    const search = text.trim().toLowerCase();
    const { value } = columns[sort.column]!;
    const found = (devices.data ?? [])
      .map((device): Row => ({ ...device, locationName: names.get(device.locationId ?? "") ?? "" }))
      .filter((row) =>
        [row.name, row.devEui, row.locationName, deviceWords[row.state], profileWords[row.profile]].some(
          (word) => word.toLowerCase().includes(search),
        ),
      )
      .sort((a, b) => compare(value(a), value(b)));
    return sort.isDown ? found.reverse() : found;
  }, [devices.data, locations.data, text, sort]);
  if (devices.isPending) return <Loading />;
  if (devices.error && !devices.data)
    return <Failed error={devices.error} onAgain={() => devices.refetch()} />;
  const pages = Math.max(1, Math.ceil(rows.length / rowsAPage));
  const current = Math.min(page, pages);
  return (
    <>
      <PageHead title="Devices">
        <span className="soft">
          {pieces(rows.length)} of {pieces(devices.data.length)}
        </span>
        <TextInput
          aria-label="Search devices"
          placeholder="Name, DevEUI, location, state"
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPage(1);
          }}
          style={{ marginLeft: "auto", minWidth: 260 }}
        />
        <AddDevices />
      </PageHead>
      {rows.length === 0 ? (
        <Empty title={devices.data.length === 0 ? "No devices yet" : "No device matches"}>
          {devices.data.length === 0 &&
            "Add the first one: DevEUI, JoinEUI and AppKey stand on its label, or in the file that the vendor sent along."}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                {columns.map(({ name, isNumber }, index) => (
                  <th
                    key={name}
                    className={isNumber ? "number" : ""}
                    aria-sort={sort.column === index ? (sort.isDown ? "descending" : "ascending") : "none"}
                  >
                    <button
                      type="button"
                      onClick={() =>
                        setSort({ column: index, isDown: sort.column === index && !sort.isDown })
                      }
                    >
                      {name} {sort.column === index ? (sort.isDown ? "↓" : "↑") : ""}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice((current - 1) * rowsAPage, current * rowsAPage).map((row) => (
                <DeviceRow key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 && (
        <Pagination mt="md" total={pages} value={current} onChange={setPage} aria-label="Pages of devices" />
      )}
    </>
  );
}

function DeviceRow({ row }: { row: Row }) {
  return (
    <tr>
      <td className="wide">
        <Link to="/devices/$id" params={{ id: row.id }}>
          <strong>{row.name}</strong>
        </Link>
        <div className="soft" style={{ fontSize: 12 }}>
          {profileWords[row.profile]} · <code>{row.devEui}</code>
        </div>
      </td>
      <td>
        <span className={`state ${lifeClass[row.state]}`}>{deviceWords[row.state]}</span>
      </td>
      <td data-label="Location">
        {row.locationId ? (
          <Link to="/locations/$id" params={{ id: row.locationId }}>
            {row.locationName}
          </Link>
        ) : (
          <span className="soft">none</span>
        )}
      </td>
      <td data-label="Last seen">
        <Time iso={row.lastSeenAt} />
      </td>
      <td className="number" data-label="Battery">
        {row.batteryPercent === null ? "–" : `${row.batteryPercent} %`}
      </td>
      <td data-label="Signal">{signal(row)}</td>
      <td className="number" data-label="Frames">
        {pieces(row.frameCounter)}
      </td>
      <td className="number" data-label="Lost">
        {row.overwritten}
      </td>
    </tr>
  );
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return inOrder(String(a), String(b));
}
