import type { Role } from "../accounts/records.ts";
import type { Privilege } from "../members/policy.ts";

/**
 * How somebody is told: by an e-mail at once, in the digest, on the page only, or not at all. Whatever is mailed is on the
 * page, too.
 */
export const notificationWays = ["mail", "digest", "page", "none"] as const;
export type NotificationWay = (typeof notificationWays)[number];

export const notificationGroups = ["stock", "orders", "devices", "account"] as const;
export type NotificationGroup = (typeof notificationGroups)[number];

interface Kind {
  group: NotificationGroup;
  /** Whom it may reach. */
  audience: "everyone" | "admins";
  /** It happens and is over; otherwise it lasts until its reason is gone. */
  isMoment: boolean;
  /** So long after its end the same of the same subject is no news, ms: it goes on instead of being told again. */
  rearmMs: number;
  /** Those whose work it is: a user with this privilege is told as an admin is. */
  privilege?: Privilege;
  /** Where neither the member nor the account chose. */
  ways: Readonly<Record<Role, NotificationWay>>;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** All that people can be told of. */
export const notificationKinds = {
  "location-empty": {
    group: "stock",
    audience: "everyone",
    isMoment: false,
    rearmMs: 2 * hour,
    ways: { admin: "mail", user: "page" },
  },
  "runs-out": {
    group: "stock",
    audience: "everyone",
    isMoment: false,
    rearmMs: day,
    ways: { admin: "digest", user: "page" },
  },
  "level-unknown": {
    group: "stock",
    audience: "everyone",
    isMoment: false,
    rearmMs: 6 * hour,
    privilege: "count-stock",
    ways: { admin: "digest", user: "page" },
  },
  "order-waits": {
    group: "orders",
    audience: "everyone",
    isMoment: false,
    rearmMs: hour,
    privilege: "approve-orders",
    ways: { admin: "mail", user: "none" },
  },
  "order-late": {
    group: "orders",
    audience: "everyone",
    isMoment: false,
    rearmMs: day,
    privilege: "acknowledge-orders",
    ways: { admin: "digest", user: "page" },
  },
  "order-not-sent": {
    group: "orders",
    audience: "everyone",
    isMoment: false,
    rearmMs: 2 * hour,
    privilege: "place-orders",
    ways: { admin: "mail", user: "none" },
  },
  "proposals-wait": {
    group: "orders",
    audience: "everyone",
    isMoment: false,
    rearmMs: 12 * hour,
    privilege: "manage-inventory",
    ways: { admin: "digest", user: "none" },
  },
  "device-silent": {
    group: "devices",
    audience: "everyone",
    isMoment: false,
    rearmMs: 12 * hour,
    privilege: "manage-devices",
    ways: { admin: "digest", user: "none" },
  },
  "battery-low": {
    group: "devices",
    audience: "everyone",
    isMoment: false,
    rearmMs: 7 * day,
    privilege: "manage-devices",
    ways: { admin: "digest", user: "none" },
  },
  "gateway-away": {
    group: "devices",
    audience: "everyone",
    isMoment: false,
    rearmMs: 2 * hour,
    privilege: "manage-devices",
    ways: { admin: "mail", user: "none" },
  },
  "webhook-fails": {
    group: "account",
    audience: "admins",
    isMoment: false,
    rearmMs: 6 * hour,
    ways: { admin: "mail", user: "none" },
  },
  "operator-asks": {
    group: "account",
    audience: "admins",
    isMoment: false,
    rearmMs: hour,
    ways: { admin: "mail", user: "none" },
  },
  "export-ready": {
    group: "account",
    audience: "admins",
    isMoment: true,
    rearmMs: 0,
    ways: { admin: "page", user: "none" },
  },
  "import-finished": {
    group: "account",
    audience: "everyone",
    isMoment: true,
    rearmMs: 0,
    privilege: "manage-inventory",
    ways: { admin: "page", user: "none" },
  },
  "member-joined": {
    group: "account",
    audience: "admins",
    isMoment: true,
    rearmMs: 0,
    ways: { admin: "page", user: "none" },
  },
} as const satisfies Record<string, Kind>;

export type NotificationKind = keyof typeof notificationKinds;
export const notificationKindNames = Object.keys(notificationKinds) as NotificationKind[];

export function kindOf(name: NotificationKind): Kind {
  return notificationKinds[name];
}
