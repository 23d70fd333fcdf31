import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Webhook, WebhookDelivery } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Failed, Time } from "../parts/small.tsx";
import { Delivery } from "./delivery.tsx";
import { NextAttempt } from "./next-attempt.tsx";
import { deliveriesQuery } from "./queries.ts";
import { ReplayEvents } from "./replay-events.tsx";
import { deliveryClass, deliveryWords } from "./webhook-words.ts";

type Filter = WebhookDelivery["state"] | "all";

/** What became of each event, newest first. */
export function Deliveries({ webhook }: { webhook: Webhook }) {
  const [filter, setFilter] = useState<Filter>("all");
  const [opened, setOpened] = useState<string>();
  const deliveries = useInfiniteQuery(deliveriesQuery(webhook.id, filter));
  const items = deliveries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Deliveries")}>
      <div className="card-head" style={{ alignItems: "center" }}>
        <strong>{t("Deliveries")}</strong>
        <span className="soft">{t("of the last 30 days")}</span>
        <div className="row-actions" style={{ marginLeft: "auto", padding: 0 }}>
          <SegmentedControl
            size="xs"
            aria-label={t("Show")}
            value={filter}
            onChange={(value) => setFilter(value as Filter)}
            data={[
              { value: "all", label: t("All") },
              ...Object.entries(deliveryWords).map(([value, label]) => ({ value, label })),
            ]}
          />
          {webhook.enabled && <ReplayEvents webhook={webhook} />}
        </div>
      </div>
      {deliveries.error && !deliveries.data ? (
        <div style={{ padding: 16 }}>
          <Failed error={deliveries.error} onAgain={() => deliveries.refetch()} />
        </div>
      ) : items.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px 14px", margin: 0 }}>
          {deliveries.isPending ? t("Loading …") : emptyWords(filter)}
        </p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>{t("Event")}</th>
              <th>{t("State")}</th>
              <th>{t("Happened")}</th>
              <th className="number">{t("Attempts")}</th>
              <th>{t("Last answer")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} onOpen={() => setOpened(delivery.id)} />
            ))}
          </tbody>
        </table>
      )}
      {deliveries.hasNextPage && (
        <div style={{ padding: "12px 18px" }}>
          <Button
            size="xs"
            variant="default"
            loading={deliveries.isFetchingNextPage}
            onClick={() => deliveries.fetchNextPage()}
          >
            {t("Show older ones")}
          </Button>
        </div>
      )}
      <Delivery webhook={webhook} id={opened} onClose={() => setOpened(undefined)} />
    </section>
  );
}

function emptyWords(filter: Filter): string {
  if (filter === "failed") return t("None has failed.");
  if (filter === "waiting") return t("None waits.");
  return t("Nothing was sent yet. Test shows whether the receiver answers.");
}

function DeliveryRow({ delivery, onOpen }: { delivery: WebhookDelivery; onOpen(): void }) {
  const { eventType, state, createdAt, attemptCount, lastAttempt, nextAttemptAt } = delivery;
  return (
    <tr>
      <td className="wide">
        <button type="button" className="link-button" onClick={onOpen}>
          {eventType}
        </button>
      </td>
      <td data-label={t("State")}>
        <span className={`state ${deliveryClass[state]}`}>{deliveryWords[state]}</span>
      </td>
      <td data-label={t("Happened")}>
        <Time iso={createdAt} />
      </td>
      <td className="number" data-label={t("Attempts")}>
        {attemptCount}
      </td>
      <td data-label={t("Last answer")} className={lastAttempt?.error ? "wide" : ""}>
        {lastAttempt
          ? (lastAttempt.error ??
            t("{status} in {durationMs} ms", {
              status: lastAttempt.status,
              durationMs: lastAttempt.durationMs,
            }))
          : "–"}
        {nextAttemptAt && (
          <div className="soft small-text">
            <NextAttempt iso={nextAttemptAt} />
          </div>
        )}
      </td>
    </tr>
  );
}
