import { ActionIcon, Tooltip, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { t } from "../language/language.ts";

const schemes = [
  { value: "auto", name: t("as the system"), Icon: IconDeviceDesktop },
  { value: "light", name: t("light"), Icon: IconSun },
  { value: "dark", name: t("dark"), Icon: IconMoon },
] as const;

/** Light, dark, or as the system has it. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const at = schemes.findIndex(({ value }) => value === colorScheme);
  const { name, Icon } = schemes[at]!;
  const next = schemes[(at + 1) % schemes.length]!;
  return (
    <Tooltip label={t("Colours: {name}", { name })}>
      <ActionIcon
        variant="subtle"
        color="gray.5"
        aria-label={t("Colours: {name}. Switch to {next}", { name, next: next.name })}
        onClick={() => setColorScheme(next.value)}
      >
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}
