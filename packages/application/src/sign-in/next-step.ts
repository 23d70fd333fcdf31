import type { Connection, Member } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { Refusal } from "../refusal.ts";
import type { Evidence } from "./flow.ts";

/** What follows when a member was recognised: in, a second factor asked for, or one to be set up first. */
export type NextStep = "session" | "ask-second-factor" | "enrol-second-factor";

/**
 * Throws a refusal for who may not come in at all: suspended ones like those that nobody knows, others with the way that
 * their company requires.
 */
export function nextStep(
  set: Pick<WorkingSet, "get" | "all" | "accountId" | "state">,
  member: Member,
  evidence: Evidence,
): NextStep {
  if (set.state === "suspended" || member.state === "suspended")
    throw new Refusal(401, "sign-in-refused", "You can't sign in here now. Ask an admin of your account.");
  const required = requiredConnection(set, member.email);
  if (required && required.id !== evidence.connectionId) throw signOnRequired(required);
  if (evidence.hasSecondFactor) return "session";
  const hasAuthenticator = set.get("authenticator", member.id) !== undefined;
  if (hasAuthenticator) return "ask-second-factor";
  if (!settingsOf(set).requiresSecondFactor) return "session";
  return passkeysOf(set, member.id).length > 0 ? "ask-second-factor" : "enrol-second-factor";
}

/** By which this address has to sign in; undefined: as it likes. */
export function requiredConnection(
  set: Pick<WorkingSet, "get" | "all">,
  email: string,
): Connection | undefined {
  const name = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  const domain = [...set.all("domain")].find((each) => each.name === name && each.verifiedAt !== null);
  const connection = set.get("connection", domain?.requiredConnectionId ?? "");
  return connection?.isEnabled ? connection : undefined;
}

export function signOnRequired({ name }: Connection): Refusal {
  return new Refusal(403, "sign-on-required", `Your company requires that you sign in with ${name}.`);
}

export function passkeysOf(set: Pick<WorkingSet, "all">, memberId: string) {
  return [...set.all("passkey")].filter((passkey) => passkey.memberId === memberId);
}
