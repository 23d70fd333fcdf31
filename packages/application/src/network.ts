import {
  type DeviceRegistration,
  type DeviceSession,
  type DownlinkStatus,
  type FrameRecord,
  type GatewayCredentials,
  type GatewayHour,
  type GatewayRegistration,
  type GatewayStatus,
  type MulticastGroup,
  NetworkServerAway,
  type NetworkServerConnection,
  NetworkServerSilent,
  type Request,
  RequestRefused,
  type UnknownGateway,
  type UplinkMessage,
} from "@refill/protocol";
import type { Device, Gateway } from "./accounts/records.ts";
import type { ProblemCode } from "./api/problem-types.ts";
import type { NewDevice } from "./devices/device.ts";
import { Refusal } from "./refusal.ts";

export type MulticastGroupFacts = Omit<MulticastGroup, "mcKey"> & { frameCounterDown: number };
type AnyRequest = Parameters<NetworkServerConnection["request"]>[0];
type Asked<N extends Request["name"]> = Omit<Extract<Request, { name: N }>, "name">;

/** What the application asks of the network server, with its refusals as a person should read them. */
export interface Network {
  registerDevices(accountId: string, devices: readonly NewDevice[]): Promise<void>;
  changeDevice(accountId: string, device: Device): Promise<void>;
  removeDevices(accountId: string, deviceIds: readonly string[]): Promise<void>;
  deviceFacts(accountId: string, deviceId: string): Promise<DeviceSession | undefined>;
  /** The stored messages, oldest first. */
  messages(accountId: string, deviceId: string): Promise<UplinkMessage[]>;
  enqueueDownlink(downlink: Asked<"enqueue-downlink">): Promise<void>;
  downlinks(accountId: string, deviceId: string): Promise<DownlinkStatus[]>;
  /** How many were removed. */
  removeDownlinks(request: Asked<"remove-downlinks">): Promise<number>;
  frames(request: Asked<"frames">): Promise<FrameRecord[]>;
  registerGateways(accountId: string, gateways: readonly Gateway[]): Promise<void>;
  removeGateway(accountId: string, gatewayId: string): Promise<void>;
  /** Undefined while the network server is away. */
  gatewayStatus(accountId: string): Promise<ReadonlyMap<string, GatewayStatus> | undefined>;
  /** Its hours from a moment (ms) on, oldest first. */
  gatewayHistory(accountId: string, gatewayId: string, from: number): Promise<GatewayHour[]>;
  /** What the gateway had before is no longer taken. */
  renewGatewayCredentials(accountId: string, gatewayId: string): Promise<GatewayCredentials>;
  unknownGateways(region: string): Promise<UnknownGateway[]>;
  /** Undefined for a region that is not served here. */
  isConnected(region: string): boolean | undefined;
  multicastGroups(accountId: string): Promise<MulticastGroupFacts[]>;
  putMulticastGroup(group: MulticastGroup): Promise<void>;
  removeMulticastGroup(accountId: string, groupId: string): Promise<void>;
  multicast(request: Asked<"multicast">): Promise<{ frameCounter: number; gateways: number; at: number }>;
}

type RefusedBy = { status: number; code: ProblemCode; field?: string };
const refusedBy: Readonly<Record<string, RefusedBy>> = {
  "dev-eui-taken": { status: 409, code: "dev-eui-taken", field: "devEui" },
  "gateway-eui-taken": { status: 409, code: "gateway-eui-taken", field: "gatewayEui" },
  "device-unknown": { status: 404, code: "not-found" },
  "gateway-unknown": { status: 404, code: "not-found" },
  "group-unknown": { status: 404, code: "not-found" },
  "downlink-queue-full": { status: 409, code: "downlink-queue-full" },
  "no-gateway": { status: 409, code: "no-gateway" },
  "payload-too-long": { status: 422, code: "payload-too-long" },
};

/** `connections`: of each region to its network server; `regionOf` an account. */
export function openNetwork(
  connections: ReadonlyMap<string, NetworkServerConnection>,
  regionOf: (accountId: string) => Promise<string | undefined>,
): Network {
  async function connectionOf(accountId: string): Promise<NetworkServerConnection | undefined> {
    return connections.get((await regionOf(accountId)) ?? "");
  }

  async function ask(accountId: string, request: AnyRequest): Promise<unknown> {
    return askOf(await connectionOf(accountId), request);
  }

  async function askOf(
    connection: NetworkServerConnection | undefined,
    request: AnyRequest,
  ): Promise<unknown> {
    try {
      if (!connection) throw new NetworkServerAway();
      return await connection.request(request);
    } catch (error) {
      if (error instanceof NetworkServerSilent)
        throw new Refusal(
          503,
          "network-server-silent",
          "The network server was asked and did not answer: whether it did it is not known. Look before you ask again.",
          [],
          { isUncertain: true },
        );
      if (error instanceof NetworkServerAway)
        throw new Refusal(
          503,
          "network-server-away",
          "The network server does not answer now. Nothing was changed; try again in some seconds.",
        );
      if (!(error instanceof RequestRefused)) throw error;
      const { status, code, field } = refusedBy[error.code] ?? {};
      if (!status || !code) throw error;
      if (status === 404)
        throw new Refusal(404, "not-found", `The network server does not know ${error.message}.`);
      if (!field) throw new Refusal(status, code, error.message);
      throw new EuiTaken(code, field, error.message.split(", "));
    }
  }

  return {
    async registerDevices(accountId, devices) {
      if (devices.length === 0) return;
      const registrations = devices.map(
        (device): DeviceRegistration => ({
          accountId,
          deviceId: device.id,
          devEui: device.devEui,
          joinEui: device.joinEui,
          regionName: device.region,
          macVersion: device.macVersion,
          activation: device.keys,
          ...settingsOf(device),
        }),
      );
      await ask(accountId, { name: "register-devices", devices: registrations });
    },
    async changeDevice(accountId, device) {
      await ask(accountId, {
        name: "change-device",
        accountId,
        deviceId: device.id,
        settings: settingsOf(device),
      });
    },
    async deviceFacts(accountId, deviceId) {
      const found = await ask(accountId, { name: "device-sessions", accountId, deviceIds: [deviceId] });
      return (found as DeviceSession[])[0];
    },
    async messages(accountId, deviceId) {
      return (await ask(accountId, { name: "device-messages", accountId, deviceId })) as UplinkMessage[];
    },
    async enqueueDownlink(downlink) {
      await ask(downlink.accountId, { name: "enqueue-downlink", ...downlink });
    },
    async downlinks(accountId, deviceId) {
      return (await ask(accountId, { name: "downlinks", accountId, deviceId })) as DownlinkStatus[];
    },
    async removeDownlinks(request) {
      return (await ask(request.accountId, { name: "remove-downlinks", ...request })) as number;
    },
    async frames(request) {
      return (await ask(request.accountId, { name: "frames", ...request })) as FrameRecord[];
    },
    async gatewayHistory(accountId, gatewayId, from) {
      const request = { name: "gateway-history", accountId, gatewayId, from } as const;
      return (await ask(accountId, request)) as GatewayHour[];
    },
    async renewGatewayCredentials(accountId, gatewayId) {
      return (await ask(accountId, {
        name: "renew-gateway-credentials",
        accountId,
        gatewayId,
      })) as GatewayCredentials;
    },
    isConnected: (region) => connections.get(region)?.isConnected(),
    async unknownGateways(region) {
      return (await askOf(connections.get(region), { name: "unknown-gateways" })) as UnknownGateway[];
    },
    async multicastGroups(accountId) {
      return (await ask(accountId, { name: "multicast-groups", accountId })) as MulticastGroupFacts[];
    },
    async putMulticastGroup(group) {
      await ask(group.accountId, { name: "put-multicast-group", group });
    },
    async removeMulticastGroup(accountId, groupId) {
      await ask(accountId, { name: "remove-multicast-group", accountId, groupId });
    },
    async multicast(request) {
      return (await ask(request.accountId, { name: "multicast", ...request })) as {
        frameCounter: number;
        gateways: number;
        at: number;
      };
    },
    async removeDevices(accountId, deviceIds) {
      if (deviceIds.length > 0)
        await ask(accountId, { name: "remove-devices", accountId, deviceIds: [...deviceIds] });
    },
    async registerGateways(accountId, gateways) {
      if (gateways.length === 0) return;
      const registrations = gateways.map(
        ({ id, gatewayEui, region, channelBlock }): GatewayRegistration => ({
          accountId,
          gatewayId: id,
          gatewayEui,
          regionName: region,
          channelBlock,
        }),
      );
      await ask(accountId, { name: "register-gateways", gateways: registrations });
    },
    async removeGateway(accountId, gatewayId) {
      await ask(accountId, { name: "remove-gateway", accountId, gatewayId });
    },
    async gatewayStatus(accountId) {
      if (!(await connectionOf(accountId))?.isConnected()) return undefined;
      const statuses = (await ask(accountId, { name: "gateway-status", accountId })) as GatewayStatus[];
      return new Map(statuses.map((status) => [status.gatewayId, status]));
    },
  };
}

/** EUIs that are registered already, by this customer or another one. */
export class EuiTaken extends Refusal {
  readonly euis: ReadonlySet<string>;
  constructor(code: ProblemCode, field: string, euis: readonly string[]) {
    const message = `${euis.join(", ")} ${euis.length === 1 ? "is" : "are"} registered already`;
    super(409, code, `${field}: ${message}`, [{ field, message }]);
    this.euis = new Set(euis);
  }
}

function settingsOf({ deviceClass, allowsCounterReset, radio }: Device) {
  return { deviceClass, allowsCounterReset, radio };
}
