import { Button, Checkbox, SegmentedControl, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { EventType, Webhook, WebhookInput } from "../api/client.ts";
import { said, t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { eventTypesQuery } from "./queries.ts";

export function WebhookForm({
  webhook,
  submit,
  save,
}: {
  webhook?: Webhook;
  submit: string;
  save(facts: WebhookInput): Promise<void>;
}) {
  const [url, setUrl] = useState(webhook?.url ?? "");
  const [description, setDescription] = useState(webhook?.description ?? "");
  const [events, setEvents] = useState<ReadonlySet<string>>(new Set(webhook?.events));
  const [choice, setChoice] = useState(webhook && webhook.events.length > 0 ? "some" : "all");
  const step = useMutation({
    mutationFn: () =>
      save({
        url: url.trim(),
        description: description.trim(),
        events: (choice === "all" ? [] : [...events]) as NonNullable<WebhookInput["events"]>,
      }),
  });
  const isNoneChosen = choice === "some" && events.size === 0;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate();
      }}
    >
      <TextInput
        required
        type="url"
        label={t("Address")}
        description={t("https://, reachable from the internet; answers 2xx within 15 s")}
        placeholder={t("https://erp.example/refill")}
        maxLength={2000}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={fieldProblem(step.error, "url")}
        data-autofocus
      />
      <TextInput
        label={t("Description")}
        placeholder={t("ERP")}
        maxLength={500}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
        error={fieldProblem(step.error, "description")}
      />
      <SegmentedControl
        aria-label={t("Which events")}
        value={choice}
        onChange={setChoice}
        data={[
          { value: "all", label: t("All events") },
          { value: "some", label: t("Only some") },
        ]}
      />
      {choice === "all" && (
        <span className="soft small-text">{t("Also those that come with later versions of Refill.")}</span>
      )}
      {choice === "some" && <EventTypes chosen={events} onChange={setEvents} />}
      {fieldProblem(step.error, "events") && (
        <p role="alert" className="problem">
          {t("Events {error}", { error: fieldProblem(step.error, "events") })}
        </p>
      )}
      <FormProblem error={step.error} shown={["url", "description", "events"]} />
      <Button type="submit" loading={step.isPending} disabled={isNoneChosen || url.trim() === ""}>
        {isNoneChosen ? t("Choose at least one event") : submit}
      </Button>
    </form>
  );
}

function EventTypes({
  chosen,
  onChange,
}: {
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}) {
  const types = useQuery(eventTypesQuery);
  if (types.error)
    return (
      <p role="alert" className="problem">
        {types.error.message}
      </p>
    );
  const groups = Map.groupBy(types.data ?? [], ({ type }) => type.split(".")[0]!);
  const set = (names: readonly string[], isOn: boolean) =>
    onChange(
      isOn ? new Set([...chosen, ...names]) : new Set([...chosen].filter((each) => !names.includes(each))),
    );
  return (
    <div className="choices">
      {[...groups].map(([group, own]) => (
        <Group key={group} name={group} types={own} chosen={chosen} onSet={set} />
      ))}
    </div>
  );
}

function Group({
  name,
  types,
  chosen,
  onSet,
}: {
  name: string;
  types: EventType[];
  chosen: ReadonlySet<string>;
  onSet(names: readonly string[], isOn: boolean): void;
}) {
  const names = types.map(({ type }) => type);
  const count = names.filter((each) => chosen.has(each)).length;
  return (
    <fieldset>
      <legend>
        <Checkbox
          label={<strong>{name}</strong>}
          aria-label={t("All events of {name}", { name })}
          checked={count === names.length}
          indeterminate={count > 0 && count < names.length}
          onChange={(event) => onSet(names, event.currentTarget.checked)}
        />
      </legend>
      {types.map(({ type, description }) => (
        <Checkbox
          key={type}
          size="xs"
          label={type.slice(name.length + 1)}
          aria-label={type}
          description={said(description).replaceAll("`", "")}
          checked={chosen.has(type)}
          onChange={(event) => onSet([type], event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
