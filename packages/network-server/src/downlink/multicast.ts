import {
  type DevAddr,
  deriveMulticastKeys,
  gpsSeconds,
  importKey,
  maximumMacPayload,
  nextPingSlot,
  regions,
  timeOnAirMs,
  unixMs,
  writeDataFrame,
} from "@refill/lorawan";
import { type MulticastGroup, RequestRefused } from "@refill/protocol";
import type { Sealer } from "@refill/vault";
import type pg from "pg";
import type { Registry } from "../devices/registry.ts";
import type { Gateway } from "../gateways/gateway.ts";
import type { Gateways } from "../gateways/gateways.ts";
import { type Attempt, airtimeOf, attemptAtTime, attemptNow } from "./attempts.ts";
import type { Transmitter } from "./transmitter.ts";

interface Group {
  readonly content: MulticastGroup;
  /** Counter of the next frame. */
  nextDown: number;
}

/** MHDR, FHDR without options, FPort and MIC. */
const overheadBytes = 8;
const slotLeadSeconds = 1.5;
/** Between two gateways' transmissions of one frame, so that they don't disturb each other, ms. */
const pauseMs = 100;
/** How long a gateway that has other things to send is waited for, and how often it is looked at. */
const patienceMs = 10_000;
const retryMs = 50;
const mostSlotsTried = 8;

/** Frames to many devices at once (LoRaWAN 1.0.4 §16, TS005): sent once by each gateway of the smallest set that reaches all. */
export class Multicast {
  readonly #pool: pg.Pool;
  readonly #sealer: Sealer;
  readonly #registry: Registry;
  readonly #gateways: Gateways;
  readonly #transmitter: Transmitter;
  readonly #groups = new Map<string, Group>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(options: {
    pool: pg.Pool;
    sealer: Sealer;
    registry: Registry;
    gateways: Gateways;
    transmitter: Transmitter;
  }) {
    this.#pool = options.pool;
    this.#sealer = options.sealer;
    this.#registry = options.registry;
    this.#gateways = options.gateways;
    this.#transmitter = options.transmitter;
  }

  async load(): Promise<void> {
    const { rows } = await this.#pool.query<{
      group_id: string;
      frame_counter_down: string;
      sealed: Buffer;
    }>("select group_id, frame_counter_down, sealed from network.multicast_group");
    for (const row of rows)
      this.#groups.set(row.group_id, {
        content: this.#sealer.open("multicast-group", row.group_id, row.sealed) as MulticastGroup,
        nextDown: Number(row.frame_counter_down),
      });
  }

  /** Without their keys. */
  list(accountId: string): (Omit<MulticastGroup, "mcKey"> & { frameCounterDown: number })[] {
    return [...this.#groups.values()].flatMap(({ content: { mcKey: _, ...group }, nextDown }) =>
      group.accountId === accountId ? [{ ...group, frameCounterDown: nextDown }] : [],
    );
  }

  /** Another key or address begins a new session, with its counter at 0. */
  async put(group: MulticastGroup): Promise<void> {
    const known = this.#groups.get(group.groupId);
    if (known && known.content.accountId !== group.accountId)
      throw new RequestRefused("group-unknown", group.groupId);
    const isSameSession = known?.content.mcAddr === group.mcAddr && known.content.mcKey === group.mcKey;
    const nextDown = isSameSession ? known.nextDown : 0;
    await this.#pool.query(
      `insert into network.multicast_group (group_id, account_id, frame_counter_down, sealed) values ($1, $2, $3, $4)
       on conflict (group_id) do update set frame_counter_down = excluded.frame_counter_down, sealed = excluded.sealed`,
      [group.groupId, group.accountId, nextDown, this.#sealer.seal("multicast-group", group.groupId, group)],
    );
    this.#groups.set(group.groupId, { content: group, nextDown });
  }

  async remove(accountId: string, groupId: string): Promise<void> {
    if (this.#groups.get(groupId)?.content.accountId !== accountId) return;
    await this.#pool.query("delete from network.multicast_group where group_id = $1", [groupId]);
    this.#groups.delete(groupId);
  }

  /** Resolves when the counter is safe and the frame is planned: by how many gateways, and from when on (ms). */
  async send(
    accountId: string,
    groupId: string,
    fPort: number,
    payload: Buffer,
  ): Promise<{ frameCounter: number; gateways: number; at: number }> {
    const group = this.#groups.get(groupId);
    if (group?.content.accountId !== accountId) throw new RequestRefused("group-unknown", groupId);
    const { content } = group;
    const region = regions[content.regionName];
    const longest = maximumMacPayload(region, content.dataRate) - overheadBytes;
    if (payload.length > longest)
      throw new RequestRefused(
        "payload-too-long",
        `at data rate ${content.dataRate} at most ${longest} bytes`,
      );
    const gateways = this.#cover(content);
    if (gateways.length === 0)
      throw new RequestRefused("no-gateway", "no connected gateway has heard a device of this group");
    const frameCounter = group.nextDown++;
    await this.#pool.query("update network.multicast_group set frame_counter_down = $2 where group_id = $1", [
      groupId,
      group.nextDown,
    ]);
    const bytes = writeDataFrame(
      {
        direction: "down",
        confirmed: false,
        devAddr: content.mcAddr as DevAddr,
        fCnt: frameCounter,
        fPort,
        payload,
      },
      deriveMulticastKeys(importKey(content.mcKey), content.mcAddr as DevAddr),
    );
    const at =
      content.groupClass === "C"
        ? this.#atOnce(content, bytes, gateways)
        : this.#inSlots(content, bytes, gateways);
    return { frameCounter, gateways: gateways.length, at };
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Greedily: the gateway that reaches most of the devices left, until none is left. */
  #cover({ accountId, deviceIds, groupClass }: MulticastGroup): Gateway[] {
    const left = new Map<string, readonly string[]>();
    for (const id of deviceIds) {
      const device = this.#registry.find(id);
      if (device?.accountId === accountId) left.set(id, device.lastGatewayEuis);
    }
    const chosen: Gateway[] = [];
    for (;;) {
      const reached = new Map<Gateway, string[]>();
      for (const [id, euis] of left)
        for (const eui of euis) {
          const gateway = this.#gateways.byEui.get(eui);
          if (!gateway?.link || (groupClass === "B" && !gateway.link.knowsGpsTime)) continue;
          reached.set(gateway, [...(reached.get(gateway) ?? []), id]);
        }
      const best = [...reached].sort((a, b) => b[1].length - a[1].length)[0];
      if (!best) return chosen;
      chosen.push(best[0]);
      for (const id of best[1]) left.delete(id);
    }
  }

  #atOnce(content: MulticastGroup, bytes: Buffer, gateways: readonly Gateway[]): number {
    const region = regions[content.regionName];
    const rate = region.dataRates[content.dataRate];
    const eachMs = (rate ? timeOnAirMs(rate, bytes.length, { crc: false }) : 0) + pauseMs;
    for (const [index, gateway] of gateways.entries())
      this.#after(index * eachMs, () => this.#sendWhenFree(content, bytes, gateway, Date.now() + patienceMs));
    return Date.now();
  }

  /** The gateway may be about to send something else; then its frame comes after that. */
  #sendWhenFree(content: MulticastGroup, bytes: Buffer, gateway: Gateway, until: number): void {
    const now = Date.now();
    const attempt = attemptNow(regions[content.regionName], windowsOf(content), gateway, now);
    if (!attempt || isFree(attempt, bytes, now) || now > until) this.#transmit(content, bytes, attempt);
    else this.#after(retryMs, () => this.#sendWhenFree(content, bytes, gateway, until));
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }

  /** Each gateway in a slot of its own, when it is to send nothing else. */
  #inSlots(content: MulticastGroup, bytes: Buffer, gateways: readonly Gateway[]): number {
    const region = regions[content.regionName];
    const now = Date.now();
    let slot = gpsSeconds(now) + slotLeadSeconds;
    let first: number | undefined;
    for (const gateway of gateways) {
      let attempt: Attempt | undefined;
      for (let tried = 0; tried < mostSlotsTried; tried++) {
        slot = nextPingSlot(slot, content.mcAddr, content.periodicity);
        attempt = attemptAtTime(region, windowsOf(content), gateway, {
          dataRate: content.dataRate,
          frequencyHz: content.frequencyHz,
          gpsSeconds: slot,
          at: unixMs(slot),
        });
        if (!attempt || isFree(attempt, bytes, now)) break;
      }
      first ??= unixMs(slot);
      this.#transmit(content, bytes, attempt);
    }
    return first ?? now;
  }

  #transmit(content: MulticastGroup, bytes: Buffer, attempt: Attempt | undefined): void {
    this.#transmitter.send({
      bytes,
      devEui: "0000000000000000",
      deviceClass: content.groupClass,
      attempts: attempt ? [attempt] : [],
    });
  }
}

function isFree(attempt: Attempt, bytes: Buffer, now: number): boolean {
  const { gateway } = attempt;
  return gateway.airtime.obstacle(gateway.region, airtimeOf(attempt, bytes.length), now) !== "busy";
}

function windowsOf({ dataRate, frequencyHz }: MulticastGroup) {
  return { rx1DataRateOffset: 0, rx2: { dataRate, frequencyHz }, downlinkDwellLimited: false };
}
