import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Connection } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { useConnectionChange } from "./sign-in-change.ts";

/** Another name for a connection; its settings stay, and so does its test. */
export function SignInRename({ connection }: { connection: Connection }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [name, setName] = useState(connection.name);
  const change = useConnectionChange(connection);
  const save = useMutation({ mutationFn: () => change({ name: name.trim() }), onSuccess: close });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => {
          save.reset();
          setName(connection.name);
          open();
        }}
      >
        {t("Rename")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Rename the connection")} centered>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <TextInput
            label={t("Name")}
            description={t("As members see it on the button")}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldProblem(save.error, "name")}
            data-autofocus
          />
          <FormProblem error={save.error} shown={["name"]} />
          <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
            {t("Save")}
          </Button>
        </form>
      </Modal>
    </>
  );
}
