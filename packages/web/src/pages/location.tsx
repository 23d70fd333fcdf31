import { SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Device, Location } from "../api/client.ts";
import { devicesQuery, levelsQuery, locationsQuery, ordersQuery, useCatalogue } from "../api/queries.ts";
import { Bin, StateMark } from "../parts/bin.tsx";
import { DeviceFacts } from "../parts/device-facts.tsx";
import { LevelChart } from "../parts/level-chart.tsx";
import { OrderByHand } from "../parts/order-by-hand.tsx";
import { OrderState } from "../parts/order-state.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { pieces } from "../words.ts";

const ranges = [
  { value: "1", label: "Hour" },
  { value: "24", label: "Day" },
  { value: "168", label: "Week" },
  { value: "720", label: "Month" },
];

export function LocationPage({ id }: { id: string }) {
  const locations = useQuery(locationsQuery);
  const devices = useQuery(devicesQuery);
  const location = locations.data?.find((each) => each.id === id);
  if (locations.isPending) return <Loading />;
  if (locations.error && !locations.data)
    return <Failed error={locations.error} onAgain={() => locations.refetch()} />;
  if (!location)
    return (
      <>
        <PageHead title="Location" />
        <Empty title="There is no such location">
          It may have been removed. <Link to="/">Back to the overview</Link>
        </Empty>
      </>
    );
  return <Details location={location} device={devices.data?.find(({ id }) => id === location.deviceId)} />;
}

function Details({ location, device }: { location: Location; device: Device | undefined }) {
  const { site, part, supplier } = useCatalogue();
  const own = part.get(location.partId);
  const unit = own?.unit ?? "";
  const { level, policy } = location;
  return (
    <>
      <PageHead title={location.name}>
        <StateMark state={location.state} />
        <span className="soft">{site.get(location.siteId)?.name}</span>
        <span style={{ marginLeft: "auto" }}>
          <OrderByHand location={location} part={own} />
        </span>
      </PageHead>
      <div className="columns">
        <div style={{ display: "grid", gap: 18, alignContent: "start", minWidth: 0 }}>
          <dl className="card facts" style={{ margin: 0 }}>
            <Fact name="On hand">
              {pieces(level?.onHand)} <small>{unit}</small>
            </Fact>
            <Fact name="On order">
              {pieces(location.onOrder)} <small>{unit}</small>
            </Fact>
            <Fact name="Inventory position">{pieces(location.inventoryPosition)}</Fact>
            <Fact name="Reorder at">
              {pieces(policy.minimum)} <small>up to {pieces(policy.maximum)}</small>
            </Fact>
            <Fact name={level?.onHand == null && level?.unknownSince ? "Unknown since" : "Measured"}>
              <small>
                <Time
                  iso={
                    level?.onHand == null && level?.unknownSince
                      ? level.unknownSince
                      : (level?.measuredAt ?? null)
                  }
                />
              </small>
            </Fact>
          </dl>
          <History location={location} unit={unit} />
          <Orders location={location} unit={unit} />
        </div>
        <div style={{ display: "grid", gap: 18, alignContent: "start" }}>
          <section className="card" style={{ padding: 18 }} aria-label="Part">
            <div style={{ display: "grid", gridTemplateColumns: "96px 1fr", gap: 16 }}>
              <Bin location={location} part={own} />
              <div>
                <strong>{own?.name}</strong>
                <div className="soft">{own?.number}</div>
                <div style={{ marginTop: 8 }}>
                  Packs of {pieces(own?.packSize, unit)}
                  <br />
                  {own && supplier.get(own.supplierId)?.name}
                </div>
              </div>
            </div>
          </section>
          <section className="card" style={{ padding: 18 }} aria-label="Sensor">
            <strong>Sensor</strong>
            {device ? (
              <DeviceFacts device={device} />
            ) : (
              <p className="soft">No sensor watches this location: its level stays unknown.</p>
            )}
          </section>
        </div>
      </div>
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function History({ location, unit }: { location: Location; unit: string }) {
  const [hours, setHours] = useState("24");
  const levels = useQuery({ ...levelsQuery(location.id, Number(hours)), placeholderData: keepPreviousData });
  const orders = useQuery(ordersQuery);
  const own = useMemo(
    () => orders.data?.filter(({ locationId }) => locationId === location.id) ?? [],
    [orders.data, location.id],
  );
  return (
    <section className="card" style={{ padding: 18, minWidth: 0 }} aria-label="Level over time">
      <div
        style={{
          display: "flex",
          justifyContent: "space-between",
          gap: 12,
          flexWrap: "wrap",
          marginBottom: 12,
        }}
      >
        <strong>Level over time</strong>
        <SegmentedControl size="xs" aria-label="Range" data={ranges} value={hours} onChange={setHours} />
      </div>
      {levels.error ? (
        <Failed error={levels.error} onAgain={() => levels.refetch()} />
      ) : levels.data && levels.data.length > 0 ? (
        <LevelChart points={levels.data} location={location} orders={own} hours={Number(hours)} unit={unit} />
      ) : (
        <p className="soft">{levels.isPending ? "Loading …" : "No measurement in this time."}</p>
      )}
    </section>
  );
}

function Orders({ location, unit }: { location: Location; unit: string }) {
  const orders = useQuery(ordersQuery);
  const own = orders.data?.filter(({ locationId }) => locationId === location.id).slice(0, 10) ?? [];
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label="Orders">
      <strong style={{ display: "block", padding: "16px 18px 4px" }}>Orders</strong>
      {own.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px" }}>
          None yet: Refill orders when the inventory position is at or below{" "}
          {pieces(location.policy.minimum, unit)}.
        </p>
      ) : (
        <table className="table">
          <tbody>
            {own.map((order) => (
              <tr key={order.id}>
                <td>
                  <Link to="/orders/$id" params={{ id: order.id }}>
                    <strong>{order.number}</strong>
                  </Link>
                </td>
                <td className="number">{pieces(order.quantity, unit)}</td>
                <td>
                  <Time iso={order.createdAt} />
                </td>
                <td>
                  <OrderState order={order} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
