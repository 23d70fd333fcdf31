import type { AccountChange } from "../accounts/account-change.ts";
import type { Member, Notification, NotificationReading } from "../accounts/records.ts";
import { type Choices, type Choosing, choicesOf, isOfSites } from "./choices.ts";

/** How far the member has read and was told; nothing yet of one who is new. */
export function readingOf(account: Pick<Choosing, "get">, memberId: string): NotificationReading {
  return (
    account.get("notificationReading", memberId) ?? {
      id: memberId,
      readUpTo: 0,
      readIds: [],
      mailedUpTo: 0,
      mailedAt: null,
      digestedUpTo: 0,
    }
  );
}

/** What the page shows a member: newest first, with what is read of it. What came until they joined is shown while it lasts. */
export function inboxOf(
  account: Choosing,
  accountId: string,
  member: Member,
): { notifications: Notification[]; choices: Choices; isRead(notification: Notification): boolean } {
  const choices = choicesOf(account, accountId, member);
  const { readUpTo, readIds } = readingOf(account, member.id);
  const ids = new Set(readIds);
  const notifications: Notification[] = [];
  for (const notification of account.all("notification")) {
    const { kind, siteId, raisedAt, resolvedAt } = notification;
    if (choices.ways[kind] === "none" || !isOfSites(choices.sites, siteId)) continue;
    if (resolvedAt !== null && raisedAt <= member.createdAt) continue;
    notifications.push(notification);
  }
  notifications.sort((a, b) => b.raisedIn - a.raisedIn || (a.id < b.id ? 1 : -1));
  return {
    notifications,
    choices,
    isRead: ({ id, raisedIn, by }) => raisedIn <= readUpTo || ids.has(id) || by === member.id,
  };
}

/** How many the member has not read; what is muted waits quietly. */
export function unreadOf(
  { notifications, choices, isRead }: ReturnType<typeof inboxOf>,
  now: number,
): number {
  let unread = 0;
  for (const notification of notifications)
    if (!isRead(notification) && (choices.mutedUntil(notification.subject.id) ?? 0) <= now) unread += 1;
  return unread;
}

/** Marks these as read, or all that there are. */
export function markRead(change: AccountChange, member: Member, which: readonly string[] | "all"): void {
  const reading = readingOf(change, member.id);
  if (which === "all") {
    change.put("notificationReading", { ...reading, readUpTo: change.base.revision, readIds: [] });
    return;
  }
  const ids = new Set(reading.readIds);
  for (const id of which) ids.add(id);
  // Those that are gone, or that are read anyway, need not be remembered.
  const kept = [...ids].filter((id) => (change.get("notification", id)?.raisedIn ?? 0) > reading.readUpTo);
  if (kept.length !== reading.readIds.length)
    change.put("notificationReading", { ...reading, readIds: kept });
}
