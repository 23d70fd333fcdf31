import { SegmentedControl } from "@mantine/core";
import type { Member } from "../api/client.ts";

export const roleWords: Record<Member["role"], string> = {
  admin: "Admin: reads and changes everything",
  user: "User: reads",
};

export function RoleChoice({
  value,
  onChange,
}: {
  value: Member["role"];
  onChange(role: Member["role"]): void;
}) {
  return (
    <div>
      <div className="mantine-InputWrapper-label" style={{ fontSize: 14, fontWeight: 500, marginBottom: 2 }}>
        Role
      </div>
      <SegmentedControl
        fullWidth
        aria-label="Role"
        data={[
          { value: "user", label: roleWords.user },
          { value: "admin", label: roleWords.admin },
        ]}
        value={value}
        onChange={(role) => onChange(role as Member["role"])}
      />
    </div>
  );
}
