import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openApiDocument } from "../api/openapi.ts";
import { type Asker, may, policy, privilegeNames, privileges, ruleOf } from "./policy.ts";

const admin: Asker = { kind: "member", role: "admin", privileges: [] };
const user = (...granted: Asker["privileges"]): Asker => ({
  kind: "member",
  role: "user",
  privileges: granted,
});
const permissions = [...new Set([...policy.values()].map(({ permission }) => permission))];
const allowed = (asker: Asker) => permissions.filter((permission) => may(asker, permission)).sort();

test("every operation of the REST API has a rule, and the document tells it", async () => {
  const document = (await openApiDocument("0")) as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => [
      `${method.toUpperCase()} ${path}`,
      item[method]!["x-refill-permission"],
    ]),
  );
  for (const [name, permission] of described)
    expect([name, permission]).toEqual([name, policy.get(String(name))?.permission]);
  const names = new Set(described.map(([name]) => name));
  const unserved = [...policy.keys()].filter((name) => name.includes("/api/v1/") && !names.has(name));
  expect(unserved).toEqual(["GET /api/v1/openapi.json"]);
  expect(() => ruleOf("POST", "/api/v1/anything")).toThrow("who may do it");
});

test("a user reads; each privilege opens its own and nothing else; an admin has all of them", () => {
  expect(allowed(user())).toEqual(["own", "public", "read"]);
  for (const privilege of privilegeNames)
    expect(allowed(user(privilege))).toEqual(["own", "public", "read", privilege].sort());
  expect(allowed(admin)).toEqual(["admin", "own", "public", "read", ...privilegeNames].sort());
});

test("keys, visitors and directory services do what they are for", () => {
  expect(allowed({ kind: "api-key", role: "user", privileges: [] })).toEqual(["public", "read"]);
  expect(allowed({ kind: "api-key", role: "admin", privileges: [] })).not.toContain("own");
  expect(allowed({ kind: "visitor", role: "admin", privileges: [...privilegeNames] })).toEqual([
    "public",
    "read",
  ]);
  expect(allowed({ kind: "provisioning-key", role: "admin", privileges: [] })).toEqual([
    "provision",
    "public",
  ]);
  expect(allowed({ kind: "operator", role: "user", privileges: [] })).toContain("operate");
});

test("nothing that writes is for everybody who reads, and what gives access away is dangerous", () => {
  for (const [name, { permission, isDangerous }] of policy) {
    // Labels are made of what is read, and leave nothing behind.
    if (permission === "read" && name !== "POST /api/v1/labels") expect(name).toMatch(/^GET /);
    const givesAway =
      /^(POST|PATCH|DELETE) \/api\/v1\/(api-keys|members|invitations|connections|domains)/.test(name);
    const isHarmless = /withdraw|metadata|test$|verify$|DELETE \/api\/v1\/(invitations|api-keys)/.test(name);
    if (givesAway && !isHarmless) expect([name, isDangerous]).toEqual([name, true]);
  }
});

test("the documentation's table of roles and privileges is this one", () => {
  const text = readFileSync(join(import.meta.dirname, "../../../../docs/admins.md"), "utf8");
  for (const { title, description } of Object.values(privileges))
    expect(text).toContain(`| ${title} | ${description} |`);
});
