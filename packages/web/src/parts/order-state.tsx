import type { Order } from "../api/client.ts";
import { orderWords } from "../words.ts";
import { Time } from "./small.tsx";

const steps = ["placed", "dispatched", "confirmed", "received"] as const;

export function OrderState({ order }: { order: Order }) {
  const reached = new Set(order.events.map(({ state }) => state));
  const last = steps.findLastIndex((step) => reached.has(step));
  return (
    <div style={{ minWidth: 120 }}>
      <div style={{ fontSize: 13, fontWeight: 600, marginBottom: 4 }}>
        {order.dispatchProblem && order.state === "placed" ? "Not sent yet" : orderWords[order.state]}
      </div>
      <ol className={`steps ${order.state === "cancelled" ? "cancelled" : ""}`} aria-hidden>
        {steps.map((step, index) => (
          <li key={step} className={index <= last ? "done" : ""} />
        ))}
      </ol>
    </div>
  );
}

/** Each step with its time and cause. */
export function Timeline({ order }: { order: Order }) {
  return (
    <ol className="timeline" aria-label="What happened">
      {order.events.map((event, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events are only ever appended
        <li key={index}>
          <strong>{orderWords[event.state]}</strong>{" "}
          <span className="soft">
            · <Time iso={event.at} />
          </span>
          <div className="soft">{event.cause}</div>
        </li>
      ))}
    </ol>
  );
}
