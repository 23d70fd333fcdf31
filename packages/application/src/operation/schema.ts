import { Type } from "typebox";
import { closed, Id, Nullable, Text, Time } from "../api/schemas.ts";
import { jobStates } from "./job-book.ts";
import { troubleKinds } from "./troubles.ts";

export const OperatorAccess = Type.Object(
  {
    id: Id,
    reason: Type.String(),
    operatorName: Nullable(Type.String({ description: "Who asked; null: any operator" })),
    state: Type.Enum(["asked", "granted", "ended"], { type: "string" }),
    grantedBy: Nullable(Type.String()),
    until: Nullable(Time),
    createdAt: Time,
    version: Type.Integer({ minimum: 1 }),
  },
  {
    $id: "OperatorAccess",
    description: "That operators of the service may look into the account for a while",
  },
);
const hours = Type.Integer({ minimum: 1, maximum: 168, description: "For how long operators may look" });
export const AccessGrant = Type.Object({ hours }, closed);
export const NewAccessGrant = Type.Object({ hours, reason: Text(500) }, closed);
export const AccessRequest = Type.Object({ reason: Text(500) }, closed);
const Count = Type.Integer({ minimum: 0 });
const Bytes = Type.Number({ minimum: 0 });
const Reason = { reason: Text(500) };

const Numbers = Type.Object({
  at: Time,
  devices: Count,
  silentDevices: Count,
  neverSeenDevices: Count,
  weakBatteries: Nullable(Count),
  openOrders: Count,
  undispatchedOrders: Count,
  lateOrders: Nullable(Count),
  lastExportAt: Nullable(Time),
  storageBytes: Nullable(Bytes),
  jobsWaiting: Count,
  jobsFailed: Count,
});
const Traffic = Type.Object({
  devices: Count,
  neverHeard: Count,
  lastUplinkAt: Nullable(Time),
  messagesLastHour: Count,
  overwritten: Count,
  undelivered: Count,
  gateways: Count,
  gatewaysConnected: Count,
});
const Quota = Type.Object({
  devices: Nullable(Count),
  requestsPerMinute: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
  storageMb: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
});
const Trouble = Type.Object({
  kind: Type.Enum([...troubleKinds], { type: "string" }),
  severity: Type.Enum(["alarm", "notice"], { type: "string" }),
  count: Count,
});
const customer = {
  accountId: Id,
  slug: Type.String(),
  region: Type.String(),
  state: Type.String(),
  stateSince: Time,
  isDemonstration: Type.Boolean(),
  createdAt: Time,
  quota: Quota,
  traffic: Nullable(Traffic),
  numbers: Nullable(Numbers),
  refusedSignIns: Type.Integer({ description: "In the last 24 hours, as far as this process saw them" }),
  memoryBytes: Nullable(Type.Number({ description: "null: the account is not in memory now" })),
  troubles: Type.Array(Trouble),
  access: Nullable(
    Type.Object({
      state: Type.Enum(["asked", "granted"], { type: "string" }),
      reason: Type.String(),
      until: Nullable(Time),
    }),
  ),
};
export const OperatedCustomer = Type.Object(customer, {
  $id: "OperatedCustomer",
  description: "What operators see of a customer: nothing of its content",
});
export const OperatedCustomers = Type.Object({ items: Type.Array(OperatedCustomer) });
export const OperatedCustomerDetails = Type.Object(
  {
    ...customer,
    members: Type.Integer({ description: "0: nobody has registered yet" }),
    requestsLastMinute: Count,
    schemaVersion: Count,
    customerKeyVersion: Nullable(Type.Integer({ description: "null: the key vault does not answer" })),
    dataKeys: Type.Array(Type.Object({ generation: Type.Integer(), createdAt: Time })),
    keyRotation: Nullable(
      Type.Object({
        generation: Type.Integer(),
        startedAt: Time,
        finishedAt: Nullable(Time),
        done: Count,
        total: Count,
      }),
    ),
    historySummedUntil: Nullable(Time),
    lastPlannedNight: Nullable(Type.String({ format: "date" })),
  },
  { $id: "OperatedCustomerDetails" },
);
export const StateChange = Type.Object(
  { state: Type.Enum(["active", "suspended"], { type: "string" }), ...Reason },
  closed,
);
export const QuotaChange = Type.Object(
  {
    devices: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
    requestsPerMinute: Quota.properties.requestsPerMinute,
    storageMb: Quota.properties.storageMb,
    ...Reason,
  },
  closed,
);
export const OperatorReason = Type.Object(Reason, closed);
export const KeyRotationOrder = Type.Object(
  { level: Type.Enum(["customer", "data"], { type: "string" }), ...Reason },
  closed,
);
export const OperatedLink = Type.Object({ link: Type.String(), expiresAt: Time });

const ByReason = Type.Array(Type.Object({ reason: Type.String(), count: Count }));
const Process = Type.Object({
  name: Type.String(),
  role: Type.String(),
  version: Type.String(),
  protocolVersion: Count,
  nodeVersion: Type.String(),
  memoryMb: Count,
  startedAt: Time,
  seenAt: Time,
});
const Certificate = Type.Object({ name: Type.String(), validUntil: Time });
export const OperatedNetwork = Type.Object(
  {
    region: Type.String(),
    isConnected: Type.Boolean(),
    status: Nullable(
      Type.Object({
        ownerSince: Time,
        checks: Type.Record(Type.String(), Type.String()),
        processes: Type.Array(Process),
        devices: Count,
        gateways: Count,
        gatewaysConnected: Count,
        unknownGateways: Count,
        waitingForCommit: Count,
        readyMessages: Count,
        devicesBehind: Count,
        undelivered: Count,
        overwritten: Count,
        unreadable: Count,
        refused: ByReason,
        downlinksMissed: ByReason,
        delivery: Nullable(Type.Object({ medianMs: Type.Number(), p99Ms: Type.Number() })),
        minutes: Type.Array(
          Type.Object({
            at: Time,
            uplinks: Count,
            joins: Count,
            refused: Count,
            delivered: Count,
            overwritten: Count,
            downlinks: Count,
            downlinksMissed: Count,
          }),
        ),
      }),
    ),
  },
  {
    $id: "OperatedNetwork",
    description: "A region's network server; status is null while it does not answer",
  },
);
export const OperatedGateway = Type.Object(
  {
    gatewayEui: Type.String(),
    accountId: Id,
    customer: Nullable(Type.String()),
    region: Type.String(),
    channelPlan: Type.String(),
    protocol: Nullable(Type.String()),
    isConnected: Type.Boolean(),
    lastSeenAt: Nullable(Time),
    uplinks: Count,
    downlinks: Count,
    version: Nullable(Type.String()),
    dutyCycleUsed: Type.Number({ description: "Of its busiest sub-band: 1 is all that it may send" }),
  },
  { $id: "OperatedGateway" },
);
const JobState = Type.Enum([...jobStates], { type: "string" });
export const OperatedJob = Type.Object(
  {
    region: Type.String(),
    queue: Type.String(),
    id: Id,
    state: JobState,
    accountId: Nullable(Type.String()),
    customer: Nullable(Type.String()),
    attempts: Count,
    attemptsAllowed: Count,
    createdAt: Time,
    at: Type.Unsafe<string>({
      ...Time,
      description: "When it is taken up next; of a failed one, when it failed",
    }),
    reason: Nullable(Type.String()),
  },
  { $id: "OperatedJob" },
);
export const OperatedJobs = Type.Object({
  queues: Type.Array(
    Type.Object({
      region: Type.String(),
      queue: Type.String(),
      waiting: Count,
      retrying: Count,
      active: Count,
      failed: Count,
      oldestDueAt: Nullable(Time),
    }),
  ),
  schedules: Type.Array(
    Type.Object({
      region: Type.String(),
      name: Type.Enum(["nightly-planning", "history-upkeep"], { type: "string" }),
      lastAt: Nullable(Time),
      nextAt: Nullable(Time),
      done: Type.Integer({ description: "Accounts that are through" }),
      open: Type.Integer({ description: "Accounts that wait" }),
    }),
  ),
  items: Type.Array(OperatedJob),
});
export const jobQuery = {
  region: Type.Optional(Text(20)),
  queue: Type.Optional(Text(60)),
  state: Type.Optional(JobState),
  accountId: Type.Optional(Id),
};
export const ServiceHealth = Type.Object(
  {
    status: Type.Enum(["ok", "degraded"], { type: "string" }),
    checks: Type.Record(Type.String(), Type.String()),
    version: Type.String(),
    protocolVersion: Count,
    nodeVersion: Type.String(),
    startedAt: Time,
    accountsInMemory: Type.Integer(),
    memory: Type.Object({ accountsBytes: Bytes, processBytes: Bytes }),
    disk: Nullable(Type.Object({ freeBytes: Bytes, bytes: Bytes })),
    keyVault: Type.Object({ kind: Type.String(), isAway: Type.Boolean(), awaySince: Nullable(Time) }),
    mail: Type.Boolean({ description: "A mail server is set" }),
    processes: Type.Array(Type.Object({ region: Type.String(), ...Process.properties })),
    certificates: Type.Array(Type.Object({ region: Type.String(), ...Certificate.properties })),
    databases: Type.Array(
      Type.Object({
        region: Type.String(),
        version: Nullable(Type.String({ description: "null: it does not answer" })),
        bytes: Nullable(Bytes),
        schema: Type.Object({ newest: Count, accountsBehind: Count }),
        passwordSince: Nullable(Time),
        archive: Nullable(
          Type.Object(
            {
              isOn: Type.Boolean(),
              lastAt: Nullable(Time),
              failures: Count,
              lastFailureAt: Nullable(Time),
            },
            { description: "Postgres' own archiving of its log, as a backup of every moment needs it" },
          ),
        ),
      }),
    ),
    toStock: Nullable(
      Type.Object(
        { medianMs: Type.Number(), p99Ms: Type.Number() },
        { description: "From a message's arrival to the committed stock level, last ten minutes" },
      ),
    ),
    minutes: Type.Array(
      Type.Object({
        at: Time,
        requests: Count,
        failed: Count,
        refused: Count,
        medianMs: Nullable(Type.Number()),
        p99Ms: Nullable(Type.Number()),
      }),
    ),
  },
  { $id: "ServiceHealth" },
);
export const operationSchemas = [
  OperatorAccess,
  OperatedCustomer,
  OperatedCustomerDetails,
  OperatedNetwork,
  OperatedGateway,
  OperatedJob,
  ServiceHealth,
];
