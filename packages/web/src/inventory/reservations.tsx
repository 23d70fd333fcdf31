import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { client, type Reservation, unwrap } from "../api/client.ts";
import { locationsQuery, reservationsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { AddReservation, ChangeReservation } from "../parts/reservation-form.tsx";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { dateTime, pieces } from "../words.ts";

type Row = Reservation & { locationName: string; partName: string; unit: string; isOver: boolean };

/** Pieces that lie somewhere, but are meant for something. */
export function ReservationsPage() {
  const reservations = useQuery(reservationsQuery);
  const locations = useQuery(locationsQuery).data;
  const { part } = useCatalogue();
  const manages = useMay("manage-inventory");
  const rows = useMemo(() => {
    const byId = new Map(locations?.map((location) => [location.id, location]));
    const now = Date.now();
    return (reservations.data ?? []).map((reservation): Row => {
      const location = byId.get(reservation.locationId);
      const own = part.get(location?.partId ?? "");
      return {
        ...reservation,
        locationName: location?.name ?? t("removed"),
        partName: own?.name ?? "",
        unit: own?.unit ?? "",
        isOver: reservation.until !== null && Date.parse(reservation.until) <= now,
      };
    });
  }, [reservations.data, locations, part]);
  const columns = useMemo(() => (manages ? [...facts, actionsColumn] : facts), [manages]);
  if (reservations.isPending) return <Loading />;
  if (reservations.error && !reservations.data)
    return <Failed error={reservations.error} onAgain={() => reservations.refetch()} />;
  const add = manages && <AddReservation />;
  return (
    <>
      <PageHead title={t("Reservations")}>
        <span className="soft">{t("What is reserved does not count as stock: Refill orders earlier.")}</span>
      </PageHead>
      <DataTable
        name="reservations"
        label={t("Reservations")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={({ locationName, partName, reason }) => [locationName, partName, reason]}
        rowName={({ reason }) => reason}
        defaultSort="location"
        searchLabel={t("Location, part or purpose")}
        actions={add}
        empty={
          <Empty title={t("Nothing is reserved")}>
            <p style={{ marginTop: 0 }}>
              {t("Reserve pieces for a job that is to come: the location then orders as if they were gone.")}
            </p>
            {add}
          </Empty>
        }
      />
    </>
  );
}

const facts: readonly Column<Row>[] = [
  {
    key: "location",
    name: t("Location"),
    value: ({ locationName }) => locationName,
    isWide: true,
    width: "minmax(180px, 2fr)",
    cell: ({ locationId, locationName, partName }) => (
      <>
        <Link to="/locations/$id" params={{ id: locationId }}>
          <strong>{locationName}</strong>
        </Link>
        <span className="second-line">{partName}</span>
      </>
    ),
  },
  {
    key: "quantity",
    name: t("Reserved"),
    isNumber: true,
    value: ({ quantity }) => quantity,
    cell: ({ quantity, unit }) => pieces(quantity, unit),
  },
  { key: "reason", name: t("For"), value: ({ reason }) => reason, width: "minmax(160px, 2fr)" },
  {
    key: "until",
    name: t("Until"),
    value: ({ until }) => until,
    cell: ({ until, isOver }) =>
      until === null
        ? t("for good")
        : isOver
          ? t("{date} (over)", { date: dateTime(until) })
          : dateTime(until),
  },
];

const actionsColumn: Column<Row> = {
  key: "actions",
  name: t("Actions"),
  value: () => null,
  isWide: true,
  width: "180px",
  cell: (row) => (
    <div className="row-actions">
      <ChangeReservation reservation={row} />
      <RemoveReservation row={row} />
    </div>
  ),
};

function RemoveReservation({ row: { id, quantity, unit, reason } }: { row: Row }) {
  const queries = useQueryClient();
  return (
    <ConfirmButton
      size="compact-xs"
      label={t("Remove")}
      title={t("Remove this reservation?")}
      action={t("Remove")}
      act={async () => {
        await unwrap(client.DELETE("/api/v1/reservations/{id}", { params: { path: { id } } }));
        await queries.invalidateQueries({ queryKey: reservationsQuery.queryKey });
      }}
    >
      {t("The {quantity} for “{reason}” then count as stock again.", {
        quantity: pieces(quantity, unit),
        reason,
      })}
    </ConfirmButton>
  );
}

const filters: readonly Filter<Row>[] = [
  {
    key: "state",
    name: t("State"),
    options: [
      { value: "holds", label: t("holds") },
      { value: "over", label: t("over") },
    ],
    of: ({ isOver }) => (isOver ? "over" : "holds"),
  },
];
