import { Button, Modal, NumberInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { orderUnit, smallestOrder } from "@refill/replenishment/supply";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Location, type Order, type Part, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { said, t } from "../language/language.ts";
import { type Terms, termsOf } from "../parts/source.tsx";
import { pieces } from "../words.ts";

/** Orders a location's part without waiting for its policy. */
export function OrderByHand({ location, part }: { location: Location; part: Part | undefined }) {
  const [isOpen, { open, close }] = useDisclosure();
  const terms = termsOf(location, part);
  const places = useMay("place-orders");
  if (!places || !part || location.onOrder > 0) return null;
  return (
    <>
      <Button
        onClick={open}
        disabled={!terms}
        {...(terms ? {} : { title: t("The part has no supplier: add one to it first") })}
      >
        {t("Order now")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Order for {name}", { name: location.name })} centered>
        {terms && <Form location={location} part={part} terms={terms} onDone={close} />}
      </Modal>
    </>
  );
}

function Form({
  location,
  part,
  terms,
  onDone,
}: {
  location: Location;
  part: Part;
  terms: Terms;
  onDone(): void;
}) {
  const step = orderUnit(terms);
  const [quantity, setQuantity] = useState<number | string>(() => smallestOrder(terms));
  const order = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/orders", { body: { locationId: location.id, quantity: Number(quantity) } }),
      ),
    onSuccess: (made) => {
      onDone();
      notifications.show({ message: whatFollows(made) });
    },
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        order.mutate();
      }}
    >
      <NumberInput
        label={t("Quantity of {name} ({unit})", { name: part.name, unit: part.unit })}
        description={termsInWords(terms, part.unit, step)}
        min={step}
        step={step}
        allowDecimal={false}
        value={quantity}
        onChange={setQuantity}
        error={order.error?.message}
        data-autofocus
      />
      <Button type="submit" fullWidth loading={order.isPending}>
        {t("Order")}
      </Button>
    </form>
  );
}

function termsInWords({ minimumOrderQuantity }: Terms, unit: string, step: number): string {
  const least = minimumOrderQuantity > step ? pieces(minimumOrderQuantity, unit) : null;
  if (step > 1)
    return least === null
      ? t("Whole packs of {pack}", { pack: pieces(step, unit) })
      : t("Whole packs of {pack}, at least {least}", { pack: pieces(step, unit), least });
  return least === null ? t("Any quantity") : t("Any quantity from {least} on", { least });
}

function whatFollows({ number, state, approvalReason, waitsFor }: Order): string {
  const order = String(number);
  if (state === "proposed")
    return t("Order {order} waits for approval: {reason}.", { order, reason: said(approvalReason ?? "") });
  if (state === "approved")
    return waitsFor
      ? t("Order {order} is made and waits: {reason}.", { order, reason: said(waitsFor) })
      : t("Order {order} is made and waits.", { order });
  return t("Order {order} is placed.", { order });
}
