import { Button, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client, type Device, type Location, unwrap } from "../api/client.ts";
import { putInList } from "../api/lists.ts";
import { devicesQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";

type Change = { name?: string; radio?: Device["radio"]; allowsCounterReset?: boolean; isRetired?: boolean };

/** What Refill does with the device, and how it leaves service. */
export function Upkeep({ device, location }: { device: Device; location: Location | undefined }) {
  const { id } = device;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(device.name);
  const change = useMutation({
    mutationFn: (body: Change) =>
      unwrap(client.PATCH("/api/v1/devices/{id}", { params: { path: { id } }, body })),
    onSuccess: (next) => putInList(queries, devicesQuery.queryKey, next),
  });
  const isRetired = device.retiredAt !== null;
  const retire = async (isOut: boolean) => {
    await change.mutateAsync({ isRetired: isOut });
    notifications.show({
      message: isOut
        ? t("{name} is out of service.", { name: device.name })
        : t("{name} is in service again.", { name: device.name }),
    });
  };
  return (
    <section className="card device-card form" aria-labelledby="upkeep-head">
      <h2 id="upkeep-head">{t("In Refill")}</h2>
      <form
        className="with-button"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ name: name.trim() });
        }}
      >
        <TextInput label={t("Name")} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button
          type="submit"
          variant="default"
          disabled={name.trim() === "" || name.trim() === device.name}
          loading={change.isPending}
        >
          {t("Rename")}
        </Button>
      </form>
      <Switch
        label={t("The network chooses data rate and power")}
        checked={device.radio.adr ?? true}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ radio: { ...device.radio, adr: event.currentTarget.checked } })}
      />
      <Switch
        label={t("Takes a frame counter that begins anew")}
        description={t(
          "For personalised devices that forget theirs. Frames that were heard before can then be replayed; each change is logged.",
        )}
        checked={device.allowsCounterReset}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ allowsCounterReset: event.currentTarget.checked })}
      />
      {change.error && (
        <p role="alert" className="problem">
          {change.error.message}
        </p>
      )}
      <div className="dialog-buttons">
        {isRetired ? (
          <Button variant="default" loading={change.isPending} onClick={() => void retire(false)}>
            {t("Take into service again")}
          </Button>
        ) : (
          <ConfirmButton
            label={t("Take out of service")}
            title={t("Take {name} out of service?", { name: device.name })}
            action={t("Take out of service")}
            act={() => retire(true)}
            disabled={location !== undefined}
            isHarmless
          >
            {t(
              "It is kept with its messages, but nobody is told when it is silent. It can come back any time.",
            )}
          </ConfirmButton>
        )}
        <ConfirmButton
          label={t("Remove")}
          title={t("Remove {name}?", { name: device.name })}
          action={t("Remove")}
          disabled={location !== undefined}
          act={async () => {
            await unwrap(client.DELETE("/api/v1/devices/{id}", { params: { path: { id } } }));
            notifications.show({ message: t("{name} is removed.", { name: device.name }) });
            await navigate({ to: "/devices" });
            void queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
          }}
        >
          {t("Its keys and stored messages are deleted. To use it again, it must be registered anew.")}
        </ConfirmButton>
      </div>
      {location && (
        <p className="soft small-text" style={{ margin: 0 }}>
          {t("It watches {location}: replace it, or take it away there first.", { location: location.name })}
        </p>
      )}
    </section>
  );
}
