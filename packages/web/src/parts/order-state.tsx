import type { Order } from "../api/client.ts";
import { t } from "../language/language.ts";
import { orderWords } from "../words.ts";

/** A part of it received is on its way still. */
const steps: Partial<Record<Order["state"], number>> = {
  approved: 1,
  placed: 2,
  dispatched: 3,
  confirmed: 4,
  "in-transit": 5,
  "partly-received": 5,
  received: 6,
};
const stepCount = 6;

export function OrderState({ order }: { order: Order }) {
  const last = Math.max(0, ...order.events.map(({ state }) => steps[state] ?? 0));
  const isOff = order.state === "cancelled" || order.state === "rejected";
  return (
    <div style={{ minWidth: 120 }}>
      <div style={{ fontSize: 13, fontWeight: 600, marginBottom: 4 }}>
        {stateOf(order)}
        {order.isLate && <span className="tag tag-late">{t("late")}</span>}
        {order.isUrgent && <span className="tag">{t("urgent")}</span>}
      </div>
      <ol className={`steps ${isOff ? "cancelled" : ""}`} aria-hidden>
        {Array.from({ length: stepCount }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
          <li key={index} className={index < last ? "done" : ""} />
        ))}
      </ol>
    </div>
  );
}

function stateOf({ state, dispatchProblem, sourceLocationId }: Order): string {
  if (state === "proposed") return t("Waits for approval");
  if (state === "placed" && dispatchProblem) return t("Not sent yet");
  if (state === "placed" && sourceLocationId !== null) return t("To be picked");
  return orderWords[state];
}
