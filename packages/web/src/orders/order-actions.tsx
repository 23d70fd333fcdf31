import { Button, Group, Menu, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconArrowBackUp,
  IconBan,
  IconChevronDown,
  IconCircleCheck,
  IconDownload,
  IconPackageImport,
  IconPrinter,
  IconScissors,
  IconSend,
  IconTruck,
} from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Order, unwrap } from "../api/client.ts";
import { useOrderChange } from "../api/order-change.ts";
import { t } from "../language/language.ts";
import { Approve, Cancel, Confirm, pathOf, Receive, Reject, Ship } from "./order-steps.tsx";
import { undoWords } from "./order-words.ts";
import { Split } from "./split-form.tsx";
import { type FormStep, type Step, useSteps } from "./steps-of.ts";
import { tell, tellProblem } from "./told.tsx";

const titles: Record<FormStep, string> = {
  approve: t("Approve this order?"),
  reject: t("Reject this order?"),
  confirm: t("What the supplier promised"),
  ship: t("It is on its way"),
  receive: t("Receive"),
  split: t("Split this order"),
  cancel: t("Cancel this order?"),
};
const forms: Record<FormStep, React.ComponentType<{ order: Order; unit: string; onDone(): void }>> = {
  approve: Approve,
  reject: Reject,
  confirm: Confirm,
  ship: Ship,
  receive: Receive,
  split: Split,
  cancel: Cancel,
};
const icons: Record<Step, typeof IconBan> = {
  approve: IconCircleCheck,
  reject: IconBan,
  "send-now": IconSend,
  "send-again": IconSend,
  confirm: IconCircleCheck,
  ship: IconTruck,
  receive: IconPackageImport,
  split: IconScissors,
  cancel: IconBan,
};

/** The step that comes next as the one big button; others that are possible behind another. */
export function OrderActions({ order, unit }: { order: Order; unit: string }) {
  const { next, others, canUndo } = useSteps(order);
  const [form, setForm] = useState<FormStep>("confirm");
  const [isOpen, { open, close }] = useDisclosure();
  const take = useTake(order);
  const names = namesOf(order);
  const choose = (step: Step) => {
    if (step === "send-now" || step === "send-again") take.mutate(step);
    else {
      setForm(step);
      open();
    }
  };
  const Form = forms[form];
  const Next = next && icons[next];
  return (
    <Group gap="xs" className="order-actions">
      {canUndo && order.undoable && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={17} stroke={1.8} />}
          loading={take.isPending && take.variables === "undo"}
          onClick={() => take.mutate("undo")}
        >
          {undoWords[order.undoable]}
        </Button>
      )}
      {order.purchaseOrder && <Documents id={order.purchaseOrder.id} />}
      {others.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={16} />}>
              {t("More")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((step) => {
              const Icon = icons[step];
              return (
                <Menu.Item
                  key={step}
                  leftSection={<Icon size={16} stroke={1.8} />}
                  {...(step === "cancel" || step === "reject" ? { color: "red" } : {})}
                  onClick={() => choose(step)}
                >
                  {names[step]}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      )}
      {next && Next && (
        <Button
          leftSection={<Next size={18} stroke={1.8} />}
          loading={take.isPending && take.variables !== "undo"}
          onClick={() => choose(next)}
        >
          {names[next]}
        </Button>
      )}
      <Modal
        closeButtonProps={{ "aria-label": t("Close") }}
        opened={isOpen}
        onClose={close}
        centered
        title={titles[form]}
      >
        <Form order={order} unit={unit} onDone={close} />
      </Modal>
    </Group>
  );
}

/** The purchase order on paper. */
export function Documents({ id }: { id: string }) {
  const url = `/api/v1/purchase-orders/${id}/document`;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={17} stroke={1.8} />}>
          {t("Print")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={url}
          target="_blank"
          leftSection={<IconPrinter size={16} stroke={1.8} />}
        >
          {t("Open the PDF to print it")}
        </Menu.Item>
        <Menu.Item component="a" href={url} download leftSection={<IconDownload size={16} stroke={1.8} />}>
          {t("Download the PDF")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function namesOf({ state }: Order): Record<Step, string> {
  return {
    approve: t("Approve"),
    reject: t("Reject"),
    "send-now": t("Send now"),
    "send-again": t("Send again now"),
    confirm: t("Enter confirmation"),
    ship: t("On its way"),
    receive: state === "received" ? t("Book receipt") : t("Receive"),
    split: t("Split"),
    cancel: state === "partly-received" ? t("Cancel the rest") : t("Cancel order"),
  };
}

function useTake(order: Order) {
  const change = useOrderChange(() => {});
  return useMutation({
    mutationFn: (step: "send-now" | "send-again" | "undo") => {
      if (step === "undo" && order.undoable) return undo(order, order.undoable);
      return step === "send-now"
        ? unwrap(client.POST("/api/v1/orders/{id}/split", { ...pathOf(order), body: {} }))
        : unwrap(client.POST("/api/v1/orders/{id}/dispatch", pathOf(order)));
    },
    onSuccess: (next, step) => {
      change(next);
      tell(step === "undo" ? t("Undone.") : t("Order {number} goes out now.", { number: next.number }));
    },
    onError: (error) => tellProblem(error.message),
  });
}

/** Each step that can be taken back has a path of its own. */
function undo(order: Order, step: NonNullable<Order["undoable"]>) {
  const path = `/api/v1/orders/{id}/${step}/undo` as "/api/v1/orders/{id}/receive/undo";
  return unwrap(client.POST(path, pathOf(order)));
}
