import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountChange } from "../accounts/account-change.ts";
import { hashOf } from "../accounts/credentials.ts";
import type { Member, RegistrationLink } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api } from "../api/api.ts";
import { Refusal } from "../refusal.ts";
import { admitMember } from "../sign-in/begin-session.ts";
import type { Evidence } from "../sign-in/flow.ts";
import { addressCodeText } from "../sign-in/mail-texts.ts";
import { passkeysOf, requiredConnection, signOnRequired } from "../sign-in/next-step.ts";
import { hashOfAddressCode, newAddressCode } from "../sign-in/one-time-codes.ts";
import { creationOptions, relyingParty, userHandle, verifyCreation } from "../sign-in/passkeys.ts";
import { checkFactor } from "../sign-in/second-factor.ts";
import { findLink, linkByHash, memberOfLink } from "./invitation.ts";
import { addMember, memberByEmail } from "./member.ts";

/** Whether the address has to be proved by a code: who came by a mailed link has it. Without a mail server nobody can be asked. */
export function needsAddressCode(
  { mailer }: Pick<Api, "mailer">,
  { email, mailedAt }: RegistrationLink,
): boolean {
  return mailer !== undefined && (email === null || mailedAt === null);
}

/** Throws a refusal for another address than the link's, and for a member's, unless the link is theirs. */
function expectAddress(set: WorkingSet, link: RegistrationLink, email: string): void {
  if (link.email !== null && link.email.toLowerCase() !== email.toLowerCase())
    throw new Refusal(
      409,
      "invitation-for-another",
      "email: this invitation is for another address. Register with the one that it was made for.",
      [{ field: "email", message: "is not the address that this invitation was made for" }],
    );
  // A link of no address is made for an account's first admin: nobody becomes somebody else by it.
  if (link.email === null && memberByEmail(set, email))
    throw new Refusal(
      409,
      "email-taken",
      `email: ${email} is a member already. Ask an admin for a sign-in link for this address.`,
      [{ field: "email", message: "is a member already" }],
    );
}

/** Mails a code to the address; what it is lies hashed in this browser's sealed cookie. */
export async function sendAddressCode(
  api: Api,
  reply: FastifyReply,
  token: string,
  email: string,
): Promise<void> {
  const { set, link } = await findLink(api.store, api.credentials, token);
  expectAddress(set, link, email);
  if (!api.mailer) throw new Refusal(409, "no-mail", "This Refill has no mail server: go on without a code.");
  const code = newAddressCode();
  try {
    await api.mailer.send({
      messageId: `address-${randomUUID()}`,
      to: email,
      ...addressCodeText(set.customerName, code, link.language),
    });
  } catch (error) {
    api.log.warn({ reason: (error as Error).message }, "a code could not be mailed");
    throw new Refusal(503, "mail-away", "The mail could not be sent now. Try again in some minutes.");
  }
  api.flows.begin(reply, { kind: "address", linkHash: link.hash, email, codeHash: hashOfAddressCode(code) });
}

/** What the browser needs to make a passkey; checks the address and its code first. */
export async function beginRegistration(
  api: Api,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  person: { name: string; email: string; addressCode?: string | undefined },
) {
  const { set, link } = await findLink(api.store, api.credentials, token);
  const { email } = person;
  expectAddress(set, link, email);
  const required = requiredConnection(set, email);
  if (required) throw signOnRequired(required);
  if (needsAddressCode(api, link)) expectAddressCode(api, request, link, email, person.addressCode);
  const member = memberOfLink(set, link);
  const memberId = member?.id ?? randomUUID();
  const options = await creationOptions(
    relyingParty(api.baseUrl()),
    { handle: userHandle(set.region, set.accountId, memberId), name: person.name, email },
    passkeysOf(set, memberId),
  );
  api.flows.begin(reply, {
    kind: "registration",
    linkHash: link.hash,
    challenge: options.challenge,
    memberId,
    email,
  });
  return options;
}

function expectAddressCode(
  api: Api,
  request: FastifyRequest,
  link: RegistrationLink,
  email: string,
  code: string | undefined,
): void {
  const { rates } = api.access;
  const [state] = rates.take([{ name: "failures", key: `code ${link.id}`, perMinute: 10 }]);
  const flow = api.flows.find(request);
  const isRight =
    !state!.isExceeded &&
    flow?.kind === "address" &&
    flow.linkHash === link.hash &&
    flow.email.toLowerCase() === email.toLowerCase() &&
    code !== undefined &&
    hashOfAddressCode(code) === flow.codeHash;
  if (!isRight)
    throw new Refusal(
      422,
      "code-wrong",
      "addressCode: is not the code that was mailed to this address last.",
      [{ field: "addressCode", message: "is not the code that was mailed to this address last" }],
    );
}

/** Uses the link up by a passkey: makes the member, or gives the one who is there a new way in, and begins a session. */
export async function registerByPasskey(
  api: Api,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  person: {
    name: string;
    passkey: unknown;
    passkeyName?: string | undefined;
    code?: string | undefined;
    recoveryCode?: string | undefined;
  },
): Promise<{ state: "signed-in" | "second-factor"; member: Member }> {
  const { set, link } = await findLink(api.store, api.credentials, token);
  const flow = api.flows.expect(request, "registration");
  if (flow.linkHash !== link.hash) throw new Refusal(410, "sign-in-over", "Begin anew with this link.");
  const passkey = await verifyCreation(relyingParty(api.baseUrl()), flow.challenge, person.passkey);
  const { accountId } = set;
  const known = memberOfLink(set, link);
  if (link.needsCode && known) {
    const { code, recoveryCode } = person;
    await checkFactor(api, request, { accountId, member: known, challenge: null }, { code, recoveryCode });
  }
  await api.flows.finish(reply, flow, set.region);
  const evidence: Evidence = { way: "passkey", connectionId: null, hasSecondFactor: true, provider: null };
  return admitMember(api, request, reply, {
    accountId,
    memberId: flow.memberId,
    evidence,
    work(change) {
      const member = useLink(
        change,
        link.hash,
        flow.memberId,
        { name: person.name, email: flow.email },
        {
          isConfirmed: needsAddressCode(api, link) || link.mailedAt !== null,
        },
      );
      change.put("passkey", {
        id: randomUUID(),
        memberId: member.id,
        name: person.passkeyName ?? "Passkey",
        createdAt: change.at,
        lastUsedAt: null,
        ...passkey,
      });
    },
  });
}

/** The member whom a link makes, or is for, within a change; the link is used then. */
export function useLink(
  change: AccountChange,
  linkHash: string,
  memberId: string,
  person: { name: string; email: string },
  { isConfirmed, origin = "invitation" }: { isConfirmed: boolean; origin?: Member["origin"] },
): Member {
  const link = linkByHash(change, linkHash);
  change.put("registrationLink", { ...link, email: link.email ?? person.email, usedAt: change.at });
  const known = memberOfLink(change, link);
  const emailConfirmedAt = isConfirmed ? change.at : null;
  if (known)
    return change.put("member", { ...known, emailConfirmedAt: known.emailConfirmedAt ?? emailConfirmedAt });
  const { role, privileges, language } = link;
  return addMember(change, { ...person, role, privileges, language, emailConfirmedAt, origin }, memberId);
}

/** The link's hash, for flows that go through a provider. */
export async function linkHashOf(
  api: Pick<Api, "store" | "credentials">,
  token: string,
): Promise<{
  accountId: string;
  linkHash: string;
}> {
  const { set } = await findLink(api.store, api.credentials, token);
  return { accountId: set.accountId, linkHash: hashOf(token) };
}
