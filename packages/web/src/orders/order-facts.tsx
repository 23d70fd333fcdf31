import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Order, Part } from "../api/client.ts";
import { locationsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { useMoney } from "../parts/money.ts";
import { Time } from "../parts/small.tsx";
import { OrderSource } from "../parts/source.tsx";
import { isOpen, pieces } from "../words.ts";
import { promiseInWords } from "./promise-fields.tsx";

/** What is ordered, what was promised, and what came: by the papers, and by the sensor. */
export function OrderFacts({ order, part }: { order: Order; part: Part | undefined }) {
  const location = useQuery(locationsQuery).data?.find(({ id }) => id === order.locationId);
  const amount = useMoney();
  const unit = part?.unit ?? "";
  const facts: [string, React.ReactNode][] = [
    [t("Part"), part ? `${part.name} (${part.number})` : t("removed")],
    [t("Quantity"), pieces(order.quantity, unit)],
  ];
  if (order.supplierId !== null)
    facts.push(
      [
        t("Price"),
        order.unitPrice === null ? t("not known") : t("{price} a piece", { price: amount(order.unitPrice) }),
      ],
      [t("Value"), amount(order.value)],
    );
  facts.push(
    [order.sourceLocationId === null ? t("Supplier") : t("From"), <OrderSource key="source" order={order} />],
    [
      t("Location"),
      location ? (
        <Link key="location" to="/locations/$id" params={{ id: location.id }}>
          {location.name}
        </Link>
      ) : (
        t("removed")
      ),
    ],
  );
  if (order.purchaseOrder)
    facts.push([
      t("Purchase order"),
      <Link key="purchase" to="/purchase-orders/$id" params={{ id: order.purchaseOrder.id }}>
        {order.purchaseOrder.number}
      </Link>,
    ]);
  facts.push([t("Ordered"), <Time key="ordered" iso={order.createdAt} />]);
  if (order.supplierId !== null) facts.push([t("Promised"), promised(order, unit)]);
  if (order.shippedAt) facts.push([t("On its way since"), <Time key="shipped" iso={order.shippedAt} />]);
  if (order.dueAt && isOpen(order))
    facts.push([
      t("Due"),
      <span key="due" className={order.isLate ? "problem" : ""}>
        <Time iso={order.dueAt} />
      </span>,
    ]);
  facts.push(
    [
      t("Received, as booked"),
      order.receivedQuantity === null ? t("nothing yet") : pieces(order.receivedQuantity, unit),
    ],
    [t("Seen by the sensor"), order.piecesSeen === 0 ? t("nothing yet") : pieces(order.piecesSeen, unit)],
  );
  return (
    <>
      <Facts facts={facts} />
      <Difference order={order} unit={unit} />
    </>
  );
}

function promised(order: Order, unit: string): React.ReactNode {
  if (order.deliveries.length === 0) return promiseInWords(order, unit) ?? t("not confirmed yet");
  return (
    <ul key="deliveries" style={{ margin: 0, paddingLeft: 18 }}>
      {order.deliveries.map(({ quantity, date }) => (
        <li key={`${date} ${quantity}`}>
          {promiseInWords(
            { quantity, confirmedQuantity: quantity, confirmedDate: date, deliveries: [] },
            unit,
          )}
        </li>
      ))}
    </ul>
  );
}

/** Paper and sensor rarely agree to the piece; a person should know by how much they don't. */
function Difference({
  order: { state, receivedQuantity, piecesSeen },
  unit,
}: {
  order: Order;
  unit: string;
}) {
  if (state !== "received" || receivedQuantity === null || piecesSeen === 0) return null;
  const difference = piecesSeen - receivedQuantity;
  if (difference === 0) return null;
  return (
    <p className="soft small-text" style={{ marginBottom: 0 }}>
      {difference < 0
        ? t(
            "The sensor saw {difference} fewer than was booked. That is usual when some are taken while others are put in.",
            { difference: pieces(-difference, unit) },
          )
        : t("The sensor saw {difference} more than was booked.", { difference: pieces(difference, unit) })}
    </p>
  );
}
