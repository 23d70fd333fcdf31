import { Alert, Button, Modal, Switch } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { client, unwrap, type Webhook } from "../api/client.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Facts } from "../parts/facts.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { dateTime } from "../words.ts";
import { Deliveries } from "./deliveries.tsx";
import { webhooksQuery } from "./queries.ts";
import { WebhookForm } from "./webhook-form.tsx";
import { WebhookSecret } from "./webhook-secret.tsx";
import { TestWebhook } from "./webhook-test.tsx";
import { webhookName, webhookState } from "./webhook-words.ts";

export function WebhookPage() {
  const { id } = useParams({ from: "/inside/settings/webhooks/$id" });
  const webhooks = useQuery(webhooksQuery);
  if (webhooks.isPending) return <Loading />;
  if (webhooks.error && !webhooks.data)
    return <Failed error={webhooks.error} onAgain={() => webhooks.refetch()} />;
  const webhook = webhooks.data.find((each) => each.id === id);
  if (!webhook)
    return (
      <>
        <PageHead title={t("Webhook")} />
        <Empty title={t("There is no such webhook")}>
          {t("It may have been removed. <link>Back to the webhooks</link>", {
            link: (inside) => <Link to="/settings/webhooks">{inside}</Link>,
          })}
        </Empty>
      </>
    );
  return <Details webhook={webhook} />;
}

function Details({ webhook }: { webhook: Webhook }) {
  const state = webhookState(webhook);
  return (
    <>
      <PageHead title={webhookName(webhook)}>
        <span className={`state ${state.className}`}>{state.words}</span>
        <div className="row-actions" style={{ marginLeft: "auto", padding: 0 }}>
          <TestWebhook webhook={webhook} />
          <Change webhook={webhook} />
        </div>
      </PageHead>
      {state.why && (
        <Alert color="red" title={t("Refill switched this webhook off")} mb="md">
          {t(
            "{reason}. What happens while it is off is not sent. Mend the receiver, switch the webhook on, and send the events of the time since then again.",
            { reason: state.why.charAt(0).toUpperCase() + state.why.slice(1) },
          )}
        </Alert>
      )}
      <div className="columns">
        <div className="stack">
          <Deliveries webhook={webhook} />
        </div>
        <div className="stack">
          <section className="card card-section" aria-label={t("Webhook")}>
            <OnOff webhook={webhook} />
            <Facts facts={factsOf(webhook)} />
          </section>
          <section className="card card-section form" aria-label={t("Secret")}>
            <strong>{t("Secret")}</strong>
            <span className="soft">
              {t("Signs what is sent.")}{" "}
              {webhook.oldSecretUntil &&
                t("The one before signs as well until {time}.", { time: dateTime(webhook.oldSecretUntil) })}
            </span>
            <RotateSecret webhook={webhook} />
          </section>
          <Remove webhook={webhook} />
        </div>
      </div>
    </>
  );
}

function factsOf(webhook: Webhook): [string, React.ReactNode][] {
  const { url, events, failingSince, createdAt } = webhook;
  return [
    [t("Address"), url],
    [t("Is sent"), events.length === 0 ? t("all events") : events.join(", ")],
    ...(failingSince
      ? [[t("Failing since"), <Time key="failing" iso={failingSince} />] as [string, React.ReactNode]]
      : []),
    [t("Created"), <Time key="created" iso={createdAt} />],
  ];
}

function OnOff({ webhook: { id, enabled } }: { webhook: Webhook }) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (to: boolean) =>
      unwrap(client.PATCH("/api/v1/webhooks/{id}", { params: { path: { id } }, body: { enabled: to } })),
    onSettled: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  return (
    <Switch
      label={t("Events are sent")}
      checked={change.isPending ? change.variables : enabled}
      onChange={(event) => change.mutate(event.currentTarget.checked)}
      error={change.error?.message}
    />
  );
}

function Change({ webhook }: { webhook: Webhook }) {
  const [isOpen, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("Change")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Change the webhook")} centered size="xl">
        <WebhookForm
          webhook={webhook}
          submit={t("Save")}
          save={async (body) => {
            const { id } = webhook;
            await unwrap(client.PATCH("/api/v1/webhooks/{id}", { params: { path: { id } }, body }));
            await queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
            close();
            notifications.show({ message: t("The webhook is changed.") });
          }}
        />
      </Modal>
    </>
  );
}

function RotateSecret({ webhook: { id } }: { webhook: Webhook }) {
  const [secret, setSecret] = useState<string>();
  const queries = useQueryClient();
  return (
    <>
      <ConfirmButton
        label={t("Rotate secret")}
        title={t("Make a new secret?")}
        action={t("Make a new secret")}
        isHarmless
        style={{ justifySelf: "start" }}
        act={async () => {
          const made = await unwrap(
            client.POST("/api/v1/webhooks/{id}/rotate-secret", { params: { path: { id } } }),
          );
          setSecret(made.secret);
          void queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
        }}
      >
        {t(
          "It signs from now on. The present one signs as well for 24 hours: give your receiver the new one within that time.",
        )}
      </ConfirmButton>
      <WebhookSecret secret={secret} onDone={() => setSecret(undefined)} />
    </>
  );
}

function Remove({ webhook }: { webhook: Webhook }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <ConfirmButton
      label={t("Remove this webhook")}
      title={t("Remove {name}?", { name: webhookName(webhook) })}
      action={t("Remove")}
      style={{ justifySelf: "start" }}
      act={async () => {
        const { id } = webhook;
        await unwrap(client.DELETE("/api/v1/webhooks/{id}", { params: { path: { id } } }));
        await navigate({ to: "/settings/webhooks" });
        await queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
      }}
    >
      {t(
        "Nothing is sent any more, what waits neither, and its deliveries are forgotten. To pause it, switch it off instead.",
      )}
    </ConfirmButton>
  );
}
