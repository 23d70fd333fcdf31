import { Input, SegmentedControl } from "@mantine/core";
import type { Member } from "../api/client.ts";
import { t } from "../language/language.ts";

export const roleNames: Record<Member["role"], string> = { user: t("user"), admin: t("admin") };
const roleWords: Record<Member["role"], string> = {
  user: t("Sees stock, orders, devices and these settings"),
  admin: t("Changes everything, also members, keys and settings"),
};

export function RoleChoice({
  value,
  onChange,
}: {
  value: Member["role"];
  onChange(role: Member["role"]): void;
}) {
  return (
    <Input.Wrapper
      label={t("Role")}
      labelElement="div"
      description={roleWords[value]}
      inputWrapperOrder={order}
    >
      <SegmentedControl
        fullWidth
        aria-label={t("Role")}
        data={[
          { value: "user", label: t("User") },
          { value: "admin", label: t("Admin") },
        ]}
        value={value}
        onChange={(role) => onChange(role as Member["role"])}
      />
    </Input.Wrapper>
  );
}

const order: ("label" | "input" | "description" | "error")[] = ["label", "input", "description", "error"];
