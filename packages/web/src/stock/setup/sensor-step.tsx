import { Button, Checkbox, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconQrcode, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Device } from "../../api/client.ts";
import { devicesQuery, useMay } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { Failed, Loading, Time } from "../../parts/small.tsx";
import { byName, deviceWords, lifeClass, profileWords } from "../../words.ts";
import { Camera } from "../scan/camera.tsx";
import { readCode } from "../scan/read-code.ts";
import { SkipButton, StepHead, type StepProps } from "./setup.tsx";

const mostShown = 60;

/** What watches it: a sensor that is free, by its code or from the list; or people, who count. */
export function SensorStep({ draft, onDone }: StepProps) {
  const devices = useQuery(devicesQuery);
  const manages = useMay("manage-devices");
  const [chosen, setChosen] = useState<string[]>(draft.deviceIds ?? []);
  const [search, setSearch] = useState("");
  const [scanned, setScanned] = useState<string | null>(null);
  const [isScanning, { open, close }] = useDisclosure();
  if (devices.error && !devices.data)
    return <Failed error={devices.error} onAgain={() => devices.refetch()} />;
  if (!devices.data) return <Loading />;
  const free = devices.data.filter(({ locationId }) => !locationId).sort(byName);
  const words = search.trim().toLowerCase();
  const shown = free
    .filter(
      ({ id, name, devEui }) =>
        chosen.includes(id) || name.toLowerCase().includes(words) || devEui.includes(words),
    )
    .slice(0, mostShown);
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));

  function take(text: string): void {
    const code = readCode(text);
    const device = devices.data?.find(({ id, devEui }) =>
      code.kind === "device-code" ? devEui === code.devEui : code.kind === "device" && id === code.id,
    );
    close();
    if (!device)
      setScanned(
        code.kind === "device-code"
          ? t("The device {devEui} is not registered yet: add it first.", { devEui: code.devEui })
          : t("This is no device's code."),
      );
    else if (device.locationId)
      setScanned(t("{name} watches another location already.", { name: device.name }));
    else {
      setScanned(t("{name} is chosen.", { name: device.name }));
      setChosen((before) => (before.includes(device.id) ? before : [...before, device.id]));
    }
  }

  return (
    <>
      <StepHead title={t("What watches it?")}>
        {t("A sensor that looks at the stock, a scale below it, or a button that people press.")}
      </StepHead>
      <div className="setup-tools">
        <Button variant="default" leftSection={<IconQrcode size={18} />} onClick={open}>
          {t("Scan its code")}
        </Button>
        {free.length > 5 && (
          <TextInput
            aria-label={t("Search free devices")}
            placeholder={t("Name or DevEUI")}
            leftSection={<IconSearch size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </div>
      <Modal opened={isScanning} onClose={close} title={t("The code on the device")} centered>
        {isScanning && <Camera onCode={take} />}
      </Modal>
      <div role="status">{scanned && <p className="what-happens">{scanned}</p>}</div>
      {free.length === 0 ? (
        <p className="soft">
          {t("No device is free.")}{" "}
          {manages && <Link to="/devices">{t("Add one, and come back: all of this is kept.")}</Link>}
        </p>
      ) : (
        <fieldset className="setup-devices">
          <legend className="visually-hidden">{t("Free devices")}</legend>
          {shown.map((device) => (
            <DeviceChoice
              key={device.id}
              device={device}
              isChosen={chosen.includes(device.id)}
              onToggle={() => toggle(device.id)}
            />
          ))}
          {free.length > shown.length && (
            <p className="soft small-text">
              {t("{shown} of {all} free devices: search to see others.", {
                shown: shown.length,
                all: free.length,
              })}
            </p>
          )}
        </fieldset>
      )}
      <div className="dialog-buttons">
        <Button disabled={chosen.length === 0} onClick={() => onDone({ deviceIds: chosen })}>
          {chosen.length > 1 ? t("Next, with {count} devices", { count: chosen.length }) : t("Next")}
        </Button>
        <SkipButton label={t("No sensor: people count")} onClick={() => onDone({ deviceIds: [] })} />
      </div>
    </>
  );
}

function DeviceChoice({
  device,
  isChosen,
  onToggle,
}: {
  device: Device;
  isChosen: boolean;
  onToggle(): void;
}) {
  return (
    <Checkbox.Card checked={isChosen} onClick={onToggle} className="device-choice" aria-label={device.name}>
      <Checkbox.Indicator />
      <span>
        <strong>{device.name}</strong>
        <span className="soft small-text">
          {profileWords[device.profile]} · {device.devEui}
        </span>
      </span>
      <span className="small-text device-heard">
        <span className={`state ${lifeClass[device.state]}`}>{deviceWords[device.state]}</span>
        {device.lastSeenAt && (
          <span className="soft">
            {t("heard")} <Time iso={device.lastSeenAt} />
          </span>
        )}
      </span>
    </Checkbox.Card>
  );
}
