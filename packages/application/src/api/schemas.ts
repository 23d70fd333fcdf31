import { macVersions, regionNames } from "@refill/lorawan";
import { profileNames } from "@refill/sensors";
import { type Static, Type } from "typebox";

/** The resources of the REST API, as they cross the wire. The web page's types are generated from them. */
export const Id = Type.String({
  format: "uuid",
  pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
});
export const Text = (maxLength = 200) => Type.String({ minLength: 1, maxLength, pattern: "\\S" });
export const Time = Type.String({ format: "date-time" });
export const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** A list that nobody changes in place. */
export const List = <T extends Type.TSchema>(items: T, options: Type.TArrayOptions = {}) =>
  Type.Unsafe<readonly Static<T>[]>(Type.Array(items, options));
export const TimeZone = Type.String({
  maxLength: 64,
  description: "IANA name of a time zone",
  examples: ["Europe/Berlin"],
});
/** A day, e.g. 2027-01-31. */
export const IsoDate = Type.String({ format: "date" });
export const closed = { additionalProperties: false };
const Eui = (what: string) =>
  Type.String({ pattern: "^[0-9a-fA-F]{16}$", description: `${what}, 16 hexadecimal digits` });
export const Pieces = (minimum = 0) => Type.Integer({ minimum, maximum: 10_000_000 });

/** Of every record that people and machines configure. */
export const stamps = {
  version: Type.Integer({ description: "From 1, one more with each change" }),
  createdAt: Time,
  updatedAt: Time,
};

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
    version: Type.Optional(Type.Integer({ description: "Of version-changed: the record's current version" })),
  },
  { $id: "Problem", description: "Problem details (RFC 9457)" },
);
export const ProblemType = Type.Object(
  {
    code: Type.String(),
    type: Type.String({ description: "`type` of the problem" }),
    statuses: Type.Array(Type.Integer()),
    title: Type.String(),
    remedy: Type.String({ description: "What to do" }),
  },
  { $id: "ProblemType" },
);

export const EmailAddress = Type.String({
  maxLength: 254,
  pattern: '^[^\\s@<>,;:"]+@[^\\s@<>,;:"]+$',
  examples: ["maria.berger@acme.example"],
});
const Key = (description: string) =>
  Type.String({ pattern: "^[0-9a-fA-F]{32}$", description: `${description}, 32 hexadecimal digits` });
export const LorawanRegion = Type.Enum([...regionNames], {
  type: "string",
  description: "Channel plan of RP002-1.0.4 that device and gateways use",
});
const RadioSettings = Type.Object(
  {
    adr: Type.Optional(Type.Boolean({ description: "Whether the network chooses data rate and power" })),
    adrMarginDb: Type.Optional(Type.Number({ minimum: 0, maximum: 30 })),
    minimumDataRate: Type.Optional(Type.Integer({ minimum: 0, maximum: 15 })),
    maximumDataRate: Type.Optional(Type.Integer({ minimum: 0, maximum: 15 })),
    maximumTransmissions: Type.Optional(Type.Integer({ minimum: 1, maximum: 15 })),
    rxDelaySeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 15 })),
    rx1DataRateOffset: Type.Optional(Type.Integer({ minimum: 0, maximum: 7 })),
    channelBlock: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 7 }))),
    statusEveryHours: Type.Optional(Type.Integer({ minimum: 0, maximum: 720 })),
  },
  { ...closed, description: "How the device's radio is run; what is left out has its default" },
);
const lorawan = {
  region: LorawanRegion,
  macVersion: Type.Enum([...macVersions], { type: "string", description: "LoRaWAN version" }),
  deviceClass: Type.Enum(["A", "B", "C"], { type: "string" }),
  allowsCounterReset: Type.Boolean({
    description:
      "Takes a frame counter that begins anew, for personalised devices that forget theirs; frames heard before can then be replayed",
  }),
  radio: RadioSettings,
};
export const DeviceProfile = Type.Enum([...profileNames], { type: "string", description: "Type of device" });
const device = {
  devEui: Eui("DevEUI"),
  joinEui: Eui("JoinEUI (AppEUI)"),
  name: Text(),
  profile: DeviceProfile,
};
const keys = {
  appKey: Type.Optional(Key("AppKey; taken, never given out")),
  nwkKey: Type.Optional(Key("NwkKey of a LoRaWAN 1.1 device; taken, never given out")),
  personalised: Type.Optional(
    Type.Object(
      {
        devAddr: Type.String({ pattern: "^[0-9a-fA-F]{8}$", description: "DevAddr, 8 hexadecimal digits" }),
        appSKey: Key("AppSKey"),
        nwkSKey: Type.Optional(Key("NwkSKey of LoRaWAN 1.0.x")),
        fNwkSIntKey: Type.Optional(Key("FNwkSIntKey of LoRaWAN 1.1")),
        sNwkSIntKey: Type.Optional(Key("SNwkSIntKey of LoRaWAN 1.1")),
        nwkSEncKey: Type.Optional(Key("NwkSEncKey of LoRaWAN 1.1")),
        frameCounterUp: Type.Optional(Type.Integer({ minimum: 0, maximum: 0xffffffff })),
        frameCounterDown: Type.Optional(Type.Integer({ minimum: 0, maximum: 0xffffffff })),
      },
      { ...closed, description: "Activation by personalisation (ABP) instead of root keys" },
    ),
  ),
};
export const DeviceInput = Type.Object(
  { ...device, ...Type.Partial(Type.Object(lorawan)).properties, ...keys },
  closed,
);
export const DeviceChange = Type.Partial(
  Type.Object({
    name: device.name,
    profile: device.profile,
    deviceClass: lorawan.deviceClass,
    allowsCounterReset: lorawan.allowsCounterReset,
    radio: lorawan.radio,
    isRetired: Type.Boolean({
      description: "Out of service: kept, but not missed when it is silent; it may not watch a location",
    }),
  }),
  closed,
);
export const DeviceLife = Type.Enum(["never-seen", "active", "silent", "retired"], { type: "string" });
export const HeardBy = Type.Object({
  gatewayEui: Type.String(),
  rssiDbm: Type.Number({ description: "Smoothed over the latest messages" }),
  snrDb: Type.Number(),
  lastHeardAt: Time,
});
export const Device = Type.Object(
  {
    id: Id,
    ...device,
    ...lorawan,
    ...stamps,
    activation: Type.Enum(["otaa", "abp"], { type: "string" }),
    locationId: Nullable(Id),
    retiredAt: Nullable(Time),
    replacesId: Nullable(Type.String({ format: "uuid", description: "The device whose place it took" })),
    batteryPercent: Nullable(Type.Number()),
    batteryDaysLeft: Nullable(
      Type.Integer({
        description:
          "By the decline of the battery for each frame that was sent, and the frames a day now; at most 3650",
      }),
    ),
    batteryLifeUnknown: Nullable(
      Type.Enum(["no-reading", "too-early", "no-decline"], {
        type: "string",
        description: "Why the days are not known: no reading, less than two weeks of them, or no decline yet",
      }),
    ),
    lastSeenAt: Nullable(Time),
    rssiDbm: Nullable(Type.Number()),
    snrDb: Nullable(Type.Number()),
    signalMarginDb: Nullable(
      Type.Number({
        description: "By how much the best gateway's signal exceeds what its spreading factor needs",
      }),
    ),
    dataRate: Nullable(Type.String()),
    spreadingFactor: Nullable(Type.Integer()),
    frameCounter: Nullable(Type.Integer()),
    lostShare: Nullable(
      Type.Number({ description: "Share of the frames of the last seven days and today that nobody heard" }),
    ),
    reportingIntervalSeconds: Nullable(
      Type.Integer({ description: "As seen: the median of its latest gaps" }),
    ),
    overwritten: Type.Integer(),
    hardwareVersion: Nullable(Type.String()),
    firmwareVersion: Nullable(Type.String()),
    restartedAt: Nullable(Time),
    gateways: Type.Array(HeardBy, {
      description: "Those that heard it within a week, the best signal first",
    }),
    state: DeviceLife,
  },
  { $id: "Device" },
);
export const DeviceLorawan = Type.Object(
  {
    devAddr: Nullable(Type.String()),
    joinedAt: Nullable(Time),
    frameCounterUp: Nullable(Type.Integer()),
    frameCounterDown: Nullable(Type.Integer()),
    counterResets: Type.Integer(),
    undelivered: Type.Integer(),
    radio: Nullable(
      Type.Object({
        dataRate: Type.String(),
        eirpDbm: Type.Number(),
        transmissions: Type.Integer(),
        channelsMhz: Type.Array(Type.Number()),
        rxDelaySeconds: Type.Integer(),
        rx1DataRateOffset: Type.Integer(),
        rx2: Type.String(),
        mode: lorawan.deviceClass,
        lossShare: Type.Number(),
        asked: Type.Array(Type.String()),
      }),
    ),
    status: Nullable(
      Type.Object({
        batteryPercent: Nullable(Type.Number()),
        isExternallyPowered: Type.Boolean(),
        marginDb: Type.Number(),
        at: Time,
      }),
    ),
  },
  { $id: "DeviceLorawan", description: "What the network server knows of a device" },
);
const Reading = Type.Object(
  {
    distanceMm: Type.Optional(Type.Number()),
    distanceFault: Type.Optional(Type.String()),
    weightGrams: Type.Optional(Type.Number()),
    weightFault: Type.Optional(Type.String()),
    present: Type.Optional(Type.Boolean()),
    button: Type.Optional(Type.String()),
    batteryPercent: Type.Optional(Type.Number()),
    batteryVolts: Type.Optional(Type.Number()),
    temperatureC: Type.Optional(Type.Number()),
    tilted: Type.Optional(Type.Boolean()),
    hardwareVersion: Type.Optional(Type.String()),
    firmwareVersion: Type.Optional(Type.String()),
    hasRestarted: Type.Optional(Type.Boolean()),
  },
  { description: "What the payload says, as the device's type is read; only what it tells of is there" },
);
export const StoredMessage = Type.Object(
  {
    sequence: Type.Integer(),
    receivedAt: Time,
    frameCounter: Type.Integer(),
    fPort: Type.Integer(),
    payload: Type.String({ description: "Hexadecimal digits" }),
    reading: Reading,
    notRead: Nullable(Type.String({ description: "Why there is no reading in it, e.g. `unknown-port`" })),
    dataRate: Type.String(),
    frequencyHz: Type.Integer(),
    gateways: Type.Array(
      Type.Object({ gatewayEui: Type.String(), rssiDbm: Type.Number(), snrDb: Type.Number() }),
    ),
  },
  { $id: "StoredMessage" },
);
export const DownlinkInput = Type.Object(
  {
    fPort: Type.Integer({ minimum: 1, maximum: 223 }),
    payload: Type.String({
      pattern: "^([0-9a-fA-F]{2}){1,242}$",
      description: "Hexadecimal digits, at most 242 bytes",
    }),
    confirmed: Type.Optional(Type.Boolean({ description: "Sent again until the device acknowledges it" })),
    expiresAt: Type.Optional(Time),
  },
  closed,
);
export const Downlink = Type.Object(
  {
    id: Id,
    fPort: Type.Integer(),
    payload: Type.String(),
    confirmed: Type.Boolean(),
    state: Type.Enum(
      ["queued", "awaiting", "sent", "acknowledged", "expired", "failed", "too-long", "removed"],
      { type: "string" },
    ),
    createdAt: Time,
    changedAt: Time,
    expiresAt: Nullable(Time),
  },
  { $id: "Downlink" },
);
export const Frame = Type.Object(
  {
    sequence: Type.Integer(),
    at: Time,
    direction: Type.Enum(["up", "down"], { type: "string" }),
    kind: Type.String(),
    deviceId: Nullable(Id),
    devEui: Nullable(Type.String()),
    devAddr: Nullable(Type.String()),
    frameCounter: Nullable(Type.Integer()),
    fPort: Nullable(Type.Integer()),
    confirmed: Type.Boolean(),
    acknowledges: Type.Boolean(),
    adr: Type.Boolean(),
    commands: Type.Array(Type.String()),
    payloadBytes: Type.Integer(),
    dataRate: Nullable(Type.String()),
    frequencyHz: Nullable(Type.Integer()),
    gateways: Type.Array(
      Type.Object({ gatewayEui: Type.String(), rssiDbm: Type.Number(), snrDb: Type.Number() }),
    ),
    window: Nullable(Type.String()),
    refusal: Nullable(Type.String()),
  },
  { $id: "Frame", description: "A frame of the last minutes, with its header and MAC commands in words" },
);

/** To the right or down from the upper left corner of a site's plan. */
export const Metres = Type.Number({ minimum: 0, maximum: 10_000 });
export const GatewayPlace = Type.Object(
  { siteId: Id, x: Metres, y: Metres },
  { ...closed, description: "Its middle on a site's plan, in metres from the upper left corner" },
);
const gateway = { gatewayEui: Eui("Gateway EUI"), name: Text() };
const ChannelBlock = Type.Union([Type.Integer({ minimum: 0, maximum: 11 }), Type.Null()], {
  description:
    "Plans with more channels than a gateway has: which block of eight a Basics Station is told to listen on, from 0; null: the second",
});
export const GatewayInput = Type.Object(
  {
    ...gateway,
    region: Type.Optional(LorawanRegion),
    channelBlock: Type.Optional(ChannelBlock),
    place: Type.Optional(Nullable(GatewayPlace)),
  },
  closed,
);
export const GatewayChange = Type.Partial(
  Type.Object({
    name: gateway.name,
    region: LorawanRegion,
    channelBlock: ChannelBlock,
    place: Nullable(GatewayPlace),
  }),
  closed,
);
export const Gateway = Type.Object(
  {
    id: Id,
    ...gateway,
    ...stamps,
    region: LorawanRegion,
    channelBlock: ChannelBlock,
    place: Nullable(GatewayPlace),
    lastSeenAt: Nullable(Time),
    uplinks: Nullable(Type.Integer()),
    downlinks: Nullable(Type.Integer()),
    protocol: Nullable(Type.Enum(["semtech-udp", "basics-station", "chirpstack-mqtt"], { type: "string" })),
    softwareVersion: Nullable(Type.String({ description: "As the gateway says of itself" })),
    location: Nullable(
      Type.Object({ latitude: Type.Number(), longitude: Type.Number(), altitudeMetres: Type.Number() }),
    ),
    dutyCycle: Type.Array(
      Type.Object(
        { fromHz: Type.Number(), toHz: Type.Number(), dutyCycle: Type.Number(), used: Type.Number() },
        { description: "Share of the last hour that it sent in, and the share that is allowed" },
      ),
    ),
  },
  { $id: "Gateway" },
);
export const StationCredentials = Type.Object(
  {
    lnsUri: Type.String({ description: "tc.uri" }),
    cupsUri: Type.String({ description: "cups.uri" }),
    caCertificate: Type.String({ description: "tc.trust and cups.trust, PEM" }),
    certificate: Type.String({ description: "tc.crt and cups.crt, PEM" }),
    key: Type.String({ description: "tc.key and cups.key, PEM" }),
    token: Type.String({ description: "Instead of certificate and key: Authorization: Bearer …" }),
  },
  { $id: "StationCredentials", description: "Files for LoRa Basics Station; shown this once" },
);
export const DeviceQrCode = Type.Object(
  {
    devEui: Type.String(),
    joinEui: Type.String(),
    vendorId: Type.String(),
    vendorProfileId: Type.String(),
    ownerToken: Type.Optional(Type.String()),
    serialNumber: Type.Optional(Type.String()),
    proprietary: Type.Optional(Type.String()),
  },
  { $id: "DeviceQrCode", description: "What a device's QR code says (LoRa Alliance TR005)" },
);
export const UnknownGateway = Type.Object(
  { gatewayEui: Type.String(), lastSeenAt: Time, protocol: Type.String() },
  { $id: "UnknownGateway", description: "A gateway of your network that sends and that nobody registered" },
);
const multicastGroup = {
  region: LorawanRegion,
  mcAddr: Type.String({ pattern: "^[0-9a-fA-F]{8}$", description: "McAddr, 8 hexadecimal digits" }),
  groupClass: Type.Enum(["B", "C"], { type: "string" }),
  dataRate: Type.Integer({ minimum: 0, maximum: 15 }),
  frequencyHz: Type.Integer({ minimum: 100_000_000, maximum: 2_500_000_000 }),
  periodicity: Type.Integer({ minimum: 0, maximum: 7, description: "Class B: a slot every 2^n seconds" }),
  deviceIds: Type.Array(Id, { maxItems: 5000 }),
};
export const MulticastGroupInput = Type.Object(
  { ...multicastGroup, mcKey: Key("McKey; taken, never given out") },
  closed,
);
export const MulticastGroup = Type.Object(
  { id: Id, ...multicastGroup, frameCounterDown: Type.Integer() },
  { $id: "MulticastGroup" },
);
export const MulticastInput = Type.Object(
  { fPort: DownlinkInput.properties.fPort, payload: DownlinkInput.properties.payload },
  closed,
);
export const MulticastSent = Type.Object(
  { frameCounter: Type.Integer(), gateways: Type.Integer(), at: Time },
  { $id: "MulticastSent" },
);

export const Overview = Type.Object(
  {
    counts: Type.Object({
      locations: Type.Integer(),
      low: Type.Integer(),
      empty: Type.Integer(),
      unknown: Type.Integer(),
      onOrder: Type.Integer(),
      silentDevices: Type.Integer(),
    }),
    demonstration: Type.Boolean(),
  },
  { $id: "Overview" },
);
export const MailboxMessage = Type.Object(
  { id: Id, at: Time, to: Type.String(), subject: Type.String(), text: Type.String() },
  { $id: "MailboxMessage" },
);

export const BulkItemResult = Type.Object(
  {
    index: Type.Integer({ description: "Of the item, from 0" }),
    status: Type.Integer({ description: "As the single request would have been answered" }),
    id: Type.Optional(Id),
    problem: Type.Optional(Problem),
  },
  { $id: "BulkItemResult" },
);

/** Named in OpenAPI's `components.schemas`. */
export const namedSchemas = [
  Problem,
  ProblemType,
  Device,
  DeviceLorawan,
  StoredMessage,
  Downlink,
  Frame,
  Gateway,
  UnknownGateway,
  StationCredentials,
  DeviceQrCode,
  MulticastGroup,
  MulticastSent,
  Overview,
  MailboxMessage,
];

export type DeviceInput = Static<typeof DeviceInput>;
export type MulticastGroupInput = Static<typeof MulticastGroupInput>;
export type GatewayPlace = Static<typeof GatewayPlace>;
export type GatewayInput = Static<typeof GatewayInput>;
