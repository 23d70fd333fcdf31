import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import type { Common } from "./add-devices.tsx";
import { emptyKeys, KeyFields, keysOf } from "./key-fields.tsx";

/** One device by its label; its own page then follows it until it is heard. */
export function OneDevice({
  common,
  code,
  onAdded,
}: {
  common: Common;
  code: string | undefined;
  onAdded(id: string): void;
}) {
  const [keys, setKeys] = useState(emptyKeys);
  const [name, setName] = useState("");
  const add = useMutation({
    mutationFn: () => {
      const own = keysOf(keys);
      const body = { ...own, ...common, name: name.trim() || keys.serialNumber || own.devEui };
      return unwrap(client.POST("/api/v1/devices", { body }));
    },
    onSuccess: ({ id }) => onAdded(id),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <KeyFields
        keys={keys}
        macVersion={common.macVersion}
        onChange={setKeys}
        code={code}
        problemOf={(field) => fieldProblem(add.error, field)}
      />
      <TextInput
        label={t("Name")}
        description={t("Where it is going to be, e.g. the name of its place")}
        placeholder={keys.serialNumber || t("A-01 sensor")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldProblem(add.error, "name")}
      />
      <FormProblem error={add.error} shown={["devEui", "joinEui", "appKey", "nwkKey", "name"]} />
      <Button type="submit" loading={add.isPending}>
        {t("Add it, and wait until it is heard")}
      </Button>
    </form>
  );
}
