import { Button, Group, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { Order } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { isOpen as isOrderOpen } from "../words.ts";
import { Approve, Cancel, Confirm, Receive, Reject, Ship } from "./order-steps.tsx";

type Step = "approve" | "reject" | "confirm" | "ship" | "receive" | "cancel";

const titles: Record<Step, string> = {
  approve: "Approve this order?",
  reject: "Reject this order?",
  confirm: "What the supplier promised",
  ship: "It is on its way",
  receive: "Receive",
  cancel: "Cancel this order?",
};
const forms: Record<Step, React.ComponentType<{ order: Order; unit: string; onDone(): void }>> = {
  approve: Approve,
  reject: Reject,
  confirm: Confirm,
  ship: Ship,
  receive: Receive,
  cancel: Cancel,
};

/** The steps that its state and the person's privileges allow. */
export function OrderActions({ order, unit }: { order: Order; unit: string }) {
  const steps = useSteps(order);
  const [step, setStep] = useState<Step>("confirm");
  const [isOpen, { open, close }] = useDisclosure();
  if (steps.length === 0) return null;
  const Form = forms[step];
  const show = (which: Step) => () => {
    setStep(which);
    open();
  };
  const has = (which: Step) => steps.includes(which);
  return (
    <Group gap="xs" className="order-actions">
      {has("approve") && <Button onClick={show("approve")}>{t("Approve")}</Button>}
      {has("reject") && (
        <Button variant="outline" color="red" onClick={show("reject")}>
          {t("Reject")}
        </Button>
      )}
      {has("confirm") && (
        <Button variant="default" onClick={show("confirm")}>
          {t("Confirm")}
        </Button>
      )}
      {has("ship") && (
        <Button variant="default" onClick={show("ship")}>
          {t("On its way")}
        </Button>
      )}
      {has("receive") && (
        <Button variant="default" onClick={show("receive")}>
          {order.state === "received" ? t("Book receipt") : t("Receive")}
        </Button>
      )}
      {has("cancel") && (
        <Button variant="outline" color="red" onClick={show("cancel")}>
          {order.state === "partly-received" ? t("Cancel the rest") : t("Cancel order")}
        </Button>
      )}
      <Modal opened={isOpen} onClose={close} centered title={titles[step]}>
        <Form order={order} unit={unit} onDone={close} />
      </Modal>
    </Group>
  );
}

function useSteps(order: Order): Step[] {
  const approves = useMay("approve-orders");
  const acknowledges = useMay("acknowledge-orders");
  const places = useMay("place-orders");
  const { state } = order;
  const steps: Step[] = [];
  if (approves && state === "proposed") steps.push("approve", "reject");
  const isOut = isOrderOpen(order) && state !== "proposed" && state !== "approved";
  if (acknowledges && isOut) {
    // A transfer comes from the own house: nobody promises.
    if (order.supplierId !== null) steps.push("confirm");
    if (["placed", "dispatched", "confirmed"].includes(state)) steps.push("ship");
    steps.push("receive");
  }
  // What the sensor saw arrive may still be booked by its paper, once.
  if (acknowledges && state === "received" && order.receivedQuantity === null) steps.push("receive");
  if (places && isOrderOpen(order)) steps.push("cancel");
  return steps;
}
