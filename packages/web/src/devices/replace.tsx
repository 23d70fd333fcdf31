import { Button, Modal, Radio, Select, Stepper, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconReplace } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client, type Device, type Location, unwrap } from "../api/client.ts";
import { devicesQuery, locationsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { byName, pieces, profileWords } from "../words.ts";
import { useUndo } from "./in-place-of.tsx";
import { emptyKeys, KeyFields, keysOf } from "./key-fields.tsx";
import { WaitForDevice } from "./wait-for-device.tsx";

/** A broken sensor gives its place to another one, in two steps: who it is, and whether it is heard. */
export function ReplaceButton({ device, location }: { device: Device; location: Location | undefined }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [newId, setNewId] = useState<string>();
  // With the first step it is called otherwise.
  const [name, setName] = useState(device.name);
  const navigate = useNavigate();
  const finish = () => {
    close();
    if (newId) void navigate({ to: "/devices/$id", params: { id: newId } });
  };
  return (
    <>
      {/* The dialog outlives the button: with its first step the device is out of service. */}
      {device.state !== "retired" && (
        <Button
          variant="default"
          leftSection={<IconReplace size={16} stroke={1.7} />}
          onClick={() => {
            setName(device.name);
            open();
          }}
        >
          {t("Replace …")}
        </Button>
      )}
      <Modal opened={isOpen} onClose={finish} title={t("Replace {name}", { name })} centered size="lg">
        <Stepper active={newId ? 1 : 0} size="sm" allowNextStepsSelect={false} mb="md">
          <Stepper.Step label={t("The new device")} allowStepSelect={false} />
          <Stepper.Step label={t("Is it heard?")} allowStepSelect={false} />
        </Stepper>
        {newId ? (
          <SecondStep id={newId} onDone={finish} />
        ) : (
          <FirstStep device={device} location={location} onReplaced={setNewId} />
        )}
      </Modal>
    </>
  );
}

function FirstStep({
  device,
  location,
  onReplaced,
}: {
  device: Device;
  location: Location | undefined;
  onReplaced(id: string): void;
}) {
  const queries = useQueryClient();
  const devices = useQuery(devicesQuery).data ?? [];
  const free = devices.filter(
    ({ id, locationId, state }) => id !== device.id && !locationId && state !== "retired",
  );
  const [way, setWay] = useState<string | null>("new");
  const [keys, setKeys] = useState({ ...emptyKeys, joinEui: device.joinEui });
  const [deviceId, setDeviceId] = useState<string | null>(null);
  const [before, setBefore] = useState<"retire" | "remove">("retire");
  const replace = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/devices/{id}/replace", {
          params: { path: { id: device.id } },
          body: { before, ...(way === "new" ? { device: keysOf(keys) } : { deviceId: deviceId! }) },
        }),
      ),
    onSuccess: async ({ device: made }) => {
      await queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
      void queries.invalidateQueries({ queryKey: locationsQuery.queryKey });
      onReplaced(made.id);
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        replace.mutate();
      }}
    >
      <p className="soft" style={{ margin: 0 }}>
        {location
          ? t(
              "The new sensor takes over the name, {location} and what that was calibrated to. The history stays. The level is unknown until the new one has measured.",
              { location: location.name },
            )
          : t("The new sensor takes over the name. It watches no location, like the one before.")}
      </p>
      <Tabs value={way} onChange={setWay}>
        <Tabs.List mb="md">
          <Tabs.Tab value="new">{t("A new one")}</Tabs.Tab>
          <Tabs.Tab value="registered" disabled={free.length === 0}>
            {t("One that is registered ({count})", { count: free.length })}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="new">
          <KeyFields
            keys={keys}
            onChange={setKeys}
            macVersion={device.macVersion}
            problemOf={(field) =>
              fieldProblem(replace.error, field) ?? fieldProblem(replace.error, `device.${field}`)
            }
          />
          <p className="soft small-text">
            {t("Of the same type, {type}, and with the same channel plan, {plan}.", {
              type: profileWords[device.profile],
              plan: device.region,
            })}
          </p>
        </Tabs.Panel>
        <Tabs.Panel value="registered">
          <Select
            label={t("Device")}
            description={t("Those that watch no location")}
            searchable
            data={[...free]
              .sort(byName)
              .map(({ id, name, devEui }) => ({ value: id, label: `${name} · ${devEui}` }))}
            value={deviceId}
            onChange={setDeviceId}
            error={fieldProblem(replace.error, "deviceId")}
          />
        </Tabs.Panel>
      </Tabs>
      <Radio.Group
        label={t("The one before")}
        value={before}
        onChange={(value) => setBefore(value as typeof before)}
      >
        <div className="radio-lines">
          <Radio
            value="retire"
            label={t("stays, out of service")}
            description={t("Its last messages can be looked at, and the replacement can be taken back.")}
          />
          <Radio
            value="remove"
            label={t("is removed")}
            description={t("Its keys and stored messages are deleted. This can't be taken back.")}
          />
        </div>
      </Radio.Group>
      <FormProblem
        error={replace.error}
        shown={["devEui", "joinEui", "appKey", "nwkKey", "device", "deviceId"]}
      />
      <Button
        type="submit"
        loading={replace.isPending}
        disabled={way === "registered" && deviceId === null}
        {...(before === "remove" ? { color: "red" } : {})}
      >
        {t("Replace it")}
      </Button>
    </form>
  );
}

function SecondStep({ id, onDone }: { id: string; onDone(): void }) {
  const device = useQuery(devicesQuery).data?.find((each) => each.id === id);
  const location = useQuery(locationsQuery).data?.find((each) => each.id === device?.locationId);
  if (!device) return null;
  return (
    <div className="form">
      <WaitForDevice device={device} />
      {device.lastSeenAt !== null && location && (
        <p role="status" style={{ margin: 0 }}>
          {location.level?.onHand == null
            ? t("{location} becomes known with its next readings: one alone is not believed.", {
                location: location.name,
              })
            : t("{location} is known again: {pieces}.", {
                location: location.name,
                pieces: pieces(location.level.onHand),
              })}
        </p>
      )}
      <div className="dialog-buttons">
        {device.lastSeenAt === null && device.replacesId !== null && <TakeBack device={device} />}
        <Button onClick={onDone}>
          {device.lastSeenAt === null ? t("It will be heard later") : t("Done")}
        </Button>
      </div>
    </div>
  );
}

function TakeBack({ device }: { device: Device }) {
  const undo = useUndo(device);
  return (
    <>
      {undo.error && (
        <span role="alert" className="problem">
          {undo.error.message}
        </span>
      )}
      <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
        {t("Take it back")}
      </Button>
    </>
  );
}
