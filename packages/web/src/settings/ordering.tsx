import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type Account, client, unwrap } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Form } from "../parts/form/form.tsx";
import { OptionalNumberField } from "../parts/form/number-fields.tsx";
import { useForm } from "../parts/form/use-form.ts";
import { money } from "../parts/money.ts";

/** What holds for all orders: currency, and the value above which a person is asked. */
export function Ordering({ account, isAdmin }: { account: Account; isAdmin: boolean }) {
  const { currency, approvalAbove } = account;
  return (
    <section className="card card-section form" aria-label={t("Orders")}>
      <div>
        <strong>{t("Orders")}</strong>
        <div className="soft">
          {t("Prices and values are in {currency}.", { currency })}{" "}
          {approvalAbove === null
            ? t("No order waits for approval for its value; a supplier or a part can ask for it.")
            : t("Orders above {limit} wait for approval, and so do those without a price.", {
                limit: money(approvalAbove, currency),
              })}
        </div>
      </div>
      {/* Somebody else may change it meanwhile: then it begins with what there is now. */}
      {isAdmin && <OrderingForm key={`${currency} ${approvalAbove}`} initial={{ currency, approvalAbove }} />}
    </section>
  );
}

function OrderingForm({ initial }: { initial: Pick<Account, "currency" | "approvalAbove"> }) {
  const queries = useQueryClient();
  const form = useForm({
    initial,
    save: async (_values, changed) => {
      const account = await unwrap(client.PATCH("/api/v1/account", { body: changed }));
      queries.setQueryData(accountQuery.queryKey, account);
      notifications.show({ message: t("Saved.") });
    },
  });
  const { values, set, problem } = form;
  return (
    <Form form={form} shown={["currency", "approvalAbove"]} submit={t("Save")} isReady={form.isChanged}>
      <div className="form-row">
        <TextInput
          required
          label={t("Currency")}
          description={t("Three letters, e.g. EUR")}
          maxLength={3}
          value={values.currency}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
          error={problem("currency")}
        />
        <OptionalNumberField
          decimals={2}
          suffix={` ${values.currency}`}
          label={t("Approval above")}
          description={t("Empty: no limit")}
          value={values.approvalAbove}
          onChange={(limit) => set({ approvalAbove: limit })}
          error={problem("approvalAbove")}
        />
      </div>
      {values.currency !== initial.currency && (
        <p className="soft small-text" style={{ margin: 0 }}>
          {t("Amounts keep their numbers: they are not converted.")}
        </p>
      )}
    </Form>
  );
}
