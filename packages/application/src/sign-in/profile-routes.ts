import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import type { Member, Passkey } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { zoneProblems } from "../api/time-zone.ts";
import { changeMember, memberOf } from "../members/member.ts";
import * as schemas from "../members/schema.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { passkeysOf, requiredConnection, signOnRequired } from "./next-step.ts";
import {
  authenticatorUri,
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  stepOf,
} from "./one-time-codes.ts";
import { creationOptions, relyingParty, userHandle, verifyCreation } from "./passkeys.ts";

const mostPasskeys = 20;

/** What people set of themselves: name, language, and how they sign in. */
export function profileRoutes(app: ApiServer, api: Api): void {
  const { store, credentials } = api;
  const tags = ["profile"];
  const me = ({ memberId }: Principal, account: Parameters<typeof memberOf>[0]) =>
    memberOf(account, memberId!);

  app.get(
    "/profile",
    { schema: { tags, summary: "My profile", response: { 200: schemas.Profile, ...refusals } } },
    async ({ principal }) => {
      const set = await store.readNow(principal.accountId);
      return view(set, me(principal, set));
    },
  );
  app.patch(
    "/profile",
    {
      schema: {
        tags,
        summary: "Change my name, language, time zone or notifications: fields that are left out stay",
        body: schemas.ProfileChange,
        response: { 200: schemas.Profile, ...refusals },
      },
    },
    async ({ principal, body }) => {
      const { accountId, actor, memberId } = principal;
      refuseFields(body.timeZone ? zoneProblems("timeZone", body.timeZone) : []);
      const facts = body as Partial<Pick<Member, "name" | "language" | "timeZone" | "mailsSignIns">>;
      const member = await changeMember(store, credentials, accountId, actor, memberId!, facts);
      return view(await store.read(accountId), member);
    },
  );
  app.get(
    "/profile/passkeys",
    {
      schema: {
        tags,
        summary: "My passkeys",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.Passkey), ...refusals },
      },
    },
    async ({ principal, query }) => {
      const set = await store.readNow(principal.accountId);
      const { items, nextCursor } = pageOf(passkeysOf(set, principal.memberId!), query);
      return { items: items.map(passkeyView), nextCursor };
    },
  );
  app.post(
    "/profile/passkey-options",
    {
      schema: {
        tags,
        summary: "What the browser needs to make another passkey",
        response: { 200: schemas.PasskeyOptions, ...refusals },
      },
    },
    async ({ principal }, reply) => {
      const { accountId, memberId } = principal;
      const set = await store.readNow(accountId);
      const member = me(principal, set);
      const required = requiredConnection(set, member.email);
      if (required) throw signOnRequired(required);
      const present = passkeysOf(set, memberId!);
      if (present.length >= mostPasskeys)
        throw new Refusal(409, "too-many-records", `A member has at most ${mostPasskeys} passkeys.`);
      const handle = userHandle(set.region, accountId, memberId!);
      const person = { handle, name: member.name, email: member.email };
      const options = await creationOptions(relyingParty(api.baseUrl()), person, present);
      const { challenge } = options;
      api.flows.begin(reply, { kind: "new-passkey", accountId, memberId: memberId!, challenge });
      return options as never;
    },
  );
  app.post(
    "/profile/passkeys",
    {
      schema: {
        tags,
        summary: "Keep the passkey that the browser has made",
        body: schemas.NewPasskey,
        response: { 201: schemas.Passkey, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor, memberId } = request.principal;
      const { region } = await store.read(accountId);
      const flow = api.flows.expect(request, "new-passkey");
      if (flow.memberId !== memberId) throw new Refusal(410, "sign-in-over", "Begin anew.");
      const { name, passkey } = request.body;
      const made = await verifyCreation(relyingParty(api.baseUrl()), flow.challenge, passkey);
      await api.flows.finish(reply, flow, region);
      const kept = await store.change(accountId, actor, (change) =>
        change.put("passkey", {
          id: randomUUID(),
          memberId: memberId!,
          name,
          createdAt: change.at,
          lastUsedAt: null,
          ...made,
        }),
      );
      return reply.code(201).send(passkeyView(kept));
    },
  );
  app.patch(
    "/profile/passkeys/:id",
    {
      schema: {
        tags,
        summary: "Name one of my passkeys",
        params: IdParameter,
        body: schemas.PasskeyChange,
        response: { 200: schemas.Passkey, ...refusals },
      },
    },
    async ({ principal, params, body }) => {
      const { accountId, actor, memberId } = principal;
      const named = await store.change(accountId, actor, (change) => {
        const present = change.get("passkey", params.id);
        if (present?.memberId !== memberId || !present) throw notFound("passkey");
        return change.put("passkey", { ...present, name: body.name });
      });
      return passkeyView(named);
    },
  );
  app.delete(
    "/profile/passkeys/:id",
    {
      schema: {
        tags,
        summary: "Remove one of my passkeys; the last way to sign in stays",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async ({ principal, params }, reply) => {
      const { accountId, actor, memberId } = principal;
      await store.change(accountId, actor, (change) => {
        if (change.get("passkey", params.id)?.memberId !== memberId) throw notFound("passkey");
        change.remove("passkey", params.id);
        const hasIdentity = [...change.all("identity")].some((each) => each.memberId === memberId);
        if (passkeysOf(change, memberId!).length === 0 && !hasIdentity)
          throw new Refusal(
            409,
            "last-way-in",
            "This is your last passkey, and you have no other way to sign in: add another one first.",
          );
        expectFactor(change, memberId!, settingsOf(change.base).requiresSecondFactor);
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/profile/authenticator/secret",
    {
      schema: {
        tags,
        summary: "A new secret for an authenticator app; it counts once a code of it was entered",
        response: { 200: schemas.NewSecret, ...refusals },
      },
    },
    async ({ principal }, reply) => {
      const { accountId, memberId } = principal;
      const set = await store.read(accountId);
      const secret = newSecret();
      api.flows.begin(reply, { kind: "new-authenticator", accountId, memberId: memberId!, secret });
      return { secret, uri: authenticatorUri(secret, `${set.customerName}: ${me(principal, set).email}`) };
    },
  );
  app.post(
    "/profile/authenticator",
    {
      schema: {
        tags,
        summary: "Use the authenticator app from now on; the one before is worth nothing then",
        body: schemas.AuthenticatorInput,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor, memberId } = request.principal;
      const flow = api.flows.expect(request, "new-authenticator");
      if (flow.memberId !== memberId) throw new Refusal(410, "sign-in-over", "Begin anew.");
      const lastStep = stepOf(flow.secret, request.body.code, -1, Date.now());
      if (lastStep === undefined) throw wrongCode();
      const { region } = await store.read(accountId);
      await api.flows.finish(reply, flow, region);
      await store.change(accountId, actor, (change) => {
        change.put("authenticator", { id: memberId!, secret: flow.secret, createdAt: change.at, lastStep });
      });
      return reply.code(204).send(null);
    },
  );
  app.delete(
    "/profile/authenticator",
    {
      schema: {
        tags,
        summary: "Use no authenticator app any more",
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async ({ principal }, reply) => {
      const { accountId, actor, memberId } = principal;
      await store.change(accountId, actor, (change) => {
        if (!change.get("authenticator", memberId!)) throw notFound("authenticator app");
        change.remove("authenticator", memberId!);
        expectFactor(change, memberId!, settingsOf(change.base).requiresSecondFactor);
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/profile/recovery-codes",
    {
      schema: {
        tags,
        summary: "Ten recovery codes, each for once; shown this once",
        response: { 201: schemas.RecoveryCodes, ...refusals },
      },
    },
    async ({ principal }, reply) => {
      const { accountId, actor, memberId } = principal;
      const codes = newRecoveryCodes();
      await store.change(accountId, actor, (change) => {
        change.put("recoveryCodes", {
          id: memberId!,
          hashes: codes.map(hashOfRecoveryCode),
          createdAt: change.at,
        });
      });
      return reply.code(201).send({ codes });
    },
  );

  function view(set: WorkingSet, { id, name, email, language, timeZone, mailsSignIns, version }: Member) {
    const connections = [...set.all("identity")]
      .filter(({ memberId }) => memberId === id)
      .flatMap(({ connectionId }) => set.get("connection", connectionId)?.name ?? []);
    return {
      id,
      name,
      email,
      language,
      timeZone,
      mailsSignIns,
      version,
      hasAuthenticator: set.get("authenticator", id) !== undefined,
      recoveryCodesLeft: set.get("recoveryCodes", id)?.hashes.length ?? 0,
      passkeys: passkeysOf(set, id).length,
      connections,
      requiresSecondFactor: settingsOf(set).requiresSecondFactor,
    };
  }
}

function passkeyView({ id, name, isBackedUp, createdAt, lastUsedAt }: Passkey) {
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    id,
    name,
    isBackedUp,
    createdAt: iso(createdAt),
    lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt),
  };
}

/** Where the account requires a second factor, the last one stays. */
function expectFactor(
  account: Parameters<typeof passkeysOf>[0] & Pick<WorkingSet, "get">,
  memberId: string,
  isRequired: boolean,
): void {
  if (!isRequired || account.get("authenticator", memberId) || passkeysOf(account, memberId).length > 0)
    return;
  throw new Refusal(
    409,
    "second-factor-needed",
    "Your account requires a second factor, and this is your last one: set up another one first.",
  );
}

export function wrongCode(): Refusal {
  return new Refusal(422, "code-wrong", "code: is wrong or too old.", [
    { field: "code", message: "is wrong or too old" },
  ]);
}
