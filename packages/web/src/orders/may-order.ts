import { useMay } from "../api/queries.ts";

/** Whether the person may decide anything about orders before they have gone out. */
export function useMayOrder(): boolean {
  const approves = useMay("approve-orders");
  const places = useMay("place-orders");
  return approves || places;
}
