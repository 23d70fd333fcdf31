import { Menu, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { IconKeyboard, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { client, type Session, unwrap } from "../api/client.ts";
import { language, t } from "../language/language.ts";
import { choose, type Density, person } from "../language/person.ts";
import { PersonButton } from "./person-button.tsx";

/** Who is signed in, how the page looks for them, and the way out. */
export default function PersonMenu({ session, onKeys }: { session: Session; onKeys(): void }) {
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
  return (
    <Menu position="bottom-end" width={280} withinPortal defaultOpened>
      <Menu.Target>
        <PersonButton session={session} />
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
