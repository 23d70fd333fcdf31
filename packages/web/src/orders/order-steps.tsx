import { Button, Checkbox, NumberInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Order, unwrap } from "../api/client.ts";
import { useOrderChange } from "../api/order-change.ts";
import { t } from "../language/language.ts";
import { useMoney } from "../parts/money.ts";
import { pieces } from "../words.ts";
import { confirmationOf, isPromiseComplete, PromiseFields, promisedOf } from "./promise-fields.tsx";
import { isReasonGiven, noReason, ReasonFields, reasonOf } from "./reason-fields.tsx";

/** The forms behind an order's buttons, one for each step. */

export interface StepProps {
  order: Order;
  unit: string;
  onDone(): void;
}

/** A form that takes one step; what the API refuses is told above its button. */
export function StepForm({
  children,
  submit,
  isDangerous = false,
  isIncomplete = false,
  take,
  onDone,
}: {
  children: React.ReactNode;
  submit: string;
  isDangerous?: boolean;
  isIncomplete?: boolean;
  take(): Promise<Order>;
  onDone(): void;
}) {
  const step = useMutation({ mutationFn: take, onSuccess: useOrderChange(onDone) });
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate();
      }}
    >
      {children}
      {step.error && (
        <p role="alert" className="problem">
          {step.error.message}
        </p>
      )}
      <Button
        type="submit"
        fullWidth
        {...(isDangerous ? { color: "red" } : {})}
        disabled={isIncomplete}
        loading={step.isPending}
      >
        {submit}
      </Button>
    </form>
  );
}

export const pathOf = ({ id }: Order) => ({ params: { path: { id } } });

export function Approve({ order, unit, onDone }: StepProps) {
  const amount = useMoney();
  return (
    <StepForm
      submit={t("Approve order {number}", { number: order.number })}
      take={() => unwrap(client.POST("/api/v1/orders/{id}/approve", pathOf(order)))}
      onDone={onDone}
    >
      <div>
        {t("{quantity}, value {value}. It then goes to the supplier as soon as that takes orders.", {
          quantity: pieces(order.quantity, unit),
          value: amount(order.value),
        })}
      </div>
    </StepForm>
  );
}

export function Reject({ order, onDone }: StepProps) {
  return (
    <WithReason
      submit={t("Reject order {number}", { number: order.number })}
      take={(body) => unwrap(client.POST("/api/v1/orders/{id}/reject", { ...pathOf(order), body }))}
      onDone={onDone}
    >
      {t("Nothing is ordered then. The location orders again when its stock changes.")}
    </WithReason>
  );
}

export function Cancel({ order, unit, onDone }: StepProps) {
  const isPart = order.state === "partly-received";
  return (
    <WithReason
      submit={
        isPart
          ? t("Cancel the rest of order {number}", { number: order.number })
          : t("Cancel order {number}", { number: order.number })
      }
      take={(body) => unwrap(client.POST("/api/v1/orders/{id}/cancel", { ...pathOf(order), body }))}
      onDone={onDone}
    >
      {isPart &&
        `${t("The order is then received with the {count} that came.", { count: pieces(order.receivedQuantity, unit) })} `}
      {t("The location orders again when its stock changes.")}
      {order.dispatchedAt &&
        order.supplierId !== null &&
        ` ${t("Refill does not tell the supplier: do that yourself.")}`}
    </WithReason>
  );
}

function WithReason({
  children,
  submit,
  take,
  onDone,
}: {
  children: React.ReactNode;
  submit: string;
  take(reason: ReturnType<typeof reasonOf>): Promise<Order>;
  onDone(): void;
}) {
  const [reason, setReason] = useState(noReason);
  return (
    <StepForm
      submit={submit}
      isDangerous
      isIncomplete={!isReasonGiven(reason)}
      take={() => take(reasonOf(reason))}
      onDone={onDone}
    >
      <div>{children}</div>
      <ReasonFields value={reason} onChange={setReason} />
    </StepForm>
  );
}

export function Confirm({ order, unit, onDone }: StepProps) {
  const [promised, setPromised] = useState(() => promisedOf(order));
  return (
    <StepForm
      submit={t("Confirm")}
      isIncomplete={!isPromiseComplete(promised)}
      take={() =>
        unwrap(
          client.POST("/api/v1/orders/{id}/confirm", { ...pathOf(order), body: confirmationOf(promised) }),
        )
      }
      onDone={onDone}
    >
      <PromiseFields promised={promised} unit={unit} ordered={order.quantity} onChange={setPromised} />
    </StepForm>
  );
}

export function Ship({ order, unit, onDone }: StepProps) {
  const promised = order.confirmedQuantity ?? order.quantity;
  const [quantity, setQuantity] = useState<number | string>(promised);
  return (
    <StepForm
      submit={t("It is on its way")}
      take={() =>
        unwrap(
          client.POST("/api/v1/orders/{id}/ship", {
            ...pathOf(order),
            body: Number(quantity) === promised ? {} : { quantity: Number(quantity) },
          }),
        )
      }
      onDone={onDone}
    >
      <NumberInput
        label={t("Quantity by the delivery note ({unit})", { unit })}
        min={1}
        allowDecimal={false}
        value={quantity}
        onChange={setQuantity}
        data-autofocus
      />
    </StepForm>
  );
}

/** All of it, or a part; the rest may be to come or not. */
export function Receive({ order, unit, onDone }: StepProps) {
  const due = order.confirmedQuantity ?? order.quantity;
  const before = order.receivedQuantity ?? 0;
  const rest = Math.max(0, due - before);
  const [quantity, setQuantity] = useState<number | string>(
    order.state === "received" ? order.piecesSeen || rest : rest,
  );
  const [isLast, setLast] = useState(false);
  const isPart = order.state !== "received" && Number(quantity) < rest;
  return (
    <StepForm
      submit={t("Receive")}
      isIncomplete={quantity === "" || (Number(quantity) === 0 && !(isPart && isLast))}
      take={() =>
        unwrap(
          client.POST("/api/v1/orders/{id}/receive", {
            ...pathOf(order),
            body: { quantity: Number(quantity), ...(isPart ? { isLast } : {}) },
          }),
        )
      }
      onDone={onDone}
    >
      <div className="soft">
        {order.piecesSeen > 0
          ? t("The sensor has seen {piecesSeen} arrive. ", { piecesSeen: pieces(order.piecesSeen, unit) })
          : t("Needed where no sensor sees the refill, and to book what the delivery note says. ")}
        {before > 0 &&
          t("{before} of {due} were booked before.", { before: pieces(before, unit), due: pieces(due) })}
      </div>
      <NumberInput
        label={before > 0 ? t("Received now ({unit})", { unit }) : t("Received ({unit})", { unit })}
        min={order.state === "partly-received" ? 0 : 1}
        allowDecimal={false}
        value={quantity}
        onChange={setQuantity}
        data-autofocus
      />
      {isPart && (
        <Checkbox
          label={t("Nothing more is to come")}
          description={
            isLast
              ? t("The order is closed with what came.")
              : t("{rest} stay on order.", { rest: pieces(rest - Number(quantity), unit) })
          }
          checked={isLast}
          onChange={(event) => setLast(event.currentTarget.checked)}
        />
      )}
    </StepForm>
  );
}
