import { SegmentedControl, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type Account, client, unwrap } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Form, FormSection, WhatHappens } from "../parts/form/form.tsx";
import { NumberField } from "../parts/form/number-fields.tsx";
import { useForm } from "../parts/form/use-form.ts";
import { money, wholeMoney } from "../parts/money.ts";
import { Failed, Loading, PageHead } from "../parts/small.tsx";
import { useIsAdmin } from "../settings/queries.ts";
import { pieces } from "../words.ts";
import { percent } from "./words.ts";

type Settings = Account["planning"];

/** What planning aims at, what things cost, and what it may change by itself. */
export function PlanningSettingsPage() {
  const account = useQuery(accountQuery);
  const isAdmin = useIsAdmin();
  if (account.isPending) return <Loading />;
  if (account.error && !account.data)
    return <Failed error={account.error} onAgain={() => account.refetch()} />;
  const { planning, currency } = account.data;
  return (
    <>
      <PageHead title={t("Planning")} />
      <div className="record-form">
        {isAdmin ? (
          <SettingsForm key={JSON.stringify(planning)} planning={planning} currency={currency} />
        ) : (
          <section className="card card-section" aria-label={t("Planning")}>
            <Facts facts={factsOf(planning, currency)} />
            <p className="soft">{t("An admin of your account can change this.")}</p>
          </section>
        )}
      </div>
    </>
  );
}

function factsOf(planning: Settings, currency: string): [string, string][] {
  return [
    [t("Wanted service"), serviceSentence(planning)],
    [t("Holding stock"), t("{share} of its value a year", { share: percent(planning.holdingRate) })],
    [t("An order"), money(planning.orderCost, currency)],
    [t("By itself"), planning.automatic ? automaticSentence(planning.automatic, currency) : nothingByItself],
  ];
}

/** As the form shows it: shares as per cent. */
interface Values {
  serviceLevel: number;
  serviceMeasure: Settings["serviceMeasure"];
  holdingRate: number;
  orderCost: number;
  automatic: Settings["automatic"];
}
const rounded = (value: number) => Number(value.toPrecision(12));
const inPercent = (share: number) => rounded(share * 100);
const asShare = (inHundred: number) => rounded(inHundred / 100);

function SettingsForm({ planning, currency }: { planning: Settings; currency: string }) {
  const queries = useQueryClient();
  const initial: Values = {
    ...planning,
    serviceLevel: inPercent(planning.serviceLevel),
    holdingRate: inPercent(planning.holdingRate),
    automatic: planning.automatic && {
      ...planning.automatic,
      mostChange: inPercent(planning.automatic.mostChange),
    },
  };
  const form = useForm({
    initial,
    save: async (values, changed) => {
      const wanted = settingsOf(values);
      const names = Object.keys(changed) as (keyof Settings)[];
      const account = await unwrap(
        client.PATCH("/api/v1/account", {
          body: { planning: Object.fromEntries(names.map((name) => [name, wanted[name]])) },
        }),
      );
      queries.setQueryData(accountQuery.queryKey, account);
      notifications.show({ message: t("Saved. The next planning goes by it.") });
    },
  });
  const { values, set } = form;
  const problem = (name: string) => form.problem(`planning.${name}`) ?? form.problem(name);
  const settings = settingsOf(values);
  const { automatic } = values;
  return (
    <Form
      form={form}
      shown={Object.keys(initial).flatMap((name) => [name, `planning.${name}`])}
      submit={t("Save")}
      isReady={form.isChanged}
    >
      <FormSection title={t("Service")} note={t("What planning aims at when it recommends a reorder point.")}>
        <div>
          <div className="field-label" id="service-measure">
            {t("Measured by")}
          </div>
          <SegmentedControl
            aria-labelledby="service-measure"
            data={[
              { value: "fill-rate", label: t("Pieces") },
              { value: "cycle", label: t("Order cycles") },
            ]}
            value={values.serviceMeasure}
            onChange={(measure) => set({ serviceMeasure: measure as Values["serviceMeasure"] })}
          />
        </div>
        <NumberField
          label={t("Wanted service (%)")}
          description={t("From 50 to 99.99")}
          decimals={2}
          value={values.serviceLevel}
          onChange={(serviceLevel) => set({ serviceLevel })}
          error={problem("serviceLevel")}
        />
        <WhatHappens>{serviceSentence(settings)}</WhatHappens>
      </FormSection>
      <FormSection title={t("Costs")} note={t("They decide how much is ordered at once.")}>
        <div className="form-row">
          <NumberField
            label={t("Holding stock (% of its value a year)")}
            description={t("Money, space, insurance, what spoils: often 15 to 30")}
            decimals={2}
            value={values.holdingRate}
            onChange={(holdingRate) => set({ holdingRate })}
            error={problem("holdingRate")}
          />
          <NumberField
            label={t("An order ({currency})", { currency })}
            description={t("Ordering, receiving, putting away, paying")}
            decimals={2}
            value={values.orderCost}
            onChange={(orderCost) => set({ orderCost })}
            error={problem("orderCost")}
          />
        </div>
        <WhatHappens>{costSentence(settings, currency)}</WhatHappens>
      </FormSection>
      <FormSection title={t("By itself")} note={t("What planning may change without asking anybody.")}>
        <Switch
          label={t("Apply small changes automatically")}
          checked={automatic !== null}
          onChange={(event) =>
            set({
              automatic: event.currentTarget.checked
                ? (initial.automatic ?? { mostChange: 20, mostValue: 100 })
                : null,
            })
          }
        />
        {automatic && (
          <div className="form-row">
            <NumberField
              label={t("Largest change (%)")}
              description={t("Of the highest level")}
              decimals={1}
              value={automatic.mostChange}
              onChange={(mostChange) => set({ automatic: { ...automatic, mostChange } })}
              error={problem("automatic.mostChange")}
            />
            <NumberField
              label={t("Most additional stock value ({currency})", { currency })}
              description={t("On average, for each location")}
              decimals={2}
              value={automatic.mostValue}
              onChange={(mostValue) => set({ automatic: { ...automatic, mostValue } })}
              error={problem("automatic.mostValue")}
            />
          </div>
        )}
        <WhatHappens>
          {settings.automatic ? automaticSentence(settings.automatic, currency) : nothingByItself}
        </WhatHappens>
      </FormSection>
    </Form>
  );
}

function settingsOf(values: Values): Settings {
  return {
    ...values,
    serviceLevel: asShare(values.serviceLevel),
    holdingRate: asShare(values.holdingRate),
    automatic: values.automatic && {
      ...values.automatic,
      mostChange: asShare(values.automatic.mostChange),
    },
  };
}

const untyped = t("Enter the numbers to see what will happen.");
const nothingByItself = t("Planning changes nothing by itself: people apply what it proposes.");

function serviceSentence({ serviceLevel, serviceMeasure }: Settings): string {
  if (Number.isNaN(serviceLevel)) return untyped;
  const missed = pieces(Math.round((1 - serviceLevel) * 10_000) / 10);
  return serviceMeasure === "fill-rate"
    ? t("Of 1,000 pieces that are wanted, {missed} may have to be waited for.", { missed })
    : t("Of 1,000 times between order and delivery, {missed} may see a stock-out, however small.", {
        missed,
      });
}

function costSentence({ holdingRate, orderCost }: Settings, currency: string): string {
  if (Number.isNaN(holdingRate) || Number.isNaN(orderCost)) return untyped;
  if (!(holdingRate > 0)) return t("Holding stock costs nothing: as much is ordered at once as fits in.");
  if (!(orderCost > 0))
    return t("An order costs nothing: as little is ordered at once as the supplier sells.");
  const value = Math.sqrt((2 * orderCost * 1000) / holdingRate);
  return t(
    "For example: of a part that is used for {used} a year, about {value} are ordered at once, {times} times a year.",
    {
      used: wholeMoney(1000, currency),
      value: wholeMoney(value, currency),
      times: pieces(Math.round(10_000 / value) / 10),
    },
  );
}

function automaticSentence(
  { mostChange, mostValue }: NonNullable<Settings["automatic"]>,
  currency: string,
): string {
  if (Number.isNaN(mostChange) || Number.isNaN(mostValue)) return untyped;
  return t(
    "For example: where up to 500 pieces are ordered, planning may move reorder point and highest level by up to {step} pieces each, unless that adds more than {most} to the average stock. Everything else waits for you as a proposal, and so do parts without a price.",
    { step: pieces(Math.round(500 * mostChange)), most: money(mostValue, currency) },
  );
}
