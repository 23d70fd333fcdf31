import { Alert, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client, type SupplierOrder, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { fragmentToken } from "../parts/fragment-token.ts";
import { money } from "../parts/money.ts";
import { dateTime, isOpen, orderWords, pieces } from "../words.ts";
import {
  confirmationOf,
  isPromiseComplete,
  type Promised,
  PromiseFields,
  promisedOf,
  promiseInWords,
} from "./promise-fields.tsx";

type Line = SupplierOrder["lines"][number];

/** A supplier's page behind the link in the order: its lines, to be confirmed. */
export function SupplierConfirmPage() {
  const [token] = useState(fragmentToken);
  useEffect(() => {
    document.title = `${t("Confirm an order")} · Refill`;
  }, []);
  const order = useQuery({
    queryKey: ["supplier-order", token],
    queryFn: () => unwrap(client.GET("/api/v1/supplier-confirmation/{token}", pathOf(token))),
    retry: false,
  });
  return (
    <main className="centre">
      <div className="card confirm-card">
        {order.isPending && <p className="soft">{t("Loading the order …")}</p>}
        {order.error && (
          <>
            <h1 style={{ marginTop: 0, fontSize: 24 }}>{t("Order not found")}</h1>
            <p>{order.error.message}</p>
          </>
        )}
        {order.data && <Confirmation order={order.data} token={token} />}
      </div>
    </main>
  );
}

const pathOf = (token: string) => ({ params: { path: { token: token || "none" } } });

function Confirmation({ order, token }: { order: SupplierOrder; token: string }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState<ReadonlyMap<string, Promised>>(new Map());
  const promisedFor = (line: Line) => typed.get(line.orderId) ?? promisedOf(line);
  const open = order.lines.filter(isOpen);
  const isNew = (line: Line) => line.confirmedQuantity === null;
  // Lines that were confirmed before and are not touched stay as they are.
  const changed = open.filter((line) => isNew(line) || typed.has(line.orderId));
  const isReady = changed.length > 0 && changed.every((line) => isPromiseComplete(promisedFor(line)));
  const confirm = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/supplier-confirmation/{token}", {
          ...pathOf(token),
          body: {
            lines: changed.map((line) => ({ orderId: line.orderId, ...confirmationOf(promisedFor(line)) })),
          },
        }),
      ),
    onSuccess: (next) => {
      queries.setQueryData(["supplier-order", token], next);
      setTyped(new Map());
    },
  });
  return (
    <>
      <h1 style={{ margin: "0 0 4px", fontSize: 24 }}>{t("Order {number}", { number: order.number })}</h1>
      <p className="soft" style={{ marginTop: 0 }}>
        {t("{customerName}, {siteName}, to {supplierName}, {createdAt}", {
          customerName: order.customerName,
          siteName: order.siteName,
          supplierName: order.supplierName,
          createdAt: dateTime(order.createdAt),
        })}
      </p>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate();
        }}
      >
        {open.length > 1 && (
          <TextInput
            type="date"
            label={t("Everything on one day")}
            description={t("Sets the day of each line below")}
            onChange={({ currentTarget: { value: date } }) =>
              setTyped(
                new Map(
                  open.map((line) => [
                    line.orderId,
                    [{ quantity: promisedFor(line)[0]?.quantity ?? line.quantity, date }],
                  ]),
                ),
              )
            }
          />
        )}
        {order.lines.map((line) => (
          <LineCard
            key={line.orderId}
            line={line}
            currency={order.currency}
            promised={promisedFor(line)}
            onChange={(promised) => setTyped(new Map([...typed, [line.orderId, promised]]))}
          />
        ))}
        {confirm.error && (
          <p role="alert" className="problem">
            {confirm.error.message}
          </p>
        )}
        {open.length === 0 ? (
          <p>{t("There is nothing to confirm any more.")}</p>
        ) : (
          <Button type="submit" fullWidth loading={confirm.isPending} disabled={!isReady}>
            {open.some(isNew) ? t("Confirm order") : t("Change confirmation")}
          </Button>
        )}
      </form>
    </>
  );
}

function LineCard({
  line,
  currency,
  promised,
  onChange,
}: {
  line: Line;
  currency: string;
  promised: Promised;
  onChange(promised: Promised): void;
}) {
  const said = promiseInWords(line, line.unit);
  return (
    <section
      className="supplier-line"
      aria-label={t("{partName}, line {number}", { partName: line.partName, number: line.number })}
    >
      <p style={{ margin: "0 0 8px" }}>
        <strong style={{ fontSize: 17 }}>{pieces(line.quantity, line.unit)}</strong> {line.partName}{" "}
        <span className="soft">
          {line.partNumber}
          {line.unitPrice !== null &&
            t(" · {unitPrice} a piece", { unitPrice: money(line.unitPrice, currency) })}
        </span>
        {line.isUrgent && <span className="tag tag-late">{t("urgent")}</span>}
      </p>
      {said && (
        <Alert color="spruce" role="status" mb="sm" p="xs">
          {t("Confirmed: {said}. Thank you.", { said })}
        </Alert>
      )}
      {isOpen(line) ? (
        <PromiseFields promised={promised} unit={line.unit} ordered={line.quantity} onChange={onChange} />
      ) : (
        <p className="soft" style={{ margin: 0 }}>
          {t("{orderWords}; there is nothing to confirm any more.", { orderWords: orderWords[line.state] })}
        </p>
      )}
    </section>
  );
}
