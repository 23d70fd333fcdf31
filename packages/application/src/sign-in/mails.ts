import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { DeliveryFailed } from "../dispatch/delivery-failure.ts";
import type { Mailer } from "../dispatch/mail.ts";
import { tokenOfLink } from "../members/invitation.ts";
import { Refusal } from "../refusal.ts";
import { invitationText, type MailText, recoveryText, signInText, wrongCodesText } from "./mail-texts.ts";

/** Jobs that send an e-mail to a member or to somebody who is invited. */
export const mailQueue = "person-mail";
/** For a day, with a pause that doubles up to an hour. */
export const mailQueueOptions = {
  retryLimit: 30,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  heartbeatSeconds: 10,
  expireInSeconds: 120,
};

/** What to send; `id`: of the invitation, session or member. */
export interface PersonMail {
  accountId: string;
  what: "invitation" | "sign-in" | "wrong-codes";
  id: string;
  sending: number;
}

interface Letter extends MailText {
  to: string;
}

/** Sends what waits; what has become pointless meanwhile, as an invitation that was withdrawn, is not sent. */
export async function startPersonMails(options: {
  bosses: Iterable<PgBoss>;
  store: AccountStore;
  log: Logger;
  /** Undefined: no mail server is configured. */
  mailer: Mailer | undefined;
  baseUrl(): string;
  isDemonstration: boolean;
}): Promise<void> {
  const { store, log, mailer, baseUrl } = options;
  for (const boss of options.bosses)
    await boss.work<PersonMail>(
      mailQueue,
      { pollingIntervalSeconds: 1, batchSize: 1, localConcurrency: 2 },
      async ([job]) => {
        if (job) await send(job.data);
      },
    );

  async function send(mail: PersonMail): Promise<void> {
    const set = await find(mail.accountId);
    const letter = set && letterOf(set, mail, baseUrl());
    if (!set || !letter) return;
    const { to, ...content } = letter;
    const messageId = `${mail.what}-${mail.id}-${mail.sending}`;
    if (!mailer) {
      if (options.isDemonstration && set.isDemonstration)
        await store.change(set.accountId, systemActor, (change) => {
          change.mailbox.push({
            id: crypto.randomUUID(),
            at: Date.now(),
            to,
            subject: content.subject,
            text: content.text,
          });
        });
      else await noteMailed(mail, "no mail server is configured (REFILL_SMTP_URL)");
      return;
    }
    try {
      await mailer.send({ messageId, to, ...content });
    } catch (error) {
      const { message } = error as Error;
      log.warn({ accountId: mail.accountId, what: mail.what, reason: message }, "an e-mail was not sent");
      if (!(error instanceof DeliveryFailed)) throw error;
      await noteMailed(mail, message);
      if (error.isPermanent) return;
      throw new Error("not sent; tried again later");
    }
    await noteMailed(mail, null);
  }

  async function find(accountId: string): Promise<WorkingSet | undefined> {
    try {
      return await store.read(accountId);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }

  async function noteMailed({ accountId, what, id, sending }: PersonMail, problem: string | null) {
    if (what !== "invitation") return;
    await store.change(accountId, systemActor, (change) => {
      const link = change.get("registrationLink", id);
      if (link?.sending !== sending) return;
      change.put("registrationLink", {
        ...link,
        mailedAt: problem === null ? change.at : link.mailedAt,
        mailProblem: problem,
      });
    });
  }
}

function letterOf(set: WorkingSet, { what, id, sending }: PersonMail, baseUrl: string): Letter | undefined {
  const { customerName } = set;
  if (what === "invitation") {
    const link = set.get("registrationLink", id);
    if (!link?.email || link.sending !== sending || link.usedAt !== null || link.expiresAt <= Date.now())
      return undefined;
    const facts = {
      customerName,
      url: `${baseUrl}/register#${tokenOfLink(set, link)}`,
      expiresAt: link.expiresAt,
    };
    const text = link.needsCode ? recoveryText(facts, link.language) : invitationText(facts, link.language);
    return { to: link.email, ...text };
  }
  const session = what === "sign-in" ? set.get("session", id) : undefined;
  const member = set.get("member", what === "sign-in" ? (session?.memberId ?? "") : id);
  if (!member) return undefined;
  const facts = { customerName, name: member.name, url: `${baseUrl}/profile` };
  if (what === "wrong-codes") return { to: member.email, ...wrongCodesText(facts, member.language) };
  if (!session) return undefined;
  const { device, address, createdAt } = session;
  return { to: member.email, ...signInText({ ...facts, device, address, at: createdAt }, member.language) };
}
