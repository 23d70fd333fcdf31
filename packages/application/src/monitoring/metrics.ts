import { Counter, collectDefaultMetrics, Gauge, Registry, Summary } from "prom-client";

export type Metrics = ReturnType<typeof makeMetrics>;

/** What operators watch of the application, in Prometheus' text format at `/metrics`. */
export function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    messages: new Counter({
      name: "refill_messages_total",
      help: "Messages of the network server by outcome; anything but stored and duplicate needs a look",
      labelNames: ["outcome"],
      registers: [registry],
    }),
    uplinkToStock: new Summary({
      name: "refill_uplink_to_stock_seconds",
      help: "From the arrival of the datagram at the network server to the committed stock level",
      percentiles: [0.5, 0.9, 0.99],
      maxAgeSeconds: 600,
      ageBuckets: 5,
      registers: [registry],
    }),
    ordersDispatched: new Counter({
      name: "refill_orders_dispatched_total",
      help: "Orders sent to their suppliers",
      registers: [registry],
    }),
    dispatchFailures: new Counter({
      name: "refill_dispatch_failures_total",
      help: "Attempts to send an order that failed; each is tried again unless the supplier refused for good",
      registers: [registry],
    }),
    liveReaders: new Gauge({
      name: "refill_live_readers",
      help: "Readers of live events",
      registers: [registry],
    }),
    webhookAttempts: new Counter({
      name: "refill_webhook_attempts_total",
      help: "Attempts to deliver an event to a customer's webhook by outcome",
      labelNames: ["outcome"],
      registers: [registry],
    }),
    refusedRequests: new Counter({
      name: "refill_refused_requests_total",
      help: "Requests of the API that were refused before their route, by reason; many of unknown-token is somebody who tries",
      labelNames: ["reason"],
      registers: [registry],
    }),
    networkServerConnected: new Gauge({
      name: "refill_network_server_connected",
      help: "1 while messages can come in",
      labelNames: ["region"],
      registers: [registry],
    }),
    /** Asked when the metrics are. */
    memoryOf(memory: () => { accounts: number; bytes: number }) {
      new Gauge({
        name: "refill_accounts_held",
        help: "Storage accounts that are open in memory",
        registers: [registry],
        collect() {
          this.set(memory().accounts);
        },
      });
      new Gauge({
        name: "refill_accounts_held_bytes",
        help: "About what their records take in memory; bounded by REFILL_ACCOUNT_MEMORY_MB",
        registers: [registry],
        collect() {
          this.set(memory().bytes);
        },
      });
    },
  };
}
