import {
  type DeviceRegistration,
  type GatewayRegistration,
  type GatewayStatus,
  NetworkServerAway,
  type NetworkServerConnection,
  RequestRefused,
} from "@refill/protocol";
import type { Device, Gateway } from "./accounts/records.ts";
import { Refusal } from "./refusal.ts";

/** What the application asks of the network server, with its refusals as a person should read them. */
export interface Network {
  registerDevices(accountId: string, devices: readonly (Device & { appKey: string })[]): Promise<void>;
  removeDevices(accountId: string, deviceIds: readonly string[]): Promise<void>;
  registerGateways(accountId: string, gateways: readonly Gateway[]): Promise<void>;
  removeGateway(accountId: string, gatewayId: string): Promise<void>;
  /** Undefined while the network server is away. */
  gatewayStatus(accountId: string): Promise<ReadonlyMap<string, GatewayStatus> | undefined>;
}

export function openNetwork(connection: NetworkServerConnection): Network {
  async function ask(request: Parameters<NetworkServerConnection["request"]>[0]): Promise<unknown> {
    try {
      return await connection.request(request);
    } catch (error) {
      if (error instanceof NetworkServerAway)
        throw new Refusal(
          503,
          "network-server-away",
          "The network server does not answer now. Nothing was changed; try again in some seconds.",
        );
      if (!(error instanceof RequestRefused)) throw error;
      const field = { "dev-eui-taken": "devEui", "gateway-eui-taken": "gatewayEui" }[error.code];
      if (!field) throw error;
      const message = `${error.message} is registered already`;
      throw new Refusal(409, error.code, `${field}: ${message}`, [{ field, message }]);
    }
  }

  return {
    async registerDevices(accountId, devices) {
      if (devices.length === 0) return;
      const registrations = devices.map(
        ({ id, devEui, joinEui, appKey }): DeviceRegistration => ({
          accountId,
          deviceId: id,
          devEui,
          joinEui,
          appKey: appKey.toLowerCase(),
          regionName: "EU868",
        }),
      );
      await ask({ name: "register-devices", devices: registrations });
    },
    async removeDevices(accountId, deviceIds) {
      if (deviceIds.length > 0) await ask({ name: "remove-devices", accountId, deviceIds: [...deviceIds] });
    },
    async registerGateways(accountId, gateways) {
      if (gateways.length === 0) return;
      const registrations = gateways.map(
        ({ id, gatewayEui }): GatewayRegistration => ({ accountId, gatewayId: id, gatewayEui }),
      );
      await ask({ name: "register-gateways", gateways: registrations });
    },
    async removeGateway(accountId, gatewayId) {
      await ask({ name: "remove-gateway", accountId, gatewayId });
    },
    async gatewayStatus(accountId) {
      if (!connection.isConnected()) return undefined;
      const statuses = (await ask({ name: "gateway-status", accountId })) as GatewayStatus[];
      return new Map(statuses.map((status) => [status.gatewayId, status]));
    },
  };
}
