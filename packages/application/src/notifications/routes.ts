import { Type } from "typebox";
import type { Language } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { canMail } from "../members/invitation-routes.ts";
import { memberOf } from "../members/member.ts";
import { notFound } from "../refusal.ts";
import { kindOf } from "./kinds.ts";
import { inboxOf, markRead, unreadOf } from "./reading.ts";
import * as schemas from "./schema.ts";
import { changeDefaults, changeSettings, mute, unmute } from "./service.ts";
import { defaultsView, notificationView, settingsView } from "./views.ts";

/** What people are told, and how each of them wants to be told. */
export function notificationRoutes(app: ApiServer, api: Api): void {
  const { store } = api;
  const tags = ["notifications"];
  const me = ({ memberId }: Principal, account: Parameters<typeof memberOf>[0]) =>
    memberOf(account, memberId!);
  const language = Type.Object(schemas.languageQuery, { additionalProperties: false });

  app.get(
    "/notifications",
    {
      schema: {
        tags,
        summary: "What I am told, newest first, and how much of it I have not read",
        querystring: Type.Object(
          { ...pageQuery, ...schemas.notificationQuery },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            ...Page(schemas.Notification).properties,
            unread: schemas.Unread.properties.unread,
          }),
          ...refusals,
        },
      },
    },
    async ({ principal, query }) => {
      const set = await store.read(principal.accountId);
      const member = me(principal, set);
      const inbox = inboxOf(set, set.accountId, member);
      const now = Date.now();
      const { kind, group, open, unread, cursor, limit = defaultPageSize } = query;
      const [before, beforeId] = cursor
        ? decodeCursor(cursor, ["integer", "uuid"])
        : [Number.POSITIVE_INFINITY, ""];
      const found = inbox.notifications.filter(
        (each) =>
          (kind === undefined || each.kind === kind) &&
          (group === undefined || kindOf(each.kind).group === group) &&
          (open === undefined || (each.resolvedAt === null) === open) &&
          (unread === undefined || !inbox.isRead(each) === unread) &&
          (each.raisedIn < before || (each.raisedIn === before && each.id < beforeId)),
      );
      const items = found.slice(0, limit);
      const last = items.at(-1);
      const words = (query.language as Language | undefined) ?? member.language;
      return {
        items: items.map((each) => notificationView(each, inbox, words, now)),
        nextCursor: last && found.length > limit ? encodeCursor([last.raisedIn, last.id]) : null,
        unread: unreadOf(inbox, now),
      };
    },
  );
  app.get(
    "/notifications/:id",
    {
      schema: {
        tags,
        summary: "Read one of my notifications",
        params: IdParameter,
        querystring: language,
        response: { 200: schemas.Notification, ...refusals },
      },
    },
    async ({ principal, params, query }) => {
      const set = await store.read(principal.accountId);
      const member = me(principal, set);
      const inbox = inboxOf(set, set.accountId, member);
      const found = inbox.notifications.find(({ id }) => id === params.id);
      if (!found) throw notFound("notification");
      const words = (query.language as Language | undefined) ?? member.language;
      return notificationView(found, inbox, words, Date.now());
    },
  );
  app.post(
    "/notifications/read",
    {
      schema: {
        tags,
        summary: "Mark some of my notifications, or all of them, as read",
        body: schemas.ReadInput,
        response: { 200: schemas.Unread, ...refusals },
      },
    },
    async ({ principal, body }) => {
      const { accountId, actor } = principal;
      await store.change(accountId, actor, (change) =>
        markRead(change, me(principal, change), "ids" in body ? body.ids : "all"),
      );
      const set = await store.read(accountId);
      return { unread: unreadOf(inboxOf(set, accountId, me(principal, set)), Date.now()) };
    },
  );
  app.put(
    "/notifications/mutes/:subjectId",
    {
      schema: {
        tags,
        summary: "Tell me nothing more of a location, device, order … until the end of a day",
        params: schemas.SubjectParameter,
        body: schemas.MuteInput,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async ({ principal, params, body }, reply) => {
      const { accountId, actor, memberId } = principal;
      await store.change(accountId, actor, (change) => mute(change, memberId!, params.subjectId, body.until));
      return reply.code(204).send(null);
    },
  );
  app.delete(
    "/notifications/mutes/:subjectId",
    {
      schema: {
        tags,
        summary: "Tell me of it again",
        params: schemas.SubjectParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async ({ principal, params }, reply) => {
      const { accountId, actor, memberId } = principal;
      await store.change(accountId, actor, (change) => unmute(change, memberId!, params.subjectId));
      return reply.code(204).send(null);
    },
  );
  app.get(
    "/profile/notifications",
    {
      schema: {
        tags: ["profile"],
        summary: "How I am told of what",
        querystring: language,
        response: { 200: schemas.Settings, ...refusals },
      },
    },
    async ({ principal, query }) => {
      const set = await store.readNow(principal.accountId);
      return mine(set, principal, query.language as Language | undefined);
    },
  );
  app.patch(
    "/profile/notifications",
    {
      schema: {
        tags: ["profile"],
        summary: "Change how I am told: fields that are left out stay, null follows the defaults",
        querystring: language,
        body: schemas.SettingsChange,
        response: { 200: schemas.Settings, ...refusals },
      },
    },
    async ({ principal, query, body }) => {
      const { accountId, actor, memberId } = principal;
      await store.change(
        accountId,
        actor,
        (change) => void changeSettings(change, memberId!, body as schemas.SettingsChange),
      );
      return mine(await store.read(accountId), principal, query.language as Language | undefined);
    },
  );
  app.get(
    "/notification-defaults",
    {
      schema: {
        tags,
        summary: "How members are told who chose nothing themselves",
        querystring: language,
        response: { 200: schemas.Defaults, ...refusals },
      },
    },
    async ({ principal, query }) => {
      const set = await store.readNow(principal.accountId);
      return defaultsView(set, wordsFor(set, principal, query.language as Language | undefined));
    },
  );
  app.patch(
    "/notification-defaults",
    {
      schema: {
        tags,
        summary:
          "Change how members are told who chose nothing: fields that are left out stay, null is Refill's own",
        querystring: language,
        body: schemas.DefaultsChange,
        response: { 200: schemas.Defaults, ...refusals },
      },
    },
    async ({ principal, query, body }) => {
      const { accountId, actor } = principal;
      await store.change(accountId, actor, (change) =>
        changeDefaults(change, body as schemas.DefaultsChange),
      );
      const set = await store.read(accountId);
      return defaultsView(set, wordsFor(set, principal, query.language as Language | undefined));
    },
  );

  function mine(set: WorkingSet, principal: Principal, chosen: Language | undefined) {
    const member = me(principal, set);
    return settingsView(set, member, {
      language: chosen ?? member.language,
      isMailPossible: canMail(api, set),
      now: Date.now(),
    });
  }
}

function wordsFor(set: WorkingSet, { memberId }: Principal, chosen: Language | undefined): Language {
  return chosen ?? set.get("member", memberId ?? "")?.language ?? "en";
}
