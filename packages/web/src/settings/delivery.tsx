import { Button, Modal } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { client, unwrap, type Webhook } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Failed } from "../parts/small.tsx";
import { dateTime } from "../words.ts";
import { NextAttempt } from "./next-attempt.tsx";
import { deliveryQuery } from "./queries.ts";
import { deliveryClass, deliveryWords } from "./webhook-words.ts";

/** One event on its way: each attempt, what is sent, and the way to send it again. */
export function Delivery({
  webhook,
  id,
  onClose,
}: {
  webhook: Webhook;
  /** Undefined: closed. */
  id: string | undefined;
  onClose(): void;
}) {
  return (
    <Modal opened={id !== undefined} onClose={onClose} title={t("Delivery")} centered size="xl">
      {id && <Content webhook={webhook} id={id} />}
    </Modal>
  );
}

function Content({ webhook, id: deliveryId }: { webhook: Webhook; id: string }) {
  const delivery = useQuery(deliveryQuery(webhook.id, deliveryId));
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/webhooks/{id}/deliveries/{deliveryId}/replay", {
          params: { path: { id: webhook.id, deliveryId } },
        }),
      ),
    onSuccess: (now) => {
      queries.setQueryData(deliveryQuery(webhook.id, deliveryId).queryKey, now);
      void queries.invalidateQueries({ queryKey: ["deliveries", webhook.id] });
    },
  });
  if (delivery.error && !delivery.data)
    return <Failed error={delivery.error} onAgain={() => delivery.refetch()} />;
  if (!delivery.data) return <p className="soft">{t("Loading …")}</p>;
  const { eventType, eventId, state, attempts, attemptCount, payload, nextAttemptAt } = delivery.data;
  return (
    <div className="form">
      <div>
        <strong>{eventType}</strong>{" "}
        <span className={`state ${deliveryClass[state]}`}>{deliveryWords[state]}</span>
        <div className="soft small-text breakable">
          {t("webhook-id {code}", { code: <code>{eventId}</code> })}
        </div>
      </div>
      <section aria-label={t("Attempts")}>
        {attempts.length === 0 && <span className="soft">{t("No attempt yet.")}</span>}
        {attemptCount > attempts.length && (
          <span className="soft small-text">
            {t("The latest {length} of {attemptCount} attempts", { length: attempts.length, attemptCount })}
          </span>
        )}
        <ol className="attempts">
          {attempts.map(({ at, status, error, durationMs }) => (
            <li key={at}>
              <time dateTime={at}>{dateTime(at)}</time>
              <span className={`state ${error === null ? "state-ok" : "state-empty"}`}>
                {error ?? t("answered {status}", { status })}
              </span>
              <span className="soft">{t("{durationMs} ms", { durationMs })}</span>
            </li>
          ))}
        </ol>
        {nextAttemptAt && (
          <span className="soft small-text">
            <NextAttempt iso={nextAttemptAt} />
          </span>
        )}
      </section>
      <section aria-label={t("What is sent")}>
        <pre className="text-block">{JSON.stringify(payload, null, 2)}</pre>
      </section>
      {again.error && (
        <p role="alert" className="problem">
          {again.error.message}
        </p>
      )}
      {webhook.enabled ? (
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t("Send again now")}
        </Button>
      ) : (
        <span className="soft">{t("Switch the webhook on to send it again.")}</span>
      )}
    </div>
  );
}
