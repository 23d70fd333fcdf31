import { useQuery } from "@tanstack/react-query";
import { reservationsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { AddReservation } from "../parts/reservation-form.tsx";
import { ReservationTable } from "../parts/reservation-table.tsx";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";

/** Pieces that lie somewhere, but are meant for something. */
export function ReservationsPage() {
  const reservations = useQuery(reservationsQuery);
  const manages = useMay("manage-inventory");
  if (reservations.isPending) return <Loading />;
  if (reservations.error && !reservations.data)
    return <Failed error={reservations.error} onAgain={() => reservations.refetch()} />;
  return (
    <>
      <PageHead title={t("Reservations")}>
        <span className="soft">{t("What is reserved does not count as stock: Refill orders earlier.")}</span>
        {reservations.data.length > 0 && manages && (
          <span style={{ marginLeft: "auto" }}>
            <AddReservation />
          </span>
        )}
      </PageHead>
      {reservations.data.length === 0 ? (
        <Empty title={t("Nothing is reserved")}>
          <p style={{ marginTop: 0 }}>
            {t("Reserve pieces for a job that is to come: the location then orders as if they were gone.")}
          </p>
          {manages && <AddReservation />}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <ReservationTable reservations={reservations.data} withLocation />
        </div>
      )}
    </>
  );
}
