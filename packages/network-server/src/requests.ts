import {
  type DeviceRegistration,
  type DeviceSession,
  type GatewayRegistration,
  type GatewayStatus,
  type Request,
  RequestRefused,
} from "@refill/protocol";
import type pg from "pg";
import type { Device } from "./device.ts";
import type { Gateways } from "./gateways.ts";
import { newDevice, type Registry } from "./registry.ts";

/** Answers the application's requests; each touches rows of the account that it names, and none else. */
export class Requests {
  readonly #pool: pg.Pool;
  readonly #registry: Registry;
  readonly #gateways: Gateways;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: { pool: pg.Pool; registry: Registry; gateways: Gateways }) {
    this.#pool = options.pool;
    this.#registry = options.registry;
    this.#gateways = options.gateways;
  }

  /** One after the other, so that what is checked in memory is still so at the commit. */
  answer(request: Request): Promise<unknown> {
    const own = this.#turn.then(() => this.#handle(request));
    this.#turn = own.catch(() => {});
    return own;
  }

  async #handle(request: Request): Promise<unknown> {
    switch (request.name) {
      case "register-devices":
        return this.#registerDevices(request.devices);
      case "remove-devices":
        return this.#removeDevices(request.accountId, request.deviceIds);
      case "register-gateways":
        return this.#registerGateways(request.gateways);
      case "remove-gateway":
        return this.#removeGateway(request.accountId, request.gatewayId);
      case "gateway-status":
        return this.#gateways.statusOf(request.accountId) satisfies GatewayStatus[];
      case "device-sessions":
        return request.deviceIds.flatMap((id): DeviceSession[] => {
          const device = this.#registry.byId.get(id);
          return device?.accountId === request.accountId ? [sessionOf(device)] : [];
        });
    }
  }

  async #registerDevices(registrations: readonly DeviceRegistration[]): Promise<null> {
    const fresh: Device[] = [];
    const euis = new Set<string>();
    for (const each of registrations) {
      const known = this.#registry.byId.get(each.deviceId);
      const owner = this.#registry.byDevEui.get(each.devEui);
      const isOther = owner && (owner.deviceId !== each.deviceId || owner.accountId !== each.accountId);
      if (isOther || euis.has(each.devEui) || (known && known.accountId !== each.accountId))
        throw new RequestRefused("dev-eui-taken", each.devEui);
      euis.add(each.devEui);
      const isSame =
        known &&
        known.devEui === each.devEui &&
        known.joinEui === each.joinEui &&
        known.appKey === each.appKey;
      if (!isSame) fresh.push(newDevice(each));
    }
    if (fresh.length === 0) return null;
    await this.#replaceDevices(fresh);
    for (const device of fresh) {
      const before = this.#registry.byId.get(device.deviceId);
      if (before) this.#registry.remove(before);
      this.#registry.add(device);
    }
    return null;
  }

  /** Another key or EUI under a known id is another device: its session and messages go. */
  async #replaceDevices(devices: readonly Device[]): Promise<void> {
    const ids = devices.map(({ deviceId }) => deviceId);
    const client = await this.#pool.connect();
    try {
      await client.query("begin");
      await client.query("delete from network.device where device_id = any($1::uuid[])", [ids]);
      await client.query(
        `insert into network.device (device_id, account_id, dev_eui, region, sealed)
         select id, account, eui, 'EU868', sealed
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[]) as n (id, account, eui, sealed)`,
        [
          ids,
          devices.map(({ accountId }) => accountId),
          devices.map(({ devEui }) => devEui),
          devices.map((device) => this.#registry.seal(device, undefined)),
        ],
      );
      await client.query("commit");
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async #removeDevices(accountId: string, deviceIds: readonly string[]): Promise<null> {
    const devices = deviceIds.flatMap((id) => this.#registry.byId.get(id) ?? []);
    const own = devices.filter((device) => device.accountId === accountId);
    await this.#pool.query(
      "delete from network.device where account_id = $1 and device_id = any($2::uuid[])",
      [accountId, own.map(({ deviceId }) => deviceId)],
    );
    for (const device of own) this.#registry.remove(device);
    return null;
  }

  async #registerGateways(registrations: readonly GatewayRegistration[]): Promise<null> {
    const fresh: GatewayRegistration[] = [];
    const euis = new Set<string>();
    for (const each of registrations) {
      const known = this.#gateways.byEui.get(each.gatewayEui);
      const isOther = known && (known.gatewayId !== each.gatewayId || known.accountId !== each.accountId);
      if (isOther || euis.has(each.gatewayEui))
        throw new RequestRefused("gateway-eui-taken", each.gatewayEui);
      euis.add(each.gatewayEui);
      if (!known) fresh.push(each);
    }
    if (fresh.length === 0) return null;
    await this.#pool.query(
      `insert into network.gateway (gateway_id, account_id, gateway_eui)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[])`,
      [
        fresh.map(({ gatewayId }) => gatewayId),
        fresh.map(({ accountId }) => accountId),
        fresh.map(({ gatewayEui }) => gatewayEui),
      ],
    );
    for (const each of fresh) this.#gateways.add({ ...each, lastSeenAt: null, uplinks: 0, downlinks: 0 });
    return null;
  }

  async #removeGateway(accountId: string, gatewayId: string): Promise<null> {
    await this.#pool.query("delete from network.gateway where account_id = $1 and gateway_id = $2", [
      accountId,
      gatewayId,
    ]);
    for (const gateway of this.#gateways.byEui.values())
      if (gateway.gatewayId === gatewayId && gateway.accountId === accountId)
        this.#gateways.byEui.delete(gateway.gatewayEui);
    return null;
  }
}

function sessionOf(device: Device): DeviceSession {
  return {
    deviceId: device.deviceId,
    joinedAt: device.joinedAt,
    devAddr: device.session?.devAddr ?? null,
    lastUplinkAt: device.lastUplinkAt,
    overwritten: device.overwritten,
    undelivered: device.storedBefore - 1 - device.deliveredSequence,
  };
}
