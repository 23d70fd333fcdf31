import type { Group } from "../accounts/records.ts";
import { type PatchOperation, valueWithoutPath } from "./patch.ts";
import { ScimRefused } from "./scim-error.ts";
import { metaOf } from "./user.ts";

export const groupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";
const groupPrefix = `${groupSchema.toLowerCase()}:`;
const mostMembers = 5_000;

export interface GroupFacts {
  name: string;
  externalId: string | null;
  memberIds: readonly string[];
}

export function readGroup(body: unknown): GroupFacts {
  const { displayName, externalId, members } = (body ?? {}) as Record<string, unknown>;
  return {
    name: nameOf(displayName),
    externalId: externalIdOf(externalId),
    memberIds: membersOf(members ?? []),
  };
}

function nameOf(value: unknown): string {
  if (typeof value !== "string" || value.trim() === "" || value.length > 500)
    throw new ScimRefused(400, "displayName must be a text of 1 to 500 letters", "invalidValue");
  return value.trim();
}

function externalIdOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "string" || value.length > 200)
    throw new ScimRefused(400, "externalId must be a text of at most 200 letters", "invalidValue");
  return value;
}

function membersOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > mostMembers)
    throw new ScimRefused(400, `a group has at most ${mostMembers} members`, "invalidValue");
  return list.map((each) => {
    const id = typeof each === "string" ? each : (each as { value?: unknown } | null)?.value;
    if (typeof id !== "string" || id.length > 100)
      throw new ScimRefused(400, "members must be objects with value", "invalidValue");
    return id;
  });
}

/** The group after a patch. */
export function patchGroup(present: GroupFacts, operations: readonly PatchOperation[]): GroupFacts {
  let next = present;
  for (const { op, path, value } of operations) {
    const [, selected] = /^members\[\s*value\s+eq\s+"([^"]{1,100})"\s*\]$/i.exec(path ?? "") ?? [];
    const name = path?.toLowerCase().replace(groupPrefix, "");
    if (path === undefined) {
      const parts = valueWithoutPath(op, value);
      if (parts.displayName !== undefined) next = { ...next, name: nameOf(parts.displayName) };
      if (parts.externalId !== undefined) next = { ...next, externalId: externalIdOf(parts.externalId) };
      if (parts.members !== undefined) next = withMembers(next, op, membersOf(parts.members));
    } else if (selected !== undefined && op === "remove") next = withMembers(next, "remove", [selected]);
    else if (name === "members")
      next = withMembers(next, op, value === undefined || value === null ? undefined : membersOf(value));
    else if (name === "displayname") next = { ...next, name: nameOf(value) };
    else if (name === "externalid") next = { ...next, externalId: externalIdOf(value) };
    else throw new ScimRefused(400, `${path} can't be changed`, "invalidPath");
  }
  return next;
}

function withMembers(
  group: GroupFacts,
  op: PatchOperation["op"],
  ids: readonly string[] | undefined,
): GroupFacts {
  if (op === "replace") return { ...group, memberIds: ids ?? [] };
  if (op === "remove") {
    const removed = new Set(ids);
    return { ...group, memberIds: ids ? group.memberIds.filter((id) => !removed.has(id)) : [] };
  }
  return { ...group, memberIds: [...new Set([...group.memberIds, ...(ids ?? [])])] };
}

export function groupView(
  group: Group,
  nameOfMember: (id: string) => string,
  baseUrl: string,
  withoutMembers: boolean,
) {
  const { id, name, externalId, memberIds } = group;
  return {
    schemas: [groupSchema],
    id,
    ...(externalId === null ? {} : { externalId }),
    displayName: name,
    ...(withoutMembers
      ? {}
      : { members: memberIds.map((value) => ({ value, display: nameOfMember(value), type: "User" })) }),
    meta: metaOf("Group", id, group, baseUrl),
  };
}
