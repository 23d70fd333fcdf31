import { parseFrame } from "@refill/lorawan";
import type { Registry } from "../devices/registry.ts";
import type { Gateway, HeardPacket } from "../gateways/gateway.ts";
import type { FrameLog } from "../operations/frame-log.ts";
import type { Metrics } from "../operations/metrics.ts";
import type { CommitQueue } from "../store/commit-queue.ts";
import { type Copy, Deduplication } from "./deduplication.ts";
import { type Checked, Identification, type Late, type Refused } from "./identify.ts";
import type { Uplinks } from "./uplink.ts";

const copiesWithinMs = 200;
const mostCollected = 40_000;

/** From a packet that any gateway heard to a checked frame. Whatever it holds, it is taken or refused, and never throws. */
export class Receiver {
  readonly #identification: Identification;
  readonly #commits: CommitQueue;
  readonly #metrics: Metrics;
  readonly #frames: FrameLog;
  readonly #collecting: Deduplication<Checked>;

  constructor(options: {
    registry: Registry;
    commits: CommitQueue;
    uplinks: Uplinks;
    metrics: Metrics;
    frames: FrameLog;
  }) {
    this.#identification = new Identification(options.registry);
    this.#commits = options.commits;
    this.#metrics = options.metrics;
    this.#frames = options.frames;
    this.#collecting = new Deduplication<Checked>({
      windowMs: copiesWithinMs,
      mostOpen: mostCollected,
      onCollected: (collected) => options.uplinks.take(collected),
    });
  }

  /** Nothing more can be taken now: the gateway shall know, and send again if it can. */
  get isFull(): boolean {
    return this.#commits.isFull || this.#collecting.isFull;
  }

  /** Takes out what is being collected, so that nothing heard is lost at the end. */
  flush(): void {
    this.#collecting.flush();
  }

  refuse(reason: string): void {
    this.#metrics.refused.inc({ reason });
  }

  take(gateway: Gateway, packet: HeardPacket, arrivedAt: number): void {
    gateway.uplinks += 1;
    const copy: Copy = { gateway, packet, arrivedAt };
    const key = packet.bytes.toString("latin1");
    const open = this.#collecting.find(key);
    if (open) {
      // A frame is one customer's: what others' gateways hear of it is not shown to anybody.
      if (open.frame.device.accountId !== gateway.accountId) this.refuse("gateway-foreign");
      else if (this.#collecting.join(open, copy)) this.#metrics.copies.inc({ kind: "further" });
      return;
    }
    const parsed = parseFrame(packet.bytes);
    const checked = this.#check(parsed, copy);
    const kind = "rejected" in parsed ? "unreadable" : parsed.kind;
    const region = gateway.regionName;
    if ("rejected" in checked) {
      gateway.refused += 1;
      this.refuse(checked.rejected);
      this.#metrics.frames.inc({ kind, region, outcome: "refused" });
      this.#frames.refused(checked.rejected, checked.device, gateway, packet);
      return;
    }
    if ("late" in checked) {
      this.#metrics.copies.inc({ kind: "late" });
      return;
    }
    this.#metrics.frames.inc({ kind, region, outcome: "accepted" });
    this.#collecting.open(key, checked, copy);
  }

  #check(parsed: ReturnType<typeof parseFrame>, copy: Copy): Checked | Refused | Late {
    if ("rejected" in parsed) return { rejected: `frame-${parsed.rejected}` };
    switch (parsed.kind) {
      case "data-up":
        return this.#identification.uplink(parsed.frame, copy);
      case "join-request":
        return this.#identification.join(parsed.frame, copy);
      case "rejoin-request":
        return this.#identification.rejoin(parsed.frame, copy);
      default:
        return { rejected: "frame-downlink" };
    }
  }
}
