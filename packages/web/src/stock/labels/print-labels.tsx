import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPrinter } from "@tabler/icons-react";
import type { Device, Location, Rack } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { LabelForm } from "./label-form.tsx";

/** What labels are printed of. */
export interface Labelled {
  locations?: readonly Location[];
  devices?: readonly Device[];
  racks?: readonly Rack[];
}

/** A button that prints labels of storage locations, devices or racks. */
export function PrintLabels(labelled: Labelled) {
  const [isOpen, { open, close }] = useDisclosure();
  const count = countOf(labelled);
  if (count === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={open}>
        {count === 1 ? t("Label") : t("{count} labels", { count })}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("{count, plural, one {Print a label} other {Print # labels}}", { count })}
        size="lg"
        centered
      >
        <LabelForm {...labelled} onDone={close} />
      </Modal>
    </>
  );
}

export function countOf({ locations = [], devices = [], racks = [] }: Labelled): number {
  return locations.length + devices.length + racks.length;
}
