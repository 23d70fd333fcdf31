import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { client, unwrap, type Webhook, type WebhookTest } from "../api/client.ts";
import { t } from "../language/language.ts";

/** Sends an event of no importance now, and shows what the receiver says. */
export function TestWebhook({ webhook: { id, url } }: { webhook: Webhook }) {
  const [isOpen, { open, close }] = useDisclosure();
  const test = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/webhooks/{id}/test", { params: { path: { id } } })),
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          open();
          test.mutate();
        }}
      >
        {t("Test")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Test of the webhook")} centered size="lg">
        <div className="form" aria-live="polite">
          <span className="soft small-text breakable">{t("webhook.test to {url}", { url })}</span>
          {test.isPending && <span>{t("Waiting for its answer …")}</span>}
          {test.error && (
            <p role="alert" className="problem">
              {test.error.message}
            </p>
          )}
          {test.data && !test.isPending && <Result result={test.data} />}
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {t("Test again")}
          </Button>
        </div>
      </Modal>
    </>
  );
}

function Result({ result: { delivered, status, error, durationMs, answer } }: { result: WebhookTest }) {
  return (
    <>
      <span className={`state ${delivered ? "state-ok" : "state-empty"}`}>
        {delivered ? t("Delivered: it answered {status}", { status }) : error}{" "}
        <span className="soft">{t("in {durationMs} ms", { durationMs })}</span>
      </span>
      {answer ? (
        <pre className="text-block">{answer}</pre>
      ) : (
        status !== null && <span className="soft">{t("Its answer has no text.")}</span>
      )}
    </>
  );
}
