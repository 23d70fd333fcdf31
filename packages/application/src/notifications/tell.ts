import type { AccountChange } from "../accounts/account-change.ts";
import type { Member, Notification } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { type Choices, type Choosing, choicesOf, concerns, isOfSites } from "./choices.ts";
import { raisedBy } from "./episodes.ts";
import { kindOf } from "./kinds.ts";
import { nextDigest } from "./times.ts";

/** Jobs that look whether there is something to mail to a member; one waits for each member and time. */
export const notificationMailQueue = "notification-mail";
/** For a day, with a pause that doubles up to an hour. */
export const notificationMailQueueOptions = {
  policy: "short" as const,
  retryLimit: 30,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
  // A digest may be a week away.
  retentionSeconds: 30 * 24 * 60 * 60,
};
export interface NotificationMailJob {
  accountId: string;
  memberId: string;
  /** When the digest is due, ms; absent: what is to be mailed at once. */
  digestAt?: number;
}

/** When things are told; tests hurry. */
export interface NotificationPlan {
  /** What comes up within so long goes into one mail, ms. */
  gatherMs: number;
  /** Between two mails of a member that are sent at once, ms. */
  betweenMailsMs: number;
  /** Looks for what time alone brings about are at most so far apart, ms. */
  lookMs: number;
}
export const standardNotificationPlan: NotificationPlan = {
  gatherMs: 3 * 60_000,
  betweenMailsMs: 15 * 60_000,
  lookMs: 60 * 60_000,
};

/** Leaves the jobs that mail what this change raised: in the same transaction, one a member however much it is. */
export function leaveMails(change: AccountChange, plan: NotificationPlan): void {
  const { accountId } = change.base;
  for (const [id, member] of change.overlay.member)
    if (member && member.timeZone !== change.base.get("member", id)?.timeZone)
      leaveDigest(change, member, choicesOf(change, accountId, member));
  const raised = raisedBy(change);
  if (raised.length === 0) return;
  // Hundreds of locations of one site are one question to each member.
  const questions = [
    ...new Map(raised.map((each) => [`${each.kind} ${each.siteId} ${each.by}`, each])).values(),
  ];
  for (const member of change.all("member")) {
    if (member.state !== "active") continue;
    const choices = choicesOf(change, accountId, member);
    const asked = questions.filter(({ siteId, by }) => by !== member.id && isOfSites(choices.sites, siteId));
    if (asked.some(({ kind }) => choices.ways[kind] === "mail"))
      leaveMail(change, member.id, nextMailAt(change, member.id, change.at, plan), "news");
    if (asked.some(({ kind }) => choices.ways[kind] === "digest")) leaveDigest(change, member, choices);
  }
}

/** Looks at `startAfter` (ms) whether there is something to mail at once; one look waits for each reason. */
export function leaveMail(
  change: AccountChange,
  memberId: string,
  startAfter: number,
  reason: "news" | "settings",
): void {
  const job: NotificationMailJob = { accountId: change.base.accountId, memberId };
  change.enqueue(notificationMailQueue, job, {
    singletonKey: `${memberId}/${reason}`,
    group: memberId,
    startAfter,
  });
}

/** Also called when the times are others now; what waits for the old time finds that it is none. */
export function leaveDigest(change: AccountChange, { id: memberId }: Member, choices: Choices): void {
  const { accountId } = change.base;
  const digestAt = nextDigest(choices.digest, choices.timeZone, change.at);
  const job: NotificationMailJob = { accountId, memberId, digestAt };
  change.enqueue(notificationMailQueue, job, {
    singletonKey: `${memberId}/${digestAt}`,
    group: memberId,
    startAfter: digestAt,
  });
}

export function nextMailAt(
  account: Choosing,
  memberId: string,
  at: number,
  { gatherMs, betweenMailsMs }: NotificationPlan,
): number {
  const last = account.get("notificationReading", memberId)?.mailedAt ?? null;
  return Math.max(at + gatherMs, last === null ? 0 : last + betweenMailsMs);
}

/** What is to be mailed to the member in this way and was not yet, newest first; `over`: ended before it was told. */
export function toBeMailed(
  set: WorkingSet,
  member: Member,
  choices: Choices,
  { way, now }: { way: "mail" | "digest"; now: number },
): { told: Notification[]; over: number } {
  const reading = set.get("notificationReading", member.id);
  const upTo = (way === "mail" ? reading?.mailedUpTo : reading?.digestedUpTo) ?? 0;
  const told: Notification[] = [];
  let over = 0;
  for (const notification of set.all("notification")) {
    const { kind, raisedIn, raisedAt, resolvedAt, by } = notification;
    if (raisedIn <= upTo || raisedAt <= member.createdAt || by === member.id) continue;
    if (choices.ways[kind] !== way || !concerns(choices, notification, now)) continue;
    if (resolvedAt !== null && !kindOf(kind).isMoment) over += 1;
    else told.push(notification);
  }
  told.sort((a, b) => b.raisedIn - a.raisedIn);
  return { told, over };
}
