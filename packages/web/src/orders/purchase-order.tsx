import { Button, Modal, NumberInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPackageImport } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { client, type PurchaseOrder, unwrap } from "../api/client.ts";
import { locationsQuery, ordersQuery, suppliersQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { OrderState } from "../parts/order-state.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { dateTime, day, isOpen, pieces } from "../words.ts";
import { Documents } from "./order-actions.tsx";
import { purchaseOrderWords } from "./purchase-order-words.ts";
import { RemarkForm } from "./remark-form.tsx";
import { tell } from "./told.tsx";
import "./orders.css";

/** What went to a supplier at once. */
export function PurchaseOrderPage() {
  const { id } = useParams({ from: "/inside/purchase-orders/$id" });
  const purchaseOrder = useQuery({
    queryKey: ["order", id, "lines"],
    queryFn: () => unwrap(client.GET("/api/v1/purchase-orders/{id}", { params: { path: { id } } })),
    refetchInterval: 10_000,
  });
  const suppliers = useQuery(suppliersQuery);
  const locations = useQuery(locationsQuery);
  if (purchaseOrder.isPending || suppliers.isPending || locations.isPending) return <Loading />;
  if (purchaseOrder.data) return <Details purchaseOrder={purchaseOrder.data} />;
  return (
    <>
      <PageHead title={t("Purchase order")} />
      {purchaseOrder.error && "status" in purchaseOrder.error && purchaseOrder.error.status === 404 ? (
        <Empty title={t("There is no such purchase order")}>
          <Link to="/orders">{t("Back to the orders")}</Link>
        </Empty>
      ) : (
        <Failed error={purchaseOrder.error} onAgain={() => purchaseOrder.refetch()} />
      )}
    </>
  );
}

function Details({ purchaseOrder }: { purchaseOrder: PurchaseOrder }) {
  const { supplier, site } = useCatalogue();
  const amount = useMoney();
  const receives = useMay("acknowledge-orders");
  const [isReceiving, { open, close }] = useDisclosure();
  const { id, number, supplierId, siteId, value, lines, state, dueAt, isLate } = purchaseOrder;
  const isAnyOpen = lines.some(isOpen);
  return (
    <>
      <PageHead title={t("Purchase order {number}", { number })}>
        {isLate && <span className="tag tag-late">{t("late")}</span>}
        <div className="order-actions button-row">
          <Documents id={id} />
          {receives && isAnyOpen && (
            <Button leftSection={<IconPackageImport size={18} stroke={1.8} />} onClick={open}>
              {t("Receive")}
            </Button>
          )}
        </div>
      </PageHead>
      <dl className="figures">
        <Figure name={t("Supplier")}>
          <Link to="/inventory/suppliers/$id" params={{ id: supplierId }}>
            {supplier.get(supplierId)?.name ?? t("removed")}
          </Link>
        </Figure>
        <Figure name={t("Deliver to")}>{site.get(siteId ?? "")?.name ?? t("removed")}</Figure>
        <Figure name={t("State")}>{purchaseOrderWords[state]}</Figure>
        <Figure name={t("Value")}>{amount(value)}</Figure>
        <Figure name={t("Placed")}>
          <Time iso={purchaseOrder.placedAt} none="–" />
        </Figure>
        <Figure name={t("Due")}>
          {dueAt ? (
            <span className={isLate ? "problem" : ""}>
              <Time iso={dueAt} />
            </span>
          ) : (
            "–"
          )}
        </Figure>
      </dl>
      <Lines purchaseOrder={purchaseOrder} />
      <Remarks purchaseOrder={purchaseOrder} />
      <Modal
        closeButtonProps={{ "aria-label": t("Close") }}
        opened={isReceiving}
        onClose={close}
        centered
        title={t("Receive")}
        size="lg"
      >
        <ReceiveAll purchaseOrder={purchaseOrder} onDone={close} />
      </Modal>
    </>
  );
}

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Lines({ purchaseOrder: { lines } }: { purchaseOrder: PurchaseOrder }) {
  const { part } = useCatalogue();
  const locations = useQuery(locationsQuery).data;
  const amount = useMoney();
  return (
    <div className="card order-lines">
      <table className="table">
        <thead>
          <tr>
            <th>{t("Order")}</th>
            <th>{t("Part")}</th>
            <th>{t("Location")}</th>
            <th className="number">{t("Quantity")}</th>
            <th className="number">{t("Price")}</th>
            <th className="number">{t("Value")}</th>
            <th>{t("Promised")}</th>
            <th className="number">{t("Received")}</th>
            <th>{t("State")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const own = part.get(line.partId);
            const location = locations?.find(({ id }) => id === line.locationId);
            return (
              <tr key={line.id}>
                <td>
                  <Link to="/orders/$id" params={{ id: line.id }}>
                    <strong>{line.number}</strong>
                  </Link>
                </td>
                <td className="wide">
                  {own?.name ?? t("removed")} <span className="soft">{own?.number}</span>
                </td>
                <td data-label={t("Location")}>
                  <Link to="/locations/$id" params={{ id: line.locationId }}>
                    {location?.name ?? t("removed")}
                  </Link>
                </td>
                <td className="number" data-label={t("Quantity")}>
                  {pieces(line.quantity, own?.unit)}
                </td>
                <td className="number" data-label={t("Price")}>
                  {line.unitPrice === null ? "–" : amount(line.unitPrice)}
                </td>
                <td className="number" data-label={t("Value")}>
                  {line.value === null ? "–" : amount(line.value)}
                </td>
                <td data-label={t("Promised")}>{line.confirmedDate ? day(line.confirmedDate) : "–"}</td>
                <td className="number" data-label={t("Received")}>
                  {pieces(line.receivedQuantity ?? (line.piecesSeen || null))}
                </td>
                <td className="wide">
                  <OrderState order={line} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Those of all its lines; a new one stands in the story of the first. */
function Remarks({ purchaseOrder: { lines } }: { purchaseOrder: PurchaseOrder }) {
  const remarks = lines
    .flatMap(({ id, number, events }) => events.map((event) => ({ ...event, id, number })))
    .filter(({ kind }) => kind === "remark")
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <section className="card card-section order-remarks" aria-labelledby="remarks">
      <h2 id="remarks" className="order-card-title">
        {t("Remarks")}
      </h2>
      {remarks.length > 0 && (
        <ul className="remarks">
          {remarks.map(({ id, number, at, by, details }) => (
            <li key={`${id} ${at}`}>
              <div>{details.note}</div>
              <div className="soft small-text">
                {by?.name} · {dateTime(at)} · {t("Order {number}", { number })}
              </div>
            </li>
          ))}
        </ul>
      )}
      <RemarkForm order={lines[0]!} />
    </section>
  );
}

/** Line by line what came, all that is missing at first. */
function ReceiveAll({
  purchaseOrder: { id, number, lines },
  onDone,
}: {
  purchaseOrder: PurchaseOrder;
  onDone(): void;
}) {
  const { part } = useCatalogue();
  const queries = useQueryClient();
  const open = lines.filter(isOpen);
  const missing = (line: (typeof open)[number]) =>
    Math.max(0, (line.confirmedQuantity ?? line.quantity) - (line.receivedQuantity ?? 0));
  const [counts, setCounts] = useState<ReadonlyMap<string, number | string>>(
    () => new Map(open.map((line) => [line.id, missing(line)])),
  );
  const came = open.filter((line) => Number(counts.get(line.id)) > 0);
  const receive = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/purchase-orders/{id}/receive", {
          params: { path: { id } },
          body: {
            lines: came.map((line) => ({ orderId: line.id, quantity: Number(counts.get(line.id)) })),
          },
        }),
      ),
    onSuccess: (next) => {
      queries.setQueryData(["order", id, "lines"], next);
      void queries.invalidateQueries({ queryKey: ordersQuery.queryKey });
      onDone();
      tell(t("{count, plural, one {# line received.} other {# lines received.}}", { count: came.length }));
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        receive.mutate();
      }}
    >
      <div>{t("Change what came in another quantity; 0 for what is still to come.")}</div>
      {open.map((line) => {
        const own = part.get(line.partId);
        return (
          <NumberInput
            key={line.id}
            label={t("{part}, order {number}", { part: own?.name ?? t("removed"), number: line.number })}
            description={t("{count} still to come", { count: pieces(missing(line), own?.unit) })}
            min={0}
            allowDecimal={false}
            value={counts.get(line.id) ?? 0}
            onChange={(value) => setCounts(new Map([...counts, [line.id, value]]))}
          />
        );
      })}
      {receive.error && (
        <p role="alert" className="problem">
          {receive.error.message}
        </p>
      )}
      <Button type="submit" fullWidth loading={receive.isPending} disabled={came.length === 0}>
        {t("Receive {count, plural, one {# line} other {# lines}} of purchase order {number}", {
          count: came.length,
          number,
        })}
      </Button>
    </form>
  );
}
