import type { AccountChange } from "../accounts/account-change.ts";
import type { Reservation } from "../accounts/records.ts";
import { reorderAt } from "../orders/order-service.ts";
import { refuseFields } from "../refusal.ts";
import type { ReservationInput } from "./location-schema.ts";
import { stampedView } from "./stock.ts";

/** What is promised does not count for the inventory position, so the location may have to order by it. */
export function putReservation(change: AccountChange, id: string, input: ReservationInput): Reservation {
  if (!change.get("location", input.locationId))
    refuseFields([{ field: "locationId", message: "there is no such storage location" }]);
  const before = change.get("reservation", id);
  const until = input.until === null ? null : Date.parse(input.until);
  const reservation = change.put("reservation", { id, ...input, until });
  reorderAt(change, reservation.locationId, change.at);
  if (before && before.locationId !== reservation.locationId) reorderAt(change, before.locationId, change.at);
  return reservation;
}

export function removeReservation(change: AccountChange, { id }: Reservation): void {
  change.remove("reservation", id);
}

export function reservationView({ until, ...reservation }: Reservation) {
  return { ...stampedView({ until, ...reservation }), until: timeOf(until) };
}

/** As the REST API has it. */
export function timeOf(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
