/**
 * The contract between the network server and the application: every message that crosses the
 * mutually authenticated TLS connection. One length-prefixed JSON text a message (see transport.ts).
 * Every value is checked against these schemas on arrival; an unknown or malformed one ends the connection.
 */
import { type Static, Type } from "typebox";

const Hex = (bytes: number) => Type.String({ pattern: `^[0-9a-f]{${bytes * 2}}$` });
/** A UUID that the application chose (storage accounts, devices, gateways). */
const Id = Type.String({ pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" });
/** Milliseconds since 1970-01-01 UTC, may have a fraction. */
const Milliseconds = Type.Number({ minimum: 0 });
const Count = Type.Integer({ minimum: 0 });

/** Signal of the best copy. */
export const Reception = Type.Object({
  gatewayEui: Hex(8),
  rssiDbm: Type.Number(),
  snrDb: Type.Number(),
});

/** One stored uplink message of a sensor, with its FRMPayload decrypted. */
export const UplinkMessage = Type.Object({
  accountId: Id,
  deviceId: Id,
  /** Position in the sensor's own sequence, from 1; what is missing in it was overwritten before it was delivered. */
  sequence: Type.Integer({ minimum: 1 }),
  /** When the first copy's datagram arrived at the network server. */
  receivedAt: Milliseconds,
  frameCounter: Count,
  fPort: Type.Integer({ minimum: 0, maximum: 255 }),
  /** Application payload, base64. */
  payload: Type.String(),
  spreadingFactor: Type.Integer({ minimum: 5, maximum: 12 }),
  frequencyHz: Type.Integer(),
  receptions: Type.Array(Reception, { minItems: 1, maxItems: 16 }),
});

export const DeviceRegistration = Type.Object({
  accountId: Id,
  deviceId: Id,
  devEui: Hex(8),
  joinEui: Hex(8),
  /** LoRaWAN 1.0.x root key. Lies sealed in the network server and nowhere else. */
  appKey: Hex(16),
  regionName: Type.Literal("EU868"),
});
export const GatewayRegistration = Type.Object({ accountId: Id, gatewayId: Id, gatewayEui: Hex(8) });
export const GatewayStatus = Type.Object({
  gatewayId: Id,
  gatewayEui: Hex(8),
  accountId: Id,
  lastSeenAt: Type.Union([Milliseconds, Type.Null()]),
  uplinks: Count,
  downlinks: Count,
});
/** LoRaWAN session facts of a device, for its details page. */
export const DeviceSession = Type.Object({
  deviceId: Id,
  joinedAt: Type.Union([Milliseconds, Type.Null()]),
  devAddr: Type.Union([Hex(4), Type.Null()]),
  lastUplinkAt: Type.Union([Milliseconds, Type.Null()]),
  overwritten: Count,
  undelivered: Count,
});

/** Requests of the application; each is answered by `answer` with the same id. Idempotent. */
export const Request = Type.Union([
  /** All or nothing. Refused: `dev-eui-taken` with the DevEUI. At most 5,000 a request. */
  Type.Object({
    name: Type.Literal("register-devices"),
    devices: Type.Array(DeviceRegistration, { maxItems: 5000 }),
  }),
  Type.Object({
    name: Type.Literal("remove-devices"),
    accountId: Id,
    deviceIds: Type.Array(Id, { maxItems: 5000 }),
  }),
  Type.Object({
    name: Type.Literal("register-gateways"),
    gateways: Type.Array(GatewayRegistration, { maxItems: 1000 }),
  }),
  Type.Object({ name: Type.Literal("remove-gateway"), accountId: Id, gatewayId: Id }),
  Type.Object({ name: Type.Literal("gateway-status"), accountId: Id }),
  Type.Object({
    name: Type.Literal("device-sessions"),
    accountId: Id,
    deviceIds: Type.Array(Id, { maxItems: 5000 }),
  }),
]);

export const FromApplication = Type.Union([
  /** First message: asks for deliveries from now on. Only the newest subscriber is served. */
  Type.Object({ type: Type.Literal("subscribe") }),
  /** The batch's effects are committed. */
  Type.Object({ type: Type.Literal("acknowledge"), batchId: Count }),
  Type.Object({ type: Type.Literal("request"), id: Count, request: Request }),
]);
export const FromNetworkServer = Type.Union([
  /** Ordered by sequence for each sensor. The next batch comes after this one's acknowledgement. */
  Type.Object({
    type: Type.Literal("deliver"),
    batchId: Count,
    messages: Type.Array(UplinkMessage, { maxItems: 5000 }),
  }),
  Type.Object({ type: Type.Literal("answer"), id: Count, result: Type.Unknown() }),
  Type.Object({
    type: Type.Literal("refused"),
    id: Count,
    /** Stable code, e.g. `dev-eui-taken`, `gateway-eui-taken`. */
    code: Type.String(),
    detail: Type.String(),
  }),
]);

export type Reception = Static<typeof Reception>;
export type UplinkMessage = Static<typeof UplinkMessage>;
export type DeviceRegistration = Static<typeof DeviceRegistration>;
export type GatewayRegistration = Static<typeof GatewayRegistration>;
export type GatewayStatus = Static<typeof GatewayStatus>;
export type DeviceSession = Static<typeof DeviceSession>;
export type Request = Static<typeof Request>;
export type FromApplication = Static<typeof FromApplication>;
export type FromNetworkServer = Static<typeof FromNetworkServer>;
