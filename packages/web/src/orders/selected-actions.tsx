import { Button, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Order, unwrap } from "../api/client.ts";
import { ordersQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { isOpen, listed } from "../words.ts";
import { totalOf } from "./board-groups.ts";
import type { OrderRow } from "./order-rows.ts";
import { isReasonGiven, noReason, ReasonFields, reasonOf } from "./reason-fields.tsx";
import { tell, tellProblem } from "./told.tsx";

type Ask = "merge" | "reject" | "cancel";

/** What can be done with several orders at once. */
export function SelectedActions({ rows, onDone }: { rows: readonly OrderRow[]; onDone(): void }) {
  const approves = useMay("approve-orders");
  const places = useMay("place-orders");
  const [ask, setAsk] = useState<Ask | null>(null);
  const run = useMany(rows, onDone);
  const proposed = rows.filter(({ state }) => state === "proposed");
  const open = rows.filter(isOpen);
  const obstacle = mergeObstacle(rows);
  const dialog = { rows, onDone, onClose: () => setAsk(null) };
  return (
    <>
      {approves && proposed.length > 0 && (
        <Button loading={run.isPending} onClick={() => run.mutate({ kind: "approve", orders: proposed })}>
          {t("Approve {count}", { count: proposed.length })}
        </Button>
      )}
      {places && rows.length > 1 && (
        <Button variant="default" disabled={obstacle !== null} onClick={() => setAsk("merge")}>
          {t("Merge…")}
        </Button>
      )}
      {approves && proposed.length > 0 && (
        <Button variant="default" onClick={() => setAsk("reject")}>
          {t("Reject…")}
        </Button>
      )}
      {places && open.length > 0 && (
        <Button variant="outline" color="red" onClick={() => setAsk("cancel")}>
          {t("Cancel…")}
        </Button>
      )}
      {places && rows.length > 1 && obstacle && <span className="soft small-text">{obstacle}</span>}
      <Modal
        closeButtonProps={{ "aria-label": t("Close") }}
        opened={ask !== null}
        onClose={() => setAsk(null)}
        centered
        title={
          ask === "merge"
            ? t("Merge {count} orders into one purchase order", { count: rows.length })
            : ask === "reject"
              ? t("Reject {count, plural, one {# order} other {# orders}}?", { count: proposed.length })
              : t("Cancel {count, plural, one {# order} other {# orders}}?", { count: open.length })
        }
      >
        {ask === "merge" && <Merge {...dialog} />}
        {ask === "reject" && <Decide {...dialog} kind="reject" orders={proposed} />}
        {ask === "cancel" && <Decide {...dialog} kind="cancel" orders={open} />}
      </Modal>
    </>
  );
}

/** Why these can't go to a supplier at once; null: they can. */
export function mergeObstacle(rows: readonly OrderRow[]): string | null {
  if (rows.some(({ supplierId }) => supplierId === null)) return t("Transfers are not merged.");
  if (rows.some(({ state }) => !["proposed", "approved", "placed"].includes(state)))
    return t("Only what has not gone out can be merged.");
  if (new Set(rows.map(({ supplierId }) => supplierId)).size > 1)
    return t("To merge, choose orders of one supplier.");
  return new Set(rows.map(({ siteId }) => siteId)).size > 1
    ? t("To merge, choose orders of one site.")
    : null;
}

interface Many {
  kind: "approve" | "reject" | "cancel";
  orders: readonly Order[];
  reason?: ReturnType<typeof reasonOf>;
}

function useMany(rows: readonly OrderRow[], onDone: () => void) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ordersQuery.queryKey });
  const numberOf = new Map(rows.map(({ id, number }) => [id, number]));
  return useMutation({
    mutationFn: ({ kind, orders, reason }: Many) => {
      const ids = orders.map(({ id }) => id);
      if (kind === "approve") return unwrap(client.POST("/api/v1/orders/approve", { body: { ids } }));
      const body = { ids, ...(reason ?? { reason: "other" as const }) };
      return kind === "reject"
        ? unwrap(client.POST("/api/v1/orders/reject", { body }))
        : unwrap(client.POST("/api/v1/orders/cancel", { body }));
    },
    onSuccess: ({ done, refused }, { kind }) => {
      void refresh();
      onDone();
      const undo = async () => {
        for (const id of done) await takeBack(kind, id);
        await refresh();
      };
      if (done.length > 0) tell(doneWords(kind, done.length), kind === "approve" ? undefined : undo);
      for (const { id, detail } of refused)
        tellProblem(t("Order {number}: {detail}", { number: numberOf.get(id), detail }));
    },
    onError: (error) => tellProblem(error.message),
  });
}

function takeBack(kind: "approve" | "reject" | "cancel", id: string) {
  const params = { params: { path: { id } } };
  if (kind === "approve") return unwrap(client.POST("/api/v1/orders/{id}/approve/undo", params));
  return kind === "reject"
    ? unwrap(client.POST("/api/v1/orders/{id}/reject/undo", params))
    : unwrap(client.POST("/api/v1/orders/{id}/cancel/undo", params));
}

function doneWords(kind: Many["kind"], count: number): string {
  if (kind === "approve")
    return t("{count, plural, one {# order approved.} other {# orders approved.}}", { count });
  return kind === "reject"
    ? t("{count, plural, one {# order rejected.} other {# orders rejected.}}", { count })
    : t("{count, plural, one {# order cancelled.} other {# orders cancelled.}}", { count });
}

interface DialogProps {
  rows: readonly OrderRow[];
  onDone(): void;
  onClose(): void;
}

function Decide({
  rows,
  onDone,
  onClose,
  kind,
  orders,
}: DialogProps & { kind: "reject" | "cancel"; orders: readonly Order[] }) {
  const [reason, setReason] = useState(noReason);
  const run = useMany(rows, () => {
    onClose();
    onDone();
  });
  const isSent = orders.some(({ dispatchedAt, supplierId }) => dispatchedAt !== null && supplierId !== null);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate({ kind, orders, reason: reasonOf(reason) });
      }}
    >
      <div>
        {t("Nothing is ordered then. The locations order again when their stock changes.")}
        {isSent && ` ${t("Refill does not tell suppliers of orders that were sent: do that yourself.")}`}
      </div>
      <ReasonFields value={reason} onChange={setReason} />
      <Button type="submit" color="red" fullWidth disabled={!isReasonGiven(reason)} loading={run.isPending}>
        {kind === "reject" ? t("Reject") : t("Cancel these orders")}
      </Button>
    </form>
  );
}

/** Now or at a time; what a person has to approve is waited for. */
function Merge({ rows, onDone, onClose }: DialogProps) {
  const amount = useMoney();
  const queries = useQueryClient();
  const [isLater, setLater] = useState(false);
  const [time, setTime] = useState("");
  const proposed = rows.filter(({ state }) => state === "proposed");
  const merge = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/orders/merge", {
          body: {
            ids: rows.map(({ id }) => id),
            ...(isLater ? { goesAt: new Date(time).toISOString() } : {}),
          },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ordersQuery.queryKey });
      onClose();
      onDone();
      tell(t("{count} orders merged.", { count: rows.length }));
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate();
      }}
    >
      <div>
        {t(
          "Order {numbers} go to {supplier} together, worth {value}. No collection time and no minimum order value holds them back.",
          {
            numbers: listed(rows.map(({ number }) => String(number))),
            supplier: rows[0]?.sourceName,
            value: amount(totalOf(rows)),
          },
        )}
        {proposed.length > 0 &&
          ` ${t("Order {numbers} still needs approval; the others wait for it.", { numbers: listed(proposed.map(({ number }) => String(number))) })}`}
      </div>
      <Radio.Group
        label={t("They go out")}
        value={isLater ? "later" : "now"}
        onChange={(value) => setLater(value === "later")}
      >
        <Stack gap={8} mt={6}>
          <Radio value="now" label={proposed.length > 0 ? t("as soon as all are approved") : t("now")} />
          <Radio value="later" label={t("at a time of my choice")} />
        </Stack>
      </Radio.Group>
      {isLater && (
        <TextInput
          type="datetime-local"
          label={t("When")}
          required
          value={time}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      )}
      {merge.error && (
        <p role="alert" className="problem">
          {merge.error.message}
        </p>
      )}
      <Button type="submit" fullWidth loading={merge.isPending} disabled={isLater && time === ""}>
        {t("Merge")}
      </Button>
    </form>
  );
}
