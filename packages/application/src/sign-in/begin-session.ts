import { randomBytes, randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Actor } from "../accounts/actor.ts";
import { hashOf, newToken } from "../accounts/credentials.ts";
import type { KnownDevice, Member, Session } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { addressOf } from "../api/address.ts";
import type { Api } from "../api/api.ts";
import { cookieOf, setCookie } from "../api/cookies.ts";
import { memberOf } from "../members/member.ts";
import { deviceName } from "./device-name.ts";
import type { Evidence } from "./flow.ts";
import { mailQueue, type PersonMail } from "./mails.ts";
import { nextStep } from "./next-step.ts";
import { refused } from "./passkeys.ts";

const mostSessions = 50;
const mostDevices = 20;
/** Browsers keep no cookie for longer. */
const deviceForMs = 400 * 24 * 60 * 60 * 1000;

/** Where somebody signs in. */
export interface Place {
  address: string;
  /** As a person reads it. */
  device: string;
  /** Of the browser's own cookie; undefined: it has none yet. */
  deviceHash: string | undefined;
}

export function placeOfRequest(request: FastifyRequest, isSecure: boolean): Place {
  const token = cookieOf(request, "device", isSecure);
  return {
    address: addressOf(request.ip),
    device: deviceName(request.headers["user-agent"]),
    deviceHash: token && hashOf(token),
  };
}

/**
 * Begins the session of somebody who was recognised, or asks for the second factor first. `work`: what is written with the
 * session, e.g. the passkey that was just made.
 */
export async function admitMember(
  api: Api,
  request: FastifyRequest,
  reply: FastifyReply,
  who: {
    accountId: string;
    memberId: string;
    evidence: Evidence;
    returnTo?: string;
    work?: (change: AccountChange) => void;
  },
): Promise<{ state: "signed-in" | "second-factor"; member: Member }> {
  const { accountId, memberId, evidence, returnTo = "/", work } = who;
  // Whoever calls has read it just now.
  const set = await api.store.read(accountId);
  const known = set.get("member", memberId);
  const step = known ? nextStep(set, known, evidence) : "session";
  if (known && step !== "session") {
    if (work) await api.store.change(accountId, actorOf(known, request), work);
    api.flows.begin(reply, {
      kind: "second-factor",
      accountId,
      memberId,
      // With the id token the cookie could become longer than browsers take.
      evidence: { ...evidence, provider: evidence.provider && { ...evidence.provider, idToken: null } },
      isToEnrol: step === "enrol-second-factor",
      challenge: null,
      secret: null,
      returnTo,
    });
    return { state: "second-factor", member: known };
  }
  return { state: "signed-in", member: await beginSession(api, request, reply, who) };
}

/** The session itself, of a member who is there or whom `work` makes. */
export async function beginSession(
  api: Api,
  request: FastifyRequest,
  reply: FastifyReply,
  who: { accountId: string; memberId: string; evidence: Evidence; work?: (change: AccountChange) => void },
): Promise<Member> {
  const { store, credentials, isSecure } = api;
  const { accountId, memberId, evidence } = who;
  const set = await store.read(accountId);
  const token = newToken("session", set.region);
  const expiresAt = Date.now() + settingsOf(set).sessionHours * 3_600_000;
  await credentials.add("session", set.region, hashOf(token), accountId, expiresAt);
  const place = placeOfRequest(request, isSecure);
  const deviceToken = cookieOf(request, "device", isSecure) ?? randomBytes(32).toString("base64url");
  const deviceHash = hashOf(deviceToken);
  const actor = actorOf(set.get("member", memberId) ?? { id: memberId, name: "new member" }, request);
  const { member, dropped } = await store.change(accountId, actor, (change) => {
    who.work?.(change);
    const member = memberOf(change, memberId);
    if (member.state !== "active") throw refused();
    // Who registers does so by the name that is given just now.
    change.actor.name = member.name;
    const dropped = tidySessions(change, memberId);
    const session: Session = {
      id: randomUUID(),
      memberId,
      hash: hashOf(token),
      createdAt: change.at,
      expiresAt,
      address: place.address,
      device: place.device,
      deviceHash,
      way: evidence.way,
      connectionId: evidence.connectionId,
      hasSecondFactor: evidence.hasSecondFactor,
      confirmedAt: change.at,
      provider: evidence.provider,
      visit: null,
    };
    change.put("session", session);
    const isNew = noteDevice(change, memberId, deviceHash, place);
    if (isNew && member.mailsSignIns) {
      const mail: PersonMail = { accountId, what: "sign-in", id: session.id, sending: 1 };
      change.enqueue(mailQueue, mail);
    }
    return { member, dropped };
  });
  for (const { hash } of dropped) await credentials.remove(set.region, hash);
  setCookie(reply, "session", token, expiresAt, isSecure);
  setCookie(reply, "device", deviceToken, Date.now() + deviceForMs, isSecure);
  api.flows.drop(reply);
  return member;
}

export function actorOf({ id, name }: Pick<Member, "id" | "name">, request: FastifyRequest): Actor {
  return { kind: "member", id, name, address: addressOf(request.ip) };
}

/** Those that are over, of everybody; and of this member the oldest beyond what one may have. */
function tidySessions(change: AccountChange, memberId: string): Session[] {
  const all = [...change.all("session")];
  const own = all
    .filter((session) => session.memberId === memberId && session.expiresAt > change.at)
    .sort((a, b) => b.createdAt - a.createdAt);
  const dropped = [...all.filter(({ expiresAt }) => expiresAt <= change.at), ...own.slice(mostSessions - 1)];
  for (const { id } of dropped) change.remove("session", id);
  return dropped;
}

/** Whether the member, who came from elsewhere before, comes from this browser for the first time. */
function noteDevice(change: AccountChange, memberId: string, hash: string, place: Place): boolean {
  const known = [...change.all("knownDevice")].filter((device) => device.memberId === memberId);
  const present = known.find((device) => device.hash === hash);
  const device: KnownDevice = {
    id: present?.id ?? randomUUID(),
    memberId,
    hash,
    name: place.device,
    address: place.address,
    lastSeenAt: change.at,
  };
  change.put("knownDevice", device);
  const oldest = known.sort((a, b) => b.lastSeenAt - a.lastSeenAt).slice(mostDevices - 1);
  for (const { id } of oldest) if (id !== device.id) change.remove("knownDevice", id);
  return present === undefined && known.length > 0;
}

export function isKnownDevice(
  account: Pick<WorkingSet, "all">,
  memberId: string,
  hash: string | undefined,
): boolean {
  if (hash === undefined) return false;
  for (const device of account.all("knownDevice"))
    if (device.memberId === memberId && device.hash === hash) return true;
  return false;
}
