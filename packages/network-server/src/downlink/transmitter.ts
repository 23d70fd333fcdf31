import type { Metrics } from "../operations/metrics.ts";
import { sendErrorLabel } from "../operations/metrics.ts";
import { type Attempt, airtimeOf, leadMs } from "./attempts.ts";

export interface Transmission {
  bytes: Buffer;
  devEui: string;
  deviceClass: "A" | "B" | "C";
  /** The best first. */
  attempts: readonly Attempt[];
  /** Told once: how it was sent, or why it could not be. */
  onResult?(sent: Attempt | undefined, reason?: string): void;
}

/** MHDR and MIC, beside the MACPayload. */
const frameOverhead = 5;

/**
 * Sends a frame by the first way that is open: long enough for it, within the duty cycle, the antenna free. What a gateway
 * refuses goes out in the next window or by the next gateway.
 */
export class Transmitter {
  readonly #metrics: Metrics;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  send(transmission: Transmission): void {
    this.#try(
      transmission,
      [...transmission.attempts],
      transmission.attempts.length === 0 ? "no-gateway" : "too-late",
    );
  }

  #try(transmission: Transmission, attempts: Attempt[], reasonBefore: string): void {
    const { bytes } = transmission;
    let reason = reasonBefore;
    for (;;) {
      const attempt = attempts.shift();
      if (!attempt) {
        this.#metrics.downlinksMissed.inc({ reason });
        transmission.onResult?.(undefined, reason);
        return;
      }
      const now = Date.now();
      const { gateway } = attempt;
      if (bytes.length - frameOverhead > attempt.maximumBytes) {
        reason = "too-long";
        continue;
      }
      if (attempt.timing.kind === "after" && attempt.at - leadMs / 2 < now) {
        reason = "too-late";
        continue;
      }
      if (!gateway.link) {
        reason = "no-gateway";
        continue;
      }
      const airtime = airtimeOf(attempt, bytes.length);
      const obstacle = gateway.airtime.obstacle(gateway.region, airtime, now);
      if (obstacle) {
        reason = obstacle;
        continue;
      }
      gateway.airtime.add(gateway.region, airtime, now);
      this.#metrics.windows.inc({ window: attempt.window });
      if (attempt.timing.kind === "after") this.#metrics.windowLead.observe((attempt.at - now) / 1000);
      gateway.link.send(
        {
          ...attempt,
          durationMs: airtime.durationMs,
          bytes,
          devEui: transmission.devEui,
          deviceClass: transmission.deviceClass,
        },
        (error) => {
          if (error === undefined) {
            gateway.downlinks += 1;
            gateway.isChanged = true;
            this.#metrics.downlinks.inc();
            transmission.onResult?.(attempt);
            return;
          }
          this.#metrics.sendErrors.inc({ error: sendErrorLabel(error) });
          gateway.airtime.remove(gateway.region, airtime);
          this.#try(transmission, attempts, "refused-by-gateway");
        },
      );
      return;
    }
  }
}
