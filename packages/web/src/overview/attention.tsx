import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Device, Location, Order } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useNow } from "../parts/small.tsx";
import { ago, dateTime, unknownWords } from "../words.ts";

const most = 5;

/** What waits for a person: nothing here means that Refill takes care of the rest. */
export function Attention({
  locations,
  orders,
  devices,
}: {
  locations: Location[];
  orders: Order[];
  devices: Device[];
}) {
  const now = useNow();
  const approves = useMay("approve-orders");
  const acknowledges = useMay("acknowledge-orders");
  const names = new Map(locations.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "a removed location";
  const items: { key: string; text: string; to: "/orders/$id" | "/locations/$id"; id: string }[] = [];
  for (const order of orders)
    if (order.state === "proposed" && approves)
      items.push({
        key: order.id,
        text: `Order ${order.number} waits for approval: ${order.approvalReason}`,
        to: "/orders/$id",
        id: order.id,
      });
    else if (order.state === "placed" && order.sourceLocationId !== null && acknowledges)
      items.push({
        key: order.id,
        text: `Order ${order.number} is to be picked at ${nameOf(order.sourceLocationId)} and brought to ${nameOf(order.locationId)}`,
        to: "/orders/$id",
        id: order.id,
      });
    else if (order.isLate && order.dueAt)
      items.push({
        key: order.id,
        text: `Order ${order.number} is late: it was due ${ago(order.dueAt, now)}`,
        to: "/orders/$id",
        id: order.id,
      });
    else if (order.state === "placed" && order.dispatchProblem)
      items.push({
        key: order.id,
        text: `Order ${order.number} has not reached its supplier: ${order.dispatchProblem}`,
        to: "/orders/$id",
        id: order.id,
      });
  for (const location of locations)
    if ((location.state === "empty" || location.state === "low") && location.onOrder === 0)
      items.push({
        key: location.id,
        text: `${location.name} is ${location.state} and nothing is on order`,
        to: "/locations/$id",
        id: location.id,
      });
  for (const device of devices)
    if (device.state === "silent" && device.locationId)
      items.push({
        key: device.id,
        text: `${device.name} is silent: its level is not known any more`,
        to: "/locations/$id",
        id: device.locationId,
      });
  // That of a silent device is said by the device.
  for (const { id, name, state, level } of locations)
    if (state === "unknown" && level?.unknownSince && level.unknownReason !== "silent")
      items.push({
        key: id,
        text: `The level of ${name} is not known since ${dateTime(level.unknownSince)}: ${unknownWords(level.unknownReason)}`,
        to: "/locations/$id",
        id,
      });
    else if (level?.hasContradiction)
      items.push({
        key: id,
        text: `The sensors of ${name} disagree: the lower level counts until somebody counts`,
        to: "/locations/$id",
        id,
      });
  if (items.length === 0) return null;
  return (
    <section
      className="card"
      aria-label={t("Needs you")}
      style={{ padding: "12px 18px", marginBottom: 20, borderLeft: "5px solid #fc731c" }}
    >
      <strong style={{ display: "flex", alignItems: "center", gap: 8 }}>
        <IconAlertTriangle size={18} color="#fc731c" aria-hidden /> {t("Needs you")}
      </strong>
      <ul style={{ margin: "6px 0 2px", paddingLeft: 26 }}>
        {items.slice(0, most).map(({ key, text, to, id }) => (
          <li key={key}>
            <Link to={to} params={{ id }}>
              {text}
            </Link>
          </li>
        ))}
        {items.length > most && (
          <li className="soft">{t("and {length} more", { length: items.length - most })}</li>
        )}
      </ul>
    </section>
  );
}
