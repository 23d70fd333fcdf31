import { ScimRefused } from "./scim-error.ts";

export interface PatchOperation {
  op: "add" | "replace" | "remove";
  /** As sent; undefined: the value is an object of attributes. */
  path: string | undefined;
  value: unknown;
}

const mostOperations = 100;
/** A user has some forty in all schemas. */
const mostAttributes = 100;

/** The operations of a patch (RFC 7644, §3.5.2); Entra ID writes `Add`, `Replace` and `Remove`. */
export function readPatch(body: unknown): PatchOperation[] {
  const { Operations: operations } = (body ?? {}) as { Operations?: unknown };
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > mostOperations)
    throw new ScimRefused(400, `Operations must be a list of 1 to ${mostOperations}`, "invalidSyntax");
  return operations.map((each) => {
    const { op, path, value } = (each ?? {}) as { op?: unknown; path?: unknown; value?: unknown };
    const name = typeof op === "string" ? op.toLowerCase() : "";
    if (name !== "add" && name !== "replace" && name !== "remove")
      throw new ScimRefused(400, "op must be add, replace or remove", "invalidSyntax");
    if (path !== undefined && (typeof path !== "string" || path.length > 300))
      throw new ScimRefused(400, "path must be a text", "invalidPath");
    return { op: name, path, value };
  });
}

/** Without a path the value names the attributes; a removal of some names members, and nothing else (§3.5.2.2). */
export function valueWithoutPath(
  op: PatchOperation["op"],
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new ScimRefused(400, "value must be an object where there is no path", "invalidValue");
  const names = Object.keys(value);
  if (names.length > mostAttributes)
    throw new ScimRefused(400, `value must have at most ${mostAttributes} attributes`, "invalidValue");
  if (op === "remove" && names.some((name) => name !== "members"))
    throw new ScimRefused(400, "a removal needs a path", "noTarget");
  return value as Readonly<Record<string, unknown>>;
}

const userPaths: Readonly<Record<string, (value: unknown) => object>> = {
  active: (active) => ({ active }),
  username: (userName) => ({ userName }),
  externalid: (externalId) => ({ externalId }),
  displayname: (displayName) => ({ displayName }),
  name: (name) => ({ name }),
  "name.formatted": (formatted) => ({ name: { formatted } }),
  "name.givenname": (givenName) => ({ name: { givenName } }),
  "name.familyname": (familyName) => ({ name: { familyName } }),
  preferredlanguage: (preferredLanguage) => ({ preferredLanguage }),
  locale: (locale) => ({ locale }),
  emails: (emails) => ({ emails: Array.isArray(emails) || emails === null ? emails : [emails] }),
  "emails.value": (value) => ({ emails: [{ value, type: "work", primary: true }] }),
};

/** A user's patch as a part of the resource, where a later operation outweighs an earlier one; attributes that Refill does not keep are left out. */
export function userPart(operations: readonly PatchOperation[]): object {
  const parts = operations.flatMap(({ op, path, value }) => {
    if (path === undefined) {
      const parts = valueWithoutPath(op, value);
      // Also with paths as names, as Entra ID sends them.
      return Object.entries(parts).flatMap(([name, part]) => partOf(name, part) ?? []);
    }
    return partOf(path, op === "remove" ? null : value) ?? [];
  });
  const names: object[] = parts.flatMap(({ name }: { name?: unknown }) =>
    typeof name === "object" && name !== null ? name : [],
  );
  return Object.assign({}, ...parts, names.length > 0 ? { name: Object.assign({}, ...names) } : {});
}

function partOf(path: string, value: unknown): object | undefined {
  const plain = path
    .replace(/^urn:ietf:params:scim:schemas:core:2\.0:User:/i, "")
    // Another address than the one for work, e.g. the private one, is not kept.
    .replace(/^emails\[\s*(type\s+eq\s+"work"|primary\s+eq\s+"?true"?)\s*\]/i, "emails")
    .toLowerCase();
  return Object.hasOwn(userPaths, plain) ? userPaths[plain]!(value) : undefined;
}
