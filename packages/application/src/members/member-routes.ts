import { Type } from "typebox";
import type { Member } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { expectVersion, IfMatch, versionTag } from "../api/versions.ts";
import { signInLink } from "./invitation.ts";
import { canMail, invitationView } from "./invitation-routes.ts";
import { changeMember, memberOf, memberView, removeMember } from "./member.ts";
import * as schemas from "./schema.ts";

export function memberRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, baseUrl } = api;
  const tags = ["members"];
  const answer = { 200: schemas.Member, ...refusals };
  app.get(
    "/members",
    {
      schema: {
        tags,
        summary: "List members",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.Member), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { items, nextCursor } = pageOf([...set.all("member")], request.query);
      return { items: items.map(memberView), nextCursor };
    },
  );
  app.get(
    "/members/:id",
    { schema: { tags, summary: "Read a member", params: IdParameter, response: answer } },
    async (request, reply) => {
      const member = memberOf(await store.read(request.principal.accountId), request.params.id);
      reply.header("etag", versionTag(member));
      return memberView(member);
    },
  );
  app.patch(
    "/members/:id",
    {
      schema: {
        tags,
        summary:
          "Change a member's name, role, privileges or state; who is suspended is out at once; the last admin stays",
        params: IdParameter,
        headers: IfMatch,
        body: schemas.MemberChange,
        response: answer,
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const facts = request.body as Partial<Pick<Member, "name" | "role" | "privileges" | "state">>;
      const expect = ({ version }: Member) => expectVersion(request, "member", version);
      const member = await changeMember(
        store,
        credentials,
        accountId,
        actor,
        request.params.id,
        facts,
        expect,
      );
      reply.header("etag", versionTag(member));
      return memberView(member);
    },
  );
  app.delete(
    "/members/:id",
    {
      schema: {
        tags,
        summary: "Remove a member: its sessions end at once; the last admin stays",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      await removeMember(store, credentials, accountId, actor, request.params.id);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/members/:id/sign-in-link",
    {
      schema: {
        tags,
        summary:
          "A link by which a member who lost the way in sets up a new one; mailed, and shown this once",
        params: IdParameter,
        response: { 201: schemas.Invitation, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const set = await store.readNow(accountId);
      const isMailed = canMail(api, set);
      const made = await signInLink(store, credentials, accountId, actor, request.params.id, { isMailed });
      const link = `${baseUrl()}/register#${made.token}`;
      return reply.code(201).send({ ...invitationView(set, made.link), link });
    },
  );
}
