import { isTimeZone } from "@refill/replenishment";
import type { DigestTimes, Member, Notification, QuietHours, Records } from "../accounts/records.ts";
import { kindOf, type NotificationKind, type NotificationWay, notificationKindNames } from "./kinds.ts";

/** A working set, or a change over one. */
export interface Choosing {
  get<K extends keyof Records>(kind: K, id: string): Records[K] | undefined;
  all<K extends keyof Records>(kind: K): IterableIterator<Records[K]>;
}

/** Nobody's phone rings at night for a shelf. */
const usualQuietHours: QuietHours = { from: "20:00", to: "06:00" };
const usualDigest: DigestTimes = { days: [1, 2, 3, 4, 5], at: "07:00" };

/** How those are told who chose nothing. */
export interface Defaults {
  ways: Record<"admin" | "user", Record<NotificationKind, NotificationWay>>;
  quietHours: QuietHours | null;
  digest: DigestTimes;
}

export function defaultsOf(account: Choosing, accountId: string): Defaults {
  const chosen = account.get("notificationDefault", accountId);
  const waysOf = (role: "admin" | "user") =>
    Object.fromEntries(
      notificationKindNames.map((kind) => [kind, chosen?.ways[role][kind] ?? kindOf(kind).ways[role]]),
    ) as Record<NotificationKind, NotificationWay>;
  return {
    ways: { admin: waysOf("admin"), user: waysOf("user") },
    quietHours: chosen?.quietHours === undefined ? usualQuietHours : chosen.quietHours,
    digest: chosen?.digest ?? usualDigest,
  };
}

/** How one member is told of everything. */
export interface Choices {
  ways: Readonly<Record<NotificationKind, NotificationWay>>;
  /** Null: of all sites. */
  sites: ReadonlySet<string> | null;
  quietHours: QuietHours | null;
  digest: DigestTimes;
  timeZone: string;
  mutedUntil(subjectId: string): number | undefined;
}

export function choicesOf(account: Choosing, accountId: string, member: Member): Choices {
  const chosen = account.get("notificationChoice", member.id);
  const defaults = defaultsOf(account, accountId);
  const ways = Object.fromEntries(
    notificationKindNames.map((kind) => [
      kind,
      mayKnow(kind, member) ? (chosen?.ways[kind] ?? defaultWay(defaults, kind, member)) : "none",
    ]),
  ) as Record<NotificationKind, NotificationWay>;
  // Sites that were removed since leave no hole: who watched only those watches all.
  const siteIds = chosen?.siteIds?.filter((id) => account.get("site", id)) ?? [];
  const mutes = new Map(chosen?.mutes.map(({ subjectId, until }) => [subjectId, until]));
  return {
    ways,
    sites: siteIds.length > 0 ? new Set(siteIds) : null,
    quietHours: chosen?.quietHours === undefined ? defaults.quietHours : chosen.quietHours,
    digest: chosen?.digest ?? defaults.digest,
    timeZone: timeZoneOf(account, member),
    mutedUntil: (subjectId) => mutes.get(subjectId),
  };
}

/** A user whose privilege says that it is their work is told as an admin is. */
export function defaultWay(
  { ways }: Pick<Defaults, "ways">,
  kind: NotificationKind,
  { role, privileges }: Pick<Member, "role" | "privileges">,
): NotificationWay {
  const { privilege } = kindOf(kind);
  const isTheirWork = role === "admin" || (privilege !== undefined && privileges.includes(privilege));
  return ways[isTheirWork ? "admin" : "user"][kind];
}

export function mayKnow(kind: NotificationKind, { role }: Pick<Member, "role">): boolean {
  return kindOf(kind).audience === "everyone" || role === "admin";
}

/** Whether it concerns the member at all, and is not muted at `now`. */
export function concerns(
  { sites, mutedUntil }: Choices,
  { siteId, subject }: Pick<Notification, "siteId" | "subject">,
  now: number,
): boolean {
  return isOfSites(sites, siteId) && (mutedUntil(subject.id) ?? 0) <= now;
}

export function isOfSites(sites: Choices["sites"], siteId: string | null): boolean {
  return sites === null || siteId === null || sites.has(siteId);
}

/** The member's own, else that of the site that was made first. */
function timeZoneOf(account: Choosing, { timeZone }: Pick<Member, "timeZone">): string {
  if (timeZone !== null && isTimeZone(timeZone)) return timeZone;
  let first: Records["site"] | undefined;
  for (const site of account.all("site")) if (!first || site.createdAt < first.createdAt) first = site;
  return first?.timeZone ?? "UTC";
}
