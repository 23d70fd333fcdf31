import type { GatewayHour } from "@refill/protocol";
import type pg from "pg";
import type { Gateway } from "./gateway.ts";

const hourMs = 3_600_000;
const keptDays = 30;
let forgottenAt = 0;

/**
 * Adds what these gateways did since the last time to the present hour (`now`: ms). What could not be written is added
 * the next time.
 */
export async function writeHours(pool: pg.Pool, gateways: readonly Gateway[], now: number): Promise<void> {
  const busy = gateways
    .map((gateway) => ({ gateway, since: sinceWritten(gateway), use: dutyCycleUse(gateway, now) }))
    .filter(({ since }) => since.uplinks > 0 || since.refused > 0 || since.downlinks > 0);
  if (busy.length === 0) return;
  const hour = now - (now % hourMs);
  await pool.query(
    `insert into network.gateway_hour as h (gateway_id, at, uplinks, refused, downlinks, duty_cycle_use)
     select n.id, $2, n.uplinks, n.refused, n.downlinks, n.use
     from unnest($1::uuid[], $3::bigint[], $4::bigint[], $5::bigint[], $6::real[])
       as n (id, uplinks, refused, downlinks, use)
     where exists (select 1 from network.gateway g where g.gateway_id = n.id)
     on conflict (gateway_id, at) do update set uplinks = h.uplinks + excluded.uplinks,
       refused = h.refused + excluded.refused, downlinks = h.downlinks + excluded.downlinks,
       duty_cycle_use = greatest(h.duty_cycle_use, excluded.duty_cycle_use)`,
    [
      busy.map(({ gateway }) => gateway.gatewayId),
      new Date(hour).toISOString(),
      busy.map(({ since }) => since.uplinks),
      busy.map(({ since }) => since.refused),
      busy.map(({ since }) => since.downlinks),
      busy.map(({ use }) => use),
    ],
  );
  for (const { gateway, since } of busy)
    gateway.written = {
      uplinks: gateway.written.uplinks + since.uplinks,
      refused: gateway.written.refused + since.refused,
      downlinks: gateway.written.downlinks + since.downlinks,
    };
  if (forgottenAt === hour) return;
  await pool.query(
    `delete from network.gateway_hour where at < $1::timestamptz - interval '${keptDays} days'`,
    [new Date(hour).toISOString()],
  );
  forgottenAt = hour;
}

/** A gateway's hours from a moment (ms) on, oldest first. */
export async function readHours(pool: pg.Pool, gateway: Gateway, from: number): Promise<GatewayHour[]> {
  const { rows } = await pool.query<{
    at: Date;
    uplinks: string;
    refused: string;
    downlinks: string;
    duty_cycle_use: number;
  }>(
    `select at, uplinks, refused, downlinks, duty_cycle_use from network.gateway_hour
     where gateway_id = $1 and at >= $2 order by at`,
    [gateway.gatewayId, new Date(from - (from % hourMs)).toISOString()],
  );
  return rows.map((row) => ({
    at: row.at.getTime(),
    uplinks: Number(row.uplinks),
    refused: Number(row.refused),
    downlinks: Number(row.downlinks),
    dutyCycleUse: row.duty_cycle_use,
  }));
}

function sinceWritten({ uplinks, refused, downlinks, written }: Gateway) {
  return {
    uplinks: uplinks - written.uplinks,
    refused: refused - written.refused,
    downlinks: downlinks - written.downlinks,
  };
}

/** The largest share of the allowed time that is used in any limited sub-band over the last hour. */
function dutyCycleUse({ airtime, region }: Gateway, now: number): number {
  const shares = airtime.shares(region, now).filter(({ dutyCycle }) => dutyCycle < 1);
  return Math.max(0, ...shares.map(({ used, dutyCycle }) => used / dutyCycle));
}
