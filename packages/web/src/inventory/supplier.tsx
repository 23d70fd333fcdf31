import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { client, type Supplier, type SupplierInput, unwrap } from "../api/client.ts";
import { suppliersQuery, useMay } from "../api/queries.ts";
import { language, t } from "../language/language.ts";
import { ownTimeZone } from "../parts/form/calendar-fields.tsx";
import { Form, FormSection, WhatHappens } from "../parts/form/form.tsx";
import { NumberField } from "../parts/form/number-fields.tsx";
import { type FormState, useForm } from "../parts/form/use-form.ts";
import { useUnsavedGuard } from "../parts/form/use-unsaved-guard.ts";
import { useMoney } from "../parts/money.ts";
import { ShownOnce } from "../parts/shown-once.tsx";
import { RecordPage, RemoveButton, useRecordChange } from "./record-page.tsx";
import { SupplierMessages } from "./supplier-messages.tsx";
import { SupplierRules } from "./supplier-rules.tsx";
import { supplierSentences } from "./supplier-words.ts";
import { newWebhookSecret } from "./webhook-secret.ts";

const list = { to: "/inventory/suppliers", name: t("Suppliers") } as const;

export function SupplierPage() {
  const { id } = useParams({ from: "/inside/inventory/suppliers/$id" });
  return (
    <RecordPage
      id={id}
      query={suppliersQuery}
      list={list}
      words={{ new: t("New supplier"), missing: t("There is no such supplier") }}
      nameOf={({ name }) => name}
    >
      {(supplier) => <SupplierForm supplier={supplier} />}
    </RecordPage>
  );
}

export type SupplierValues = Required<Omit<SupplierInput, "webhookSecret">>;

function valuesOf(supplier: Supplier | undefined): SupplierValues {
  return {
    name: supplier?.name ?? "",
    leadTimeDays: supplier?.leadTimeDays ?? Number.NaN,
    dispatch: supplier?.dispatch ?? { kind: "email", address: "" },
    calendar: supplier?.calendar ?? {
      timeZone: ownTimeZone,
      orderingDays: [1, 2, 3, 4, 5],
      cutOff: null,
      holidays: [],
    },
    minimumOrderValue: supplier?.minimumOrderValue ?? 0,
    collectionMinutes: supplier?.collectionMinutes ?? 0,
    approvalAbove: supplier?.approvalAbove ?? null,
    chaseAfterDays: supplier?.chaseAfterDays ?? null,
    language: supplier?.language ?? language,
    orderMessage: supplier?.orderMessage ?? null,
    reminderMessage: supplier?.reminderMessage ?? null,
  };
}

function SupplierForm({ supplier }: { supplier: Supplier | undefined }) {
  const manages = useMay("manage-inventory");
  const amount = useMoney();
  const { saved, removed } = useRecordChange(suppliersQuery, list.to);
  const [shownOnce, setShownOnce] = useState<{ supplier: Supplier; secret: string }>();
  const [renews, setRenews] = useState(false);
  const initial = valuesOf(supplier);
  const done = (made: Supplier) => saved(made, t("{name} is saved.", { name: made.name }));
  const form = useForm({
    initial,
    save: async (values, changed) => {
      const isNewHook = values.dispatch.kind === "webhook" && supplier?.dispatch.kind !== "webhook";
      const secret = isNewHook || renews ? newWebhookSecret() : undefined;
      const body = secret ? { ...values, webhookSecret: secret } : values;
      const made = supplier
        ? await unwrap(
            client.PATCH("/api/v1/suppliers/{id}", {
              params: { path: { id: supplier.id } },
              body: { ...changed, ...(secret ? { webhookSecret: secret } : {}) },
            }),
          )
        : await unwrap(client.POST("/api/v1/suppliers", { body }));
      if (secret) setShownOnce({ supplier: made, secret });
      else done(made);
    },
  });
  useUnsavedGuard(form);
  return (
    <>
      <Form
        form={form}
        shown={Object.keys(initial)}
        submit={supplier ? t("Save") : t("Add supplier")}
        isReady={!supplier || form.isChanged || renews}
        mayChange={manages}
        actions={
          supplier && (
            <RemoveButton
              name={supplier.name}
              remove={async () => {
                await unwrap(
                  client.DELETE("/api/v1/suppliers/{id}", { params: { path: { id: supplier.id } } }),
                );
                removed(supplier.id, t("{name} is removed.", { name: supplier.name }));
              }}
            >
              {t("Its received orders stay in the list, without its name.")}
            </RemoveButton>
          )
        }
      >
        <FormSection title={t("Supplier")}>
          <div className="form-row">
            <TextInput
              required
              label={t("Name")}
              maxLength={200}
              value={form.values.name}
              onChange={(event) => form.set({ name: event.currentTarget.value })}
              error={form.problem("name")}
            />
            <NumberField
              required
              decimals={2}
              label={t("Lead time (days)")}
              description={t("From the order to its arrival; a part can have its own")}
              value={form.values.leadTimeDays}
              onChange={(leadTimeDays) => form.set({ leadTimeDays })}
              error={form.problem("leadTimeDays")}
            />
          </div>
          <Dispatch form={form} />
          {supplier?.dispatch.kind === "webhook" && form.values.dispatch.kind === "webhook" && manages && (
            <Button variant="default" style={{ justifySelf: "start" }} onClick={() => setRenews(!renews)}>
              {renews ? t("Keep the secret that it has") : t("Make a new secret when saved")}
            </Button>
          )}
        </FormSection>
        <SupplierRules form={form} />
        {form.values.dispatch.kind === "email" && <SupplierMessages form={form} supplier={supplier} />}
        <WhatHappens>{supplierSentences(form.values, (value) => amount(value))}</WhatHappens>
      </Form>
      <ShownOnce
        title={t("The webhook's secret")}
        label={t("Secret")}
        value={shownOnce?.secret}
        onDone={() => shownOnce && done(shownOnce.supplier)}
      >
        {t(
          "Give it to the supplier: with it, its system checks that an order came from you. It is not shown again.",
        )}
      </ShownOnce>
    </>
  );
}

/** By which way it is sent orders. */
function Dispatch({ form }: { form: FormState<SupplierValues> }) {
  const { dispatch } = form.values;
  return (
    <>
      <SegmentedControl
        aria-label={t("Gets orders by")}
        value={dispatch.kind}
        onChange={(kind) =>
          form.set({ dispatch: kind === "email" ? { kind, address: "" } : { kind: "webhook", url: "" } })
        }
        data={[
          { value: "email", label: t("E-mail") },
          { value: "webhook", label: t("Webhook to its system") },
        ]}
      />
      {dispatch.kind === "email" ? (
        <TextInput
          required
          type="email"
          label={t("E-mail address for orders")}
          description={t("Each order has a link in it with which the supplier confirms")}
          maxLength={254}
          value={dispatch.address}
          onChange={(event) =>
            form.set({ dispatch: { kind: "email", address: event.currentTarget.value.trim() } })
          }
          error={form.problem("dispatch.address") ?? form.problem("dispatch")}
        />
      ) : (
        <TextInput
          required
          type="url"
          label={t("Address for orders")}
          description={t("https://, as the supplier names it")}
          maxLength={2000}
          value={dispatch.url}
          onChange={(event) =>
            form.set({ dispatch: { kind: "webhook", url: event.currentTarget.value.trim() } })
          }
          error={form.problem("dispatch.url") ?? form.problem("dispatch")}
        />
      )}
    </>
  );
}
