import { Button, Modal, NumberInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Location, type Part, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";

/** Orders a location's part without waiting for its minimum. */
export function OrderByHand({ location, part }: { location: Location; part: Part | undefined }) {
  const [isOpen, { open, close }] = useDisclosure();
  const places = useMay("place-orders");
  const pack = part?.packSize ?? 1;
  const [quantity, setQuantity] = useState<number | string>(pack);
  const order = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/orders", { body: { locationId: location.id, quantity: Number(quantity) } }),
      ),
    onSuccess: ({ number }) => {
      close();
      notifications.show({ message: `Order ${number} is placed and goes to the supplier.` });
    },
  });
  if (!places || location.onOrder > 0) return null;
  return (
    <>
      <Button onClick={open}>Order now</Button>
      <Modal opened={isOpen} onClose={close} title={`Order for ${location.name}`} centered>
        <NumberInput
          label={`Quantity of ${part?.name} (${part?.unit})`}
          description={`Whole packs of ${pack}`}
          min={pack}
          step={pack}
          allowDecimal={false}
          value={quantity}
          onChange={setQuantity}
          error={order.error?.message}
          data-autofocus
        />
        <Button mt="md" fullWidth loading={order.isPending} onClick={() => order.mutate()}>
          Order
        </Button>
      </Modal>
    </>
  );
}
