import { Button, Modal, Select, TagsInput, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ApiKey, ApiProblem, client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { ShownOnce } from "../parts/shown-once.tsx";
import { dateTime } from "../words.ts";
import { apiKeysQuery } from "./queries.ts";
import { RoleChoice } from "./role-choice.tsx";

export function CreateApiKey() {
  const [isOpen, { open, close }] = useDisclosure();
  const [key, setKey] = useState<string>();
  const queries = useQueryClient();
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open} ml="auto">
        {t("Create key")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Create an API key")} centered>
        <KeyForm
          submit={t("Create")}
          save={async ({ name = "", role = "user", ...facts }) => {
            const made = await unwrap(client.POST("/api/v1/api-keys", { body: { name, role, ...facts } }));
            close();
            setKey(made.key);
            void queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
          }}
        />
      </Modal>
      <ShownOnce
        title={t("Your new API key")}
        label={t("API key")}
        value={key}
        onDone={() => setKey(undefined)}
      >
        {t(
          "Whoever has it acts for your account. Refill keeps only a hash: if it is lost, revoke it and create another one. Send it as <code>Authorization: Bearer …</code>",
          { code: (inside) => <code>{inside}</code> },
        )}
      </ShownOnce>
    </>
  );
}

export function ChangeApiKey({ apiKey }: { apiKey: ApiKey }) {
  const [isOpen, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={open}
        aria-label={t("Change {name}", { name: apiKey.name })}
      >
        {t("Change")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Change {name}", { name: apiKey.name })} centered>
        <KeyForm
          apiKey={apiKey}
          submit={t("Save")}
          save={async (facts) => {
            const { id } = apiKey;
            await unwrap(client.PATCH("/api/v1/api-keys/{id}", { params: { path: { id } }, body: facts }));
            await queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
            close();
            notifications.show({ message: t("The key is changed.") });
          }}
        />
      </Modal>
    </>
  );
}

type Facts = Partial<Pick<ApiKey, "name" | "role" | "expiresAt" | "sourceAddresses">> & {
  purpose?: ApiKey["purpose"];
};
type Expiry = "stays" | "30" | "90" | "365" | "day" | "never";
const dayMs = 86_400_000;

function KeyForm({
  apiKey,
  submit,
  save,
}: {
  apiKey?: ApiKey;
  submit: string;
  /** Is given only what was changed. */
  save(facts: Facts): Promise<void>;
}) {
  const [name, setName] = useState(apiKey?.name ?? "");
  const [role, setRole] = useState<ApiKey["role"]>(apiKey?.role ?? "user");
  const [purpose, setPurpose] = useState<ApiKey["purpose"]>("api");
  const [expiry, setExpiry] = useState<Expiry>(apiKey ? "stays" : "90");
  const [day, setDay] = useState("");
  const [sources, setSources] = useState<string[]>(apiKey?.sourceAddresses ?? []);
  const step = useMutation({
    mutationFn: () => {
      const isSame = sources.join() === (apiKey?.sourceAddresses ?? []).join();
      return save({
        ...(name.trim() === apiKey?.name ? {} : { name: name.trim() }),
        ...(role === apiKey?.role ? {} : { role }),
        ...(apiKey ? {} : { purpose }),
        ...(expiry === "stays" ? {} : { expiresAt: momentOf(expiry, day) }),
        ...(isSame ? {} : { sourceAddresses: sources }),
      });
    },
  });
  const expiries: { value: Expiry; label: string }[] = [
    ...(apiKey
      ? [
          {
            value: "stays" as const,
            label: apiKey.expiresAt
              ? t("Stays: {time}", { time: dateTime(apiKey.expiresAt) })
              : t("Stays: never"),
          },
        ]
      : []),
    { value: "30", label: t("In 30 days") },
    { value: "90", label: t("In 90 days") },
    { value: "365", label: t("In a year") },
    { value: "day", label: t("At the end of a day …") },
    { value: "never", label: t("Never") },
  ];
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate();
      }}
    >
      <TextInput
        required
        label={t("Name")}
        description={t("The system that uses it; the audit trail tells it by this name")}
        placeholder={t("ERP")}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldProblem(step.error, "name")}
        data-autofocus
      />
      {!apiKey && (
        <Select
          label={t("For")}
          data={[
            { value: "api", label: t("The REST API") },
            { value: "provisioning", label: t("A directory service (SCIM), e.g. Microsoft Entra ID") },
          ]}
          value={purpose}
          allowDeselect={false}
          onChange={(value) => setPurpose(value as ApiKey["purpose"])}
        />
      )}
      {purpose === "api" && <RoleChoice value={role} onChange={setRole} />}
      <div className="form-row">
        <Select
          label={t("Expires")}
          data={expiries}
          value={expiry}
          allowDeselect={false}
          onChange={(value) => setExpiry(value as Expiry)}
          error={expiry !== "day" && fieldProblem(step.error, "expiresAt")}
        />
        {expiry === "day" && (
          <TextInput
            required
            type="date"
            label={t("Last day")}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={fieldProblem(step.error, "expiresAt")}
          />
        )}
      </div>
      <TagsInput
        label={t("Taken from")}
        description={t("Addresses and networks, each with Enter; none: from everywhere")}
        placeholder={sources.length === 0 ? "192.0.2.0/24" : ""}
        splitChars={[",", " ", ";"]}
        acceptValueOnBlur
        value={sources}
        onChange={setSources}
        error={sourceProblem(step.error, sources)}
      />
      <FormProblem error={step.error} shown={["name", "expiresAt", "sourceAddresses"]} />
      <Button type="submit" loading={step.isPending}>
        {submit}
      </Button>
    </form>
  );
}

function momentOf(expiry: Expiry, day: string): string | null {
  if (expiry === "never") return null;
  if (expiry === "day") return new Date(`${day}T23:59:59`).toISOString();
  return new Date(Date.now() + Number(expiry) * dayMs).toISOString();
}

/** The API counts the sources; a person reads which it is. */
function sourceProblem(error: Error | null, sources: readonly string[]): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  for (const [field, message] of Object.entries(error.fields)) {
    const at = /^sourceAddresses\[(\d+)\]/.exec(field)?.[1];
    if (at) return `${sources[Number(at)]} ${message}`;
  }
  return fieldProblem(error, "sourceAddresses");
}
