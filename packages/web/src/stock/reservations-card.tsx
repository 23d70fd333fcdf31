import { useQuery } from "@tanstack/react-query";
import type { Location } from "../api/client.ts";
import { reservationsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { AddReservation } from "../parts/reservation-form.tsx";
import { ReservationTable } from "../parts/reservation-table.tsx";

/** What of a location's stock is meant for something. */
export function ReservationsCard({ location }: { location: Location }) {
  const manages = useMay("manage-inventory");
  const own = useQuery(reservationsQuery).data?.filter(({ locationId }) => locationId === location.id) ?? [];
  if (own.length === 0 && !manages) return null;
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Reservations")}>
      <div className="card-head">
        <h2 className="section-head">{t("Reservations")}</h2>
        {manages && (
          <span style={{ marginLeft: "auto" }}>
            <AddReservation locationId={location.id} />
          </span>
        )}
      </div>
      {own.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px 6px", marginTop: 0 }}>
          {t("Nothing is reserved here.")}
        </p>
      ) : (
        <ReservationTable reservations={own} />
      )}
    </section>
  );
}
