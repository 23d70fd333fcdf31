import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof makeMetrics>;

/** What operators watch of the network server, in Prometheus' text format at `/metrics`. */
export function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  return {
    registry,
    refused: new Counter({
      name: "refill_frames_refused_total",
      help: "Datagrams, packets and frames that were not accepted, by reason",
      labelNames: ["reason"],
      registers,
    }),
    copies: new Counter({
      name: "refill_copies_total",
      help: "Copies of frames: heard by a further gateway in time, late, or sent again by the device",
      labelNames: ["kind"],
      registers,
    }),
    uplinks: counter("refill_uplinks_total", "Verified new data frames"),
    joins: counter("refill_joins_total", "Devices that joined"),
    stored: counter("refill_messages_stored_total", "Messages committed to the rings"),
    delivered: counter("refill_messages_delivered_total", "Messages that the application has committed"),
    overwritten: counter(
      "refill_messages_overwritten_total",
      "Messages that a ring overwrote before the application had them",
    ),
    downlinks: counter("refill_downlinks_total", "Frames handed to gateways"),
    downlinksMissed: new Counter({
      name: "refill_downlinks_missed_total",
      help: "Answers that could not be sent, by reason",
      labelNames: ["reason"],
      registers,
    }),
    sendErrors: new Counter({
      name: "refill_tx_ack_errors_total",
      help: "Downlinks that a gateway refused, by its reason",
      labelNames: ["error"],
      registers,
    }),
    uplinkToStored: new Histogram({
      name: "refill_uplink_to_stored_seconds",
      help: "From the arrival of the first copy to the commit; 0.2 s of it wait for further copies",
      buckets: [0.21, 0.25, 0.3, 0.4, 0.6, 1, 2, 5, 10, 30],
      registers,
    }),
    gauge(name: string, help: string, value: () => number) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    },
  };
}

/** A gateway's own words as a label: few, short, and without surprises. */
const sendErrorNames = new Set([
  "TOO_LATE",
  "TOO_EARLY",
  "COLLISION_PACKET",
  "COLLISION_BEACON",
  "TX_FREQ",
  "TX_POWER",
  "GPS_UNLOCKED",
  "INTERNAL_ERROR",
]);
export function sendErrorLabel(error: string): string {
  return sendErrorNames.has(error) ? error : "other";
}
