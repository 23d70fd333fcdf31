import type { FastifyRequest } from "fastify";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Member } from "../accounts/records.ts";
import type { Api } from "../api/api.ts";
import { Refusal } from "../refusal.ts";
import { actorOf, isKnownDevice, placeOfRequest } from "./begin-session.ts";
import { mailQueue, type PersonMail } from "./mails.ts";
import { passkeysOf } from "./next-step.ts";
import { hashOfRecoveryCode, stepOf } from "./one-time-codes.ts";
import { refused, relyingParty, verifyRequest } from "./passkeys.ts";

/** What a person shows as second factor: one of these. */
export interface FactorAnswer {
  code?: string | undefined;
  recoveryCode?: string | undefined;
  passkey?: unknown;
}

const freeAttempts = 5;
const firstPauseMs = 30_000;
const longestPauseMs = 15 * 60_000;

/**
 * Checks the second factor, and `work` is done with it in the same change. Wrong codes in a row make whoever tries wait longer
 * and longer: those of browsers that the member is known by count for themselves, so that nobody locks a member out from
 * elsewhere.
 */
export async function checkFactor(
  api: Api,
  request: FastifyRequest,
  who: { accountId: string; member: Member; challenge: string | null },
  answer: FactorAnswer,
  work: (change: AccountChange) => void = () => {},
): Promise<void> {
  const { accountId, member, challenge } = who;
  const { deviceHash } = placeOfRequest(request, api.isSecure);
  const set = await api.store.readNow(accountId);
  const from = deviceHash && isKnownDevice(set, member.id, deviceHash) ? deviceHash : "";
  if (answer.passkey !== undefined) {
    await checkPasskey(api, request, who, challenge, answer.passkey, work);
    return;
  }
  const isRight = await api.store.change(accountId, actorOf(member, request), (change) => {
    expectNoPause(change, member.id, from);
    const isRight =
      answer.code !== undefined
        ? takeCode(change, member.id, answer.code)
        : takeRecoveryCode(change, member.id, answer.recoveryCode ?? "");
    noteAttempt(change, member.id, from, isRight);
    if (isRight) work(change);
    return isRight;
  });
  if (isRight) return;
  const field = answer.code === undefined ? "recoveryCode" : "code";
  throw new Refusal(422, "code-wrong", `${field}: is wrong, too old, or was used already.`, [
    { field, message: "is wrong, too old, or was used already" },
  ]);
}

async function checkPasskey(
  api: Api,
  request: FastifyRequest,
  { accountId, member }: { accountId: string; member: Member },
  challenge: string | null,
  response: unknown,
  work: (change: AccountChange) => void,
): Promise<void> {
  if (challenge === null) throw refused();
  await api.store.change(accountId, actorOf(member, request), async (change) => {
    const id = (response as { id?: unknown } | null)?.id;
    const passkey = passkeysOf(change, member.id).find(({ credentialId }) => credentialId === id);
    if (!passkey) throw refused();
    const counter = await verifyRequest(relyingParty(api.baseUrl()), challenge, passkey, response);
    change.put("passkey", { ...passkey, counter, lastUsedAt: change.at });
    work(change);
  });
}

function takeCode(change: AccountChange, memberId: string, code: string): boolean {
  const authenticator = change.get("authenticator", memberId);
  if (!authenticator) return false;
  const step = stepOf(authenticator.secret, code, authenticator.lastStep, change.at);
  if (step === undefined) return false;
  change.put("authenticator", { ...authenticator, lastStep: step });
  return true;
}

function takeRecoveryCode(change: AccountChange, memberId: string, code: string): boolean {
  const codes = change.get("recoveryCodes", memberId);
  const hash = hashOfRecoveryCode(code);
  if (!codes?.hashes.includes(hash)) return false;
  change.put("recoveryCodes", { ...codes, hashes: codes.hashes.filter((each) => each !== hash) });
  return true;
}

function expectNoPause(change: AccountChange, memberId: string, from: string): void {
  const failures = change.get("factorFailures", memberId)?.byDevice[from];
  if (!failures || failures.count < freeAttempts) return;
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** (failures.count - freeAttempts));
  const waitMs = failures.at + pauseMs - change.at;
  if (waitMs <= 0) return;
  const retryAfter = Math.ceil(waitMs / 1000);
  throw new Refusal(
    429,
    "too-many-codes",
    `Too many wrong codes. Try again in ${retryAfter} s, or use a passkey.`,
    [],
    { retryAfter },
  );
}

function noteAttempt(change: AccountChange, memberId: string, from: string, isRight: boolean): void {
  const present = change.get("factorFailures", memberId)?.byDevice ?? {};
  if (isRight) {
    if (!(from in present)) return;
    const { [from]: _over, ...rest } = present;
    change.put("factorFailures", { id: memberId, byDevice: rest });
    return;
  }
  const count = (present[from]?.count ?? 0) + 1;
  change.put("factorFailures", { id: memberId, byDevice: { ...present, [from]: { count, at: change.at } } });
  change.note({
    action: "second-factor.refused",
    target: { kind: "member", id: memberId, name: change.actor.name },
    detail: { attempts: count },
  });
  // Whoever tries has the first factor: the member ought to know, once.
  if (count === freeAttempts) {
    const mail: PersonMail = {
      accountId: change.base.accountId,
      what: "wrong-codes",
      id: memberId,
      sending: 1,
    };
    change.enqueue(mailQueue, mail);
  }
}
