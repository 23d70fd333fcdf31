import type { MacVersion, RegionName } from "@refill/lorawan";
import type { DeviceSettings } from "@refill/protocol";
import type { Geometry, LevelState, OrderRecord, OrderState, Policy } from "@refill/replenishment";
import type { ProfileName } from "@refill/sensors";

/** Everything that a storage account holds in memory, by kind. Plain data: sealed as JSON, and never changed in place. */
export interface Site {
  id: string;
  name: string;
}
export type DispatchWay =
  | { kind: "email"; address: string }
  | { kind: "webhook"; url: string; secret: string };
export interface Supplier {
  id: string;
  name: string;
  leadTimeDays: number;
  dispatch: DispatchWay;
}
export interface Part {
  id: string;
  number: string;
  name: string;
  unit: string;
  supplierId: string;
  packSize: number;
  minimumOrderQuantity: number;
}
export interface StorageLocation {
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
}
export interface Device {
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
}
export interface Gateway {
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
export interface Member {
  id: string;
  name: string;
  email: string;
  role: Role;
  createdAt: number;
}
/** A key for the REST API, known by its hash only. */
export interface ApiKey {
  id: string;
  name: string;
  role: Role;
  createdAt: number;
  hash: string;
}
export interface RegistrationLink {
  id: string;
  role: Role;
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
  registrationLink: RegistrationLink;
  session: Session;
}
export type Kind = keyof Records;

/** One reading of a location, kept for its history. */
export interface MeasurementRow {
  deviceId: string;
  sequence: number;
  locationId: string | null;
  at: number;
  content: { onHand: number | null; distanceMm: number | null; fault: string | null };
}
