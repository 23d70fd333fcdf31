import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { systemActor } from "../accounts/actor.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { addressOf, placeOf } from "../api/address.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { signInLink } from "../members/invitation.ts";
import { memberByEmail } from "../members/member.ts";
import { linkHashOf } from "../members/registration.ts";
import * as schemas from "../members/schema.ts";
import { Refusal } from "../refusal.ts";
import { admitMember, beginSession } from "./begin-session.ts";
import { findConnection, requiredConnectionOf, viewOfConnection } from "./connections/connection.ts";
import { demonstrationIdentities } from "./connections/demonstration.ts";
import { signOnUrl } from "./connections/sign-on.ts";
import { safeReturnTo } from "./flow.ts";
import { passkeysOf, requiredConnection } from "./next-step.ts";
import { authenticatorUri, newSecret, stepOf } from "./one-time-codes.ts";
import {
  creationOptions,
  readUserHandle,
  refused,
  relyingParty,
  requestOptions,
  userHandle,
  verifyCreation,
  verifyRequest,
} from "./passkeys.ts";
import { wrongCode } from "./profile-routes.ts";
import { checkFactor } from "./second-factor.ts";

/** Signing in. What is refused says what to do, and never whether an address or an id is known here. */
export function signInRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, flows } = api;
  const tags = ["sign-in"];
  const security: never[] = [];
  const params = Type.Object({ token: Type.String({ maxLength: 100 }) });
  const party = () => relyingParty(api.baseUrl());

  app.get(
    "/sign-in",
    {
      schema: {
        tags,
        summary: "What this browser's sign-in waits for",
        security,
        response: { 200: schemas.SignInState, ...refusals },
      },
    },
    async (request) => {
      const nobody = {
        state: "nobody" as const,
        memberName: null,
        customerName: null,
        hasAuthenticator: false,
        hasPasskeys: false,
        hasRecoveryCodes: false,
        returnTo: "/",
        canMail: api.mailer !== undefined,
        demonstration: await demonstrationIdentities(api),
      };
      const flow = flows.find(request);
      if (flow?.kind !== "second-factor") return nobody;
      const set = await store.read(flow.accountId);
      const member = set.get("member", flow.memberId);
      if (!member) return nobody;
      return {
        ...nobody,
        state: flow.isToEnrol ? ("enrolment" as const) : ("second-factor" as const),
        memberName: member.name,
        customerName: set.customerName,
        hasAuthenticator: set.get("authenticator", member.id) !== undefined,
        hasPasskeys: passkeysOf(set, member.id).length > 0,
        hasRecoveryCodes: (set.get("recoveryCodes", member.id)?.hashes.length ?? 0) > 0,
        returnTo: flow.returnTo,
      };
    },
  );
  app.delete(
    "/sign-in",
    {
      schema: {
        tags,
        summary: "Give the sign-in up that this browser has begun",
        security,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (_request, reply) => {
      flows.drop(reply);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/sign-in/ways",
    {
      schema: {
        tags,
        summary: "The provider of an e-mail address's domain, if its company has verified it",
        security,
        body: schemas.AddressInput,
        response: { 200: schemas.Connections, ...refusals },
      },
    },
    async ({ body }) => {
      const domain = body.email.slice(body.email.lastIndexOf("@") + 1);
      const accountId = await api.finder.byDomain(domain);
      const set = accountId && (await store.read(accountId));
      const connection = set && requiredConnectionOf(api, set, body.email);
      return { items: connection ? [connection] : [] };
    },
  );
  app.get(
    "/sign-in/connections/:token",
    {
      schema: {
        tags,
        summary: "A connection by the opaque word of its address",
        security,
        params,
        response: { 200: schemas.ConnectionName, ...refusals },
      },
    },
    async (request) => {
      const { set, connection } = await findConnection(api, request.params.token);
      return viewOfConnection(set, connection);
    },
  );
  app.post(
    "/sign-in/connections/:token",
    {
      schema: {
        tags,
        summary: "Begin to sign in with a connection's provider",
        security,
        params,
        body: schemas.SignOnInput,
        response: { 200: schemas.Redirection, ...refusals },
      },
    },
    async (request, reply) => {
      const { set, connection } = await findConnection(api, request.params.token);
      const { registration, returnTo, hint } = request.body;
      const link = registration === undefined ? undefined : await linkHashOf(api, registration);
      if (link && link.accountId !== set.accountId) throw refused();
      const url = await signOnUrl(api, reply, set, connection, {
        purpose: link ? { kind: "registration", linkHash: link.linkHash } : { kind: "sign-in" },
        returnTo: safeReturnTo(returnTo),
        hint,
      });
      return { url };
    },
  );
  app.post(
    "/sign-in/passkey-options",
    {
      schema: {
        tags,
        summary: "What the browser needs to sign in by a passkey",
        security,
        response: { 200: schemas.PasskeyOptions, ...refusals },
      },
    },
    async (_request, reply) => {
      const options = await requestOptions(party());
      flows.begin(reply, { kind: "passkey-sign-in", challenge: options.challenge });
      return options as never;
    },
  );
  app.post(
    "/sign-in/passkey",
    {
      schema: {
        tags,
        summary: "Sign in by a passkey",
        security,
        body: Type.Object(
          { passkey: schemas.PasskeyAnswer, returnTo: Type.Optional(Type.String({ maxLength: 500 })) },
          { additionalProperties: false },
        ),
        response: { 200: schemas.SignInOutcome, ...refusals },
      },
    },
    async (request, reply) => {
      const flow = flows.expect(request, "passkey-sign-in");
      const { passkey: response, returnTo } = request.body;
      const { userHandle: handle } = (response as { response?: { userHandle?: string } }).response ?? {};
      const owner = readUserHandle(typeof handle === "string" ? handle : undefined);
      if (!owner) throw refused();
      const set = await readIfThere(owner.accountId);
      const passkey =
        set && passkeysOf(set, owner.memberId).find(({ credentialId }) => credentialId === response.id);
      const member = set?.get("member", owner.memberId);
      if (!set || !passkey || !member) throw refused();
      const counter = await verifyRequest(party(), flow.challenge, passkey, response);
      await flows.finish(reply, flow, set.region);
      const where = safeReturnTo(returnTo);
      const { state } = await admitMember(api, request, reply, {
        accountId: set.accountId,
        memberId: member.id,
        evidence: { way: "passkey", connectionId: null, hasSecondFactor: true, provider: null },
        returnTo: where,
        work(change) {
          const current = change.get("passkey", passkey.id);
          if (current) change.put("passkey", { ...current, counter, lastUsedAt: change.at });
        },
      });
      return { state, returnTo: where };
    },
  );
  app.post(
    "/sign-in/second-factor/passkey-options",
    {
      schema: {
        tags,
        summary: "What the browser needs for a passkey as second factor",
        security,
        response: { 200: schemas.PasskeyOptions, ...refusals },
      },
    },
    async (request, reply) => {
      const flow = flows.expect(request, "second-factor");
      if (flow.isToEnrol) throw refused();
      const passkeys = passkeysOf(await store.read(flow.accountId), flow.memberId);
      const options = await requestOptions(party(), passkeys);
      flows.begin(reply, { ...flow, challenge: options.challenge });
      return options as never;
    },
  );
  app.post(
    "/sign-in/second-factor",
    {
      schema: {
        tags,
        summary: "Sign in by a second factor: code, recovery code or passkey",
        security,
        body: schemas.FactorAnswer,
        response: { 200: schemas.SignInOutcome, ...refusals },
      },
    },
    async (request, reply) => {
      const flow = flows.expect(request, "second-factor");
      if (flow.isToEnrol) throw refused();
      const { accountId, memberId, challenge, evidence, returnTo } = flow;
      const set = await store.readNow(accountId);
      const member = activeMember(set, memberId);
      await checkFactor(api, request, { accountId, member, challenge }, request.body);
      await flows.finish(reply, flow, set.region);
      await beginSession(api, request, reply, {
        accountId,
        memberId,
        evidence: { ...evidence, hasSecondFactor: true },
      });
      return { state: "signed-in" as const, returnTo };
    },
  );
  app.post(
    "/sign-in/enrolment/authenticator",
    {
      schema: {
        tags,
        summary: "A secret for the authenticator app that has to be set up",
        security,
        response: { 200: schemas.NewSecret, ...refusals },
      },
    },
    async (request, reply) => {
      const { flow, set, member } = await enrolling(request);
      const secret = newSecret();
      flows.begin(reply, { ...flow, secret });
      return { secret, uri: authenticatorUri(secret, `${set.customerName}: ${member.email}`) };
    },
  );
  app.post(
    "/sign-in/enrolment/passkey-options",
    {
      schema: {
        tags,
        summary: "What the browser needs to make the passkey that has to be set up",
        security,
        response: { 200: schemas.PasskeyOptions, ...refusals },
      },
    },
    async (request, reply) => {
      const { flow, set, member } = await enrolling(request);
      const handle = userHandle(set.region, set.accountId, member.id);
      const options = await creationOptions(party(), { handle, name: member.name, email: member.email }, []);
      flows.begin(reply, { ...flow, challenge: options.challenge });
      return options as never;
    },
  );
  app.post(
    "/sign-in/enrolment",
    {
      schema: {
        tags,
        summary: "Keep the second factor that was set up, and sign in",
        security,
        body: schemas.EnrolmentInput,
        response: { 200: schemas.SignInOutcome, ...refusals },
      },
    },
    async (request, reply) => {
      const { flow, set, member } = await enrolling(request);
      const { code, passkey, passkeyName = "Passkey" } = request.body;
      const { accountId } = set;
      const memberId = member.id;
      const lastStep = code && flow.secret ? stepOf(flow.secret, code, -1, Date.now()) : undefined;
      if (passkey === undefined && lastStep === undefined) throw wrongCode();
      const made =
        passkey === undefined ? undefined : await verifyCreation(party(), flow.challenge ?? "", passkey);
      await flows.finish(reply, flow, set.region);
      await beginSession(api, request, reply, {
        accountId,
        memberId,
        evidence: { ...flow.evidence, hasSecondFactor: true },
        work(change) {
          if (made)
            change.put("passkey", {
              id: randomUUID(),
              memberId,
              name: passkeyName,
              createdAt: change.at,
              lastUsedAt: null,
              ...made,
            });
          else
            change.put("authenticator", {
              id: memberId,
              secret: flow.secret!,
              createdAt: change.at,
              lastStep: lastStep!,
            });
        },
      });
      return { state: "signed-in" as const, returnTo: flow.returnTo };
    },
  );
  app.post(
    "/sign-in/recovery",
    {
      schema: {
        tags,
        summary: "Mail a link to set up a new way in, if the address is a member's; always answered the same",
        security,
        body: schemas.AddressInput,
        response: { 202: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      if (!api.mailer)
        throw new Refusal(
          409,
          "no-mail",
          "This Refill sends no e-mail. Ask an admin of your account for a new sign-in link.",
        );
      const { email } = request.body;
      const place = placeOf(addressOf(request.ip));
      const limits = [
        { name: "failures" as const, key: `recovery ${place}`, perMinute: 5 },
        { name: "failures" as const, key: `recovery ${email.toLowerCase()}`, perMinute: 2 },
      ];
      const isTooMuch = api.access.rates.take(limits).some(({ isExceeded }) => isExceeded);
      // Not before the answer, whose time would tell whether the address is known.
      if (!isTooMuch)
        setImmediate(() => {
          recover(email).catch((error) =>
            api.log.warn({ reason: error.message }, "a recovery link was not made"),
          );
        });
      return reply.code(202).send(null);
    },
  );

  async function recover(email: string): Promise<void> {
    for (const accountId of await api.finder.byAddress(email)) {
      const set = await readIfThere(accountId);
      const member = set && memberByEmail(set, email);
      if (!set || member?.state !== "active" || set.state === "suspended") continue;
      if (requiredConnection(set, member.email)) continue;
      const hasCodes = (set.get("recoveryCodes", member.id)?.hashes.length ?? 0) > 0;
      if (!hasCodes && !set.get("authenticator", member.id)) continue;
      const options = { isMailed: true, needsCode: true };
      await signInLink(store, credentials, accountId, systemActor, member.id, options);
    }
  }

  async function enrolling(request: Parameters<typeof flows.find>[0]) {
    const flow = flows.expect(request, "second-factor");
    if (!flow.isToEnrol) throw refused();
    const set = await store.readNow(flow.accountId);
    return { flow, set, member: activeMember(set, flow.memberId) };
  }

  async function readIfThere(accountId: string): Promise<WorkingSet | undefined> {
    try {
      return await store.readNow(accountId);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }
}

function activeMember(set: WorkingSet, memberId: string) {
  const member = set.get("member", memberId);
  if (member?.state !== "active" || set.state === "suspended") throw refused();
  return member;
}
