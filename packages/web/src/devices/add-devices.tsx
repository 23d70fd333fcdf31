import { Button, Modal, Select, Tabs } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFileSpreadsheet, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Device } from "../api/client.ts";
import { devicesQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { profileWords, regionNames, versionNames } from "../words.ts";
import { DeviceFile } from "./device-file.tsx";
import { OneDevice } from "./one-device.tsx";

export interface Common {
  profile: Device["profile"];
  region: Device["region"];
  macVersion: Device["macVersion"];
}

/** Registers sensors: one by its label or QR code, or all of a vendor's file. `code`: of a QR code that was scanned already. */
export function AddDevices({ code }: { code?: string | undefined }) {
  const [isOpen, { open, close }] = useDisclosure(code !== undefined);
  const manages = useMay("manage-devices");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [common, setCommon] = useState<Common>({
    profile: "milesight-em310-udl",
    region: "EU868",
    macVersion: "1.0.3",
  });
  if (!manages) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {t("Add devices")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Add devices")} centered size="xl">
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
            label={t("LoRaWAN version")}
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
            <OneDevice
              common={common}
              code={code}
              onAdded={async (id) => {
                await queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
                close();
                void navigate({ to: "/devices/$id", params: { id } });
              }}
            />
          </Tabs.Panel>
          <Tabs.Panel value="file" pt="md">
            <DeviceFile
              common={common}
              onAdded={() => {
                close();
                void queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
              }}
            />
          </Tabs.Panel>
        </Tabs>
      </Modal>
    </>
  );
}
