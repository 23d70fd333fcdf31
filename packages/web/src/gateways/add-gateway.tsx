import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, client, type Gateway, unwrap } from "../api/client.ts";
import { gatewaysQuery, unknownGatewaysQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { regionNames } from "../words.ts";

/** Registers a gateway; one that is heard already is only given a name. */
export function AddGateway({ gatewayEui }: { gatewayEui?: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const manages = useMay("manage-devices");
  const queries = useQueryClient();
  const [input, setInput] = useState({
    gatewayEui: gatewayEui ?? "",
    name: "",
    region: "EU868" as Gateway["region"],
  });
  const add = useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/gateways", { body: { ...input, name: input.name || input.gatewayEui } })),
    onSuccess: ({ name }) => {
      close();
      notifications.show({ message: t("{name} is registered.", { name }) });
      void queries.invalidateQueries({ queryKey: gatewaysQuery.queryKey });
      void queries.invalidateQueries({ queryKey: unknownGatewaysQuery.queryKey });
    },
  });
  if (!manages) return null;
  const fields = add.error instanceof ApiProblem ? add.error.fields : {};
  return (
    <>
      {gatewayEui ? (
        <Button size="xs" variant="default" onClick={open}>
          {t("Adopt")}
        </Button>
      ) : (
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          {t("Add gateway")}
        </Button>
      )}
      <Modal
        opened={isOpen}
        onClose={close}
        title={gatewayEui ? t("Adopt this gateway") : t("Add a gateway")}
        centered
      >
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          <TextInput
            required
            label={t("Gateway EUI")}
            description={t("16 hexadecimal digits, from its label or its own web page")}
            value={input.gatewayEui}
            readOnly={gatewayEui !== undefined}
            onChange={(event) => setInput({ ...input, gatewayEui: event.currentTarget.value.trim() })}
            error={fields.gatewayEui}
          />
          <TextInput
            label={t("Name")}
            placeholder={t("Hall 1, roof")}
            value={input.name}
            data-autofocus
            onChange={(event) => setInput({ ...input, name: event.currentTarget.value })}
            error={fields.name}
          />
          <Select
            label={t("Channel plan")}
            data={regionNames}
            value={input.region}
            allowDeselect={false}
            onChange={(value) => setInput({ ...input, region: value as Gateway["region"] })}
          />
          {add.error && Object.keys(fields).length === 0 && (
            <p role="alert" className="problem">
              {add.error.message}
            </p>
          )}
          <Button type="submit" loading={add.isPending}>
            {gatewayEui ? t("Adopt") : t("Add")}
          </Button>
        </form>
      </Modal>
    </>
  );
}
