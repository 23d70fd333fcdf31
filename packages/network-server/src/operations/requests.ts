import {
  type DeviceRegistration,
  type GatewayCredentials,
  type GatewayRegistration,
  type NetworkStatus,
  type Request,
  RequestRefused,
  type UplinkMessage,
} from "@refill/protocol";
import type pg from "pg";
import { countersOf, type Device } from "../devices/device.ts";
import { isSameDevice, newDevice, type Registry } from "../devices/registry.ts";
import type { Answers } from "../downlink/answer.ts";
import type { Multicast } from "../downlink/multicast.ts";
import type { DownlinkQueue } from "../downlink/queue.ts";
import type { Gateway } from "../gateways/gateway.ts";
import { readHours } from "../gateways/gateway-hours.ts";
import type { Gateways } from "../gateways/gateways.ts";
import { defaultRadioSettings } from "../mac/mac-state.ts";
import type { CommitQueue } from "../store/commit-queue.ts";
import { readRing } from "../store/message-ring.ts";
import type { MessageSeal } from "../store/message-seal.ts";
import { deviceFacts } from "./device-facts.ts";
import type { FrameLog } from "./frame-log.ts";

/** The longest payload of any data rate is 242 bytes. */
const longestPayload = 242;

/** Answers the application's requests; each touches what belongs to the account that it names, and none else. */
export class Requests {
  readonly #pool: pg.Pool;
  readonly #registry: Registry;
  readonly #gateways: Gateways;
  readonly #queue: DownlinkQueue;
  readonly #answers: Answers;
  readonly #multicast: Multicast;
  readonly #commits: CommitQueue;
  readonly #seal: MessageSeal;
  readonly #frames: FrameLog;
  readonly #rotateKey: () => Promise<void>;
  readonly #networkStatus: () => Promise<NetworkStatus>;
  readonly #renewCredentials: (gateway: Gateway) => Promise<GatewayCredentials>;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: {
    pool: pg.Pool;
    registry: Registry;
    gateways: Gateways;
    queue: DownlinkQueue;
    answers: Answers;
    multicast: Multicast;
    commits: CommitQueue;
    seal: MessageSeal;
    frames: FrameLog;
    rotateKey(): Promise<void>;
    networkStatus(): Promise<NetworkStatus>;
    renewCredentials(gateway: Gateway): Promise<GatewayCredentials>;
  }) {
    this.#pool = options.pool;
    this.#registry = options.registry;
    this.#gateways = options.gateways;
    this.#queue = options.queue;
    this.#answers = options.answers;
    this.#multicast = options.multicast;
    this.#commits = options.commits;
    this.#seal = options.seal;
    this.#frames = options.frames;
    this.#rotateKey = options.rotateKey;
    this.#networkStatus = options.networkStatus;
    this.#renewCredentials = options.renewCredentials;
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
      case "change-device":
        return this.#changeDevice(request);
      case "remove-devices":
        return this.#removeDevices(request.accountId, request.deviceIds);
      case "device-sessions":
        return request.deviceIds.flatMap((id) => {
          const device = this.#registry.find(id);
          return device?.accountId === request.accountId ? [deviceFacts(device)] : [];
        });
      case "device-messages":
        return this.#messages(this.#device(request));
      case "enqueue-downlink":
        return this.#enqueue(request);
      case "downlinks":
        return this.#queue.list(this.#device(request));
      case "remove-downlinks":
        return this.#queue.remove(this.#device(request), request.downlinkId);
      case "frames":
        return this.#frames.list(
          request.accountId,
          {
            device: request.deviceId
              ? this.#device({ accountId: request.accountId, deviceId: request.deviceId })
              : undefined,
            gateway: request.gatewayId ? this.#gateway(request.accountId, request.gatewayId) : undefined,
          },
          request.after,
        );
      case "register-gateways":
        return this.#registerGateways(request.gateways);
      case "remove-gateway":
        return this.#removeGateway(request.accountId, request.gatewayId);
      case "gateway-status":
        return this.#gateways.statusOf(request.accountId);
      case "gateway-history":
        return readHours(this.#pool, this.#gateway(request.accountId, request.gatewayId), request.from);
      case "unknown-gateways":
        return [...this.#gateways.unknown.values()].reverse();
      case "network-status":
        return this.#networkStatus();
      case "all-gateways":
        return this.#gateways.statusOf();
      case "renew-gateway-credentials":
        return this.#renewCredentials(this.#gateway(request.accountId, request.gatewayId));
      case "multicast-groups":
        return this.#multicast.list(request.accountId);
      case "put-multicast-group":
        await this.#multicast.put(request.group);
        return null;
      case "remove-multicast-group":
        await this.#multicast.remove(request.accountId, request.groupId);
        return null;
      case "multicast":
        return this.#multicast.send(
          request.accountId,
          request.groupId,
          request.fPort,
          Buffer.from(request.payload, "base64"),
        );
      case "rotate-message-key":
        await this.#rotateKey();
        return null;
      case "remove-account":
        return this.#removeAccount(request.accountId);
    }
  }

  #device({ accountId, deviceId }: { accountId: string; deviceId: string }): Device {
    const device = this.#registry.find(deviceId);
    if (device?.accountId !== accountId) throw new RequestRefused("device-unknown", deviceId);
    return device;
  }

  #gateway(accountId: string, gatewayId: string): Gateway {
    const gateway = this.#gateways.find(accountId, gatewayId);
    if (!gateway) throw new RequestRefused("gateway-unknown", gatewayId);
    return gateway;
  }

  async #registerDevices(registrations: readonly DeviceRegistration[]): Promise<null> {
    const fresh: Device[] = [];
    const euis = new Set<string>();
    const taken: string[] = [];
    for (const each of registrations) {
      const known = this.#registry.find(each.deviceId);
      const owner = this.#registry.byDevEui.get(each.devEui);
      const isOther = owner && (owner.deviceId !== each.deviceId || owner.accountId !== each.accountId);
      if (isOther || euis.has(each.devEui) || (known && known.accountId !== each.accountId))
        taken.push(each.devEui);
      euis.add(each.devEui);
      if (!known || !isSameDevice(known, each)) fresh.push(newDevice(each));
    }
    if (taken.length > 0) throw new RequestRefused("dev-eui-taken", taken.join(", "));
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
        `insert into network.device (device_id, account_id, dev_eui, join_eui, region, sealed, dev_addr)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::text[])`,
        [
          ids,
          devices.map(({ accountId }) => accountId),
          devices.map(({ devEui }) => devEui),
          devices.map(({ joinEui }) => joinEui),
          devices.map(({ settings }) => settings.regionName),
          devices.map((device) => this.#registry.seal(device)),
          devices.map(({ session }) => session?.devAddr ?? null),
        ],
      );
      await client.query(
        `insert into network.counter (device_id, frame_counter_up, frame_counter_down)
         select * from unnest($1::uuid[], $2::bigint[], $3::bigint[])`,
        [
          ids,
          devices.map(({ session }) => session?.lastUp ?? null),
          devices.map(({ session }) => session?.nextDown ?? 0),
        ],
      );
      await client.query("commit");
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  /** In effect at once; what the device must be told goes along with the next answers. */
  async #changeDevice(request: Extract<Request, { name: "change-device" }>): Promise<null> {
    const device = this.#device(request);
    const { deviceClass, allowsCounterReset, radio } = request.settings;
    device.settings = {
      ...device.settings,
      deviceClass,
      allowsCounterReset,
      radio: { ...defaultRadioSettings, ...radio },
    };
    // What was given up before is tried anew.
    if (device.session) device.session.mac = { ...device.session.mac, attempts: {} };
    await new Promise<void>((resolve) =>
      this.#commits.push({
        device,
        counters: countersOf(device),
        saved: this.#registry.save(device),
        afterCommit: resolve,
      }),
    );
    return null;
  }

  async #removeDevices(accountId: string, deviceIds: readonly string[]): Promise<null> {
    const devices = deviceIds.flatMap((id) => this.#registry.byId.get(id) ?? []);
    const own = devices.filter((device) => device.accountId === accountId);
    await this.#pool.query(
      "delete from network.device where account_id = $1 and device_id = any($2::uuid[])",
      [accountId, own.map(({ deviceId }) => deviceId)],
    );
    for (const device of own) {
      this.#registry.remove(device);
      this.#queue.forget(device.deviceId);
    }
    return null;
  }

  /** How many devices it had. */
  async #removeAccount(accountId: string): Promise<number> {
    const own = [...this.#registry.byId.values()].filter((device) => device.accountId === accountId);
    await this.#removeDevices(
      accountId,
      own.map(({ deviceId }) => deviceId),
    );
    for (const { groupId } of this.#multicast.list(accountId))
      await this.#multicast.remove(accountId, groupId);
    for (const { gatewayId } of this.#gateways.statusOf(accountId))
      await this.#removeGateway(accountId, gatewayId);
    return own.length;
  }

  async #messages(device: Device): Promise<UplinkMessage[]> {
    // The delivery counts and tells of those that can't be opened.
    const messages = await readRing(this.#pool, this.#seal, device, () => {});
    return messages.map(({ sequence, receivedAt, content }) => ({
      accountId: device.accountId,
      deviceId: device.deviceId,
      sequence,
      receivedAt,
      ...content,
    }));
  }

  async #enqueue(request: Extract<Request, { name: "enqueue-downlink" }>): Promise<null> {
    const device = this.#device(request);
    const payload = Buffer.from(request.payload, "base64");
    if (payload.length > longestPayload)
      throw new RequestRefused("payload-too-long", `at most ${longestPayload} bytes`);
    const { downlinkId, fPort, confirmed, expiresAt } = request;
    await this.#queue.add(device, { downlinkId, fPort, payload, confirmed, expiresAt }, Date.now());
    this.#answers.kick(device);
    return null;
  }

  async #registerGateways(registrations: readonly GatewayRegistration[]): Promise<null> {
    const fresh: GatewayRegistration[] = [];
    const euis = new Set<string>();
    const taken: string[] = [];
    const ownerOf = new Map(
      [...this.#gateways.byEui.values()].map(({ gatewayId, accountId }) => [gatewayId, accountId]),
    );
    for (const each of registrations) {
      const known = this.#gateways.byEui.get(each.gatewayEui);
      const isOther = known && (known.gatewayId !== each.gatewayId || known.accountId !== each.accountId);
      // Clients may choose ids: none may lead to another customer's gateway.
      const isOthersId = (ownerOf.get(each.gatewayId) ?? each.accountId) !== each.accountId;
      if (isOther || isOthersId || euis.has(each.gatewayEui)) taken.push(each.gatewayEui);
      euis.add(each.gatewayEui);
      const isSame =
        known?.regionName === each.regionName && known.channelBlock === (each.channelBlock ?? null);
      if (!isSame) fresh.push(each);
    }
    if (taken.length > 0) throw new RequestRefused("gateway-eui-taken", taken.join(", "));
    if (fresh.length === 0) return null;
    await this.#pool.query(
      `insert into network.gateway (gateway_id, account_id, gateway_eui, region, channel_block)
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::smallint[])
       on conflict (gateway_id) do update set region = excluded.region, channel_block = excluded.channel_block
       where gateway.account_id = excluded.account_id`,
      [
        fresh.map(({ gatewayId }) => gatewayId),
        fresh.map(({ accountId }) => accountId),
        fresh.map(({ gatewayEui }) => gatewayEui),
        fresh.map(({ regionName }) => regionName),
        fresh.map(({ channelBlock }) => channelBlock ?? null),
      ],
    );
    for (const each of fresh) {
      const before = this.#gateways.byEui.get(each.gatewayEui);
      const gateway = this.#gateways.add(each);
      if (before) {
        const { lastSeenAt, uplinks, refused, downlinks, written, version, location, credentials } = before;
        const counts = { uplinks, refused, downlinks, written };
        Object.assign(gateway, { lastSeenAt, ...counts, version, location, credentials });
      }
    }
    return null;
  }

  async #removeGateway(accountId: string, gatewayId: string): Promise<null> {
    await this.#pool.query("delete from network.gateway where account_id = $1 and gateway_id = $2", [
      accountId,
      gatewayId,
    ]);
    const gateway = this.#gateways.find(accountId, gatewayId);
    if (gateway) this.#gateways.byEui.delete(gateway.gatewayEui);
    return null;
  }
}
