import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ComponentProps } from "react";
import type { Session } from "../api/client.ts";
import { t } from "../language/language.ts";

/** Who is signed in; opens their menu. */
export function PersonButton({
  session,
  className = "",
  ...button
}: { session: Session } & ComponentProps<"button">) {
  const name = session.member?.name ?? t("API key");
  return (
    <UnstyledButton
      className={`person-button ${className}`}
      aria-haspopup="menu"
      aria-label={t("{name}: profile, appearance, sign out", { name })}
      {...button}
    >
      <span className="person-initials" data-initials={initials(name)} />
      <span className="person-name">{name}</span>
      <IconChevronDown size={14} stroke={1.8} aria-hidden />
    </UnstyledButton>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase();
}
