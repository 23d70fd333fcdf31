import { Alert, Button, Modal } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconAlertTriangle, IconCheck, IconCopy, IconDownload } from "@tabler/icons-react";
import { t } from "../language/language.ts";

/** Ten codes, shown this once. Only its button closes it. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[] | undefined; onDone(): void }) {
  const { copied, copy } = useClipboard({ timeout: 60_000 });
  const text = `${codes?.join("\n") ?? ""}\n`;
  return (
    <Modal
      opened={codes !== undefined}
      onClose={onDone}
      title={t("Your recovery codes")}
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className="form">
        <Alert
          color="orange"
          icon={<IconAlertTriangle size={18} />}
          title={t("These are shown once. Keep them safe.")}
        >
          {t("Each works once, where your passkey or app is lost. Those of before are worth nothing now.")}
        </Alert>
        <ul className="code-list" aria-label={t("Recovery codes")}>
          {codes?.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div className="dialog-buttons">
          <Button
            onClick={() => copy(text)}
            data-autofocus
            leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          >
            {copied ? t("Copied") : t("Copy")}
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={16} />}
            download="refill-recovery-codes.txt"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          >
            {t("Save as a file")}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t("I have kept them")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
