import type { GatewayStatus } from "@refill/protocol";
import type pg from "pg";
import type { GatewayEui } from "./semtech-udp.ts";

/** A registered gateway. Counts run ahead of the database by what {@link Gateways.flush} has not written yet. */
export interface Gateway {
  readonly gatewayId: string;
  readonly accountId: string;
  readonly gatewayEui: GatewayEui;
  /** Where its latest PULL_DATA came from: the way for downlinks. */
  downlinkAddress: { address: string; port: number } | undefined;
  lastSeenAt: number | null;
  uplinks: number;
  downlinks: number;
  isChanged: boolean;
}

const mostUnknown = 100;

/** Gateways that may bring frames, and the latest ones that nobody registered. */
export class Gateways {
  readonly byEui = new Map<GatewayEui, Gateway>();
  /** Last seen, ms; at most 100. */
  readonly unknown = new Map<GatewayEui, number>();

  async load(pool: pg.Pool): Promise<void> {
    const { rows } = await pool.query<{
      gateway_id: string;
      account_id: string;
      gateway_eui: string;
      last_seen_at: Date | null;
      uplinks: string;
      downlinks: string;
    }>("select * from network.gateway");
    for (const row of rows)
      this.add({
        gatewayId: row.gateway_id,
        accountId: row.account_id,
        gatewayEui: row.gateway_eui,
        lastSeenAt: row.last_seen_at?.getTime() ?? null,
        uplinks: Number(row.uplinks),
        downlinks: Number(row.downlinks),
      });
  }

  add(facts: Omit<Gateway, "downlinkAddress" | "isChanged">): void {
    this.byEui.set(facts.gatewayEui, { ...facts, downlinkAddress: undefined, isChanged: false });
    this.unknown.delete(facts.gatewayEui);
  }

  /** The gateway, seen now; undefined and noted when nobody registered it. */
  seen(eui: GatewayEui, now: number): Gateway | undefined {
    const gateway = this.byEui.get(eui);
    if (gateway) {
      gateway.lastSeenAt = now;
      gateway.isChanged = true;
      return gateway;
    }
    this.unknown.delete(eui);
    this.unknown.set(eui, now);
    if (this.unknown.size > mostUnknown) this.unknown.delete(this.unknown.keys().next().value!);
    return undefined;
  }

  statusOf(accountId: string): GatewayStatus[] {
    return [...this.byEui.values()]
      .filter((gateway) => gateway.accountId === accountId)
      .map(({ gatewayId, gatewayEui, lastSeenAt, uplinks, downlinks }) => ({
        gatewayId,
        gatewayEui,
        accountId,
        lastSeenAt,
        uplinks,
        downlinks,
      }));
  }

  /** Writes what changed, in one statement. */
  async flush(pool: pg.Pool): Promise<void> {
    const changed = [...this.byEui.values()].filter(({ isChanged }) => isChanged);
    if (changed.length === 0) return;
    for (const gateway of changed) gateway.isChanged = false;
    try {
      await pool.query(
        `update network.gateway as g set last_seen_at = n.seen, uplinks = n.uplinks, downlinks = n.downlinks
         from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::bigint[]) as n (id, seen, uplinks, downlinks)
         where g.gateway_id = n.id`,
        [
          changed.map(({ gatewayId }) => gatewayId),
          changed.map(({ lastSeenAt }) => (lastSeenAt === null ? null : new Date(lastSeenAt).toISOString())),
          changed.map(({ uplinks }) => uplinks),
          changed.map(({ downlinks }) => downlinks),
        ],
      );
    } catch (error) {
      for (const gateway of changed) gateway.isChanged = true;
      throw error;
    }
  }
}
