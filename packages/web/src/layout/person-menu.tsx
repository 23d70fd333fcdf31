import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconKeyboard, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { client, type Session, unwrap } from "../api/client.ts";
import { language, t } from "../language/language.ts";
import { choose, type Density, person } from "../language/person.ts";

/** Who is signed in, how the page looks for them, and the way out. */
export function PersonMenu({ session, onKeys }: { session: Session; onKeys(): void }) {
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useState<Density>(person.density);
  const end = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/session/end")),
    onSuccess: ({ url }) => {
      queries.clear();
      location.assign(url ?? "/");
    },
  });
  const speak = useMutation({
    mutationFn: async (chosen: "en" | "de") => {
      if (session.kind === "member")
        await unwrap(client.PATCH("/api/v1/profile", { body: { language: chosen } }));
      return chosen;
    },
    onSettled: (_, __, chosen) => choose({ language: chosen }),
  });
  const name = session.member?.name ?? t("API key");
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className="person-button"
          aria-label={t("{name}: profile, appearance, sign out", { name })}
        >
          <span className="person-initials" aria-hidden>
            {initials(name)}
          </span>
          <span className="person-name">{name}</span>
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.customer.name} · {t("Region {region}", { region: session.customer.region })}
        </Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={17} stroke={1.7} />}>
          {t("My profile")}
        </Menu.Item>
        <Menu.Divider />
        <div className="menu-choices">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t("Colours")}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
            data={[
              { value: "auto", label: t("System") },
              { value: "light", label: t("Light") },
              { value: "dark", label: t("Dark") },
            ]}
          />
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t("Density")}
            value={density}
            onChange={(value) => {
              setDensity(value as Density);
              choose({ density: value as Density });
            }}
            data={[
              { value: "comfortable", label: t("Comfortable") },
              { value: "dense", label: t("Dense") },
            ]}
          />
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t("Language")}
            value={language}
            onChange={(value) => speak.mutate(value as "en" | "de")}
            data={[
              { value: "en", label: "English" },
              { value: "de", label: "Deutsch" },
            ]}
          />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={17} stroke={1.7} />} onClick={onKeys}>
          {t("Keyboard shortcuts")}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={17} stroke={1.7} />} onClick={() => end.mutate()}>
          {t("Sign out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase();
}
