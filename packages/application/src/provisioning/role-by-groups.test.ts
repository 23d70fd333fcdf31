import { expect, test } from "vitest";
import type { Group, RoleRule } from "../accounts/records.ts";
import { roleByGroups } from "./role-by-groups.ts";

const group = (name: string, ...memberIds: string[]): Group => ({
  id: name,
  name,
  externalId: null,
  memberIds,
  version: 1,
  createdAt: 0,
  updatedAt: 0,
});
const rule = (value: string, role: RoleRule["role"], more: Partial<RoleRule> = {}): RoleRule => ({
  attribute: "groups",
  value,
  role,
  privileges: [],
  ...more,
});
const nothing = { role: "user", privileges: [] };

test("the first rule that names a group of the member decides, whatever the groups' order", () => {
  const groups = [group("Admins", "ivo"), group("Stores", "ivo", "eva")];
  const rules = [rule("Stores", "user", { privileges: ["acknowledge-orders"] }), rule("Admins", "admin")];
  const stores = { role: "user", privileges: ["acknowledge-orders"] };
  expect(roleByGroups(groups, rules, "ivo")).toEqual(stores);
  expect(roleByGroups(groups.toReversed(), rules, "ivo")).toEqual(stores);
  expect(roleByGroups(groups, rules.toReversed(), "ivo")).toEqual({ role: "admin", privileges: [] });
  expect(roleByGroups(groups, rules.toReversed(), "eva")).toEqual(stores);
});

test("without a rule that fits, a member reads and does nothing more", () => {
  const groups = [group("Admins", "ivo")];
  expect(roleByGroups([], [rule("Admins", "admin")], "ivo")).toEqual(nothing);
  expect(roleByGroups(groups, [], "ivo")).toEqual(nothing);
  expect(roleByGroups(groups, [rule("Admins", "admin")], "eva")).toEqual(nothing);
  expect(roleByGroups(groups, [rule("admins", "admin")], "ivo")).toEqual(nothing);
  expect(roleByGroups(groups, [rule("Admins", "admin", { attribute: "department" })], "ivo")).toEqual(
    nothing,
  );
});
