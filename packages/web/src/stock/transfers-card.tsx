import { useQuery } from "@tanstack/react-query";
import type { Location } from "../api/client.ts";
import { locationsQuery, ordersQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { OrderRows } from "../parts/order-rows.tsx";
import { isOpen } from "../words.ts";

/** What is to be brought from a location to others that are refilled from it. */
export function TransfersCard({ location, unit }: { location: Location; unit: string }) {
  const orders = useQuery(ordersQuery).data ?? [];
  const locations = useQuery(locationsQuery).data ?? [];
  const own = orders.filter((order) => order.sourceLocationId === location.id && isOpen(order));
  const refilled = locations.filter(
    ({ source }) => source.kind === "location" && source.locationId === location.id,
  );
  if (own.length === 0 && refilled.length === 0) return null;
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("To be brought from here")}>
      <div className="card-head">
        <h2 className="section-head">{t("To be brought from here")}</h2>
        <span className="soft">
          {refilled.length === 1
            ? t("refills {name}", { name: refilled[0]!.name })
            : t("refills {count, plural, one {# location} other {# locations}}", { count: refilled.length })}
        </span>
      </div>
      {own.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px 6px", marginTop: 0 }}>
          {t("Nothing at present.")}
        </p>
      ) : (
        <OrderRows
          orders={own}
          unit={unit}
          about={({ locationId }) =>
            t("to {name}", { name: locations.find(({ id }) => id === locationId)?.name ?? t("removed") })
          }
        />
      )}
    </section>
  );
}
