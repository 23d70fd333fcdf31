import type { Group, Member, RoleRule } from "../accounts/records.ts";

/** What the first rule gives that names one of the member's groups; without any, a user who reads. */
export function roleByGroups(
  groups: Iterable<Group>,
  rules: readonly RoleRule[],
  memberId: string,
): Pick<Member, "role" | "privileges"> {
  const names = new Set(
    [...groups].filter(({ memberIds }) => memberIds.includes(memberId)).map(({ name }) => name),
  );
  const rule = rules.find(({ attribute, value }) => attribute === "groups" && names.has(value));
  return rule ? { role: rule.role, privileges: rule.privileges } : { role: "user", privileges: [] };
}
