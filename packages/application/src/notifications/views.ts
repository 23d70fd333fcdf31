import type { Language, Member, Notification } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { choicesOf, defaultsOf, defaultWay, mayKnow } from "./choices.ts";
import { groupText, kindText } from "./kind-texts.ts";
import { kindOf, type NotificationKind, notificationKindNames } from "./kinds.ts";
import type { inboxOf } from "./reading.ts";
import { pathOf, textOf } from "./texts.ts";
import { nextDigest } from "./times.ts";

const iso = (ms: number) => new Date(ms).toISOString();
const isoOrNull = (ms: number | null | undefined) => (ms == null ? null : iso(ms));

/** A notification as the member sees it. */
export function notificationView(
  notification: Notification,
  inbox: ReturnType<typeof inboxOf>,
  language: Language,
  now: number,
) {
  const { id, kind, subject, siteId, raisedAt, resolvedAt, returned } = notification;
  const { timeZone, mutedUntil } = inbox.choices;
  const muted = mutedUntil(subject.id) ?? 0;
  return {
    id,
    kind,
    group: kindOf(kind).group,
    subject: { ...subject },
    siteId,
    ...textOf(notification, { language, timeZone }),
    path: pathOf(subject),
    raisedAt: iso(raisedAt),
    resolvedAt: isoOrNull(resolvedAt),
    isOpen: resolvedAt === null,
    returned,
    isRead: inbox.isRead(notification),
    mutedUntil: muted > now ? iso(muted) : null,
  };
}

export function settingsView(
  set: WorkingSet,
  member: Member,
  { language, isMailPossible, now }: { language: Language; isMailPossible: boolean; now: number },
) {
  const chosen = set.get("notificationChoice", member.id);
  const choices = choicesOf(set, set.accountId, member);
  const defaults = defaultsOf(set, set.accountId);
  return {
    kinds: notificationKindNames
      .filter((kind) => mayKnow(kind, member))
      .map((kind) => ({
        ...kindView(kind, language),
        way: choices.ways[kind],
        isChosen: chosen?.ways[kind] !== undefined,
        defaultWay: defaultWay(defaults, kind, member),
      })),
    siteIds: choices.sites && [...choices.sites],
    quietHours: choices.quietHours && { ...choices.quietHours },
    digest: { days: [...choices.digest.days], at: choices.digest.at },
    timeZone: choices.timeZone,
    nextDigestAt: iso(nextDigest(choices.digest, choices.timeZone, now)),
    mutes: (chosen?.mutes ?? [])
      .filter(({ until }) => until > now)
      .map(({ subjectId, name, until }) => ({ subjectId, name, until: iso(until) })),
    email: member.email,
    isMailPossible,
  };
}

export function defaultsView(set: WorkingSet, language: Language) {
  const { ways, quietHours, digest } = defaultsOf(set, set.accountId);
  return {
    kinds: notificationKindNames.map((kind) => ({
      ...kindView(kind, language),
      admin: ways.admin[kind],
      user: kindOf(kind).audience === "admins" ? null : ways.user[kind],
    })),
    quietHours: quietHours && { ...quietHours },
    digest: { days: [...digest.days], at: digest.at },
  };
}

function kindView(kind: NotificationKind, language: Language) {
  const { group } = kindOf(kind);
  const { title, description } = kindText(kind, language);
  return { kind, group, groupTitle: groupText(group, language), title, description };
}
