import { Alert, Button, Group, Modal, NumberInput, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { client, type Order, unwrap } from "../api/client.ts";
import { locationsQuery, ordersQuery, useCatalogue, useMay } from "../api/queries.ts";
import { OrderState, Timeline } from "../parts/order-state.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { isOpen, pieces } from "../words.ts";

export function OrderPage({ id }: { id: string }) {
  const orders = useQuery(ordersQuery);
  const inList = orders.data?.find((order) => order.id === id);
  // Old closed orders are not in the list.
  const single = useQuery({
    queryKey: ["order", id],
    queryFn: () => unwrap(client.GET("/api/v1/orders/{id}", { params: { path: { id } } })),
    enabled: orders.isSuccess && !inList,
  });
  const order = inList ?? single.data;
  if (order) return <Details order={order} />;
  if (orders.error) return <Failed error={orders.error} onAgain={() => orders.refetch()} />;
  if (single.error)
    return (
      <>
        <PageHead title="Order" />
        <Empty title="There is no such order">
          <Link to="/orders">Back to the orders</Link>
        </Empty>
      </>
    );
  return <Loading />;
}

function Details({ order }: { order: Order }) {
  const { part, supplier } = useCatalogue();
  const locations = useQuery(locationsQuery).data;
  const acknowledges = useMay("acknowledge-orders");
  const places = useMay("place-orders");
  const own = part.get(order.partId);
  const location = locations?.find(({ id }) => id === order.locationId);
  const facts: [string, React.ReactNode][] = [
    ["Part", `${own?.name ?? ""} (${own?.number ?? ""})`],
    ["Quantity", pieces(order.quantity, own?.unit)],
    ["Supplier", supplier.get(order.supplierId)?.name],
    [
      "Location",
      location ? (
        <Link key="location" to="/locations/$id" params={{ id: location.id }}>
          {location.name}
        </Link>
      ) : (
        "removed"
      ),
    ],
    ["Ordered", <Time key="ordered" iso={order.createdAt} />],
    [
      "Promised",
      order.confirmedQuantity === null
        ? "not confirmed yet"
        : `${pieces(order.confirmedQuantity, own?.unit)}${order.confirmedDate ? `, ${order.confirmedDate}` : ""}`,
    ],
    ["Received", pieces(order.receivedQuantity, own?.unit)],
  ];
  return (
    <>
      <PageHead title={`Order ${order.number}`}>
        <div style={{ width: 220 }}>
          <OrderState order={order} />
        </div>
        {(acknowledges || places) && isOpen(order) && (
          <Actions order={order} unit={own?.unit ?? ""} acknowledges={acknowledges} cancels={places} />
        )}
      </PageHead>
      {order.dispatchProblem && order.state === "placed" && <NotSent order={order} canSend={places} />}
      <div className="columns">
        <section className="card" style={{ padding: 20 }} aria-label="Timeline">
          <Timeline order={order} />
        </section>
        <section className="card" style={{ padding: 20 }} aria-label="Facts">
          <dl style={{ margin: 0, display: "grid", gridTemplateColumns: "auto 1fr", gap: "8px 18px" }}>
            {facts.map(([name, value]) => (
              <div key={name} style={{ display: "contents" }}>
                <dt className="soft">{name}</dt>
                <dd style={{ margin: 0 }}>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}

/** The event brings the changed order too; this way it is there at once. */
function useOrderChange(onDone: () => void) {
  const queries = useQueryClient();
  return (order: Order) => {
    queries.setQueryData(ordersQuery.queryKey, (items) =>
      items?.map((each) => (each.id === order.id ? order : each)),
    );
    onDone();
  };
}

function NotSent({ order, canSend }: { order: Order; canSend: boolean }) {
  const again = useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/orders/{id}/dispatch", { params: { path: { id: order.id } } })),
    onSuccess: useOrderChange(() => {}),
  });
  return (
    <Alert color="orange" title="This order has not reached the supplier" mb="md">
      <p style={{ marginTop: 0 }}>{order.dispatchProblem}. Refill tries again by itself for two days.</p>
      {canSend && (
        <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          Send again now
        </Button>
      )}
      {again.error && <p role="alert">{again.error.message}</p>}
    </Alert>
  );
}

function Actions({
  order,
  unit,
  acknowledges,
  cancels,
}: {
  order: Order;
  unit: string;
  acknowledges: boolean;
  cancels: boolean;
}) {
  const [dialog, setDialog] = useState<"confirm" | "receive" | "cancel">();
  const [isOpen, { open, close }] = useDisclosure();
  const show = (which: typeof dialog) => () => {
    setDialog(which);
    open();
  };
  return (
    <Group gap="xs" style={{ marginLeft: "auto" }}>
      {acknowledges && order.state !== "proposed" && (
        <>
          <Button variant="default" onClick={show("confirm")}>
            Confirm
          </Button>
          <Button variant="default" onClick={show("receive")}>
            Receive
          </Button>
        </>
      )}
      {cancels && (
        <Button variant="outline" color="red" onClick={show("cancel")}>
          Cancel order
        </Button>
      )}
      <Modal
        opened={isOpen}
        onClose={close}
        centered
        title={
          { confirm: "What the supplier promised", receive: "Receive", cancel: "Cancel this order?" }[
            dialog ?? "confirm"
          ]
        }
      >
        {dialog === "confirm" && <Confirm order={order} unit={unit} onDone={close} />}
        {dialog === "receive" && <Receive order={order} unit={unit} onDone={close} />}
        {dialog === "cancel" && <Cancel order={order} onDone={close} />}
      </Modal>
    </Group>
  );
}

type StepProps = { order: Order; unit: string; onDone(): void };

function Confirm({ order, unit, onDone }: StepProps) {
  const [quantity, setQuantity] = useState<number | string>(order.confirmedQuantity ?? order.quantity);
  const [date, setDate] = useState(order.confirmedDate ?? "");
  const step = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/orders/{id}/confirm", {
          params: { path: { id: order.id } },
          body: { quantity: Number(quantity), ...(date ? { date } : {}) },
        }),
      ),
    onSuccess: useOrderChange(onDone),
  });
  return (
    <>
      <NumberInput
        label={`Quantity (${unit})`}
        min={1}
        allowDecimal={false}
        value={quantity}
        onChange={setQuantity}
        data-autofocus
      />
      <TextInput
        mt="sm"
        type="date"
        label="Delivery date"
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        error={step.error?.message}
      />
      <Button mt="md" fullWidth loading={step.isPending} onClick={() => step.mutate()}>
        Confirm
      </Button>
    </>
  );
}

function Receive({ order, unit, onDone }: StepProps) {
  const [quantity, setQuantity] = useState<number | string>(order.confirmedQuantity ?? order.quantity);
  const step = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/orders/{id}/receive", {
          params: { path: { id: order.id } },
          body: { quantity: Number(quantity) },
        }),
      ),
    onSuccess: useOrderChange(onDone),
  });
  return (
    <>
      <p className="soft" style={{ marginTop: 0 }}>
        Only needed where no sensor sees the refill.
      </p>
      <NumberInput
        label={`Received (${unit})`}
        min={1}
        allowDecimal={false}
        value={quantity}
        onChange={setQuantity}
        error={step.error?.message}
        data-autofocus
      />
      <Button mt="md" fullWidth loading={step.isPending} onClick={() => step.mutate()}>
        Receive
      </Button>
    </>
  );
}

function Cancel({ order, onDone }: { order: Order; onDone(): void }) {
  const [reason, setReason] = useState("");
  const step = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/orders/{id}/cancel", {
          params: { path: { id: order.id } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: useOrderChange(onDone),
  });
  return (
    <>
      <p style={{ marginTop: 0 }}>
        This can't be undone, and the supplier is not told by Refill. The location orders again when its stock
        changes.
      </p>
      <TextInput
        label="Reason"
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={step.error?.message}
        data-autofocus
      />
      <Button
        mt="md"
        fullWidth
        color="red"
        disabled={!reason.trim()}
        loading={step.isPending}
        onClick={() => step.mutate()}
      >
        Cancel order {order.number}
      </Button>
    </>
  );
}
