/**
 * The contract between the network server and the application: every message that crosses the
 * mutually authenticated TLS connection. One length-prefixed JSON text a message (see transport.ts).
 * Every value is checked against these schemas on arrival; an unknown or malformed one ends the connection.
 */
import { macVersions, regionNames } from "@refill/lorawan";
import { type Static, Type } from "typebox";

/** A schema of some texts, with their type. */
function oneOf<T extends string>(names: readonly T[]) {
  return Type.Unsafe<T>(Type.Union(names.map((name) => Type.Literal(name))));
}

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
  /** In words, e.g. `SF9BW125`. */
  dataRate: Type.String({ maxLength: 40 }),
  /** Null where the frame was not sent with LoRa. */
  spreadingFactor: Type.Union([Type.Integer({ minimum: 5, maximum: 12 }), Type.Null()]),
  frequencyHz: Type.Integer(),
  receptions: Type.Array(Reception, { minItems: 1, maxItems: 16 }),
  /** New frames that were heard since the message before, with this one: some carry MAC commands only. */
  framesHeard: Type.Integer({ minimum: 1 }),
  /** Frames that the counter says were sent since the message before, and that nobody heard. */
  framesLost: Count,
});

export const RegionName = oneOf(regionNames);
export const MacVersion = oneOf(macVersions);
export const DeviceClass = Type.Union([Type.Literal("A"), Type.Literal("B"), Type.Literal("C")]);

/** How a device's radio is run; what is left out has its default. */
export const RadioSettings = Type.Object({
  /** Whether the network chooses data rate, power and transmissions. */
  adr: Type.Optional(Type.Boolean()),
  /** dB that data rate control keeps in reserve. */
  adrMarginDb: Type.Optional(Type.Number({ minimum: 0, maximum: 30 })),
  minimumDataRate: Type.Optional(Type.Integer({ minimum: 0, maximum: 15 })),
  maximumDataRate: Type.Optional(Type.Integer({ minimum: 0, maximum: 15 })),
  maximumTransmissions: Type.Optional(Type.Integer({ minimum: 1, maximum: 15 })),
  /** From the end of an uplink to the first window, s. */
  rxDelaySeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 15 })),
  rx1DataRateOffset: Type.Optional(Type.Integer({ minimum: 0, maximum: 7 })),
  /** US915 and AU915: the block of eight channels that the gateways listen on, from 0; null: all. */
  channelBlock: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 7 }), Type.Null()])),
  /** How often the device is asked for battery and margin, hours; 0: never. */
  statusEveryHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 720 })),
});

const sessionKeys10 = { nwkSKey: Hex(16), appSKey: Hex(16) };
const sessionKeys11 = {
  fNwkSIntKey: Hex(16),
  sNwkSIntKey: Hex(16),
  nwkSEncKey: Hex(16),
  appSKey: Hex(16),
};
export const Activation = Type.Union([
  /** Root keys: AppKey, and with LoRaWAN 1.1 the NwkKey beside it. */
  Type.Object({ kind: Type.Literal("otaa"), appKey: Hex(16), nwkKey: Type.Optional(Hex(16)) }),
  /** Personalised: the device has had its session from the factory. */
  Type.Object({
    kind: Type.Literal("abp"),
    devAddr: Hex(4),
    keys: Type.Union([Type.Object(sessionKeys10), Type.Object(sessionKeys11)]),
    /** Counter of the last frame that another network accepted. */
    frameCounterUp: Type.Optional(Count),
    /** Counter of the next downlink. */
    frameCounterDown: Type.Optional(Count),
  }),
]);

/** What may be changed of a registered device. */
export const DeviceSettings = Type.Object({
  deviceClass: DeviceClass,
  /** Takes a frame counter that begins anew. Frames that were heard before can then be replayed. */
  allowsCounterReset: Type.Boolean(),
  radio: RadioSettings,
});
/** Keys lie sealed in the network server and nowhere else. */
export const DeviceRegistration = Type.Object({
  accountId: Id,
  deviceId: Id,
  devEui: Hex(8),
  joinEui: Hex(8),
  regionName: RegionName,
  macVersion: MacVersion,
  activation: Activation,
  ...DeviceSettings.properties,
});
export const GatewayRegistration = Type.Object({
  accountId: Id,
  gatewayId: Id,
  gatewayEui: Hex(8),
  regionName: RegionName,
  /** Fixed plans: the block of eight channels that a Basics Station is told to listen on; null: the second. */
  channelBlock: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 11 }), Type.Null()])),
});
export const GatewayStatus = Type.Object({
  gatewayId: Id,
  gatewayEui: Hex(8),
  accountId: Id,
  regionName: RegionName,
  lastSeenAt: Type.Union([Milliseconds, Type.Null()]),
  uplinks: Count,
  downlinks: Count,
  /** Undefined while it is not connected. */
  protocol: Type.Union([
    Type.Literal("semtech-udp"),
    Type.Literal("basics-station"),
    Type.Literal("chirpstack-mqtt"),
    Type.Null(),
  ]),
  version: Type.Union([Type.String(), Type.Null()]),
  location: Type.Union([
    Type.Object({ latitude: Type.Number(), longitude: Type.Number(), altitudeMetres: Type.Number() }),
    Type.Null(),
  ]),
  /** Share of the last hour that it sent in, by sub-band. */
  dutyCycle: Type.Array(
    Type.Object({
      fromHz: Type.Number(),
      toHz: Type.Number(),
      dutyCycle: Type.Number(),
      used: Type.Number(),
    }),
  ),
});
/** An hour of a gateway. */
export const GatewayHour = Type.Object({
  /** Begin of the hour. */
  at: Milliseconds,
  /** Packets that it brought, whatever came of them. */
  uplinks: Count,
  /** Of these, those that were refused: of strangers, or damaged. */
  refused: Count,
  downlinks: Count,
  /** The largest share of the allowed sending time that was used in a sub-band; 0 where none is limited. */
  dutyCycleUse: Type.Number({ minimum: 0 }),
});
/** A gateway that sends and that nobody registered. */
export const UnknownGateway = Type.Object({
  gatewayEui: Hex(8),
  lastSeenAt: Milliseconds,
  /** IP address that it sends from. */
  address: Type.String(),
  protocol: Type.String(),
});
/** LoRaWAN facts of a device, for its details page. */
export const DeviceSession = Type.Object({
  deviceId: Id,
  joinedAt: Type.Union([Milliseconds, Type.Null()]),
  devAddr: Type.Union([Hex(4), Type.Null()]),
  lastUplinkAt: Type.Union([Milliseconds, Type.Null()]),
  overwritten: Count,
  undelivered: Count,
  regionName: RegionName,
  macVersion: MacVersion,
  activation: Type.Union([Type.Literal("otaa"), Type.Literal("abp")]),
  deviceClass: DeviceClass,
  allowsCounterReset: Type.Boolean(),
  /** Counters that began anew since the registration. */
  counterResets: Count,
  frameCounterUp: Type.Union([Count, Type.Null()]),
  frameCounterDown: Type.Union([Count, Type.Null()]),
  /** Null before the first frame. */
  radio: Type.Union([
    Type.Object({
      dataRate: Type.String(),
      eirpDbm: Type.Number(),
      transmissions: Count,
      channelsMhz: Type.Array(Type.Number()),
      rxDelaySeconds: Count,
      rx1DataRateOffset: Count,
      rx2: Type.String(),
      mode: DeviceClass,
      /** Share of its latest uplinks that nobody heard. */
      lossShare: Type.Number(),
      /** Requests of the network that the device has not answered. */
      asked: Type.Array(Type.String()),
    }),
    Type.Null(),
  ]),
  /** Its latest answer to DevStatusReq. */
  status: Type.Union([
    Type.Object({
      /** Null: external power, or not known. */
      batteryPercent: Type.Union([Type.Number(), Type.Null()]),
      isExternallyPowered: Type.Boolean(),
      marginDb: Type.Number(),
      at: Milliseconds,
    }),
    Type.Null(),
  ]),
  radioSettings: RadioSettings,
});

export const DownlinkState = Type.Union([
  /** Waits for a window. */
  Type.Literal("queued"),
  /** Sent; its acknowledgement is awaited. */
  Type.Literal("awaiting"),
  Type.Literal("sent"),
  Type.Literal("acknowledged"),
  Type.Literal("expired"),
  /** Sent as often as allowed and never acknowledged. */
  Type.Literal("failed"),
  /** Longer than any of the device's windows takes. */
  Type.Literal("too-long"),
  Type.Literal("removed"),
]);
export const DownlinkStatus = Type.Object({
  downlinkId: Id,
  fPort: Type.Integer({ minimum: 1, maximum: 223 }),
  /** base64 */
  payload: Type.String(),
  confirmed: Type.Boolean(),
  state: DownlinkState,
  createdAt: Milliseconds,
  changedAt: Milliseconds,
  expiresAt: Type.Union([Milliseconds, Type.Null()]),
});

/** A frame as people look at it. */
export const FrameRecord = Type.Object({
  /** Counts up; ask for what comes after it. */
  sequence: Count,
  at: Milliseconds,
  direction: Type.Union([Type.Literal("up"), Type.Literal("down")]),
  /** e.g. `join-request`, `data`, `join-accept`. */
  kind: Type.String(),
  deviceId: Type.Union([Id, Type.Null()]),
  devEui: Type.Union([Type.String(), Type.Null()]),
  devAddr: Type.Union([Type.String(), Type.Null()]),
  frameCounter: Type.Union([Count, Type.Null()]),
  fPort: Type.Union([Count, Type.Null()]),
  confirmed: Type.Boolean(),
  acknowledges: Type.Boolean(),
  adr: Type.Boolean(),
  /** MAC commands in words. */
  commands: Type.Array(Type.String()),
  payloadBytes: Count,
  dataRate: Type.Union([Type.String(), Type.Null()]),
  frequencyHz: Type.Union([Count, Type.Null()]),
  receptions: Type.Array(Reception),
  /** Downlinks: how it was sent, e.g. `RX1`. */
  window: Type.Union([Type.String(), Type.Null()]),
  /** Why it was refused, or why it could not be sent. */
  refusal: Type.Union([Type.String(), Type.Null()]),
});

export const MulticastGroup = Type.Object({
  accountId: Id,
  groupId: Id,
  regionName: RegionName,
  mcAddr: Hex(4),
  mcKey: Hex(16),
  /** B: in ping slots; C: at once. */
  groupClass: Type.Union([Type.Literal("B"), Type.Literal("C")]),
  dataRate: Type.Integer({ minimum: 0, maximum: 15 }),
  frequencyHz: Type.Integer({ minimum: 100_000_000 }),
  /** Class B: a slot every 2^periodicity seconds. */
  periodicity: Type.Integer({ minimum: 0, maximum: 7 }),
  deviceIds: Type.Array(Id, { maxItems: 5000 }),
});

/** What a gateway with LoRa Basics Station is set up with. */
export const GatewayCredentials = Type.Object({
  lnsUri: Type.String(),
  cupsUri: Type.String(),
  caCertificate: Type.String(),
  certificate: Type.String(),
  key: Type.String(),
  token: Type.String(),
});

/** Of this contract: counted up with each change that the other side has to know of. */
export const protocolVersion = 1;

/** What a network server does for one customer, in numbers. */
export const AccountTraffic = Type.Object({
  accountId: Id,
  devices: Count,
  /** Registered and never heard. */
  neverHeard: Count,
  lastUplinkAt: Type.Union([Milliseconds, Type.Null()]),
  messagesLastHour: Count,
  /** Since their registration, of its devices. */
  overwritten: Count,
  /** Wait in the rings now. */
  undelivered: Count,
  gateways: Count,
  gatewaysConnected: Count,
});
/** What happened within a minute. */
export const TrafficMinute = Type.Object({
  /** Its end. */
  at: Milliseconds,
  uplinks: Count,
  joins: Count,
  refused: Count,
  delivered: Count,
  overwritten: Count,
  downlinks: Count,
  downlinksMissed: Count,
});
const CountByReason = Type.Array(Type.Object({ reason: Type.String(), count: Count }));
/** A process that runs, or ran until a moment ago. */
export const ProcessStatus = Type.Object({
  processId: Id,
  name: Type.String(),
  role: Type.String(),
  version: Type.String(),
  protocolVersion: Count,
  nodeVersion: Type.String(),
  memoryMb: Count,
  startedAt: Milliseconds,
  seenAt: Milliseconds,
});
/** How a region's network server does. Counts by reason are of the last three hours. */
export const NetworkStatus = Type.Object({
  version: Type.String(),
  protocolVersion: Count,
  /** Since when this process owns the devices. */
  ownerSince: Milliseconds,
  /** By part, `ok` or what is wrong. */
  checks: Type.Record(Type.String(), Type.String()),
  processes: Type.Array(ProcessStatus),
  devices: Count,
  /** Frames that wait for their commit; messages that wait for the application in memory; devices that wait in their rings. */
  waitingForCommit: Count,
  readyMessages: Count,
  devicesBehind: Count,
  unknownGateways: Count,
  refused: CountByReason,
  downlinksMissed: CountByReason,
  /** Stored messages that can't be opened, since its start. */
  unreadable: Count,
  /** From the arrival of a message to its commit by the application, of those of the last ten minutes; null: there were none. */
  delivery: Type.Union([Type.Object({ medianMs: Type.Number(), p99Ms: Type.Number() }), Type.Null()]),
  /** The last three hours, oldest first. */
  minutes: Type.Array(TrafficMinute),
  /** Not after, by what it is for. */
  certificates: Type.Array(Type.Object({ name: Type.String(), validUntil: Milliseconds })),
  accounts: Type.Array(AccountTraffic),
});

/** Requests of the application; each is answered by `answer` with the same id. Idempotent. */
export const Request = Type.Union([
  /** All or nothing. Refused: `dev-eui-taken` with the DevEUIs, separated by commas. At most 5,000 a request. */
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
  /** Its hours from a moment on, oldest first; hours in which nothing happened are missing. Refused: `gateway-unknown`. */
  Type.Object({
    name: Type.Literal("gateway-history"),
    accountId: Id,
    gatewayId: Id,
    from: Milliseconds,
  }),
  Type.Object({
    name: Type.Literal("device-sessions"),
    accountId: Id,
    deviceIds: Type.Array(Id, { maxItems: 5000 }),
  }),
  /** Refused: `device-unknown`. */
  Type.Object({
    name: Type.Literal("change-device"),
    accountId: Id,
    deviceId: Id,
    settings: DeviceSettings,
  }),
  /** The stored messages, oldest first. */
  Type.Object({ name: Type.Literal("device-messages"), accountId: Id, deviceId: Id }),
  /** Refused: `device-unknown`, `downlink-queue-full`, `payload-too-long`. */
  Type.Object({
    name: Type.Literal("enqueue-downlink"),
    accountId: Id,
    deviceId: Id,
    downlinkId: Id,
    fPort: Type.Integer({ minimum: 1, maximum: 223 }),
    payload: Type.String({ maxLength: 400 }),
    confirmed: Type.Boolean(),
    expiresAt: Type.Union([Milliseconds, Type.Null()]),
  }),
  Type.Object({ name: Type.Literal("downlinks"), accountId: Id, deviceId: Id }),
  /** Without an id: all that wait. */
  Type.Object({
    name: Type.Literal("remove-downlinks"),
    accountId: Id,
    deviceId: Id,
    downlinkId: Type.Optional(Id),
  }),
  /** The latest frames of a device or a gateway, after a sequence, oldest first. */
  Type.Object({
    name: Type.Literal("frames"),
    accountId: Id,
    deviceId: Type.Optional(Id),
    gatewayId: Type.Optional(Id),
    after: Count,
  }),
  Type.Object({ name: Type.Literal("unknown-gateways") }),
  /** Of all customers, for those who run the service. */
  Type.Object({ name: Type.Literal("network-status") }),
  Type.Object({ name: Type.Literal("all-gateways") }),
  /** A new certificate and token; those before are no longer taken. Refused: `gateway-unknown`. */
  Type.Object({ name: Type.Literal("renew-gateway-credentials"), accountId: Id, gatewayId: Id }),
  Type.Object({ name: Type.Literal("multicast-groups"), accountId: Id }),
  Type.Object({ name: Type.Literal("put-multicast-group"), group: MulticastGroup }),
  Type.Object({ name: Type.Literal("remove-multicast-group"), accountId: Id, groupId: Id }),
  /** Refused: `group-unknown`, `payload-too-long`, `no-gateway`. */
  Type.Object({
    name: Type.Literal("multicast"),
    accountId: Id,
    groupId: Id,
    fPort: Type.Integer({ minimum: 1, maximum: 223 }),
    payload: Type.String({ maxLength: 400 }),
  }),
  /** A new key for the stored messages; the old ones are sealed anew and the old key destroyed. */
  Type.Object({ name: Type.Literal("rotate-message-key") }),
  /** Everything of a customer that is closed. */
  Type.Object({ name: Type.Literal("remove-account"), accountId: Id }),
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
export type GatewayHour = Static<typeof GatewayHour>;
export type DeviceSession = Static<typeof DeviceSession>;
export type DeviceSettings = Static<typeof DeviceSettings>;
export type UnknownGateway = Static<typeof UnknownGateway>;
export type DownlinkStatus = Static<typeof DownlinkStatus>;
export type FrameRecord = Static<typeof FrameRecord>;
export type AccountTraffic = Static<typeof AccountTraffic>;
export type TrafficMinute = Static<typeof TrafficMinute>;
export type NetworkStatus = Static<typeof NetworkStatus>;
export type MulticastGroup = Static<typeof MulticastGroup>;
export type GatewayCredentials = Static<typeof GatewayCredentials>;
export type Request = Static<typeof Request>;
export type FromApplication = Static<typeof FromApplication>;
export type FromNetworkServer = Static<typeof FromNetworkServer>;
