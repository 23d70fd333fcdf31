import { ActionIcon, Button, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { client, type Site, type SiteInput, unwrap } from "../api/client.ts";
import { putInList, removeFromList } from "../api/lists.ts";
import { sitesQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { DateField, ownTimeZone, TimeZoneSelect } from "../parts/form/calendar-fields.tsx";
import { Form } from "../parts/form/form.tsx";
import { type FormState, useForm } from "../parts/form/use-form.ts";
import { RemoveButton } from "./record-page.tsx";

type Values = Required<SiteInput>;

export function SiteForm({ site, onDone }: { site?: Site; onDone(): void }) {
  const queries = useQueryClient();
  const initial: Values = {
    name: site?.name ?? "",
    timeZone: site?.timeZone ?? ownTimeZone,
    address: site?.address ?? "",
    blackouts: site?.blackouts ?? [],
  };
  const form = useForm({
    initial,
    optional: ["address"],
    save: async (values, changed) => {
      const made = site
        ? await unwrap(
            client.PATCH("/api/v1/sites/{id}", {
              params: { path: { id: site.id } },
              body: changed,
            }),
          )
        : await unwrap(client.POST("/api/v1/sites", { body: values }));
      putInList(queries, sitesQuery.queryKey, made);
      onDone();
    },
  });
  const { values, set, problem } = form;
  return (
    <Form
      form={form}
      shown={Object.keys(initial)}
      submit={site ? t("Save") : t("Add site")}
      isReady={!site || form.isChanged}
    >
      <TextInput
        required
        label={t("Name")}
        maxLength={200}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={problem("name")}
        data-autofocus
      />
      <TimeZoneSelect
        description={t("Of its review times and days")}
        value={values.timeZone}
        onChange={(timeZone) => set({ timeZone })}
        error={problem("timeZone")}
      />
      <Textarea
        label={t("Delivery address")}
        description={t("It stands in orders; empty: the company's address")}
        autosize
        minRows={2}
        maxLength={500}
        value={values.address}
        onChange={(event) => set({ address: event.currentTarget.value })}
        error={problem("address")}
      />
      <Blackouts form={form} />
    </Form>
  );
}

/** Days on which nothing is ordered for the site. */
function Blackouts({ form: { values, set, problem } }: { form: FormState<Values> }) {
  const { blackouts } = values;
  const change = (index: number, part: Partial<Values["blackouts"][number]>) =>
    set({ blackouts: blackouts.with(index, { ...blackouts[index]!, ...part }) });
  return (
    <>
      <div>
        <strong>{t("Days without orders")}</strong>
        <div className="soft small-text">{t("Stocktaking, company holidays; both ends included")}</div>
      </div>
      {blackouts.map(({ from, to, reason }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else to be told by
        <div className="sub-card form" key={index}>
          <div className="promise-row">
            <DateField
              label={t("From")}
              value={from || null}
              onChange={(date) => change(index, { from: date ?? "", ...(to ? {} : { to: date ?? "" }) })}
              error={problem(`blackouts[${index}].from`)}
            />
            <DateField
              label={t("To")}
              value={to || null}
              onChange={(date) => change(index, { to: date ?? "" })}
              error={problem(`blackouts[${index}].to`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t("Remove days {index}", { index: index + 1 })}
              onClick={() => set({ blackouts: blackouts.filter((_, other) => other !== index) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
          <TextInput
            label={t("Reason")}
            maxLength={200}
            value={reason}
            onChange={(event) => change(index, { reason: event.currentTarget.value })}
            error={problem(`blackouts[${index}].reason`)}
          />
        </div>
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        style={{ justifySelf: "start" }}
        onClick={() => set({ blackouts: [...blackouts, { from: "", to: "", reason: "" }] })}
      >
        {t("Add days")}
      </Button>
    </>
  );
}

export function RemoveSite({ site }: { site: Site }) {
  const queries = useQueryClient();
  return (
    <RemoveButton
      name={site.name}
      remove={async () => {
        await unwrap(client.DELETE("/api/v1/sites/{id}", { params: { path: { id: site.id } } }));
        removeFromList(queries, sitesQuery.queryKey, site.id);
        notifications.show({ message: t("{name} is removed.", { name: site.name }) });
      }}
    >
      {t("Only a site without areas and storage locations can be removed.")}
    </RemoveButton>
  );
}
