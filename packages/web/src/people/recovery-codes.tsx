import { Alert, Button, Modal } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconAlertTriangle, IconCheck, IconCopy, IconDownload } from "@tabler/icons-react";

/** Ten codes, shown this once. Only its button closes it. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[] | undefined; onDone(): void }) {
  const { copied, copy } = useClipboard({ timeout: 60_000 });
  const text = `${codes?.join("\n") ?? ""}\n`;
  return (
    <Modal
      opened={codes !== undefined}
      onClose={onDone}
      title="Your recovery codes"
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className="form">
        <Alert
          color="orange"
          icon={<IconAlertTriangle size={18} />}
          title="These are shown once. Keep them safe."
        >
          Each works once, where your passkey or app is lost. Those of before are worth nothing now.
        </Alert>
        <ul className="code-list" aria-label="Recovery codes">
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
            {copied ? "Copied" : "Copy"}
          </Button>
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={16} />}
            download="refill-recovery-codes.txt"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          >
            Save as a file
          </Button>
          <Button variant="default" onClick={onDone}>
            I have kept them
          </Button>
        </div>
      </div>
    </Modal>
  );
}
