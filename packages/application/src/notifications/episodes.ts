import { randomUUIDv7 } from "node:crypto";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Notification, NotificationSubject } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { kindOf, type NotificationKind } from "./kinds.ts";

/** So long what is over is kept, ms. */
export const keptMs = 30 * 24 * 60 * 60_000;
/** More than these that are over leave, the oldest first. */
const mostOver = 2_000;
/** With so many in all nothing more is raised: the overview counts what nobody can read one by one. */
const mostInAll = 20_000;

/** What is to be told, before it is known whether it is news. */
export interface Raised {
  kind: NotificationKind;
  subject: NotificationSubject;
  siteId: string | null;
  facts: Notification["facts"];
}

/**
 * Tells what has come up. While it lasts, and for its kind's time after its end, the same of the same subject is no news: it
 * goes on quietly, so that what comes and goes is told once. What only happens is news each time.
 */
export function raise(change: AccountChange, { kind, subject, siteId, facts }: Raised): void {
  const { isMoment, rearmMs } = kindOf(kind);
  const known = isMoment ? undefined : latest(change, kind, subject.id);
  if (known?.resolvedAt === null) return;
  if (known && change.at - known.resolvedAt! < rearmMs) {
    change.put("notification", { ...known, resolvedAt: null, returned: known.returned + 1 });
    return;
  }
  if (change.count("notification") >= mostInAll) return;
  makeRoom(change);
  change.put("notification", {
    // In the order of time, so that of several of one subject the last one is found when they are read anew.
    id: randomUUIDv7(),
    kind,
    subject,
    siteId,
    facts,
    raisedAt: change.at,
    raisedIn: revisionOf(change),
    resolvedAt: isMoment ? change.at : null,
    returned: 0,
    by: change.actor.kind === "member" ? change.actor.id : null,
  });
}

/** Its reason is gone; nothing happens where nothing was told. */
export function resolve(change: AccountChange, kind: NotificationKind, subjectId: string): void {
  const known = latest(change, kind, subjectId);
  if (known?.resolvedAt === null) change.put("notification", { ...known, resolvedAt: change.at });
}

/** Whether the last that was told of it still lasts. */
export function lasts(change: AccountChange, kind: NotificationKind, subjectId: string): boolean {
  return latest(change, kind, subjectId)?.resolvedAt === null;
}

/** What this change tells anew. */
export function raisedBy(change: AccountChange): Notification[] {
  const revision = revisionOf(change);
  const raised: Notification[] = [];
  for (const notification of change.overlay.notification.values())
    if (notification?.raisedIn === revision) raised.push(notification);
  return raised;
}

/** Removes what has been over for long; `most` at once. Gives how many. */
export function forgetOld(change: AccountChange, most: number): number {
  const before = change.at - keptMs;
  let removed = 0;
  for (const { id, resolvedAt } of [...change.all("notification")]) {
    if (removed >= most) break;
    if (resolvedAt === null || resolvedAt > before) continue;
    change.remove("notification", id);
    removed += 1;
  }
  return removed;
}

/** Whether {@link forgetOld} would find something. */
export function hasOld(set: WorkingSet, now: number): boolean {
  for (const { resolvedAt } of set.all("notification"))
    if (resolvedAt !== null && resolvedAt <= now - keptMs) return true;
  return false;
}

function revisionOf({ base }: AccountChange): number {
  return base.revision + 1;
}

const keyOf = (kind: NotificationKind, subjectId: string) => `${kind} ${subjectId}`;

function latest(change: AccountChange, kind: NotificationKind, subjectId: string): Notification | undefined {
  const ids = change.base.idsBy("notification", "subject", (each) => [keyOf(each.kind, each.subject.id)]);
  let last = change.get("notification", ids.get(keyOf(kind, subjectId)) ?? "");
  for (const own of change.overlay.notification.values())
    if (own?.kind === kind && own.subject.id === subjectId && own.raisedIn >= (last?.raisedIn ?? 0))
      last = own;
  return last;
}

/** A tenth more than needed at once, so that it is not looked for with each. */
function makeRoom(change: AccountChange): void {
  if (change.count("notification") < mostOver) return;
  const over = [...change.all("notification")].filter(({ resolvedAt }) => resolvedAt !== null);
  if (over.length < mostOver) return;
  over.sort((a, b) => a.resolvedAt! - b.resolvedAt!);
  for (const { id } of over.slice(0, over.length - mostOver + mostOver / 10))
    change.remove("notification", id);
}
