import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { client, type Reservation, unwrap } from "../api/client.ts";
import { locationsQuery, reservationsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { dateTime, pieces } from "../words.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { ChangeReservation } from "./reservation-form.tsx";

export function ReservationTable({ reservations }: { reservations: readonly Reservation[] }) {
  const queries = useQueryClient();
  const manages = useMay("manage-inventory");
  const { part } = useCatalogue();
  const locations = useQuery(locationsQuery).data;
  const locationOf = useMemo(
    () => new Map(locations?.map((location) => [location.id, location])),
    [locations],
  );
  const now = Date.now();
  return (
    <table className="table">
      <thead>
        <tr>
          <th className="number">{t("Reserved")}</th>
          <th>{t("For")}</th>
          <th>{t("Until")}</th>
          {manages && (
            <th>
              <span hidden>{t("Actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {reservations.map((reservation) => {
          const { id, quantity, reason, until, locationId } = reservation;
          const location = locationOf.get(locationId);
          const own = part.get(location?.partId ?? "");
          const isOver = until !== null && Date.parse(until) <= now;
          return (
            <tr key={id} className={isOver ? "soft" : ""}>
              <td className="number" data-label="Reserved">
                {pieces(quantity, own?.unit)}
              </td>
              <td data-label="For" className="breakable">
                {reason}
              </td>
              <td data-label="Until">
                {until === null ? t("for good") : dateTime(until)}
                {isOver && ` (${t("over")})`}
              </td>
              {manages && (
                <td className="wide">
                  <div className="row-actions">
                    <ChangeReservation reservation={reservation} />
                    <ConfirmButton
                      size="compact-xs"
                      label={t("Remove")}
                      title={t("Remove this reservation?")}
                      action={t("Remove")}
                      act={async () => {
                        await unwrap(
                          client.DELETE("/api/v1/reservations/{id}", { params: { path: { id } } }),
                        );
                        await queries.invalidateQueries({ queryKey: reservationsQuery.queryKey });
                      }}
                    >
                      {t("The {quantity} for “{reason}” then count as stock again.", {
                        quantity: pieces(quantity, own?.unit),
                        reason,
                      })}
                    </ConfirmButton>
                  </div>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
