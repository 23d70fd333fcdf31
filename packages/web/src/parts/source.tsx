import { orderUnit, smallestOrder } from "@refill/replenishment/supply";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Location, Order, Part, Supply } from "../api/client.ts";
import { locationsQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { pieces } from "../words.ts";

/** Whom an order goes to: its supplier, or the store that a transfer is taken from. */
export function OrderSource({ order }: { order: Pick<Order, "supplierId" | "sourceLocationId"> }) {
  const { supplier } = useCatalogue();
  const locations = useQuery(locationsQuery).data;
  if (order.supplierId !== null) return supplier.get(order.supplierId)?.name ?? t("removed");
  const id = order.sourceLocationId;
  if (id === null) return "–";
  const name = locations?.find((each) => each.id === id)?.name ?? t("removed");
  return (
    <>
      {t("transfer from {link}", {
        link: (
          <Link to="/locations/$id" params={{ id }}>
            {name}
          </Link>
        ),
      })}
    </>
  );
}

/** In what quantities a location is refilled. */
export interface Terms extends Pick<Supply, "packSize" | "minimumOrderQuantity" | "orderMultiple"> {
  /** Null: from another location. */
  supplierId: string | null;
  locationId: string | null;
}

/** From where a location's part comes; undefined: nobody supplies it. */
export function termsOf({ source }: Pick<Location, "source">, part: Part | undefined): Terms | undefined {
  if (source.kind === "location")
    return {
      supplierId: null,
      locationId: source.locationId,
      packSize: source.packSize,
      minimumOrderQuantity: 0,
      orderMultiple: 1,
    };
  const supply = part?.supplies[0];
  return supply && { ...supply, locationId: null };
}

/** Of whom, and in what quantities. */
export function TermsWords({ location, part }: { location: Location; part: Part | undefined }) {
  const terms = termsOf(location, part);
  if (!part) return null;
  if (!terms)
    return <span className="problem">{t("Nobody supplies this part: nothing can be ordered.")}</span>;
  const [least, step] = [smallestOrder(terms), orderUnit(terms)];
  return (
    <>
      <OrderSource order={{ supplierId: terms.supplierId, sourceLocationId: terms.locationId }} />
      {step > 1 && (
        <>
          <br />
          {t("Packs of {step}", { step: pieces(step, part.unit) })}
        </>
      )}
      {least > step && (
        <>
          <br />
          {t("At least {least}", { least: pieces(least, part.unit) })}
        </>
      )}
    </>
  );
}
