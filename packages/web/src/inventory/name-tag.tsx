import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { t } from "../language/language.ts";
import { Form } from "../parts/form/form.tsx";
import { useForm } from "../parts/form/use-form.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { RemoveButton } from "./record-page.tsx";

/** Something that is nothing but its name; pressed, it can be renamed and removed. */
export function NameTag({
  changeTitle,
  name,
  isStrong = false,
  mayChange,
  rename,
  remove,
}: {
  /** Of the dialog in which it is renamed. */
  changeTitle: string;
  name: string;
  isStrong?: boolean;
  mayChange: boolean;
  rename(name: string): Promise<unknown>;
  remove(): Promise<unknown>;
}) {
  const [isOpen, { open, close }] = useDisclosure();
  const words = isStrong ? <strong>{name}</strong> : name;
  if (!mayChange) return <span className={isStrong ? "" : "tag"}>{words}</span>;
  return (
    <>
      <Button
        size="compact-sm"
        variant={isStrong ? "subtle" : "default"}
        onClick={open}
        aria-label={changeTitle}
      >
        {words}
      </Button>
      <Modal opened={isOpen} onClose={close} title={changeTitle} centered>
        <NameForm
          name={name}
          submit={t("Save")}
          save={rename}
          onDone={close}
          actions={
            <RemoveButton name={name} remove={remove}>
              {t("Only where no storage location is in it.")}
            </RemoveButton>
          }
        />
      </Modal>
    </>
  );
}

export function AddName({
  label,
  title,
  description,
  add,
}: {
  label: string;
  title: string;
  description: string;
  add(name: string): Promise<unknown>;
}) {
  return (
    <FormDialog
      label={label}
      title={title}
      variant="subtle"
      leftSection={<IconPlus size={14} />}
      size="compact-sm"
      style={{ justifySelf: "start" }}
    >
      {(close) => <NameForm name="" submit={t("Add")} description={description} save={add} onDone={close} />}
    </FormDialog>
  );
}

function NameForm({
  name,
  description,
  submit,
  save,
  onDone,
  actions,
}: {
  name: string;
  description?: string;
  submit: string;
  save(name: string): Promise<unknown>;
  onDone(): void;
  actions?: React.ReactNode;
}) {
  const form = useForm({
    initial: { name },
    save: async (values) => {
      await save(values.name.trim());
      onDone();
    },
  });
  return (
    <Form form={form} shown={["name"]} submit={submit} isReady={form.isChanged} actions={actions}>
      <TextInput
        required
        label={t("Name")}
        description={description}
        maxLength={200}
        value={form.values.name}
        onChange={(event) => form.set({ name: event.currentTarget.value })}
        error={form.problem("name")}
        data-autofocus
      />
    </Form>
  );
}
