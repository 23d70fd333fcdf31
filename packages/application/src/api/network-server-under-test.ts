import { randomBytes } from "node:crypto";
import type {
  DeviceRegistration,
  DeviceSession,
  DownlinkStatus,
  GatewayRegistration,
  GatewayStatus,
  MulticastGroup,
  Request,
} from "@refill/protocol";
import { RequestRefused } from "@refill/protocol";
import type { ApplicationUnderTest } from "../application-under-test.ts";

const names: Request["name"][] = [
  "register-devices",
  "remove-devices",
  "register-gateways",
  "remove-gateway",
  "gateway-status",
  "gateway-history",
  "device-sessions",
  "change-device",
  "device-messages",
  "enqueue-downlink",
  "downlinks",
  "remove-downlinks",
  "frames",
  "unknown-gateways",
  "renew-gateway-credentials",
  "multicast-groups",
  "put-multicast-group",
  "remove-multicast-group",
  "multicast",
  "remove-account",
  "rotate-message-key",
];

/**
 * For tests: answers the application as the network server does. It holds what was registered, and refuses ids that
 * another account has.
 */
export class NetworkServerUnderTest {
  readonly #devices = new Map<string, DeviceRegistration & { queue: DownlinkStatus[] }>();
  readonly #gateways = new Map<string, GatewayRegistration & { renewals: number }>();
  readonly #groups = new Map<string, MulticastGroup & { frameCounterDown: number }>();

  /** Keys that it was given, and what it gave out. */
  readonly secrets = new Set<string>();

  constructor(app: ApplicationUnderTest) {
    for (const name of names) app.answers.set(name, (request) => this.#answer(request));
  }

  /** Everything that it holds of an account, as text. */
  stateOf(accountId: string): string {
    const all = [this.#devices, this.#gateways, this.#groups].flatMap((map) => [...map.values()]);
    return JSON.stringify(all.filter((each) => each.accountId === accountId));
  }

  #answer(request: Request): unknown {
    switch (request.name) {
      case "register-devices":
        for (const each of request.devices) this.#refuseTaken(each);
        for (const each of request.devices) {
          this.#devices.set(each.deviceId, { ...each, queue: [] });
          for (const key of keysIn(each)) this.secrets.add(key);
        }
        return null;
      case "register-gateways":
        for (const each of request.gateways) this.#refuseTakenGateway(each);
        for (const each of request.gateways) this.#gateways.set(each.gatewayId, { ...each, renewals: 0 });
        return null;
      case "change-device":
        Object.assign(this.#device(request), request.settings);
        return null;
      case "remove-devices":
        for (const id of request.deviceIds) remove(this.#devices, id, request.accountId);
        return null;
      case "remove-gateway":
        remove(this.#gateways, request.gatewayId, request.accountId);
        return null;
      case "remove-multicast-group":
        remove(this.#groups, request.groupId, request.accountId);
        return null;
      case "gateway-status":
        return of(this.#gateways, request.accountId).map(statusOf);
      case "gateway-history":
        this.#gateway(request);
        return [];
      case "device-sessions":
        return of(this.#devices, request.accountId)
          .filter(({ deviceId }) => request.deviceIds.includes(deviceId))
          .map(sessionOf);
      case "device-messages":
        this.#device(request);
        return [];
      case "enqueue-downlink":
        this.#device(request).queue.push(waiting(request));
        return null;
      case "downlinks":
        return this.#device(request).queue;
      case "remove-downlinks": {
        const device = this.#device(request);
        const isGone = ({ downlinkId }: DownlinkStatus) =>
          request.downlinkId === undefined || request.downlinkId === downlinkId;
        const kept = device.queue.filter((each) => !isGone(each));
        const removed = device.queue.length - kept.length;
        device.queue = kept;
        return removed;
      }
      case "frames":
        if (request.deviceId) this.#device({ ...request, deviceId: request.deviceId });
        if (request.gatewayId) this.#gateway({ ...request, gatewayId: request.gatewayId });
        return [];
      case "unknown-gateways":
        return [];
      case "renew-gateway-credentials": {
        this.#gateway(request).renewals += 1;
        const [key, token] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64url")];
        this.secrets.add(key).add(token);
        const uri = "wss://127.0.0.1:3001";
        return { lnsUri: uri, cupsUri: uri, caCertificate: "PEM", certificate: "PEM", key, token };
      }
      case "multicast-groups":
        return of(this.#groups, request.accountId).map(({ mcKey: _, ...group }) => group);
      case "put-multicast-group": {
        const { group } = request;
        const known = this.#groups.get(group.groupId);
        if (known && known.accountId !== group.accountId)
          throw new RequestRefused("group-unknown", group.groupId);
        this.secrets.add(group.mcKey);
        this.#groups.set(group.groupId, { ...group, frameCounterDown: known?.frameCounterDown ?? 0 });
        return null;
      }
      case "multicast": {
        const group = this.#groups.get(request.groupId);
        if (group?.accountId !== request.accountId)
          throw new RequestRefused("group-unknown", request.groupId);
        return { frameCounter: group.frameCounterDown++, gateways: 1, at: Date.now() };
      }
      case "remove-account":
        for (const map of [this.#devices, this.#gateways, this.#groups])
          for (const [id, { accountId }] of map) if (accountId === request.accountId) map.delete(id);
        return null;
      case "rotate-message-key":
        return null;
    }
  }

  #device({ accountId, deviceId }: { accountId: string; deviceId: string }) {
    const device = this.#devices.get(deviceId);
    if (device?.accountId !== accountId) throw new RequestRefused("device-unknown", deviceId);
    return device;
  }

  #gateway({ accountId, gatewayId }: { accountId: string; gatewayId: string }) {
    const gateway = this.#gateways.get(gatewayId);
    if (gateway?.accountId !== accountId) throw new RequestRefused("gateway-unknown", gatewayId);
    return gateway;
  }

  #refuseTaken({ accountId, deviceId, devEui }: DeviceRegistration): void {
    for (const known of this.#devices.values()) {
      const isOther = known.deviceId !== deviceId || known.accountId !== accountId;
      if (isOther && (known.deviceId === deviceId || known.devEui === devEui))
        throw new RequestRefused("dev-eui-taken", devEui);
    }
  }

  #refuseTakenGateway({ accountId, gatewayId, gatewayEui }: GatewayRegistration): void {
    for (const known of this.#gateways.values()) {
      const isOther = known.gatewayId !== gatewayId || known.accountId !== accountId;
      if (isOther && (known.gatewayId === gatewayId || known.gatewayEui === gatewayEui))
        throw new RequestRefused("gateway-eui-taken", gatewayEui);
    }
  }
}

function of<T extends { accountId: string }>(records: Map<string, T>, accountId: string): T[] {
  return [...records.values()].filter((each) => each.accountId === accountId);
}

function remove(records: Map<string, { accountId: string }>, id: string, accountId: string): void {
  if (records.get(id)?.accountId === accountId) records.delete(id);
}

function keysIn(device: DeviceRegistration): string[] {
  return JSON.stringify(device.activation).match(/[0-9a-f]{32}/g) ?? [];
}

function waiting(request: Extract<Request, { name: "enqueue-downlink" }>): DownlinkStatus {
  const { downlinkId, fPort, payload, confirmed, expiresAt } = request;
  const now = Date.now();
  return {
    downlinkId,
    fPort,
    payload,
    confirmed,
    expiresAt,
    state: "queued",
    createdAt: now,
    changedAt: now,
  };
}

function statusOf({ accountId, gatewayId, gatewayEui, regionName }: GatewayRegistration): GatewayStatus {
  return {
    gatewayId,
    gatewayEui,
    accountId,
    regionName,
    lastSeenAt: null,
    uplinks: 0,
    downlinks: 0,
    protocol: null,
    version: null,
    location: null,
    dutyCycle: [],
  };
}

function sessionOf(device: DeviceRegistration): DeviceSession {
  return {
    deviceId: device.deviceId,
    joinedAt: null,
    devAddr: null,
    lastUplinkAt: null,
    overwritten: 0,
    undelivered: 0,
    regionName: device.regionName,
    macVersion: device.macVersion,
    activation: device.activation.kind,
    deviceClass: device.deviceClass,
    allowsCounterReset: device.allowsCounterReset,
    counterResets: 0,
    frameCounterUp: null,
    frameCounterDown: null,
    radio: null,
    status: null,
    radioSettings: device.radio,
  };
}
