import { Type } from "typebox";
import type { RegistrationLink } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { Refusal } from "../refusal.ts";
import { invite, memberOfLink, sendAgain, withdraw } from "./invitation.ts";
import { memberByEmail } from "./member.ts";
import * as schemas from "./schema.ts";

export function invitationRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, baseUrl } = api;
  const tags = ["invitations"];
  const withLink = (set: WorkingSet, { link, token }: { link: RegistrationLink; token: string }) => ({
    ...invitationView(set, link),
    link: `${baseUrl()}/register#${token}`,
  });

  app.get(
    "/invitations",
    {
      schema: {
        tags,
        summary: "List invitations, without their links",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.Invitation), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const shown = [...set.all("registrationLink")].filter(({ needsCode }) => !needsCode);
      const { items, nextCursor } = pageOf(shown, request.query);
      return { items: items.map((link) => invitationView(set, link)), nextCursor };
    },
  );
  app.post(
    "/invitations",
    {
      schema: {
        tags,
        summary:
          "Invite people by e-mail address; each `link` is mailed, and shown this once. It works once, for 7 days, and another one to the same address replaces it",
        body: schemas.InvitationInput,
        response: { 201: schemas.Invitations, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { emails, ...facts } = request.body as {
        emails: string[];
        role: RegistrationLink["role"];
        privileges?: RegistrationLink["privileges"];
        language?: RegistrationLink["language"];
      };
      const set = await store.readNow(accountId);
      const taken = emails.flatMap((email, index) =>
        memberByEmail(set, email) ? [{ field: `emails[${index}]`, message: "is a member already" }] : [],
      );
      if (taken.length > 0)
        throw new Refusal(
          409,
          "email-taken",
          taken.map(({ field, message }) => `${field}: ${message}`).join("; "),
          taken,
        );
      const unique = [...new Map(emails.map((email) => [email.toLowerCase(), email])).values()];
      const made = await invite(
        store,
        credentials,
        accountId,
        actor,
        unique.map((email) => ({ email, ...facts })),
        { isMailed: canMail(api, set) },
      );
      return reply.code(201).send({ items: made.map((each) => withLink(set, each)) });
    },
  );
  app.post(
    "/invitations/:id/send",
    {
      schema: {
        tags,
        summary:
          "Send an invitation again, with a new link for 7 days; the link before opens nothing any more",
        params: IdParameter,
        response: { 200: schemas.Invitation, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const set = await store.read(accountId);
      const isMailed = canMail(api, set);
      const made = await sendAgain(store, credentials, accountId, actor, request.params.id, { isMailed });
      return withLink(set, made);
    },
  );
  app.delete(
    "/invitations/:id",
    {
      schema: {
        tags,
        summary: "Withdraw an invitation: its link opens nothing from now on",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      await withdraw(store, credentials, accountId, actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
}

/** A mail server, or the demonstration's mailbox. */
export function canMail(api: Pick<Api, "mailer" | "isDemonstration">, set: WorkingSet): boolean {
  return api.mailer !== undefined || (api.isDemonstration && set.isDemonstration);
}

export function invitationView(set: WorkingSet, link: RegistrationLink) {
  const { id, role, privileges, email, language, createdAt, expiresAt, usedAt, mailedAt, mailProblem } = link;
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return {
    id,
    role,
    privileges: [...privileges] as never[],
    email,
    language,
    isForMember: usedAt === null && memberOfLink(set, link) !== undefined,
    state:
      usedAt !== null
        ? ("used" as const)
        : expiresAt <= Date.now()
          ? ("expired" as const)
          : ("open" as const),
    createdAt: iso(createdAt)!,
    expiresAt: iso(expiresAt)!,
    usedAt: iso(usedAt),
    mailedAt: iso(mailedAt),
    mailProblem,
  };
}
