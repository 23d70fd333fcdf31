import { Alert, Button, Modal, Textarea, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconAlertTriangle, IconCheck, IconCopy } from "@tabler/icons-react";
import { t } from "../language/language.ts";

/** A key, secret or link that Refill does not keep. Only its button closes it: no stray click loses what can't be had again. */
export function ShownOnce({
  title,
  label,
  value,
  children,
  onDone,
}: {
  title: string;
  label: string;
  /** Undefined: nothing is shown. */
  value: string | undefined;
  /** What it is for, and what to do where it is lost. */
  children: React.ReactNode;
  onDone(): void;
}) {
  const { copied, copy, error } = useClipboard({ timeout: 60_000 });
  const isLong = value?.includes("\n") ?? false;
  const Field = (isLong ? Textarea : TextInput) as typeof TextInput;
  return (
    <Modal
      opened={value !== undefined}
      onClose={onDone}
      title={title}
      centered
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className="form">
        <Alert
          color="orange"
          icon={<IconAlertTriangle size={18} />}
          title={t("This is shown once. Copy it now, and keep it safe.")}
        >
          {children}
        </Alert>
        <Field
          label={label}
          readOnly
          value={value ?? ""}
          onFocus={(event) => event.currentTarget.select()}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          spellCheck={false}
          {...(isLong ? { rows: 8 } : {})}
          autoComplete="off"
        />
        <div className="dialog-buttons">
          <Button
            onClick={() => copy(value ?? "")}
            data-autofocus
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          >
            {copied ? t("Copied") : t("Copy")}
          </Button>
          {error && (
            <span role="alert" className="problem small-text">
              {t("The browser does not let the page copy: mark the text and copy it by hand.")}
            </span>
          )}
          <Button variant="default" onClick={onDone}>
            {t("I have kept it")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
