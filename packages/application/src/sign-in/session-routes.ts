import { Type } from "typebox";
import type { Session } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { confirmedForMs } from "../api/admission.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { isOver, type Principal } from "../api/authentication.ts";
import { clearCookie } from "../api/cookies.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { endSessionsOf, memberOf, memberView } from "../members/member.ts";
import { permissionsOf } from "../members/policy.ts";
import * as schemas from "../members/schema.ts";
import { notFound } from "../refusal.ts";
import { signOnUrl } from "./connections/sign-on.ts";
import { signOutUrl } from "./connections/sign-out.ts";
import { safeReturnTo } from "./flow.ts";
import { passkeysOf } from "./next-step.ts";
import { relyingParty, requestOptions } from "./passkeys.ts";
import { checkFactor } from "./second-factor.ts";

/** Who is signed in, one's own sessions, and the confirmation before dangerous actions. */
export function sessionRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, access, isSecure } = api;
  const tags = ["session"];
  app.get(
    "/session",
    {
      schema: {
        tags,
        summary: "Who I am, and what I may do",
        response: { 200: schemas.Session, ...refusals },
      },
    },
    async (request) => {
      const { principal } = request;
      const { accountId, memberId, role, kind, session } = principal;
      const set = await store.read(accountId);
      const member = memberId === null ? undefined : set.get("member", memberId);
      const until = session?.visit && set.get("operatorAccess", session.visit.accessId)?.until;
      return {
        member: member ? memberView(member) : null,
        role,
        permissions: permissionsOf(principal) as never[],
        kind: kind as "member",
        confirmedUntil: session ? new Date(session.confirmedAt + confirmedForMs).toISOString() : null,
        visitUntil: until ? new Date(until).toISOString() : null,
        customer: { name: set.customerName, region: set.region },
        demonstration: set.isDemonstration,
      };
    },
  );
  app.post(
    "/session/end",
    {
      schema: {
        tags,
        summary: "Sign out; `url` ends the provider's session, too",
        response: { 200: schemas.SignedOut, ...refusals },
      },
    },
    async (request, reply) => {
      const { session, accountId } = request.principal;
      const url = session ? await signOutUrl(api, await store.read(accountId), session) : null;
      if (session) await endSession(request.principal, session);
      clearCookie(reply, session?.visit ? "visit" : "session", isSecure);
      return { url };
    },
  );
  app.get(
    "/sessions",
    {
      schema: {
        tags,
        summary: "My sessions, with device and place",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.OwnSession), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const { items, nextCursor } = pageOf(ownSessions(set, request.principal), request.query);
      return { items: items.map((each) => view(set, each, request.principal)), nextCursor };
    },
  );
  app.delete(
    "/sessions/:id",
    {
      schema: {
        tags,
        summary: "End one of my sessions",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { principal } = request;
      const own = ownSessions(await store.readNow(principal.accountId), principal);
      const session = own.find(({ id }) => id === request.params.id);
      if (!session) throw notFound("session");
      await endSession(principal, session);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/sessions/end-others",
    {
      schema: {
        tags,
        summary: "End all my sessions but this one",
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor, memberId, session } = request.principal;
      const { region } = await store.read(accountId);
      const ended = await store.change(accountId, actor, (change) =>
        endSessionsOf(change, memberId!, session!.id),
      );
      for (const { hash } of ended) await credentials.remove(region, hash);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/session/confirmation/passkey-options",
    {
      schema: {
        tags,
        summary: "What the browser needs to confirm by a passkey",
        response: { 200: schemas.PasskeyOptions, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, memberId } = request.principal;
      const passkeys = passkeysOf(await store.read(accountId), memberId!);
      const options = await requestOptions(relyingParty(api.baseUrl()), passkeys);
      api.flows.begin(reply, {
        kind: "confirmation",
        accountId,
        memberId: memberId!,
        challenge: options.challenge,
      });
      return options as never;
    },
  );
  app.post(
    "/session/confirmation",
    {
      schema: {
        tags,
        summary: "Confirm that it is me: dangerous actions are possible for ten minutes then",
        body: schemas.FactorAnswer,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, memberId, session } = request.principal;
      const set = await store.readNow(accountId);
      const member = memberOf(set, memberId!);
      const flow = request.body.passkey === undefined ? undefined : api.flows.expect(request, "confirmation");
      const challenge = flow?.memberId === memberId ? flow.challenge : null;
      if (flow) await api.flows.finish(reply, flow, set.region);
      await checkFactor(api, request, { accountId, member, challenge }, request.body, (change) => {
        const current = change.get("session", session!.id);
        if (current) change.put("session", { ...current, confirmedAt: change.at });
        change.note({
          action: "session.confirmed",
          target: { kind: "session", id: session!.id, name: member.name },
        });
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/session/confirmation/sign-on",
    {
      schema: {
        tags,
        summary: "Confirm by signing in anew with my provider",
        body: schemas.SignOnInput,
        response: { 200: schemas.Redirection, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, memberId, session } = request.principal;
      const set = await store.read(accountId);
      const identity = [...set.all("identity")].find((each) => each.memberId === memberId);
      const connection = identity && set.get("connection", identity.connectionId);
      if (!connection) throw notFound("connection");
      const url = await signOnUrl(api, reply, set, connection, {
        purpose: { kind: "confirmation", memberId: memberId!, sessionId: session!.id },
        returnTo: safeReturnTo(request.body.returnTo),
      });
      return { url };
    },
  );

  function ownSessions(set: WorkingSet, { memberId }: Principal): Session[] {
    return [...set.all("session")].filter(
      (session) => memberId !== null && session.memberId === memberId && !isOver(set, session, access.uses),
    );
  }

  async function endSession({ accountId, actor }: Principal, { id, hash }: Session): Promise<void> {
    const { region } = await store.read(accountId);
    await store.change(accountId, actor, (change) => {
      if (change.get("session", id)) change.remove("session", id);
    });
    await credentials.remove(region, hash);
  }

  function view(set: WorkingSet, session: Session, { session: own }: Principal) {
    const use = access.uses.latest(set, "session", session.id);
    const iso = (ms: number) => new Date(ms).toISOString();
    return {
      id: session.id,
      isThis: session.id === own?.id,
      device: session.device,
      address: session.address,
      way: session.way,
      connection: (session.connectionId && set.get("connection", session.connectionId)?.name) || null,
      createdAt: iso(session.createdAt),
      lastUsedAt: iso(use?.lastUsedAt ?? session.createdAt),
      lastUsedFrom: use?.address ?? session.address,
      expiresAt: iso(session.expiresAt),
    };
  }
}
