import { Button, FileInput, Modal, PasswordInput, Select, Tabs, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconCamera, IconFileSpreadsheet, IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, client, type Device, unwrap } from "../api/client.ts";
import { devicesQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { profileWords, regionNames, versionNames } from "../words.ts";

interface Common {
  profile: Device["profile"];
  region: Device["region"];
  macVersion: Device["macVersion"];
}

/** Registers sensors: one by its label or QR code, or all of a vendor's file. */
export function AddDevices() {
  const [isOpen, { open, close }] = useDisclosure();
  const manages = useMay("manage-devices");
  const queries = useQueryClient();
  const [common, setCommon] = useState<Common>({
    profile: "milesight-em310-udl",
    region: "EU868",
    macVersion: "1.0.3",
  });
  if (!manages) return null;
  const onDone = (message: string) => {
    close();
    notifications.show({ message });
    void queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
  };
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {t("Add devices")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Add devices")} centered size="lg">
        <div className="form-row">
          <Select
            label={t("Type")}
            data={Object.entries(profileWords).map(([value, label]) => ({ value, label }))}
            value={common.profile}
            allowDeselect={false}
            onChange={(value) => setCommon({ ...common, profile: value as Device["profile"] })}
          />
          <Select
            label={t("Channel plan")}
            data={regionNames}
            value={common.region}
            allowDeselect={false}
            onChange={(value) => setCommon({ ...common, region: value as Device["region"] })}
          />
          <Select
            label="LoRaWAN"
            data={versionNames}
            value={common.macVersion}
            allowDeselect={false}
            onChange={(value) => setCommon({ ...common, macVersion: value as Device["macVersion"] })}
          />
        </div>
        <Tabs defaultValue="one" mt="md">
          <Tabs.List>
            <Tabs.Tab value="one">{t("One device")}</Tabs.Tab>
            <Tabs.Tab value="file" leftSection={<IconFileSpreadsheet size={16} />}>
              {t("CSV file")}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="one" pt="md">
            <OneDevice common={common} onDone={onDone} />
          </Tabs.Panel>
          <Tabs.Panel value="file" pt="md">
            <DeviceFile common={common} onDone={onDone} />
          </Tabs.Panel>
        </Tabs>
      </Modal>
    </>
  );
}

function OneDevice({ common, onDone }: { common: Common; onDone(message: string): void }) {
  const [input, setInput] = useState({ name: "", devEui: "", joinEui: "", appKey: "", nwkKey: "" });
  const set = (field: keyof typeof input) => (event: React.ChangeEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    setInput((before) => ({ ...before, [field]: value }));
  };
  const add = useMutation({
    mutationFn: () => {
      const { nwkKey, ...rest } = input;
      const body = { ...rest, ...common, name: input.name || input.devEui, ...(nwkKey ? { nwkKey } : {}) };
      return unwrap(client.POST("/api/v1/devices", { body }));
    },
    onSuccess: ({ name }) => onDone(`${name} is registered. Switch it on: it joins by itself.`),
  });
  const scan = useMutation({
    mutationFn: async (image: File) =>
      unwrap(client.POST("/api/v1/devices/qr-code", { body: { text: await textOfQrCode(image) } })),
    onSuccess: ({ devEui, joinEui, serialNumber }) =>
      setInput((before) => ({ ...before, devEui, joinEui, name: before.name || serialNumber || "" })),
  });
  const fields = add.error instanceof ApiProblem ? add.error.fields : {};
  const isOther = add.error && Object.keys(fields).length === 0;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <FileInput
        label={t("QR code on the device")}
        description={t("Photograph it, or choose a picture; the AppKey is not in it")}
        placeholder={t("Take a picture")}
        accept="image/*"
        capture="environment"
        leftSection={<IconCamera size={16} />}
        value={null}
        onChange={(file) => file && scan.mutate(file)}
        error={scan.error && (qrProblem(scan.error) as string)}
      />
      <TextInput
        label={t("Name")}
        placeholder={t("A-01 sensor")}
        value={input.name}
        onChange={set("name")}
        error={fields.name}
      />
      <TextInput
        required
        label="DevEUI"
        description={t("16 hexadecimal digits")}
        value={input.devEui}
        onChange={set("devEui")}
        error={fields.devEui}
      />
      <TextInput
        required
        label={t("JoinEUI (AppEUI)")}
        description={t("16 hexadecimal digits")}
        value={input.joinEui}
        onChange={set("joinEui")}
        error={fields.joinEui}
      />
      <PasswordInput
        required
        label="AppKey"
        description={t("32 hexadecimal digits, from the label or the vendor. It is never shown again.")}
        autoComplete="off"
        value={input.appKey}
        onChange={set("appKey")}
        error={fields.appKey}
      />
      {common.macVersion === "1.1" && (
        <PasswordInput
          required
          label="NwkKey"
          autoComplete="off"
          value={input.nwkKey}
          onChange={set("nwkKey")}
          error={fields.nwkKey}
        />
      )}
      {isOther && (
        <p role="alert" className="problem">
          {add.error.message}
        </p>
      )}
      <Button type="submit" loading={add.isPending}>
        {t("Add")}
      </Button>
    </form>
  );
}

function qrProblem(error: Error): string {
  const field = error instanceof ApiProblem ? error.fields.text : undefined;
  return field ? `The code ${field}` : error.message;
}

/** What stands in the QR code of a picture. */
async function textOfQrCode(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error("This file is no picture.");
  });
  // Larger pictures show no more of a code and take long.
  const scale = Math.min(1, 1600 / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d")!;
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  // Few pictures are read; the first page need not wait for what reads them.
  const { default: jsQR } = await import("jsqr");
  const code = jsQR(data, width, height);
  if (!code) throw new Error("There is no QR code to be seen in this picture. Go nearer, and keep it sharp.");
  return code.data;
}

function DeviceFile({ common, onDone }: { common: Common; onDone(message: string): void }) {
  const [file, setFile] = useState<File | null>(null);
  const [joinEui, setJoinEui] = useState("");
  const upload = useMutation({
    mutationFn: async () =>
      unwrap(
        client.POST("/api/v1/devices/file", {
          params: { query: { ...common, ...(joinEui ? { joinEui } : {}) } },
          body: { csv: await file!.text() },
        }),
      ),
    onSuccess: ({ items }) =>
      onDone(`${items.length} device${items.length === 1 ? " is" : "s are"} registered.`),
  });
  const problems = upload.error instanceof ApiProblem ? Object.entries(upload.error.fields) : [];
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        upload.mutate();
      }}
    >
      <FileInput
        required
        label={t("File from the vendor")}
        description={t(
          "Columns DevEUI and AppKey; JoinEUI, NwkKey, Name, Region, Version and Class may stand beside them",
        )}
        placeholder={t("Choose a CSV file")}
        accept=".csv,.txt,text/csv"
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          upload.reset();
        }}
      />
      <TextInput
        label={t("JoinEUI for all of them")}
        description={t("Where the file has none")}
        value={joinEui}
        onChange={(event) => setJoinEui(event.currentTarget.value)}
      />
      {upload.error && (
        <div role="alert" className="problem">
          {problems.length === 0 ? upload.error.message : t("No device was registered:")}
          <ul>
            {problems.slice(0, 10).map(([field, message]) => (
              <li key={field}>
                {field} {message}
              </li>
            ))}
          </ul>
          {problems.length > 10 && t("… and {length} more", { length: problems.length - 10 })}
        </div>
      )}
      <Button type="submit" loading={upload.isPending} disabled={!file}>
        {t("Register all")}
      </Button>
    </form>
  );
}
