import { Group, SegmentedControl } from "@mantine/core";
import { orderUpToOf } from "@refill/replenishment/policy";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import type { Device, Location, Part } from "../api/client.ts";
import {
  devicesQuery,
  levelsQuery,
  locationsQuery,
  ordersQuery,
  useCatalogue,
  useMay,
} from "../api/queries.ts";
import { draftOf } from "../calibration/kinds.ts";
import { Bin, StateMark } from "../parts/bin.tsx";
import { ButtonLink } from "../parts/button-link.tsx";
import { DeviceFacts } from "../parts/device-facts.tsx";
import { OrderRows } from "../parts/order-rows.tsx";
import { PartPicture } from "../parts/part-picture.tsx";
import { Place } from "../parts/place.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { TermsWords } from "../parts/source.tsx";
import { ForecastCard } from "../planning/forecast-card.tsx";
import { policyAt } from "../policy-words.ts";
import { pieces, unknownWords } from "../words.ts";
import { LevelChart } from "./level-chart.tsx";
import { OrderByHand } from "./order-by-hand.tsx";
import { PolicyCard } from "./policy-card.tsx";
import { ReservationsCard } from "./reservations-card.tsx";
import { CountStock, StockTakes } from "./stock-takes.tsx";
import { TransfersCard } from "./transfers-card.tsx";

const ranges = [
  { value: "1", label: "Hour" },
  { value: "24", label: "Day" },
  { value: "168", label: "Week" },
  { value: "720", label: "Month" },
];

export function LocationPage() {
  const { id } = useParams({ from: "/inside/locations/$id" });
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
  const watching = location.deviceIds.flatMap((id) => devices.data?.find((each) => each.id === id) ?? []);
  return <Details location={location} devices={watching} />;
}

function Details({ location, devices }: { location: Location; devices: Device[] }) {
  const { part } = useCatalogue();
  const manages = useMay("manage-inventory");
  const own = part.get(location.partId);
  const unit = own?.unit ?? "";
  const { level } = location;
  const policy = policyAt(location, own);
  return (
    <>
      <PageHead title={location.name}>
        <StateMark state={location.state} />
        <span className="soft">
          <Place location={location} />
        </span>
        <span style={{ marginLeft: "auto" }}>
          <Group gap="xs">
            {manages && (
              <ButtonLink variant="default" to="/inventory/locations/$id" params={{ id: location.id }}>
                Settings
              </ButtonLink>
            )}
            <CountStock location={location} unit={unit} />
            <OrderByHand location={location} part={own} />
          </Group>
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
            {location.reserved > 0 && (
              <Fact name="Reserved">
                {pieces(location.reserved)} <small>{unit}</small>
              </Fact>
            )}
            <Fact name="Inventory position">{pieces(location.inventoryPosition)}</Fact>
            <Fact name="Reorder at">
              {pieces(location.reorderPoint)}{" "}
              {policy && policy.kind !== "event" && <small>up to {pieces(orderUpToOf(policy))}</small>}
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
          <History location={location} part={own} />
          <ForecastCard location={location} part={own} />
          <Orders location={location} unit={unit} />
          <TransfersCard location={location} unit={unit} />
          <ReservationsCard location={location} />
          <StockTakes location={location} unit={unit} />
        </div>
        <div style={{ display: "grid", gap: 18, alignContent: "start" }}>
          <section className="card" style={{ padding: 18 }} aria-label="Part">
            <div style={{ display: "grid", gridTemplateColumns: "96px 1fr", gap: 16 }}>
              <Bin location={location} part={own} />
              <div>
                {own && <PartPicture part={own} size={72} />}
                <strong>{own?.name}</strong>
                <div className="soft">{own?.number}</div>
                <div style={{ marginTop: 8 }}>
                  <TermsWords location={location} part={own} />
                </div>
              </div>
            </div>
          </section>
          <PolicyCard location={location} part={own} />
          <Sensors location={location} devices={devices} />
        </div>
      </div>
    </>
  );
}

function Sensors({ location: { id, level, geometry }, devices }: { location: Location; devices: Device[] }) {
  const calibrates = useMay("calibrate-locations");
  return (
    <section className="card" style={{ padding: 18 }} aria-label="Sensors">
      <div style={{ display: "flex", justifyContent: "space-between", gap: 12 }}>
        <strong>{devices.length > 1 ? "Sensors" : "Sensor"}</strong>
        {calibrates && devices.length > 0 && draftOf(geometry) && (
          <ButtonLink size="xs" variant="default" to="/locations/$id/calibration" params={{ id }}>
            Calibrate
          </ButtonLink>
        )}
      </div>
      {level && level.onHand === null && (
        <p className="problem">The level is not known: {unknownWords(level.unknownReason)}.</p>
      )}
      {level?.hasContradiction && (
        <p className="problem">
          Its sensors disagree: the lower level counts until they agree or somebody counts.
        </p>
      )}
      {devices.length === 0 && (
        <p className="soft">No sensor watches this location: its level is what people count and receive.</p>
      )}
      {devices.map((device) => (
        <div key={device.id} style={{ marginTop: 10 }}>
          <Link to="/devices/$id" params={{ id: device.id }}>
            {device.name}
          </Link>
          <DeviceFacts device={device} />
        </div>
      ))}
    </section>
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

function History({ location, part }: { location: Location; part: Part | undefined }) {
  const unit = part?.unit ?? "";
  const policy = policyAt(location, part);
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
        <LevelChart
          points={levels.data}
          location={location}
          orderUpTo={policy && policy.kind !== "event" ? orderUpToOf(policy) : null}
          orders={own}
          hours={Number(hours)}
          unit={unit}
        />
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
          None yet.
          {location.reorderPoint !== null &&
            ` Refill orders when the inventory position is at or below ${pieces(location.reorderPoint, unit)}.`}
        </p>
      ) : (
        <OrderRows orders={own} unit={unit} about={({ createdAt }) => <Time iso={createdAt} />} />
      )}
    </section>
  );
}
