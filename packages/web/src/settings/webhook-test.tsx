import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { client, unwrap, type Webhook, type WebhookTest } from "../api/client.ts";

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
        Test
      </Button>
      <Modal opened={isOpen} onClose={close} title="Test of the webhook" centered size="lg">
        <div className="form" aria-live="polite">
          <span className="soft small-text breakable">webhook.test to {url}</span>
          {test.isPending && <span>Waiting for its answer …</span>}
          {test.error && (
            <p role="alert" className="problem">
              {test.error.message}
            </p>
          )}
          {test.data && !test.isPending && <Result result={test.data} />}
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            Test again
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
        {delivered ? `Delivered: it answered ${status}` : error}{" "}
        <span className="soft">in {durationMs} ms</span>
      </span>
      {answer ? (
        <pre className="text-block">{answer}</pre>
      ) : (
        status !== null && <span className="soft">Its answer has no text.</span>
      )}
    </>
  );
}
