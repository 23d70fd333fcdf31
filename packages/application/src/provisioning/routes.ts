import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Group, Member, Session } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { expectVersion } from "../api/versions.ts";
import { addMember, dropMember, type MemberFacts, memberByEmail, putMember } from "../members/member.ts";
import { notFound, Refusal } from "../refusal.ts";
import { resourceTypes, schemas, serviceProviderConfig } from "./discovery.ts";
import { type Condition, readFilter } from "./filter.ts";
import { type GroupFacts, groupView, patchGroup, readGroup } from "./group.ts";
import { readPatch, userPart } from "./patch.ts";
import { roleByGroups } from "./role-by-groups.ts";
import { ScimRefused, scimMediaType } from "./scim-error.ts";
import { addressOf, readUser, readWholeUser, type UserFacts, userView } from "./user.ts";

export { answerScimError } from "./scim-error.ts";

const mostResults = 200;
const mostGroups = 1_000;

/** What a change gave, whose sessions ended by it, and whose groups it changed. */
interface Outcome<T> {
  result: T;
  ended?: Session[];
  affected?: Iterable<string>;
}

/** SCIM 2.0 (RFC 7643, RFC 7644): a customer's directory service keeps its members and their groups. */
export function provisioningRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, baseUrl } = api;

  const discover = (path: string, all: readonly { id: string }[]) => {
    app.get(`/${path}`, (_request, reply) => send(reply, list(all, all.length, 1)));
    app.get(`/${path}/:id`, (request, reply) => {
      const found = all.find(({ id }) => id === idOf(request));
      if (!found) throw notFound("resource");
      return send(reply, found);
    });
  };
  app.get("/ServiceProviderConfig", (_request, reply) => send(reply, serviceProviderConfig));
  discover("ResourceTypes", resourceTypes);
  discover("Schemas", schemas);

  app.get("/Users", async (request, reply) => {
    const set = await store.readNow(request.principal.accountId);
    const filter = readFilter(queryOf(request).filter, userAttributes);
    const found = provisioned(set).filter((member) => filter.every((each) => isUserOf(member, each)));
    return send(reply, page(request, found, viewerOfUsers(set)));
  });
  app.get("/Users/:id", async (request, reply) => {
    const set = await store.readNow(request.principal.accountId);
    return sendRecord(reply, memberOf(set, idOf(request)), viewerOfUsers(set));
  });
  app.post("/Users", async (request, reply) => {
    const facts = readWholeUser(request.body);
    const member = await changeMembers(request, (change) => createUser(change, facts));
    return created(reply, request, member, "Users");
  });
  app.put("/Users/:id", async (request, reply) => {
    const facts = readWholeUser(request.body);
    const member = await changeMembers(request, (change) => changeUser(change, request, facts));
    return answerUser(request, reply, member);
  });
  app.patch("/Users/:id", async (request, reply) => {
    const facts = readUser(userPart(readPatch(request.body)));
    const member = await changeMembers(request, (change) => changeUser(change, request, facts));
    return answerUser(request, reply, member);
  });
  app.delete("/Users/:id", async (request, reply) => {
    await changeMembers(request, (change) => {
      const present = memberOf(change, idOf(request));
      expectVersion(request, "user", present.version);
      return { result: present, ended: dropMember(change, present) };
    });
    return reply.code(204).send(null);
  });

  app.get("/Groups", async (request, reply) => {
    const set = await store.readNow(request.principal.accountId);
    const filter = readFilter(queryOf(request).filter, ["displayname", "externalid", "id"]);
    const found = oldestFirst(set.all("group")).filter((group) =>
      filter.every((each) => isGroupOf(group, each)),
    );
    return send(
      reply,
      page(request, found, (group) => viewGroup(set, group, request)),
    );
  });
  app.get("/Groups/:id", async (request, reply) => {
    const set = await store.readNow(request.principal.accountId);
    return sendRecord(reply, groupOf(set, idOf(request)), (group) => viewGroup(set, group, request));
  });
  app.post("/Groups", async (request, reply) => {
    const facts = readGroup(request.body);
    const group = await changeMembers(request, (change) => {
      if (change.count("group") >= mostGroups)
        throw new ScimRefused(409, `there are at most ${mostGroups} groups`);
      return putGroup(change, randomUUID(), facts);
    });
    return created(reply, request, group, "Groups");
  });
  app.put("/Groups/:id", async (request, reply) => {
    const facts = readGroup(request.body);
    return answerGroup(request, reply, () => facts);
  });
  app.patch("/Groups/:id", async (request, reply) => {
    const operations = readPatch(request.body);
    return answerGroup(request, reply, (present) => patchGroup(present, operations));
  });
  app.delete("/Groups/:id", async (request, reply) => {
    await changeMembers(request, (change) => {
      const present = groupOf(change, idOf(request));
      expectVersion(request, "group", present.version);
      change.remove("group", present.id);
      return { result: present, affected: present.memberIds };
    });
    return reply.code(204).send(null);
  });

  /** Runs the work, lets the roles of those affected follow their groups, and ends what those who are out have open. */
  async function changeMembers<T>(
    request: FastifyRequest,
    work: (change: AccountChange) => Outcome<T>,
  ): Promise<T> {
    const { accountId, actor } = request.principal;
    const { region } = await store.read(accountId);
    const { result, ended = [] } = await store.change(accountId, actor, (change) => {
      const outcome = work(change);
      followGroups(change, outcome.affected ?? []);
      return outcome;
    });
    for (const { hash } of ended) await credentials.remove(region, hash);
    return result;
  }

  function createUser(change: AccountChange, facts: UserFacts & { userName: string }): Outcome<Member> {
    const email = addressOf(facts);
    expectUnique(change, facts, undefined);
    const known = memberByEmail(change, email);
    const { userName, externalId = known?.externalId ?? null } = facts;
    if (known && (known.userName !== null || (known.externalId !== null && known.externalId !== externalId)))
      throw new ScimRefused(409, "the e-mail address belongs to another user", "uniqueness");
    // Who was invited before the directory came stays who they are.
    const member =
      known ??
      addMember(change, {
        name: facts.name ?? userName,
        email,
        origin: "provisioning",
        emailConfirmedAt: change.at,
        language: facts.language ?? "en",
      });
    const { member: result, ended } = putMember(change, member, {
      userName,
      externalId,
      ...stateOf(facts),
      ...(known && facts.name ? { name: facts.name } : {}),
    });
    return { result, ended };
  }

  function changeUser(change: AccountChange, request: FastifyRequest, facts: UserFacts): Outcome<Member> {
    const present = memberOf(change, idOf(request));
    expectVersion(request, "user", present.version);
    expectUnique(change, facts, present.id);
    const { userName, externalId, name, email, language } = facts;
    if (email !== undefined && (memberByEmail(change, email)?.id ?? present.id) !== present.id)
      throw new ScimRefused(409, "the e-mail address belongs to another user", "uniqueness");
    const next: MemberFacts = {
      ...(userName === undefined ? {} : { userName }),
      ...(externalId === undefined ? {} : { externalId }),
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      ...(language === undefined ? {} : { language }),
      ...stateOf(facts),
    };
    const { member: result, ended } = putMember(change, present, next);
    return { result, ended };
  }

  async function answerUser(request: FastifyRequest, reply: FastifyReply, { id }: Member) {
    const set = await store.read(request.principal.accountId);
    return sendRecord(reply, memberOf(set, id), viewerOfUsers(set));
  }

  async function answerGroup(
    request: FastifyRequest,
    reply: FastifyReply,
    next: (present: GroupFacts) => GroupFacts,
  ) {
    const { id } = await changeMembers(request, (change) => {
      const present = groupOf(change, idOf(request));
      expectVersion(request, "group", present.version);
      return putGroup(change, present.id, next(present));
    });
    const set = await store.read(request.principal.accountId);
    return sendRecord(reply, groupOf(set, id), (group) => viewGroup(set, group, request));
  }

  async function created(
    reply: FastifyReply,
    request: FastifyRequest,
    { id }: { id: string },
    path: "Users" | "Groups",
  ) {
    reply.code(201).header("location", `${baseUrl()}/scim/v2/${path}/${id}`);
    const set = await store.read(request.principal.accountId);
    return path === "Users"
      ? sendRecord(reply, memberOf(set, id), viewerOfUsers(set))
      : sendRecord(reply, groupOf(set, id), (group) => viewGroup(set, group, request));
  }

  /** Looks through the groups once for all users of a list. */
  function viewerOfUsers(set: WorkingSet) {
    const groupsOf = new Map<string, Group[]>();
    for (const group of set.all("group"))
      for (const id of group.memberIds) {
        const groups = groupsOf.get(id);
        if (groups) groups.push(group);
        else groupsOf.set(id, [group]);
      }
    return (member: Member) => userView(member, groupsOf.get(member.id) ?? [], baseUrl());
  }

  function viewGroup(set: WorkingSet, group: Group, request: FastifyRequest) {
    const { attributes, excludedAttributes } = queryOf(request);
    const namesMembers = (text: string) => /(^|[,:])\s*members(\.\w+)?\s*(,|$)/i.test(text);
    const isWithout =
      (attributes !== undefined && !namesMembers(attributes)) || namesMembers(excludedAttributes ?? "");
    return groupView(group, (id) => set.get("member", id)?.name ?? "", baseUrl(), isWithout);
  }
}

/** Members that a directory service knows; the others are none of its business. */
function provisioned(account: Pick<WorkingSet, "all">): Member[] {
  return oldestFirst(account.all("member")).filter(isProvisioned);
}

/** In one order, so that pages follow each other. */
function oldestFirst<T extends { id: string; createdAt: number }>(records: Iterable<T>): T[] {
  return [...records].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

function isProvisioned({ origin, userName }: Member): boolean {
  return origin === "provisioning" || userName !== null;
}

function memberOf(account: Pick<WorkingSet, "get">, id: string): Member {
  const member = account.get("member", id);
  if (!member || !isProvisioned(member)) throw notFound("user");
  return member;
}

function groupOf(account: Pick<WorkingSet, "get">, id: string): Group {
  const group = account.get("group", id);
  if (!group) throw notFound("group");
  return group;
}

function putGroup(
  change: AccountChange,
  id: string,
  { name, externalId, memberIds }: GroupFacts,
): Outcome<Group> {
  const before = change.get("group", id)?.memberIds ?? [];
  for (const other of change.all("group"))
    if (other.id !== id && other.name.toLowerCase() === name.toLowerCase())
      throw new ScimRefused(409, "there is a group of this displayName", "uniqueness");
  const unique = [...new Set(memberIds)];
  for (const memberId of unique) {
    const member = change.get("member", memberId);
    // Not 404: a directory service would take the group for lost.
    if (!member || !isProvisioned(member))
      throw new ScimRefused(400, "members: there is no such user", "invalidValue");
  }
  const result = change.put("group", { id, name, externalId, memberIds: unique });
  return { result, affected: new Set([...before, ...unique]) };
}

function expectUnique(
  change: AccountChange,
  { userName, externalId }: UserFacts,
  own: string | undefined,
): void {
  for (const member of change.all("member")) {
    if (member.id === own) continue;
    const isSameName = userName !== undefined && member.userName?.toLowerCase() === userName.toLowerCase();
    if (isSameName) throw new ScimRefused(409, "there is a user of this userName", "uniqueness");
    if (externalId != null && member.externalId === externalId)
      throw new ScimRefused(409, "there is a user of this externalId", "uniqueness");
  }
}

function stateOf({ isActive }: UserFacts): Pick<Member, "state"> | object {
  return isActive === undefined ? {} : { state: isActive ? "active" : "suspended" };
}

/** Whom the directory made has the role that the connections' rules give its groups; the last admin stays one. */
function followGroups(change: AccountChange, affected: Iterable<string>): void {
  const rules = oldestFirst(change.all("connection")).flatMap((connection) => connection.rules);
  const named = new Set(rules.map(({ value }) => value));
  const groups = [...change.all("group")].filter(({ name }) => named.has(name));
  for (const id of affected) {
    const member = change.get("member", id);
    if (member?.origin !== "provisioning") continue;
    try {
      putMember(change, member, roleByGroups(groups, rules, member.id));
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "last-admin")) throw error;
    }
  }
}

const userAttributes = ["username", "externalid", "emails.value", "displayname", "id"];

function isUserOf(member: Member, { attribute, value }: Condition): boolean {
  if (attribute === "id") return member.id === value;
  if (attribute === "externalid") return member.externalId === value;
  const { name, email, userName } = member;
  const own = attribute === "displayname" ? name : attribute === "username" ? (userName ?? email) : email;
  return own.toLowerCase() === value.toLowerCase();
}

function isGroupOf(group: Group, { attribute, value }: Condition): boolean {
  if (attribute === "id") return group.id === value;
  if (attribute === "externalid") return group.externalId === value;
  return group.name.toLowerCase() === value.toLowerCase();
}

function idOf({ params }: FastifyRequest): string {
  return (params as { id: string }).id;
}

function queryOf({ query }: FastifyRequest): Record<string, string | undefined> {
  const given = Object.entries(query as Record<string, unknown>);
  for (const [name, value] of given)
    if (typeof value !== "string") throw new ScimRefused(400, `${name} is given twice`, "invalidValue");
  return Object.fromEntries(given as [string, string][]);
}

function list(resources: readonly unknown[], total: number, startIndex: number) {
  return {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: total,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

/** RFC 7644, §3.4.2.4: from 1 on; a count below 0 counts as 0. */
function page<T>(request: FastifyRequest, all: readonly T[], view: (record: T) => unknown) {
  const { startIndex, count } = queryOf(request);
  const numberOf = (text: string | undefined, fallback: number) =>
    text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : fallback;
  const from = Math.max(1, numberOf(startIndex, 1));
  const size = Math.min(mostResults, Math.max(0, numberOf(count, mostResults)));
  return list(all.slice(from - 1, from - 1 + size).map(view), all.length, from);
}

function send(reply: FastifyReply, body: unknown): FastifyReply {
  return reply.type(scimMediaType).send(body);
}

function sendRecord<T extends { version: number }>(
  reply: FastifyReply,
  record: T,
  view: (record: T) => unknown,
): FastifyReply {
  return send(reply.header("etag", `W/"${record.version}"`), view(record));
}
