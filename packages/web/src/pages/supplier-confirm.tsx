import { Alert, Button, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { fragmentToken } from "../parts/fragment-token.ts";
import { dateTime, pieces } from "../words.ts";

/** A supplier's page behind the link in the order: one order, to be confirmed. */
export function SupplierConfirmPage() {
  const [token] = useState(fragmentToken);
  const queries = useQueryClient();
  useEffect(() => {
    document.title = "Confirm an order · Refill";
  }, []);
  const path = { params: { path: { token: token || "none" } } };
  const order = useQuery({
    queryKey: ["supplier-order", token],
    queryFn: () => unwrap(client.GET("/api/v1/supplier-confirmation/{token}", path)),
    retry: false,
  });
  const [quantity, setQuantity] = useState<number | string>("");
  const [date, setDate] = useState("");
  const confirm = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/supplier-confirmation/{token}", {
          ...path,
          body: { quantity: Number(quantity || order.data?.quantity), ...(date ? { date } : {}) },
        }),
      ),
    onSuccess: (next) => queries.setQueryData(["supplier-order", token], next),
  });
  const { data } = order;
  const isClosed = data?.state === "received" || data?.state === "cancelled";
  return (
    <main className="centre">
      <div className="card">
        {order.isPending && <p className="soft">Loading the order …</p>}
        {order.error && (
          <>
            <h1 style={{ marginTop: 0, fontSize: 24 }}>Order not found</h1>
            <p>{order.error.message}</p>
          </>
        )}
        {data && (
          <>
            <h1 style={{ margin: "0 0 4px", fontSize: 24 }}>Order {data.number}</h1>
            <p className="soft" style={{ marginTop: 0 }}>
              {data.customerName} to {data.supplierName}, {dateTime(data.createdAt)}
            </p>
            <p style={{ fontSize: 18 }}>
              <strong>{pieces(data.quantity, data.unit)}</strong> {data.partName}{" "}
              <span className="soft">{data.partNumber}</span>
            </p>
            {data.confirmedQuantity !== null && (
              <Alert color="spruce" role="status" mb="sm">
                Confirmed: {pieces(data.confirmedQuantity, data.unit)}
                {data.confirmedDate ? `, delivery on ${data.confirmedDate}` : ""}. Thank you.
              </Alert>
            )}
            {isClosed ? (
              <p>This order is {data.state}; there is nothing to confirm any more.</p>
            ) : (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  confirm.mutate();
                }}
              >
                <NumberInput
                  label={`Quantity (${data.unit})`}
                  min={1}
                  allowDecimal={false}
                  value={quantity === "" ? (data.confirmedQuantity ?? data.quantity) : quantity}
                  onChange={setQuantity}
                />
                <TextInput
                  mt="sm"
                  type="date"
                  label="Delivery date"
                  value={date}
                  onChange={(event) => setDate(event.currentTarget.value)}
                  error={confirm.error?.message}
                />
                <Button mt="lg" type="submit" fullWidth loading={confirm.isPending}>
                  {data.confirmedQuantity === null ? "Confirm order" : "Change confirmation"}
                </Button>
              </form>
            )}
          </>
        )}
      </div>
    </main>
  );
}
