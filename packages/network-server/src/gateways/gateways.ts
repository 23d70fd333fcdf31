import { type RegionName, regions } from "@refill/lorawan";
import type { GatewayRegistration, GatewayStatus, UnknownGateway } from "@refill/protocol";
import type { Sealer } from "@refill/vault";
import type pg from "pg";
import { Airtime, type StoredAirtime } from "../downlink/airtime.ts";
import type { UdpAddress } from "../processes/doors.ts";
import type { Gateway, GatewayEui } from "./gateway.ts";
import { writeHours } from "./gateway-hours.ts";
import type { GatewayFacts } from "./semtech-udp.ts";
import type { StationCredentials } from "./station/credentials.ts";

const mostUnknown = 1_000;

interface Row {
  gateway_id: string;
  account_id: string;
  gateway_eui: string;
  region: string;
  last_seen_at: Date | null;
  uplinks: string;
  downlinks: string;
  version: string | null;
  latitude: number | null;
  longitude: number | null;
  altitude_metres: number | null;
  channel_block: number | null;
  credentials: Buffer | null;
  udp_address: UdpAddress | null;
  airtime: StoredAirtime;
}

/** Gateways that may bring frames, and the latest ones that nobody registered. */
export class Gateways {
  readonly byEui = new Map<GatewayEui, Gateway>();
  /** At most 1,000, the one seen longest ago first. */
  readonly unknown = new Map<GatewayEui, UnknownGateway>();
  readonly #sealer: Sealer;

  constructor(sealer: Sealer) {
    this.#sealer = sealer;
  }

  async load(pool: pg.Pool): Promise<void> {
    const { rows } = await pool.query<Row>("select * from network.gateway");
    for (const row of rows) {
      const gateway = this.add({
        gatewayId: row.gateway_id,
        accountId: row.account_id,
        gatewayEui: row.gateway_eui,
        regionName: row.region as RegionName,
        channelBlock: row.channel_block,
      });
      if (row.credentials)
        gateway.credentials = this.#sealer.open(
          "gateway-credentials",
          gateway.gatewayId,
          row.credentials,
        ) as StationCredentials;
      gateway.lastSeenAt = row.last_seen_at?.getTime() ?? null;
      gateway.uplinks = Number(row.uplinks);
      gateway.downlinks = Number(row.downlinks);
      gateway.written = { uplinks: gateway.uplinks, refused: 0, downlinks: gateway.downlinks };
      gateway.version = row.version;
      gateway.udpAddress = row.udp_address;
      gateway.airtime = Airtime.fromStored(row.airtime);
      if (row.latitude !== null && row.longitude !== null)
        gateway.location = {
          latitude: row.latitude,
          longitude: row.longitude,
          altitudeMetres: row.altitude_metres ?? 0,
        };
    }
  }

  add({ gatewayId, accountId, gatewayEui, regionName, channelBlock }: GatewayRegistration): Gateway {
    const gateway: Gateway = {
      gatewayId,
      accountId,
      gatewayEui,
      regionName,
      region: regions[regionName],
      channelBlock: channelBlock ?? null,
      credentials: undefined,
      link: undefined,
      udpAddress: null,
      lastSeenAt: null,
      uplinks: 0,
      refused: 0,
      downlinks: 0,
      written: { uplinks: 0, refused: 0, downlinks: 0 },
      version: null,
      location: null,
      airtime: new Airtime(),
      isChanged: false,
    };
    this.byEui.set(gatewayEui, gateway);
    this.unknown.delete(gatewayEui);
    return gateway;
  }

  /** They are in the database before anybody is told of them. */
  async keepCredentials(pool: pg.Pool, gateway: Gateway, credentials: StationCredentials): Promise<void> {
    await pool.query("update network.gateway set credentials = $2 where gateway_id = $1", [
      gateway.gatewayId,
      this.#sealer.seal("gateway-credentials", gateway.gatewayId, credentials),
    ]);
    gateway.credentials = credentials;
  }

  find(accountId: string, gatewayId: string): Gateway | undefined {
    for (const gateway of this.byEui.values())
      if (gateway.gatewayId === gatewayId && gateway.accountId === accountId) return gateway;
    return undefined;
  }

  /** The gateway, seen now; undefined and noted when nobody registered it. */
  seen(eui: GatewayEui, from: { address: string; protocol: string }, now: number): Gateway | undefined {
    const gateway = this.byEui.get(eui);
    if (gateway) {
      gateway.lastSeenAt = now;
      gateway.isChanged = true;
      return gateway;
    }
    this.unknown.delete(eui);
    this.unknown.set(eui, { gatewayEui: eui, lastSeenAt: now, ...from });
    if (this.unknown.size > mostUnknown) this.unknown.delete(this.unknown.keys().next().value!);
    return undefined;
  }

  learn(gateway: Gateway, { version, location }: GatewayFacts): void {
    if (version) gateway.version = version;
    if (location) gateway.location = location;
    gateway.isChanged = true;
  }

  /** Of one customer, or of all. */
  statusOf(accountId?: string): GatewayStatus[] {
    const now = Date.now();
    return [...this.byEui.values()]
      .filter((gateway) => accountId === undefined || gateway.accountId === accountId)
      .map((gateway) => ({
        gatewayId: gateway.gatewayId,
        gatewayEui: gateway.gatewayEui,
        accountId: gateway.accountId,
        regionName: gateway.regionName,
        lastSeenAt: gateway.lastSeenAt,
        uplinks: gateway.uplinks,
        downlinks: gateway.downlinks,
        protocol: gateway.link?.protocol ?? null,
        version: gateway.version,
        location: gateway.location,
        dutyCycle: gateway.airtime.shares(gateway.region, now),
      }));
  }

  /** Writes what changed, in one statement. */
  async flush(pool: pg.Pool): Promise<void> {
    const changed = [...this.byEui.values()].filter(({ isChanged }) => isChanged);
    if (changed.length === 0) return;
    // Most are heard and don't send: what they have sent stays as it is stored.
    const airtimes = changed.map(({ airtime }) =>
      airtime.isChanged ? JSON.stringify(airtime.toStored()) : null,
    );
    for (const gateway of changed) gateway.isChanged = gateway.airtime.isChanged = false;
    try {
      await pool.query(
        `update network.gateway as g set last_seen_at = greatest(g.last_seen_at, n.seen), uplinks = n.uplinks,
           downlinks = n.downlinks, version = n.version, latitude = n.latitude, longitude = n.longitude,
           altitude_metres = n.altitude, udp_address = n.udp_address,
           airtime = coalesce(n.airtime, g.airtime)
         from unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::text[], $6::float8[], $7::float8[], $8::float8[],
             $9::jsonb[], $10::jsonb[])
           as n (id, seen, uplinks, downlinks, version, latitude, longitude, altitude, udp_address, airtime)
         where g.gateway_id = n.id`,
        [
          changed.map(({ gatewayId }) => gatewayId),
          changed.map(({ lastSeenAt }) => (lastSeenAt === null ? null : new Date(lastSeenAt).toISOString())),
          changed.map(({ uplinks }) => uplinks),
          changed.map(({ downlinks }) => downlinks),
          changed.map(({ version }) => version),
          changed.map(({ location }) => location?.latitude ?? null),
          changed.map(({ location }) => location?.longitude ?? null),
          changed.map(({ location }) => location?.altitudeMetres ?? null),
          changed.map(({ udpAddress }) => udpAddress && JSON.stringify(udpAddress)),
          airtimes,
        ],
      );
    } catch (error) {
      for (const gateway of changed) gateway.isChanged = gateway.airtime.isChanged = true;
      throw error;
    }
    await writeHours(pool, changed, Date.now());
  }
}
