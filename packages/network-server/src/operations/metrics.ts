import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof makeMetrics>;

/** What operators watch of the network server, in Prometheus' text format at `/metrics`. */
export function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const labelled = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    registry,
    refused: labelled(
      "refill_frames_refused_total",
      "Datagrams, packets and frames that were not accepted, by reason",
      "reason",
    ),
    frames: labelled(
      "refill_frames_total",
      "Frames by kind, region and outcome: accepted or refused",
      "kind",
      "region",
      "outcome",
    ),
    copies: labelled(
      "refill_copies_total",
      "Copies of frames: heard by a further gateway in time, late, or sent again by the device",
      "kind",
    ),
    relayed: counter(
      "refill_datagrams_relayed_total",
      "Datagrams of gateways that went on to the process that owns the devices",
    ),
    uplinks: counter("refill_uplinks_total", "Verified new data frames"),
    joins: labelled("refill_joins_total", "Join and rejoin requests that were accepted", "cause"),
    stored: counter("refill_messages_stored_total", "Messages committed to the rings"),
    delivered: counter("refill_messages_delivered_total", "Messages that the application has committed"),
    overwritten: counter(
      "refill_messages_overwritten_total",
      "Messages that a ring overwrote before the application had them",
    ),
    unreadable: counter(
      "refill_messages_unreadable_total",
      "Stored messages that could not be opened: damaged, or their key is gone",
    ),
    downlinks: counter("refill_downlinks_total", "Frames that gateways took to send"),
    downlinksMissed: labelled(
      "refill_downlinks_missed_total",
      "Answers that could not be sent, by reason",
      "reason",
    ),
    windows: labelled("refill_windows_total", "Downlinks handed to gateways, by receive window", "window"),
    windowLead: new Histogram({
      name: "refill_window_lead_seconds",
      help: "How long before its window a downlink was handed to the gateway",
      buckets: [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 2, 5],
      registers,
    }),
    sendErrors: labelled(
      "refill_tx_ack_errors_total",
      "Downlinks that a gateway refused, by its reason",
      "error",
    ),
    counterResets: counter(
      "refill_counter_resets_total",
      "Frame counters that began anew, of devices that are allowed to",
    ),
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
  "QUEUE_FULL",
  "INTERNAL_ERROR",
  "NO_ANSWER",
]);
export function sendErrorLabel(error: string): string {
  return sendErrorNames.has(error) ? error : "other";
}
