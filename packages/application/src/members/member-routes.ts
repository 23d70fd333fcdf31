import { Type } from "typebox";
import type { Member } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { pageOf } from "../api/list-page.ts";
import { Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { expectVersion, IfMatch, versionTag } from "../api/versions.ts";
import { changeMember, memberOf, memberView, removeMember } from "./member.ts";
import * as schemas from "./schema.ts";

export function memberRoutes(app: ApiServer, { store, credentials }: Api): void {
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
        summary: "Change a member's name or role; the last admin stays admin",
        params: IdParameter,
        headers: IfMatch,
        body: schemas.MemberChange,
        response: answer,
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const facts = request.body as Partial<Pick<Member, "name" | "role">>;
      const expect = ({ version }: Member) => expectVersion(request, "member", version);
      const member = await changeMember(store, accountId, actor, request.params.id, facts, expect);
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
}
