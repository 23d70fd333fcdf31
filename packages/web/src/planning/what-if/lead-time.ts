import { useQuery } from "@tanstack/react-query";
import { client, type Location, type Order, type Part, unwrap } from "../../api/client.ts";
import { useCatalogue } from "../../api/queries.ts";
import type { Engine } from "../../engine.ts";
import { t } from "../../language/language.ts";

/** From so many orders on, what was measured counts instead of what the supplier said; as in planning. */
const leastSamples = 3;
/** The latest ones tell how long it takes now; as in planning. */
const mostSamples = 50;

export interface KnownLeadTime {
  meanDays: number;
  sdDays: number;
  /** From where it is known. */
  note: string;
}

/** How long it takes until an order of this location is here; undefined while it is read. */
export function useKnownLeadTime(
  location: Location,
  part: Part | undefined,
  engine: Engine | undefined,
): KnownLeadTime | undefined {
  const { supplier } = useCatalogue();
  const supply = part?.supplies[0];
  const isTransfer = location.source.kind === "location";
  const received = useQuery({
    queryKey: ["received-orders", location.partId, supply?.supplierId],
    queryFn: async () =>
      (
        await unwrap(
          client.GET("/api/v1/orders", {
            params: {
              query: {
                partId: location.partId,
                supplierId: supply!.supplierId,
                state: ["received"],
                sort: "-number",
                limit: mostSamples,
              },
            },
          }),
        )
      ).items,
    enabled: !isTransfer && supply !== undefined,
  });
  if (location.source.kind === "location")
    return {
      meanDays: location.source.leadTimeDays,
      sdDays: 0,
      note: t("As set for transfers to this location"),
    };
  if (!supply) return { meanDays: 0, sdDays: 0, note: t("Nobody supplies the part") };
  if (!engine || received.isPending) return undefined;
  const measured = engine.leadTimeOf((received.data ?? []).map(lifecycleOf)).fromPlacement;
  if (measured && measured.samples >= leastSamples)
    return {
      meanDays: twoDigits(measured.mean),
      sdDays: twoDigits(measured.standardDeviation ?? 0),
      note: t("Measured from the last {samples} orders", { samples: measured.samples }),
    };
  return {
    meanDays: supply.leadTimeDays ?? supplier.get(supply.supplierId)?.leadTimeDays ?? 0,
    sdDays: 0,
    note: received.error
      ? t("As the supplier says; its past orders could not be read")
      : t("As the supplier says; fewer than three orders tell otherwise"),
  };
}

function lifecycleOf(order: Order): Parameters<Engine["leadTimeOf"]>[0][number] {
  const ms = (iso: string | null) => (iso === null ? null : Date.parse(iso));
  return {
    ...order,
    placedAt: ms(order.placedAt),
    dispatchedAt: ms(order.dispatchedAt),
    confirmedAt: ms(order.confirmedAt),
    shippedAt: ms(order.shippedAt),
    receivedAt: ms(order.receivedAt),
  };
}

function twoDigits(days: number): number {
  return Math.round(days * 100) / 100;
}
