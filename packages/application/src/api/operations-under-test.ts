/** A JSON schema of the OpenAPI document, its references put in. */
export interface Schema {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  isRequired: boolean;
  schema: Schema;
}

/** An operation of the REST API, as its OpenAPI document describes it. */
export interface Operation {
  /** e.g. `PATCH /api/v1/sites/{id}` */
  name: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  isPublic: boolean;
  /** As members/policy.ts names it. */
  permission: string;
  isWriting: boolean;
  /** Whether the role `user` may: reading unless `x-refill-roles` says otherwise. */
  isForUsers: boolean;
  parameters: Parameter[];
  body: { type: string; schema: Schema } | undefined;
}

const methods = ["get", "post", "put", "patch", "delete"];

// biome-ignore lint/suspicious/noExplicitAny: the document is walked as it comes
type Json = any;

/** For tests: every operation of the document. A new one joins whatever goes through them by itself. */
export function readOperations(document: Json): Operation[] {
  return Object.entries<Json>(document.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const described = item[method];
        const isWriting = method !== "get";
        const roles: string[] = described["x-refill-roles"] ?? (isWriting ? ["admin"] : ["admin", "user"]);
        const security = described.security ?? document.security ?? [];
        return {
          name: `${method.toUpperCase()} ${path}`,
          method: method.toUpperCase(),
          path,
          isPublic: security.length === 0,
          permission: described["x-refill-permission"] ?? "public",
          isWriting,
          isForUsers: roles.includes("user"),
          parameters: [...(item.parameters ?? []), ...(described.parameters ?? [])].map((each) => {
            const { name, in: where, required, schema } = withReferences(each, document, []);
            return { name, in: where, isRequired: required === true, schema };
          }),
          body: bodyOf(withReferences(described.requestBody, document, [])),
        };
      }),
  );
}

/** JSON where the operation takes it, what it takes first otherwise. */
function bodyOf(described: Json): Operation["body"] {
  const contents = Object.entries<Json>(described?.content ?? {});
  const [type, content] = contents.find(([name]) => isJson(name)) ?? contents[0] ?? [];
  return type === undefined ? undefined : { type, schema: content.schema ?? {} };
}

export function isJson(contentType: string): boolean {
  return /^application\/([\w.-]+\+)?json/.test(contentType);
}

function withReferences(value: Json, document: Json, inside: readonly string[]): Json {
  if (Array.isArray(value)) return value.map((each) => withReferences(each, document, inside));
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$ref === "string") {
    // A schema that holds itself: anything fits there.
    if (inside.includes(value.$ref)) return {};
    const target = value.$ref
      .slice(2)
      .split("/")
      .reduce((at: Json, key: string) => at[key], document);
    return withReferences(target, document, [...inside, value.$ref]);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withReferences(each, document, inside)]),
  );
}
