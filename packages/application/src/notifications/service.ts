import { endOfDay } from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Member, QuietHours } from "../accounts/records.ts";
import { memberOf } from "../members/member.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { choicesOf, mayKnow } from "./choices.ts";
import { type NotificationKind, type NotificationWay, notificationKindNames } from "./kinds.ts";
import type { DefaultsChange, SettingsChange, WaysChange } from "./schema.ts";
import { leaveDigest, leaveMail } from "./tell.ts";

const mostMutes = 500;
type Ways = Partial<Record<NotificationKind, NotificationWay>>;

/** A member's own settings; what is left out stays, and null follows the defaults again. Throws a 422 refusal. */
export function changeSettings(change: AccountChange, memberId: string, input: SettingsChange): Member {
  const member = memberOf(change, memberId);
  const present = presentOf(change, memberId);
  const { ways, siteIds, quietHours, digest } = input;
  refuseUnknown(change, siteIds ?? []);
  refuseEmpty(quietHours);
  for (const kind of namesOf(ways))
    if (!mayKnow(kind, member)) refuseFields([{ field: `ways.${kind}`, message: "is told to admins only" }]);
  change.put("notificationChoice", {
    ...present,
    ways: merged(present.ways, ways),
    ...(siteIds === undefined ? {} : { siteIds }),
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(digest === undefined ? {} : { digest: sorted(digest) }),
  });
  leaveDigest(change, member, choicesOf(change, change.base.accountId, member));
  // What waits for the end of quiet hours that are others now.
  leaveMail(change, memberId, change.at, "settings");
  return member;
}

/** How those are told who chose nothing. Throws a 422 refusal. */
export function changeDefaults(change: AccountChange, input: DefaultsChange): void {
  const { accountId } = change.base;
  const { admin, user, quietHours, digest } = input;
  refuseEmpty(quietHours);
  const present = change.get("notificationDefault", accountId) ?? {
    id: accountId,
    ways: { admin: {}, user: {} },
  };
  change.put("notificationDefault", {
    ...present,
    ways: { admin: merged(present.ways.admin, admin), user: merged(present.ways.user, user) },
    ...(quietHours === undefined ? {} : { quietHours }),
    ...(digest === undefined ? {} : { digest: sorted(digest) }),
  });
}

/** Nothing of the subject is told through the day `until`, in the member's zone. Throws 404 for what nothing was told of. */
export function mute(change: AccountChange, memberId: string, subjectId: string, until: string): void {
  const member = memberOf(change, memberId);
  const { timeZone } = choicesOf(change, change.base.accountId, member);
  const end = endOfDay(timeZone, until);
  if (end <= change.at) refuseFields([{ field: "until", message: "is over: choose today or a later day" }]);
  const about = [...change.all("notification")].find(({ subject }) => subject.id === subjectId);
  if (!about || !mayKnow(about.kind, member)) throw notFound("subject of a notification");
  const present = presentOf(change, memberId);
  const others = present.mutes.filter((each) => each.subjectId !== subjectId && each.until > change.at);
  if (others.length >= mostMutes)
    throw new Refusal(
      409,
      "too-many-records",
      `At most ${mostMutes} subjects are muted at once: end some first.`,
    );
  const mutes = [...others, { subjectId, name: about.subject.name, until: end }];
  change.put("notificationChoice", { ...present, mutes });
}

export function unmute(change: AccountChange, memberId: string, subjectId: string): void {
  const present = presentOf(change, memberId);
  const mutes = present.mutes.filter((each) => each.subjectId !== subjectId);
  if (mutes.length === present.mutes.length) throw notFound("muted subject");
  change.put("notificationChoice", { ...present, mutes });
}

function presentOf(change: AccountChange, memberId: string) {
  return (
    change.get("notificationChoice", memberId) ?? {
      id: memberId,
      ways: {},
      siteIds: null,
      mutes: [],
    }
  );
}

function namesOf(ways: WaysChange | undefined): NotificationKind[] {
  return notificationKindNames.filter((kind) => ways?.[kind] !== undefined);
}

function merged(present: Ways, change: WaysChange | undefined): Ways {
  const ways = { ...present };
  for (const kind of namesOf(change)) {
    const way = change![kind];
    if (way == null) delete ways[kind];
    else ways[kind] = way;
  }
  return ways;
}

function sorted<D extends { days: number[] }>(digest: D): D {
  return { ...digest, days: [...digest.days].sort() };
}

function refuseEmpty(quietHours: QuietHours | null | undefined): void {
  if (quietHours && quietHours.from === quietHours.to)
    refuseFields([{ field: "quietHours.to", message: "must not be when they begin; null for none" }]);
}

function refuseUnknown(change: AccountChange, siteIds: readonly string[]): void {
  const problems = siteIds.flatMap((id, index) =>
    change.get("site", id) ? [] : [{ field: `siteIds[${index}]`, message: "is no site of the account" }],
  );
  if (problems.length > 0) refuseFields(problems);
}
