import type { MacVersion, RegionName } from "@refill/lorawan";
import type { DeviceSettings } from "@refill/protocol";
import type { Geometry, LevelState, OrderRecord, OrderState, Policy } from "@refill/replenishment";
import type { ProfileName } from "@refill/sensors";

/** Everything that a storage account holds in memory, by kind. Plain data: sealed as JSON, and never changed in place. */

/** What people and machines configure: counted up and stamped by each change. */
export interface Stamped {
  /** From 1, one more with each change. */
  version: number;
  /** ms since 1970. */
  createdAt: number;
  updatedAt: number;
}
export interface Site extends Stamped {
  id: string;
  name: string;
}
export type DispatchWay =
  | { kind: "email"; address: string }
  | { kind: "webhook"; url: string; secret: string };
export interface Supplier extends Stamped {
  id: string;
  name: string;
  leadTimeDays: number;
  dispatch: DispatchWay;
}
export interface Part extends Stamped {
  id: string;
  number: string;
  name: string;
  unit: string;
  supplierId: string;
  packSize: number;
  minimumOrderQuantity: number;
}
export interface StorageLocation extends Stamped {
  id: string;
  siteId: string;
  name: string;
  partId: string;
  deviceId: string | null;
  geometry: Geometry;
  policy: Policy;
}
/** What is known of a location's stock; `id` is the location's. */
export interface Level {
  id: string;
  state: LevelState;
  /** Time of the last reading that gave or confirmed a level, ms; null before the first. */
  measuredAt: number | null;
  /** Since when the level has been unknown, ms. */
  unknownSince: number | null;
  /** An order was cancelled at this stock: none is made until the stock changes. */
  heldAt: number | null;
  /** Pieces put in by hand since the last reading; the next one tells them to the history. */
  restocked?: number;
}
export interface Device extends Stamped {
  id: string;
  devEui: string;
  joinEui: string;
  name: string;
  profile: ProfileName;
  region: RegionName;
  macVersion: MacVersion;
  deviceClass: "A" | "B" | "C";
  activation: "otaa" | "abp";
  allowsCounterReset: boolean;
  radio: DeviceSettings["radio"];
}
/** What a device's last message said; `id` is the device's. */
export interface DeviceState {
  id: string;
  lastSequence: number;
  lastSeenAt: number;
  batteryPercent: number | null;
  rssiDbm: number;
  snrDb: number;
  dataRate: string;
  /** Null where the last message was not sent with LoRa. */
  spreadingFactor: number | null;
  frameCounter: number;
  overwritten: number;
  /** Webhooks were told that it is silent; its next message takes that back. */
  isSilenceTold: boolean;
  isBatteryLow: boolean;
}
export interface Gateway extends Stamped {
  id: string;
  gatewayEui: string;
  name: string;
  region: RegionName;
  /** Fixed plans: the block of eight channels that it listens on; null: the second. */
  channelBlock: number | null;
}
export interface Order {
  id: string;
  number: number;
  state: OrderState;
  locationId: string;
  partId: string;
  supplierId: string;
  quantity: number;
  createdAt: number;
  updatedAt: number;
  confirmedQuantity: number | null;
  confirmedDate: string | null;
  receivedQuantity: number | null;
  piecesSeen: number;
  /** Why the last attempt to send it failed; null when none did or one succeeded since. */
  dispatchProblem: string | null;
  events: readonly OrderRecord[];
}
export type Role = "admin" | "user";
export interface Member extends Stamped {
  id: string;
  name: string;
  email: string;
  role: Role;
}
/** A key for the REST API, known by its hash only. */
export interface ApiKey extends Stamped {
  id: string;
  name: string;
  role: Role;
  hash: string;
  /** ms; null: until it is revoked. */
  expiresAt: number | null;
  /** Networks from which it is taken, e.g. `192.0.2.0/24`; empty: from everywhere. */
  sourceAddresses: readonly string[];
  /** Made by the service's operator for one command. */
  isOperators: boolean;
  /** ms; a revoked key is kept for some days, so that attempts to use it are recognised. */
  revokedAt: number | null;
}
/** When a key was used last; `id` is the key's. */
export interface ApiKeyUse {
  id: string;
  lastUsedAt: number;
  address: string;
}
export interface RegistrationLink {
  id: string;
  role: Role;
  /** Nobody else registers by it; null: whoever has the link. */
  email: string | null;
  hash: string;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
}
export interface Session {
  id: string;
  memberId: string;
  hash: string;
  createdAt: number;
  expiresAt: number;
}

/** A customer's webhook, as in the Standard Webhooks specification. */
export interface Webhook extends Stamped {
  id: string;
  url: string;
  description: string;
  /** Types of events, e.g. `order.placed`; empty: all. */
  events: readonly string[];
  isEnabled: boolean;
  /** Why Refill switched it off; null when it did not. */
  disabledReason: string | null;
  /** The first signs; those before it sign as well until their end (ms). */
  secrets: readonly { secret: string; endsAt: number | null }[];
}
/** How a webhook's deliveries go; `id` is the webhook's. */
export interface WebhookState {
  id: string;
  /** Since when every attempt has failed, ms; null while they succeed. */
  failingSince: number | null;
}
/** The account's own settings; `id` is the account's. */
export interface Setting extends Stamped {
  id: string;
  /** Raw measurements are kept so long; sums by hour and day stay. */
  rawMeasurementDays: number;
}
/** A request for the account's data, as they are when it is fetched. */
export interface DataExport extends Stamped {
  id: string;
  format: "ndjson" | "csv";
  /** Resources, e.g. `parts`. */
  resources: readonly string[];
  /** Of measurements and audit trail, ms. */
  from: number | null;
  to: number | null;
  expiresAt: number;
  fetchedAt: number | null;
}

/** A change of the account's data key. */
export interface DataKeyRotation {
  id: string;
  /** Of the key that seals from its begin on. */
  generation: number;
  startedAt: number;
  finishedAt: number | null;
  /** Records to seal anew, about. */
  total: number;
  done: number;
}

export interface Records {
  site: Site;
  supplier: Supplier;
  part: Part;
  device: Device;
  gateway: Gateway;
  location: StorageLocation;
  deviceState: DeviceState;
  level: Level;
  order: Order;
  member: Member;
  apiKey: ApiKey;
  apiKeyUse: ApiKeyUse;
  registrationLink: RegistrationLink;
  session: Session;
  webhook: Webhook;
  webhookState: WebhookState;
  setting: Setting;
  dataExport: DataExport;
  dataKeyRotation: DataKeyRotation;
}
export type Kind = keyof Records;

/** A record as it is put: the stamps are set by the change. */
export type Draft<R> = R extends Stamped ? Omit<R, keyof Stamped> & Partial<Stamped> : R;

export interface MeasurementContent {
  onHand: number | null;
  distanceMm: number | null;
  fault: string | null;
  /** Pieces that left, or came, since the reading before; absent: none. */
  consumption?: number;
  receipts?: number;
}
/** One reading of a location, kept for its history. */
export interface MeasurementRow {
  deviceId: string;
  sequence: number;
  locationId: string | null;
  at: number;
  content: MeasurementContent;
}
