import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { t } from "../language/language.ts";

/** A text for another system, to be copied. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { copied, copy } = useClipboard({ timeout: 2_000 });
  return (
    <TextInput
      label={label}
      readOnly
      value={value}
      onFocus={(event) => event.currentTarget.select()}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } }}
      rightSection={
        <Tooltip label={copied ? t("Copied") : t("Copy")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("Copy {label}", { label })}
            onClick={() => copy(value)}
          >
            {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}
