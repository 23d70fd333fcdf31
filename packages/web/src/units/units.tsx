import { Input, SegmentedControl, Select, TagsInput, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Account, client, unwrap } from "../api/client.ts";
import { accountQuery, useMay } from "../api/queries.ts";
import { locale, t } from "../language/language.ts";
import { Form, FormSection, WhatHappens } from "../parts/form/form.tsx";
import { useForm } from "../parts/form/use-form.ts";
import { useUnsavedGuard } from "../parts/form/use-unsaved-guard.ts";
import { money } from "../parts/money.ts";
import { usualPartUnits } from "../parts/part-units.ts";
import { Failed, Loading, PageHead } from "../parts/small.tsx";
import { unitOf } from "../parts/units.ts";
import { measure } from "../words.ts";

/** In which units the company reads and counts, and where it is delivered to. */
export function UnitsPage() {
  const account = useQuery(accountQuery);
  if (account.isPending) return <Loading />;
  if (account.error && !account.data)
    return <Failed error={account.error} onAgain={() => account.refetch()} />;
  return (
    <div className="record-form">
      <PageHead title={t("Units and address")}>
        <span className="soft">
          {t("They hold for everybody in your company. The API always speaks metric.")}
        </span>
      </PageHead>
      <UnitsForm account={account.data} />
    </div>
  );
}

function UnitsForm({ account }: { account: Account }) {
  const isAdmin = useMay("admin");
  const queries = useQueryClient();
  const { units, partUnits, currency, address } = account;
  const form = useForm({
    initial: { units, partUnits: [...partUnits], currency, address },
    optional: ["address"],
    save: async (_values, changed) => {
      const changedAccount = await unwrap(client.PATCH("/api/v1/account", { body: changed }));
      queries.setQueryData(accountQuery.queryKey, changedAccount);
      notifications.show({ message: t("Saved.") });
    },
  });
  useUnsavedGuard(form);
  const { values, set, problem } = form;
  const setUnits = (change: Partial<Account["units"]>) => set({ units: { ...values.units, ...change } });
  const length = unitOf("length", values.units);
  const weight = unitOf("weight", values.units);
  const temperature = unitOf("temperature", values.units);
  return (
    <Form
      form={form}
      shown={["units", "partUnits", "currency", "address"]}
      submit={t("Save")}
      isReady={form.isChanged && !form.isSaved}
      mayChange={isAdmin}
    >
      <FormSection title={t("How measurements are read")}>
        <div className="form-row">
          <Choice
            label={t("Lengths")}
            value={values.units.length}
            options={{ mm: t("Millimetres"), in: t("Inches") }}
            onChange={(next) => setUnits({ length: next })}
          />
          <Choice
            label={t("Weights")}
            value={values.units.weight}
            options={{ g: t("Grams"), lb: t("Pounds and ounces") }}
            onChange={(next) => setUnits({ weight: next })}
          />
          <Choice
            label={t("Temperatures")}
            value={values.units.temperature}
            options={{ C: t("Celsius"), F: t("Fahrenheit") }}
            onChange={(next) => setUnits({ temperature: next })}
          />
        </div>
        <WhatHappens>
          {t("A bin that is empty at {length}, holds {weight} and stands at {temperature}, reads so.", {
            length: measure(length.shown(800), length.sign, length.digits),
            weight: measure(weight.shown(12_500), weight.sign, weight.digits),
            temperature: measure(temperature.shown(21), temperature.sign, temperature.digits),
          })}
        </WhatHappens>
      </FormSection>
      <FormSection title={t("Money")}>
        <Select
          label={t("Currency")}
          description={t("Of all prices and values")}
          searchable
          limit={60}
          data={currencies.includes(values.currency) ? currencyData : [values.currency, ...currencyData]}
          value={values.currency}
          allowDeselect={false}
          onChange={(next) => next && set({ currency: next })}
          error={problem("currency")}
        />
        {values.currency !== currency && (
          <WhatHappens>
            {t("Amounts keep their numbers: {before} becomes {after}.", {
              before: money(100, currency),
              after: money(100, values.currency),
            })}
          </WhatHappens>
        )}
      </FormSection>
      <FormSection
        title={t("Units of parts")}
        note={t("A part is counted in its own unit. These are offered when a part is made: {usual}.", {
          usual: usualPartUnits.join(", "),
        })}
      >
        <TagsInput
          label={t("Units of your own")}
          description={t("Type one and press Enter")}
          maxTags={50}
          value={values.partUnits}
          onChange={(next) =>
            set({ partUnits: next.map((unit) => unit.trim()).filter((unit) => unit !== "") })
          }
          error={problem("partUnits")}
          clearable={false}
        />
      </FormSection>
      <FormSection
        title={t("Delivery address")}
        note={t("It stands in orders to suppliers. A site can have an address of its own.")}
      >
        <Textarea
          label={t("Address")}
          autosize
          minRows={3}
          maxLength={500}
          value={values.address}
          onChange={(event) => set({ address: event.currentTarget.value })}
          error={problem("address")}
        />
      </FormSection>
    </Form>
  );
}

function Choice<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: Record<V, string>;
  onChange(value: V): void;
}) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div>
        <SegmentedControl
          aria-label={label}
          value={value}
          onChange={(next) => onChange(next as V)}
          data={(Object.entries(options) as [V, string][]).map(([key, name]) => ({
            value: key,
            label: name,
          }))}
        />
      </div>
    </Input.Wrapper>
  );
}

const currencies = Intl.supportedValuesOf("currency");
const currencyNames = new Intl.DisplayNames(locale, { type: "currency" });
const currencyData = currencies.map((code) => ({
  value: code,
  label: `${code} · ${currencyNames.of(code)}`,
}));
