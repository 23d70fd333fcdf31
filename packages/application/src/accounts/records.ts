import type { MacVersion, RegionName } from "@refill/lorawan";
import type { DeviceSettings } from "@refill/protocol";
import type {
  ApprovalCause,
  Blackout,
  Delivery,
  Geometry,
  LevelState,
  OrderRecord,
  OrderState,
  Policy,
  PriceBreak,
  ProposalEffect,
  SupplyCalendar,
  UndoableKind,
  WaitCause,
  Why,
} from "@refill/replenishment";
import type { ButtonPress, ProfileName, SettingName } from "@refill/sensors";
import type { GatewayPlace } from "../api/schemas.ts";
import type { PictureType } from "../floor/picture-size.ts";
import type { AreaPlace, LocationPlace, RackPlace } from "../floor/place-schema.ts";
import type { ImportKindName } from "../imports/import-kind.ts";
import type { LineProblem } from "../imports/line-reader.ts";
import type { Privilege } from "../members/policy.ts";
import type { NotificationKind, NotificationWay } from "../notifications/kinds.ts";
import type { Actor } from "./actor.ts";

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
  /** IANA, e.g. `Europe/Berlin`: in it the times of day of periodic policies are meant. */
  timeZone: string;
  /** Where suppliers deliver to, in lines; empty: the account's. */
  address: string;
  /** Days, both ends included, on which nothing is ordered for the site. */
  blackouts: readonly Blackout[];
  /** Of the picture under its plan; null: it has none. */
  floorPlan: FloorPlanFacts | null;
}
export interface FloorPlanFacts {
  /** ms; since when the picture is this one. */
  at: number;
  /** How wide the whole picture is in truth. */
  widthMetres: number;
  /** Height by width. */
  proportions: number;
}
export interface Area extends Stamped {
  id: string;
  siteId: string;
  name: string;
  /** On the site's plan; null: nobody has said where. */
  place: AreaPlace | null;
}
export interface Rack extends Stamped {
  id: string;
  areaId: string;
  name: string;
  /** On the site's plan; null: nobody has said where. */
  place: RackPlace | null;
  /** How many it has; null: as its locations need. */
  shelves: number | null;
}
export type DispatchWay =
  | { kind: "email"; address: string }
  | { kind: "webhook"; url: string; secret: string };
export interface Supplier extends Stamped {
  id: string;
  name: string;
  leadTimeDays: number;
  dispatch: DispatchWay;
  /** When it takes orders. */
  calendar: Omit<SupplyCalendar, "blackouts">;
  /** Of a purchase order, in the account's currency; 0: none. */
  minimumOrderValue: number;
  /** So long an approved order waits for others of the same supplier, at most until the cut-off. */
  collectionMinutes: number;
  /** Orders above this value wait for a person's approval; null: the account's rule alone counts. */
  approvalAbove: number | null;
  /** A late order is asked for again every so many days; null: never. */
  chaseAfterDays: number | null;
  /** Of its e-mails. */
  language: Language;
  /** Null: as usual in its language. */
  orderMessage: MessageTemplate | null;
  reminderMessage: MessageTemplate | null;
}
/** Subject and text of an e-mail, with placeholders like `{number}`. */
export interface MessageTemplate {
  subject: string;
  text: string;
}
/** A supplier of a part. */
export interface PartSupply {
  supplierId: string;
  /** As the supplier calls it; empty: it has no other number. */
  partNumber: string;
  /** What a piece costs from a quantity on, the first from 1; empty: not known. */
  prices: readonly PriceBreak[];
  packSize: number;
  minimumOrderQuantity: number;
  /** Pieces; what is ordered is a multiple of it and of the pack size. */
  orderMultiple: number;
  /** Null: the supplier's. */
  leadTimeDays: number | null;
}
export interface Part extends Stamped {
  id: string;
  number: string;
  name: string;
  unit: string;
  /** Of a piece, in grams. */
  weightGrams: number | null;
  /** By priority: the first is ordered from. */
  supplies: readonly PartSupply[];
  /** Nothing of it is ordered. */
  isBlocked: boolean;
  /** Days (ISO 8601): nothing is ordered before the first, nor from the second on. */
  phaseIn: string | null;
  phaseOut: string | null;
  /** Each of its orders waits for a person's approval. */
  needsApproval: boolean;
  /** ms; since when its picture is as it is; null: it has none. */
  pictureAt: number | null;
  /** Of the locations that have none of their own. */
  policy: Policy | null;
}
/** From where a location is refilled. */
export type Source =
  | { kind: "supplier" }
  /** From another location of the same part, a central store. */
  | { kind: "location"; locationId: string; packSize: number; leadTimeDays: number };
export interface StorageLocation extends Stamped {
  id: string;
  siteId: string;
  areaId: string | null;
  rackId: string | null;
  /** In its rack; null: its name says it, if anything does. */
  place: LocationPlace | null;
  name: string;
  partId: string;
  /** What measures it; by position where it has several. */
  deviceIds: readonly string[];
  geometry: Geometry;
  /** Null: the part's. */
  policy: Policy | null;
  safetyStock: number;
  minimumHoursBetweenOrders: number;
  source: Source;
  /** Oldest first; what they show lies in a table of its own. */
  photos: readonly LocationPhoto[];
}
export interface LocationPhoto {
  id: string;
  /** ms */
  at: number;
  /** Who took it, as a person reads it. */
  by: string;
}
/** Pieces that lie there, but are meant for something. */
export interface Reservation extends Stamped {
  id: string;
  locationId: string;
  quantity: number;
  reason: string;
  /** ms; null: until it is taken back. */
  until: number | null;
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
  /** Its button was pressed, or its card scanned, and nothing has been ordered for that yet. */
  hasSignal?: boolean;
  /** Of a periodic policy: up to when (ms) review times have been looked at, and when the next one is. */
  reviewedAt?: number;
  nextReviewAt?: number;
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
  /** ms; out of service since, though still kept; null: it is in service. */
  retiredAt: number | null;
  /** The device whose place it took, while that can be undone or looked up; null: none. */
  replacesId: string | null;
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
  /** Gateways that heard it within a week, the one with the best signal first, at most eight. */
  gateways: readonly HeardBy[];
  /** As the device said; null: it has not, or its type never does. */
  hardwareVersion: string | null;
  firmwareVersion: string | null;
  /** ms; when it said that it started anew, or its frame counter began anew. */
  restartedAt: number | null;
  /** Seconds between its latest frames, the oldest first, at most five. */
  gaps: readonly number[];
  /** What the present day (UTC) has brought so far. */
  today: DeviceDay & {
    /** Of the battery, percent, and how many readings that were. */
    batterySum: number;
    batteryReadings: number;
  };
}
/** A gateway that hears a device. */
export interface HeardBy {
  gatewayEui: string;
  /** Smoothed over the latest messages, dBm and dB. */
  rssiDbm: number;
  snrDb: number;
  /** ms */
  lastHeardAt: number;
}
/** A day of a device's radio. */
export interface DeviceDay {
  /** Days since 1 January 1970, UTC. */
  day: number;
  heard: number;
  lost: number;
}
/** What is remembered of a device for longer; `id` is the device's. Written once a day. */
export interface DeviceHistory {
  id: string;
  /** The latest seven days that are over and on which it was heard, oldest first. */
  days: readonly DeviceDay[];
  /** Frames that it sent, heard or not, since it was registered. */
  frames: number;
  battery: {
    /** At least so many days lie between two points: doubled when there are too many. */
    stepDays: number;
    /** Day, percent (mean of the day) and frames sent up to then, since the battery was new. */
    points: readonly (readonly [day: number, percent: number, frames: number])[];
  };
}
/** What was sent to a device to set it; `id` is the device's. */
export interface SentSettings {
  id: string;
  /** The latest of each. */
  sent: Partial<Record<SettingName, { value: number | null; downlinkId: string; at: number; by: string }>>;
}
export interface Gateway extends Stamped {
  id: string;
  gatewayEui: string;
  name: string;
  region: RegionName;
  /** Fixed plans: the block of eight channels that it listens on; null: the second. */
  channelBlock: number | null;
  /** On a site's plan. */
  place: GatewayPlace | null;
}
/** A replenishment order: what is to come to one location. At most one of a location is open. */
export interface Order {
  id: string;
  number: number;
  state: OrderState;
  locationId: string;
  partId: string;
  /** Null for a transfer. */
  supplierId: string | null;
  /** The location that a transfer comes from; null: from a supplier. */
  sourceLocationId: string | null;
  /**
   * The purchase order that it is a line of: what went to the supplier at once. Its number is its first line's. Null
   * before it is placed, and for a transfer.
   */
  purchaseOrder: { id: string; number: number } | null;
  quantity: number;
  /** Of a piece when it was ordered; null: not known. */
  unitPrice: number | null;
  isUrgent: boolean;
  createdAt: number;
  updatedAt: number;
  /** Why a person has to approve it; null: nobody has to. */
  approvalReason: string | null;
  approvedAt: number | null;
  /** When it is placed, ms; null: it is, or nothing says when. */
  placeAt: number | null;
  /** What it waits for, in words; null: for nothing. */
  waitsFor: string | null;
  confirmedQuantity: number | null;
  confirmedDate: string | null;
  /** In several parts, as the supplier promised; empty: in one. */
  deliveries: readonly Delivery[];
  /** Said by people or papers. */
  receivedQuantity: number | null;
  /** Seen by the sensor. */
  piecesSeen: number;
  placedAt: number | null;
  dispatchedAt: number | null;
  confirmedAt: number | null;
  shippedAt: number | null;
  receivedAt: number | null;
  /** When it should have come: promised, or by the lead time; ms. */
  dueAt: number | null;
  /** Why the last attempt to send it failed; null when none did or one succeeded since. */
  dispatchProblem: string | null;
  /** ms; people and webhooks were told that it is late. */
  lateSince: number | null;
  /** ms; when the supplier was asked for it last, and how often. */
  chasedAt: number | null;
  chases: number;
  /** Whoever reads it in a language of their own needs the figures; the words are in English. */
  approval: ApprovalCause | null;
  wait: WaitCause | { code: "approval" } | { code: "part-blocked" } | null;
  /** Orders that a person merged have the same one, and go out together at that time, ms; one of its own: alone. */
  bundle: { id: string; goesAt: number } | null;
  /** An attempt to send it began, ms; null: none is under way. */
  sendingSince: number | null;
  /** Attempts to send it until it was sent. */
  sendAttempts: number;
  events: readonly StoryEvent[];
}
/** What happened to an order: steps of its life, and what else a person wants to know of it. */
export type StoryKind = OrderRecord["kind"] | "late" | "remind" | "fail" | "merge" | "alone" | "remark";
export interface StoryEvent extends Omit<OrderRecord, "kind"> {
  kind: StoryKind;
  /** Null: Refill itself, by policies, sensors and time. */
  by: { kind: "member" | "api-key" | "supplier" | "operator"; name: string } | null;
  details: StoryDetails;
}
/** The figures of an event; each kind has some of them. */
export interface StoryDetails {
  quantity?: number;
  /** Ordered by a person, not by the policy. */
  isByHand?: boolean;
  isUrgent?: boolean;
  why?: Why;
  date?: string;
  deliveries?: readonly Delivery[];
  isLast?: boolean;
  reason?: CancelReason;
  note?: string;
  /** Numbers of the orders that it goes with. */
  orders?: readonly number[];
  /** When merged orders are to go out, ms. */
  goesAt?: number;
  way?: "email" | "webhook";
  /** Address, or the host of a webhook. */
  to?: string;
  subject?: string;
  attempts?: number;
  problem?: string;
  /** ms. */
  dueAt?: number;
  /** By the sensor, in all. */
  pieces?: number;
  /** What was taken back. */
  undone?: UndoableKind;
}
export const cancelReasons = [
  "not-needed",
  "ordered-elsewhere",
  "wrong-quantity",
  "wrong-supplier",
  "too-expensive",
  "takes-too-long",
  "supplier-cannot-deliver",
  "part-discontinued",
  "ordered-twice",
  "other",
] as const;
export type CancelReason = (typeof cancelReasons)[number];
export type Role = "admin" | "user";
export type Language = "en" | "de";
export interface Member extends Stamped {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** What a user may do beyond reading; an admin has all. */
  privileges: readonly Privilege[];
  state: "active" | "suspended";
  /** ms; when it was proved that the address is theirs: by a mailed link or code, or by their provider. */
  emailConfirmedAt: number | null;
  origin: "invitation" | "sign-on" | "provisioning";
  language: Language;
  /** IANA; null: that of the browser, and of the site in mails. */
  timeZone: string | null;
  /** Whether sign-ins from a new device are told by e-mail. */
  mailsSignIns: boolean;
  /** As the customer's directory service knows them (SCIM). */
  userName: string | null;
  externalId: string | null;
}
/** Of the customer's directory service (SCIM): gives its members roles by the connections' rules. */
export interface Group extends Stamped {
  id: string;
  name: string;
  externalId: string | null;
  memberIds: readonly string[];
}
/** How the web page looks for a member, e.g. columns of lists, by name; `id` is the member's. */
export interface Preferences {
  id: string;
  values: Readonly<Record<string, unknown>>;
}
/** A WebAuthn credential. */
export interface Passkey {
  id: string;
  memberId: string;
  /** base64url, as is the public key (COSE). */
  credentialId: string;
  publicKey: string;
  /** Of uses, as the authenticator counts them; 0: it does not. */
  counter: number;
  transports: readonly string[];
  name: string;
  /** Kept in the provider's cloud, so that it outlives the device. */
  isBackedUp: boolean;
  createdAt: number;
  lastUsedAt: number | null;
}
/** An app with one-time codes (TOTP, RFC 6238); `id` is the member's. */
export interface Authenticator {
  id: string;
  /** base32 */
  secret: string;
  createdAt: number;
  /** Of the code that was used last: no code is taken twice. */
  lastStep: number;
}
/** `id` is the member's. */
export interface RecoveryCodes {
  id: string;
  /** SHA-256, hexadecimal, of those that are left. */
  hashes: readonly string[];
  createdAt: number;
}
/** Wrong codes in a row; `id` is the member's. */
export interface FactorFailures {
  id: string;
  /** By device that the member is known to use; "" stands for all others. */
  byDevice: Readonly<Record<string, { count: number; at: number }>>;
}
/** A member as a connection's provider knows them. */
export interface Identity {
  id: string;
  memberId: string;
  connectionId: string;
  subject: string;
  createdAt: number;
}
/** Who gets which role: the first rule that fits. */
export interface RoleRule {
  /** A claim or attribute, e.g. `groups`. */
  attribute: string;
  value: string;
  role: Role;
  privileges: readonly Privilege[];
}
export interface OpenIdProvider {
  kind: "oidc";
  provider: "entra" | "google" | "keycloak" | "other";
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Only people of this Microsoft tenant (`tid`) or Google domain (`hd`) come in; null: everybody of the issuer. */
  tenant: string | null;
}
export interface SamlConnection {
  kind: "saml";
  entityId: string;
  signInUrl: string;
  signOutUrl: string | null;
  /** PEM */
  certificates: readonly string[];
  /** From where the metadata can be read anew. */
  metadataUrl: string | null;
  requiresSignedResponse: boolean;
  /** Of our side, PEM. */
  ownCertificate: string;
  ownPrivateKey: string;
}
export interface ConnectionTest {
  at: number;
  /** In words; null: it succeeded. */
  problem: string | null;
  /** What the provider said of the person. */
  seen: {
    email: string | null;
    name: string | null;
    attributes: Readonly<Record<string, readonly string[]>>;
  };
}
/** Single sign-on with a provider of the customer's. */
export interface Connection extends Stamped {
  id: string;
  name: string;
  isEnabled: boolean;
  settings: OpenIdProvider | SamlConnection;
  /** What came of signing in by it once, with these settings. */
  test: ConnectionTest | null;
  /** Whether people whom a rule fits become members by signing in. */
  admitsByRules: boolean;
  rules: readonly RoleRule[];
  /** `acr` or authentication contexts that are a second factor, beside the well-known ones. */
  secondFactorContexts: readonly string[];
  /** Whom the demonstration's own provider knows; such a connection is refused outside of it. Empty: it is none. */
  demonstrationPeople: readonly { id: string; name: string }[];
}
/** A domain of e-mail addresses. */
export interface Domain extends Stamped {
  id: string;
  /** In lower case. */
  name: string;
  /** What its TXT record has to say. */
  proof: string;
  verifiedAt: number | null;
  /** Its members sign in by this connection and in no other way. */
  requiredConnectionId: string | null;
}
/** A browser from which a member signed in before. */
export interface KnownDevice {
  id: string;
  memberId: string;
  /** Of the cookie by which it is known. */
  hash: string;
  name: string;
  address: string;
  lastSeenAt: number;
}
/** That operators of the service may look into the account. */
export interface OperatorAccess extends Stamped {
  id: string;
  reason: string;
  /** Who asked, or is meant; null: any operator. */
  operatorId: string | null;
  operatorName: string | null;
  state: "asked" | "granted" | "ended";
  grantedBy: string | null;
  /** ms */
  until: number | null;
}
/** A key for the REST API, known by its hash only. */
export interface ApiKey extends Stamped {
  id: string;
  name: string;
  role: Role;
  hash: string;
  /** For the REST API, or for a directory service that provisions members (SCIM). */
  purpose: "api" | "provisioning";
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
  /** A new member's; of one who is there already it changes nothing. */
  role: Role;
  privileges: readonly Privilege[];
  /** Nobody else registers by it. Null only for a link that an operator makes: then it is bound to the first that is confirmed. */
  email: string | null;
  /** Of which sending it is: the ones before open nothing any more. */
  sending: number;
  language: Language;
  hash: string;
  createdAt: number;
  expiresAt: number;
  usedAt: number | null;
  /** Made for a member who lost the way in: asks for a recovery code or a one-time code, too. */
  needsCode: boolean;
  /** ms; null: it was never mailed. Whoever comes by a mailed link has the address. */
  mailedAt: number | null;
  /** Why the mail could not be sent. */
  mailProblem: string | null;
}
export interface Session {
  id: string;
  /** Null for an operator's visit. */
  memberId: string | null;
  hash: string;
  createdAt: number;
  expiresAt: number;
  /** From where it was begun. */
  address: string;
  /** As a person reads it: "Firefox on Windows". */
  device: string;
  deviceHash: string | null;
  way: "passkey" | "connection" | "visit";
  connectionId: string | null;
  hasSecondFactor: boolean;
  /** ms; when the person was asked last. */
  confirmedAt: number;
  /** What the provider needs for signing out. */
  provider: {
    subject: string;
    sessionId: string | null;
    idToken: string | null;
    nameIdFormat: string | null;
  } | null;
  visit: { accessId: string; operatorId: string; operatorName: string } | null;
}
/** When a session was used last; `id` is the session's. */
export interface SessionUse {
  id: string;
  lastUsedAt: number;
  address: string;
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
/** What a notification is about. */
export interface NotificationSubject {
  kind:
    | "location"
    | "order"
    | "purchase-order"
    | "device"
    | "gateway"
    | "webhook"
    | "export"
    | "operator-access"
    | "import"
    | "member"
    | "account";
  id: string;
  /** As it was when it was told. */
  name: string;
}
/** Something that people are told: from when its reason came up until it was gone. */
export interface Notification {
  id: string;
  kind: NotificationKind;
  subject: NotificationSubject;
  /** Null: of no site. */
  siteId: string | null;
  raisedAt: number;
  /** The account's revision with which it came: in their order nothing is told twice or forgotten. */
  raisedIn: number;
  /** ms; null: its reason is still there. What only happens is over at once. */
  resolvedAt: number | null;
  /** How often the reason came back so soon that nobody was told again. */
  returned: number;
  /** The member who did it, and need not be told; null: nobody's doing. */
  by: string | null;
  /** What its sentences tell, as it was then. */
  facts: Readonly<Record<string, string | number | null>>;
}
/** How far a member has read and was told; `id` is the member's. The numbers are revisions of the account. */
export interface NotificationReading {
  id: string;
  readUpTo: number;
  /** Read one by one, after {@link readUpTo}. */
  readIds: readonly string[];
  mailedUpTo: number;
  /** ms; of the last e-mail that was sent at once. */
  mailedAt: number | null;
  digestedUpTo: number;
}
/** Times of day, `HH:MM`, in the member's zone; the end is the next day's where it is not later. */
export interface QuietHours {
  from: string;
  to: string;
}
export interface DigestTimes {
  /** 1 Monday … 7 Sunday. */
  days: readonly number[];
  /** `HH:MM` */
  at: string;
}
/** How a member wants to be told; `id` is the member's. What is absent follows the defaults of the role. */
export interface NotificationChoice extends Stamped {
  id: string;
  ways: Readonly<Partial<Record<NotificationKind, NotificationWay>>>;
  /** Null: of all sites. */
  siteIds: readonly string[] | null;
  /** Null: none. */
  quietHours?: QuietHours | null;
  digest?: DigestTimes;
  /** Of these subjects nothing is told before `until`, ms. */
  mutes: readonly { subjectId: string; name: string; until: number }[];
}
/** How those are told who chose nothing; `id` is the account's. What is absent is as Refill has it. */
export interface NotificationDefault extends Stamped {
  id: string;
  ways: Readonly<Record<Role, Readonly<Partial<Record<NotificationKind, NotificationWay>>>>>;
  quietHours?: QuietHours | null;
  digest?: DigestTimes;
}
/** The account's own settings; `id` is the account's. */
export interface Setting extends Stamped {
  id: string;
  /** Raw measurements are kept so long; sums by hour and day stay. */
  rawMeasurementDays: number;
  /** Nobody signs in without a second factor. */
  requiresSecondFactor: boolean;
  /** A session that is not used for so long ends. */
  sessionIdleMinutes: number;
  /** A session ends after so long in any case. */
  sessionHours: number;
  /** ISO 4217; all prices and values are in it. */
  currency: string;
  /** Orders above this value wait for a person's approval; null: none does for its value. */
  approvalAbove: number | null;
  /** Where suppliers deliver to, in lines, unless a site has an address of its own. */
  address: string;
  /** In which people read and enter what the API tells in metric. */
  units: UnitSettings;
  /** In which parts are counted, beside the usual ones. */
  partUnits: readonly string[];
  planning: PlanningSettings;
}
export interface UnitSettings {
  length: "mm" | "in";
  weight: "g" | "lb";
  temperature: "C" | "F";
}
/** By what reorder points and quantities are planned. */
export interface PlanningSettings {
  /** Share of the demand that is to be served, 0.5…0.9999. */
  serviceLevel: number;
  /** Of the pieces, or of the order cycles. */
  serviceMeasure: "fill-rate" | "cycle";
  /** What holding stock costs a year, as a share of its value. */
  holdingRate: number;
  /** What an order costs, in the account's currency. */
  orderCost: number;
  /** What planning may change by itself; null: nothing. */
  automatic: {
    /** Share by which reorder point and highest level may change. */
    mostChange: number;
    /** By which the value of the average stock may grow, in the account's currency. */
    mostValue: number;
  } | null;
}
/** A location's parameters, as far as planning changes them. */
export interface Parameters {
  policy: Policy;
  safetyStock: number;
}
/** A change of a location's parameters that planning proposes. */
export interface Proposal {
  id: string;
  locationId: string;
  /** Withdrawn: what was proposed is not worth it any more. */
  state: "open" | "applied" | "dismissed" | "withdrawn";
  before: Parameters;
  after: Parameters;
  /** Why, and what it brings, in English sentences with numbers. */
  reason: string;
  outcome: string;
  effect: ProposalEffect;
  /** Why it was not applied by itself, in words; null: it was allowed to. */
  needsPerson: string | null;
  createdAt: number;
  decidedAt: number | null;
  /** Who applied or dismissed it, as a person reads it. */
  decidedBy: string | null;
  isAutomatic: boolean;
  /** Why it was dismissed or withdrawn; empty: nobody said. */
  note: string;
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

/** A file that brings records into the account; its lines lie in chunks, see {@link ImportChunkRow}. */
export interface DataImport {
  id: string;
  kind: ImportKindName;
  /** As its sender called it. */
  fileName: string | null;
  delimiter: "," | ";" | "\t";
  decimalSign: "." | ",";
  columns: readonly string[];
  /** Which field each column holds; null: none. */
  mapping: readonly (string | null)[];
  /** Ready: only previewed so far. */
  state: "ready" | "applying" | "applied" | "undoing" | "undone";
  isAllOrNothing: boolean;
  /** Who did the last step, as a person reads it. */
  by: string;
  /** In whose name it is done. */
  actor: Actor;
  lines: number;
  /** Of its lines: what they would do, or did. */
  counts: Readonly<Record<ImportLine["outcome"], number>>;
  chunksDone: number;
  /** Why it was not done as a whole; null: it was. */
  problem: string | null;
  createdAt: number;
  /** Of applying it, or taking it back. */
  startedAt: number | null;
  finishedAt: number | null;
  expiresAt: number;
}
/** A line of an imported file: what it would do, or did. */
export interface ImportLine {
  /** As an editor counts them, from 1. */
  line: number;
  cells: readonly string[];
  outcome: "new" | "changed" | "same" | "error";
  /** What people call its record. */
  title: string;
  recordId: string | null;
  /** Of a record that was there, in words of the columns. */
  changes: readonly { field: string; from: string | null; to: string | null }[];
  problems: readonly LineProblem[];
  /** What it did, for taking it back: the record's version then, and what it was before; null: it did nothing. */
  applied: { version: number; before: object | null } | null;
  undoProblem: string | null;
}
/** Some of an import's lines, kept outside of the programs' memory. */
export interface ImportChunkRow {
  importId: string;
  /** From 0. */
  sequence: number;
  lines: readonly ImportLine[];
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
  area: Area;
  rack: Rack;
  supplier: Supplier;
  part: Part;
  device: Device;
  gateway: Gateway;
  location: StorageLocation;
  deviceState: DeviceState;
  deviceHistory: DeviceHistory;
  sentSettings: SentSettings;
  level: Level;
  reservation: Reservation;
  order: Order;
  proposal: Proposal;
  member: Member;
  apiKey: ApiKey;
  apiKeyUse: ApiKeyUse;
  registrationLink: RegistrationLink;
  connection: Connection;
  domain: Domain;
  group: Group;
  identity: Identity;
  passkey: Passkey;
  authenticator: Authenticator;
  recoveryCodes: RecoveryCodes;
  factorFailures: FactorFailures;
  preferences: Preferences;
  knownDevice: KnownDevice;
  operatorAccess: OperatorAccess;
  session: Session;
  sessionUse: SessionUse;
  webhook: Webhook;
  webhookState: WebhookState;
  notification: Notification;
  notificationReading: NotificationReading;
  notificationChoice: NotificationChoice;
  notificationDefault: NotificationDefault;
  setting: Setting;
  dataExport: DataExport;
  dataImport: DataImport;
  dataKeyRotation: DataKeyRotation;
}
export type Kind = keyof Records;

/** A record as it is put: the stamps are set by the change. */
export type Draft<R> = R extends Stamped ? Omit<R, keyof Stamped> & Partial<Stamped> : R;

export interface MeasurementContent {
  onHand: number | null;
  /** 0 … 1, of the level; absent: it is not known. */
  confidence?: number;
  distanceMm: number | null;
  fault: string | null;
  /** What else the message told; absent: nothing of it. */
  weightGrams?: number;
  present?: boolean;
  button?: ButtonPress;
  temperatureC?: number;
  batteryPercent?: number;
  /** Of the best copy, dBm and dB. */
  rssiDbm?: number;
  snrDb?: number;
  /** Pieces that left, or came, since the reading before; absent: none. */
  consumption?: number;
  receipts?: number;
}
/** A count by people, kept for its history. */
export interface StockTakeRow {
  id: string;
  locationId: string;
  at: number;
  content: {
    /** Pieces. */
    counted: number;
    /** As it was known before; null: it was not. */
    before: number | null;
    reason: StockTakeReason;
    note: string;
    by: string;
  };
}
/** `data`: base64. */
export interface Picture {
  type: PictureType;
  data: string;
}
/** The picture under a site's plan; null: it has none any more. */
export interface FloorPlanRow {
  siteId: string;
  picture: Picture | null;
}
/** What a part looks like; null: it has no picture any more. */
export interface PictureRow {
  partId: string;
  picture: Picture | null;
}
/** A photo of a storage location; null: it was removed. */
export interface PhotoRow {
  id: string;
  locationId: string;
  /** ms */
  at: number;
  picture: Picture | null;
}
/** What a customer says was used of a location, by day; kept outside of the programs' memory. */
export interface ImportedUse {
  /** Days since 1 January 1970. */
  firstDay: number;
  /** Pieces on each day from the first to the last; null: not known. */
  use: readonly (number | null)[];
}
/** null: it is forgotten. */
export interface ImportedUseRow {
  locationId: string;
  use: ImportedUse | null;
}
/** Why what lies there is another quantity than was known. */
export type StockTakeReason = "count" | "damage" | "loss" | "found" | "scrapped" | "other";
/** One reading of a location, kept for its history. */
export interface MeasurementRow {
  deviceId: string;
  sequence: number;
  locationId: string | null;
  at: number;
  content: MeasurementContent;
}
