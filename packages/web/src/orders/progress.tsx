import { IconCheck } from "@tabler/icons-react";
import type { Order } from "../api/client.ts";
import { t } from "../language/language.ts";
import { dateTime } from "../words.ts";

const states = [
  "proposed",
  "approved",
  "placed",
  "dispatched",
  "confirmed",
  "in-transit",
  "received",
] as const;
type Stage = (typeof states)[number];
const names: Record<Stage, string> = {
  proposed: t("Proposed"),
  approved: t("Approved"),
  placed: t("Placed"),
  dispatched: t("Sent"),
  confirmed: t("Confirmed"),
  "in-transit": t("On its way"),
  received: t("Received"),
};

/** How far the order is, each stage with the time at which it was reached; stages that nobody reported are left out. */
export function Progress({ order }: { order: Order }) {
  const isOff = order.state === "cancelled" || order.state === "rejected";
  const times: Record<Stage, string | null> = {
    proposed: order.createdAt,
    approved: order.approvedAt,
    placed: order.placedAt,
    dispatched: order.dispatchedAt,
    confirmed: order.confirmedAt,
    "in-transit": order.shippedAt,
    received: order.state === "received" ? (order.receivedAt ?? order.updatedAt) : null,
  };
  const stages = states.filter(
    (stage) => order.supplierId !== null || !["dispatched", "confirmed"].includes(stage),
  );
  const last = stages.findLastIndex((stage) => times[stage] !== null);
  return (
    <ol className={`progress ${isOff ? "is-off" : ""}`} aria-label={t("How far it is")}>
      {stages.map((stage, index) => {
        const isDone = index <= last;
        const time = times[stage];
        return (
          <li
            key={stage}
            className={isDone ? "is-done" : ""}
            {...(index === last && !isOff ? { "aria-current": "step" as const } : {})}
          >
            <span className="progress-mark" aria-hidden>
              {isDone && <IconCheck size={13} stroke={3} />}
            </span>
            <span className="progress-name">
              {names[stage]}
              <span className="visually-hidden">{isDone ? t(", done") : t(", still to come")}</span>
            </span>
            <span className="soft small-text">{time ? dateTime(time) : isDone ? "–" : ""}</span>
          </li>
        );
      })}
    </ol>
  );
}
