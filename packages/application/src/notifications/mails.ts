import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { NotificationReading } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { DeliveryFailed } from "../dispatch/delivery-failure.ts";
import type { Mailer } from "../dispatch/mail.ts";
import { Refusal } from "../refusal.ts";
import { choicesOf } from "./choices.ts";
import { letterOf } from "./mail-text.ts";
import { readingOf } from "./reading.ts";
import {
  type NotificationMailJob,
  type NotificationPlan,
  nextMailAt,
  notificationMailQueue,
  toBeMailed,
} from "./tell.ts";
import { nextDigest, quietUntil } from "./times.ts";

/**
 * Mails what waits, one mail for all of it. What ended meanwhile, what was muted or is not wanted any more is not sent; a
 * suspended member or customer gets nothing, and is told what still lasts with the first mail afterwards.
 */
export async function startNotificationMails(options: {
  bosses: ReadonlyMap<string, PgBoss>;
  store: AccountStore;
  log: Logger;
  plan: NotificationPlan;
  /** Undefined: no mail server is configured. */
  mailer: Mailer | undefined;
  baseUrl(): string;
  isDemonstration: boolean;
}): Promise<void> {
  const { store, log, plan, mailer, baseUrl } = options;
  for (const boss of options.bosses.values())
    await boss.work<NotificationMailJob>(
      notificationMailQueue,
      // One look at a member at a time, in all processes together: nothing is mailed twice.
      { pollingIntervalSeconds: 1, batchSize: 1, localConcurrency: 2, groupConcurrency: 1 },
      async ([job]) => {
        if (job) await look(boss, job.data);
      },
    );

  async function look(boss: PgBoss, job: NotificationMailJob): Promise<void> {
    const { accountId, memberId, digestAt } = job;
    const set = await find(accountId);
    const member = set?.get("member", memberId);
    if (set?.state !== "active" || member?.state !== "active") return;
    const choices = choicesOf(set, accountId, member);
    const now = Date.now();
    if (digestAt === undefined) {
      const later = quietUntil(choices.quietHours, choices.timeZone, now) ?? notBefore(set, memberId, now);
      if (later !== undefined) {
        await boss.send(notificationMailQueue, job, {
          singletonKey: `${memberId}/news`,
          startAfter: new Date(later),
        });
        return;
      }
    } else if (nextDigest(choices.digest, choices.timeZone, digestAt - 1) !== digestAt) return;
    const way = digestAt === undefined ? "mail" : "digest";
    const { told, over } = toBeMailed(set, member, choices, { way, now });
    if (told.length === 0) return;
    const { name, email, language } = member;
    const letter = letterOf({
      customerName: set.customerName,
      name,
      reader: { language, timeZone: choices.timeZone },
      baseUrl: baseUrl(),
      told,
      over: way === "digest" ? over : null,
    });
    const last = told[0]!.raisedIn;
    const messageId = `notification-${way}-${memberId}-${last}`;
    const isSent = await send(set, { messageId, to: email, ...letter });
    if (isSent)
      await note(
        accountId,
        memberId,
        way === "mail" ? { mailedUpTo: last, mailedAt: now } : { digestedUpTo: last },
      );
  }

  /** The last mail was sent a moment ago. */
  function notBefore(set: WorkingSet, memberId: string, now: number): number | undefined {
    const at = nextMailAt(set, memberId, now - plan.gatherMs, plan);
    return at > now ? at : undefined;
  }

  async function send(
    set: WorkingSet,
    mail: { messageId: string; to: string; subject: string; text: string; html: string },
  ): Promise<boolean> {
    const { messageId, to, subject, text } = mail;
    if (!mailer) {
      if (!options.isDemonstration || !set.isDemonstration) return false;
      await store.change(set.accountId, systemActor, (change) => {
        change.mailbox.push({ id: crypto.randomUUID(), at: Date.now(), to, subject, text });
      });
      return true;
    }
    try {
      await mailer.send(mail);
      return true;
    } catch (error) {
      const { message } = error as Error;
      log.warn({ accountId: set.accountId, messageId, reason: message }, "a notification was not mailed");
      if (error instanceof DeliveryFailed && error.isPermanent) return false;
      throw new Error("not sent; tried again later");
    }
  }

  async function note(
    accountId: string,
    memberId: string,
    upTo: Partial<NotificationReading>,
  ): Promise<void> {
    await store.change(accountId, systemActor, (change) => {
      if (change.get("member", memberId))
        change.put("notificationReading", { ...readingOf(change, memberId), ...upTo });
    });
  }

  async function find(accountId: string): Promise<WorkingSet | undefined> {
    try {
      return await store.readNow(accountId);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }
}
