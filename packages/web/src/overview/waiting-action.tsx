import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { useMoney } from "../parts/money.ts";
import { pieces } from "../words.ts";
import type { Waiting } from "./queries.ts";

/** The one thing to do about it: done here where that is possible, else where it is. */
export function WaitingAction({ item }: { item: Waiting }) {
  const approves = useMay("approve-orders");
  const sends = useMay("place-orders");
  const counts = useMay("count-stock");
  const { kind, id, locationId } = item;
  if (kind === "approval" && approves) return <Approve item={item} />;
  if (kind === "unsent-order" && sends) return <SendAgain item={item} />;
  if (kind === "approval" || kind === "unsent-order" || kind === "late-order" || kind === "transfer")
    return (
      <Link to="/orders/$id" params={{ id }} className="action-link">
        {t("Open")}
        <span className="visually-hidden"> {t("order {number}", { number: item.name })}</span>
      </Link>
    );
  if (kind === "gateway-away")
    return (
      <Link to="/gateways/$id" params={{ id }} className="action-link">
        {t("Look")}
        <span className="visually-hidden"> {item.name}</span>
      </Link>
    );
  if (kind === "silent-device" || kind === "weak-battery")
    return (
      <Link to="/devices/$id" params={{ id }} className="action-link">
        {t("Look")}
        <span className="visually-hidden"> {item.name}</span>
      </Link>
    );
  return (
    <Link to="/locations/$id" params={{ id: locationId ?? id }} className="action-link">
      {counts ? t("Count") : t("Look")}
      <span className="visually-hidden"> {item.locationName}</span>
    </Link>
  );
}

function Approve({ item }: { item: Waiting }) {
  const money = useMoney();
  const renew = useRenewed();
  return (
    <ConfirmButton
      size="xs"
      variant="filled"
      label={t("Approve")}
      aria-label={t("Approve order {number}", { number: item.name })}
      title={t("Approve order {number}?", { number: item.name })}
      action={t("Approve")}
      isHarmless
      act={async () => {
        await unwrap(client.POST("/api/v1/orders/{id}/approve", { params: { path: { id: item.id } } }));
        await renew();
      }}
    >
      {t("{quantity} of {part}, value {value}. The order goes to {supplier} as soon as that takes orders.", {
        quantity: pieces(item.quantity, item.unit ?? ""),
        part: item.partName,
        value: money(item.value),
        supplier: item.supplierName ?? t("its supplier"),
      })}
    </ConfirmButton>
  );
}

function SendAgain({ item }: { item: Waiting }) {
  const renew = useRenewed();
  const send = useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/orders/{id}/dispatch", { params: { path: { id: item.id } } })),
    onSettled: renew,
  });
  return (
    <span>
      <Button
        size="xs"
        variant="default"
        aria-label={t("Send order {number} again", { number: item.name })}
        loading={send.isPending}
        onClick={() => send.mutate()}
      >
        {t("Send again")}
      </Button>
      {send.error && (
        <span role="alert" className="problem small-text">
          {send.error.message}
        </span>
      )}
    </span>
  );
}

function useRenewed(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["overview-attention"] });
}
