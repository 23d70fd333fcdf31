import type { Language, Member } from "../accounts/records.ts";
import { ScimRefused } from "./scim-error.ts";

export const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
type Json = Readonly<Record<string, unknown>>;

/** What a directory service says of a person; absent: nothing. */
export interface UserFacts {
  userName?: string;
  externalId?: string | null;
  name?: string;
  email?: string;
  isActive?: boolean;
  language?: Language;
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function textOf(value: unknown, what: string, longest = 200): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string" || value.length > longest)
    throw new ScimRefused(400, `${what} must be a text of at most ${longest} letters`, "invalidValue");
  return value.trim() === "" ? undefined : value.trim();
}

/** `True` and `False` as texts are what Entra ID sends in patches. */
export function truthOf(value: unknown, what: string): boolean {
  if (typeof value === "boolean") return value;
  const text = typeof value === "string" ? value.toLowerCase() : "";
  if (text === "true" || text === "false") return text === "true";
  throw new ScimRefused(400, `${what} must be true or false`, "invalidValue");
}

const address = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;

/** Reads a user resource, or the part of one that a patch carries. */
export function readUser(body: unknown): UserFacts {
  if (!isObject(body)) throw new ScimRefused(400, "the body must be a user", "invalidSyntax");
  const facts: UserFacts = {};
  const userName = textOf(body.userName, "userName", 254);
  if (userName !== undefined) facts.userName = userName;
  if ("externalId" in body) facts.externalId = textOf(body.externalId, "externalId") ?? null;
  if (body.active !== undefined) facts.isActive = truthOf(body.active, "active");
  const language = textOf(body.preferredLanguage, "preferredLanguage") ?? textOf(body.locale, "locale");
  if (language !== undefined) facts.language = /^de\b/i.test(language) ? "de" : "en";
  const name = nameOf(body);
  if (name !== undefined) facts.name = name;
  const email = emailOf(body.emails);
  if (email !== undefined) facts.email = email;
  return facts;
}

function nameOf(body: Json): string | undefined {
  const parts = isObject(body.name) ? body.name : {};
  const full = [textOf(parts.givenName, "name.givenName"), textOf(parts.familyName, "name.familyName")]
    .filter((part) => part !== undefined)
    .join(" ");
  return (
    textOf(parts.formatted, "name.formatted") ??
    textOf(body.displayName, "displayName") ??
    (full || undefined)
  );
}

function emailOf(emails: unknown): string | undefined {
  if (emails === undefined || emails === null) return undefined;
  if (!Array.isArray(emails) || emails.length > 20)
    throw new ScimRefused(400, "emails must be a list of at most 20", "invalidValue");
  const all = emails.map((each) => {
    if (!isObject(each)) throw new ScimRefused(400, "emails must be objects with value", "invalidValue");
    return {
      value: textOf(each.value, "emails.value", 254),
      isPrimary: each.primary === true,
      type: each.type,
    };
  });
  const chosen = all.find(({ isPrimary }) => isPrimary) ?? all.find(({ type }) => type === "work") ?? all[0];
  if (chosen?.value === undefined) return undefined;
  if (!address.test(chosen.value))
    throw new ScimRefused(400, "emails.value must be an address", "invalidValue");
  return chosen.value;
}

/** A whole user resource: its name is needed. */
export function readWholeUser(body: unknown): UserFacts & { userName: string } {
  const { userName, ...facts } = readUser(body);
  if (userName === undefined) throw new ScimRefused(400, "userName is needed", "invalidValue");
  return { ...facts, userName };
}

/** The address: as told, or the user name where that is one. */
export function addressOf({ email, userName }: UserFacts): string {
  const found = email ?? (userName !== undefined && address.test(userName) ? userName : undefined);
  if (found === undefined)
    throw new ScimRefused(400, "emails: a user needs an e-mail address", "invalidValue");
  return found;
}

export function userView(member: Member, groups: readonly { id: string; name: string }[], baseUrl: string) {
  const { id, userName, externalId, name, email, state, language, createdAt, updatedAt, version } = member;
  return {
    schemas: [userSchema],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName: userName ?? email,
    displayName: name,
    name: { formatted: name },
    emails: [{ value: email, type: "work", primary: true }],
    active: state === "active",
    preferredLanguage: language,
    groups: groups.map((group) => ({ value: group.id, display: group.name })),
    meta: metaOf("User", id, { createdAt, updatedAt, version }, baseUrl),
  };
}

export function metaOf(
  resourceType: "User" | "Group",
  id: string,
  { createdAt, updatedAt, version }: { createdAt: number; updatedAt: number; version: number },
  baseUrl: string,
) {
  return {
    resourceType,
    created: new Date(createdAt).toISOString(),
    lastModified: new Date(updatedAt).toISOString(),
    location: `${baseUrl}/scim/v2/${resourceType}s/${id}`,
    version: `W/"${version}"`,
  };
}
