import { type Region, subBandOf } from "@refill/lorawan";

const hourMs = 3_600_000;
/** Two transmissions of one antenna need this much between them, ms. */
const pauseMs = 2;
const mostPlanned = 64;

export type StoredAirtime = Record<string, [minute: number, ms: number][]>;

interface Interval {
  from: number;
  to: number;
}

/**
 * What one gateway has sent and is to send: the duty cycle of each sub-band over the last hour (ETSI EN 300 220), and
 * that it sends one packet at a time. Times are ms since 1970.
 */
export class Airtime {
  readonly #bySubBand = new Map<number, { at: number; ms: number }[]>();
  #planned: Interval[] = [];
  /** Since it was stored. */
  isChanged = false;

  /** Share of the allowed time that is used, by the sub-band of a frequency; 0 where nothing is limited. */
  usedShare(region: Region, frequencyHz: number, now: number): number {
    const band = subBandOf(region, frequencyHz);
    if (!band || band.dutyCycle >= 1) return 0;
    return this.#usedMs(band.fromHz, now) / (band.dutyCycle * hourMs);
  }

  /** The sub-bands that were sent in, with the share of the whole hour. */
  shares(region: Region, now: number): { fromHz: number; toHz: number; dutyCycle: number; used: number }[] {
    return region.subBands
      .map(({ fromHz, toHz, dutyCycle }) => ({
        fromHz,
        toHz,
        dutyCycle,
        used: this.#usedMs(fromHz, now) / hourMs,
      }))
      .filter(({ used }) => used > 0);
  }

  /** Why a packet can't be sent then; undefined when it can. */
  obstacle(
    region: Region,
    packet: { frequencyHz: number; at: number; durationMs: number },
    now: number,
  ): "duty-cycle" | "busy" | undefined {
    const band = subBandOf(region, packet.frequencyHz);
    if (band && band.dutyCycle < 1) {
      const used = this.#usedMs(band.fromHz, now);
      if (used + packet.durationMs > band.dutyCycle * hourMs) return "duty-cycle";
    }
    const from = packet.at - pauseMs;
    const to = packet.at + packet.durationMs + pauseMs;
    return this.#planned.some((each) => each.from < to && from < each.to) ? "busy" : undefined;
  }

  /** Counts a packet that is going to be sent. */
  add(region: Region, packet: { frequencyHz: number; at: number; durationMs: number }, now: number): void {
    this.#planned = this.#planned.filter(({ to }) => to > now);
    if (this.#planned.length < mostPlanned)
      this.#planned.push({ from: packet.at, to: packet.at + packet.durationMs });
    const band = subBandOf(region, packet.frequencyHz);
    if (!band) return;
    this.isChanged = true;
    const sent = this.#bySubBand.get(band.fromHz) ?? [];
    this.#bySubBand.set(band.fromHz, sent);
    forget(sent, now);
    // Minutes are fine enough, and bound what is kept.
    const minute = Math.floor(packet.at / 60_000) * 60_000;
    const last = sent.at(-1);
    if (last && last.at === minute) last.ms += packet.durationMs;
    else sent.push({ at: minute, ms: packet.durationMs });
  }

  /** Takes back a packet that the gateway did not send. */
  remove(region: Region, packet: { frequencyHz: number; at: number; durationMs: number }): void {
    this.#planned = this.#planned.filter(({ from }) => from !== packet.at);
    const band = subBandOf(region, packet.frequencyHz);
    const minute = Math.floor(packet.at / 60_000) * 60_000;
    const entry = band && this.#bySubBand.get(band.fromHz)?.findLast(({ at }) => at === minute);
    if (!entry) return;
    entry.ms = Math.max(0, entry.ms - packet.durationMs);
    this.isChanged = true;
  }

  /** By the lower end of a sub-band, Hz: minutes, ms since 1970, and what was sent in each, ms. */
  toStored(): StoredAirtime {
    return Object.fromEntries(
      [...this.#bySubBand].map(([fromHz, sent]) => [
        String(fromHz),
        sent.map(({ at, ms }): [number, number] => [at, Math.ceil(ms)]),
      ]),
    );
  }

  static fromStored(stored: StoredAirtime): Airtime {
    const airtime = new Airtime();
    for (const [fromHz, sent] of Object.entries(stored))
      airtime.#bySubBand.set(
        Number(fromHz),
        sent.map(([at, ms]) => ({ at, ms })),
      );
    return airtime;
  }

  /** How many packets wait to be sent: the gateway's load. */
  load(now: number): number {
    return this.#planned.filter(({ to }) => to > now).length;
  }

  #usedMs(fromHz: number, now: number): number {
    const sent = this.#bySubBand.get(fromHz);
    if (!sent) return 0;
    forget(sent, now);
    let total = 0;
    for (const { ms } of sent) total += ms;
    return total;
  }
}

/** What was sent more than an hour ago: it counts no longer. */
function forget(sent: { at: number }[], now: number): void {
  while (sent.length > 0 && sent[0]!.at <= now - hourMs - 60_000) sent.shift();
}
