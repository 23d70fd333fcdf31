import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client, unwrap, type Webhook } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { webhooksQuery } from "./queries.ts";
import { WebhookForm } from "./webhook-form.tsx";
import { WebhookSecret } from "./webhook-secret.tsx";
import { wantedEvents, webhookName, webhookState } from "./webhook-words.ts";

export function WebhooksPage() {
  const webhooks = useQuery(webhooksQuery);
  if (webhooks.isPending) return <Loading />;
  if (webhooks.error && !webhooks.data)
    return <Failed error={webhooks.error} onAgain={() => webhooks.refetch()} />;
  return (
    <>
      <PageHead title={t("Webhooks")}>
        <span className="soft">{t("Refill tells your own systems what happens.")}</span>
        <CreateWebhook />
      </PageHead>
      {webhooks.data.length === 0 ? (
        <Empty title={t("No webhooks yet")}>
          {t(
            "Create one with the address of your ERP or another system: it is sent orders, levels, silent devices and more, signed, and again until it answers.",
          )}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("Webhook")}</th>
                <th>{t("State")}</th>
                <th>{t("Is sent")}</th>
                <th>{t("Changed")}</th>
              </tr>
            </thead>
            <tbody>
              {webhooks.data.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const state = webhookState(webhook);
  return (
    <tr>
      <td className="wide">
        <Link to="/settings/webhooks/$id" params={{ id: webhook.id }}>
          <strong className="breakable">{webhookName(webhook)}</strong>
        </Link>
        <div className="soft small-text breakable">{webhook.url}</div>
      </td>
      <td data-label={t("State")} className={state.why ? "wide" : ""}>
        <span className={`state ${state.className}`}>{state.words}</span>
        {state.why && <div className="soft small-text breakable">{state.why}</div>}
        {webhook.enabled && webhook.failingSince && (
          <div className="soft small-text">
            {t("since {time}", { time: <Time iso={webhook.failingSince} /> })}
          </div>
        )}
      </td>
      <td data-label={t("Is sent")} title={webhook.events.join(", ")}>
        {wantedEvents(webhook)}
      </td>
      <td data-label={t("Changed")}>
        <Time iso={webhook.updatedAt} />
      </td>
    </tr>
  );
}

function CreateWebhook() {
  const [isOpen, { open, close }] = useDisclosure();
  const [made, setMade] = useState<Webhook>();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open} ml="auto">
        {t("Create webhook")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Create a webhook")} centered size="xl">
        <WebhookForm
          submit={t("Create")}
          save={async (body) => {
            const webhook = await unwrap(client.POST("/api/v1/webhooks", { body }));
            close();
            setMade(webhook);
            void queries.invalidateQueries({ queryKey: webhooksQuery.queryKey });
          }}
        />
      </Modal>
      <WebhookSecret
        secret={made?.secret}
        onDone={() => {
          setMade(undefined);
          void navigate({ to: "/settings/webhooks/$id", params: { id: made!.id } });
        }}
      />
    </>
  );
}
