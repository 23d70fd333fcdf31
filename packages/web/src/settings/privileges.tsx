import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Member } from "../api/client.ts";
import { said, t } from "../language/language.ts";
import { rolesQuery } from "./queries.ts";
import { RoleChoice } from "./role-choice.tsx";

/** What a user may do beyond reading. */
export function PrivilegeWords({ names }: { names: readonly string[] }) {
  const roles = useQuery(rolesQuery).data;
  if (names.length === 0) return null;
  const titles = names
    .map((name) => roles?.privileges.find((each) => each.name === name)?.title ?? name)
    .map(said);
  return <div className="soft small-text">{titles.join(", ")}</div>;
}

type Privileges = Member["privileges"];

/** Role, and for a user the privileges, each in words. */
export function RoleAndPrivileges({
  role,
  privileges,
  onChange,
}: {
  role: Member["role"];
  privileges: Privileges;
  onChange(role: Member["role"], privileges: Privileges): void;
}) {
  const roles = useQuery(rolesQuery).data;
  return (
    <>
      <RoleChoice value={role} onChange={(next) => onChange(next, privileges)} />
      {role === "user" && (
        <Checkbox.Group
          label={t("May also")}
          value={privileges}
          onChange={(next) => onChange(role, next as Privileges)}
        >
          <div className="privileges">
            {roles?.privileges.map(({ name, title, description }) => (
              <Checkbox key={name} value={name} label={said(title)} description={said(description)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}
