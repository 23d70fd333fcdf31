import { Button, Select, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Part, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { partsQuery, suppliersQuery } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { Form, WhatHappens } from "../../parts/form/form.tsx";
import { NumberField, OptionalNumberField, withUnit } from "../../parts/form/number-fields.tsx";
import { useForm } from "../../parts/form/use-form.ts";
import { useCurrency } from "../../parts/money.ts";
import { byName, pieces } from "../../words.ts";
import { PartSupplies } from "../part-supplies.tsx";
import { PickOrMake } from "./part-step.tsx";
import { SkipButton, StepHead, type StepProps } from "./setup.tsx";

/** Who is asked for more of it. */
export function SupplierStep(props: StepProps) {
  const part = useQuery(partsQuery).data?.find(({ id }) => id === props.draft.partId);
  if (!part) return null;
  return part.supplies.length > 0 ? (
    <>
      <StepHead title={t("Who supplies it?")}>
        {t("Orders for {part} go to the first one. Change that in the part, whenever you like.", {
          part: part.number,
        })}
      </StepHead>
      <PartSupplies part={part} />
      <div>
        <Button onClick={() => props.onDone({})}>{t("Next")}</Button>
      </div>
    </>
  ) : (
    <NewSupply part={part} {...props} />
  );
}

function NewSupply({ part, onDone }: StepProps & { part: Part }) {
  const queries = useQueryClient();
  const suppliers = useQuery(suppliersQuery).data ?? [];
  const currency = useCurrency();
  const [isNew, setNew] = useState(suppliers.length === 0);
  const initial = {
    supplierId: "",
    name: "",
    address: "",
    leadTimeDays: 3,
    packSize: 1,
    minimumOrderQuantity: 0,
    price: null as number | null,
  };
  const form = useForm({
    initial,
    optional: isNew ? ["supplierId"] : ["name", "address"],
    save: async ({ supplierId, name, address, leadTimeDays, packSize, minimumOrderQuantity, price }) => {
      let id = supplierId;
      if (isNew) {
        const supplier = await unwrap(
          client.POST("/api/v1/suppliers", {
            body: { name, leadTimeDays, dispatch: { kind: "email", address } },
          }),
        );
        putInList(queries, suppliersQuery.queryKey, supplier);
        id = supplier.id;
        // If the part refuses the rest, the supplier is there all the same.
        form.set({ supplierId: id });
        setNew(false);
      }
      const changed = await unwrap(
        client.PATCH("/api/v1/parts/{id}", {
          params: { path: { id: part.id } },
          body: {
            supplies: [
              {
                supplierId: id,
                packSize,
                minimumOrderQuantity,
                prices: price === null ? [] : [{ fromQuantity: 1, price }],
              },
            ],
          },
        }),
      );
      putInList(queries, partsQuery.queryKey, changed);
      onDone({ isWithoutSupplier: false });
    },
  });
  const { values, set } = form;
  /** What the supplier's or the part's answer says of a field. */
  const problem = (...names: string[]) => names.map(form.problem).find(Boolean);
  return (
    <>
      <StepHead title={t("Who supplies it?")}>
        {t("When {part} runs low, an order goes to this supplier by itself.", { part: part.name })}
      </StepHead>
      {suppliers.length > 0 && <PickOrMake isNew={isNew} onChange={setNew} />}
      <Form
        form={form}
        shown={[...Object.keys(initial), "dispatch", "supplies"]}
        submit={t("Save and go on")}
        actions={
          <SkipButton
            label={t("Later: nothing is ordered until then")}
            onClick={() => onDone({ isWithoutSupplier: true })}
          />
        }
      >
        {isNew ? (
          <div className="form-row">
            <TextInput
              required
              label={t("Name of the supplier")}
              maxLength={200}
              value={values.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={problem("name")}
            />
            <TextInput
              required
              type="email"
              label={t("E-mail address for orders")}
              description={t("A webhook can be set in the supplier's settings instead")}
              value={values.address}
              onChange={(event) => set({ address: event.currentTarget.value })}
              error={problem("address", "dispatch.address", "dispatch")}
            />
            <NumberField
              label={t("Lead time (days)")}
              description={t("From the order to the shelf")}
              decimals={2}
              value={values.leadTimeDays}
              onChange={(leadTimeDays) => set({ leadTimeDays })}
              error={problem("leadTimeDays")}
            />
          </div>
        ) : (
          <Select
            required
            label={t("Supplier")}
            searchable
            placeholder={t("Choose")}
            data={[...suppliers].sort(byName).map(({ id, name }) => ({ value: id, label: name }))}
            value={values.supplierId || null}
            onChange={(supplierId) => set({ supplierId: supplierId ?? "" })}
            error={problem("supplierId", "supplies[0].supplierId")}
          />
        )}
        <div className="form-row">
          <NumberField
            label={withUnit(t("Pack"), part.unit)}
            description={t("Only whole packs are ordered")}
            value={values.packSize}
            onChange={(packSize) => set({ packSize })}
            error={problem("packSize", "supplies[0].packSize")}
          />
          <NumberField
            label={withUnit(t("Minimum order"), part.unit)}
            description={t("At least so many; 0: none")}
            value={values.minimumOrderQuantity}
            onChange={(minimumOrderQuantity) => set({ minimumOrderQuantity })}
            error={problem("minimumOrderQuantity", "supplies[0].minimumOrderQuantity")}
          />
          <OptionalNumberField
            label={t("Price of a piece ({currency})", { currency: currency ?? "" })}
            description={t("If you know it; more prices in the part")}
            decimals={6}
            value={values.price}
            onChange={(price) => set({ price })}
            error={problem("price", "supplies[0].prices[0].price")}
          />
        </div>
        {!Number.isNaN(values.packSize) && values.packSize > 1 && (
          <WhatHappens>
            {t("If {need} are needed, {pack} are ordered.", {
              need: pieces(Math.ceil(values.packSize * 1.5), part.unit),
              pack: pieces(values.packSize * 2, part.unit),
            })}
          </WhatHappens>
        )}
      </Form>
    </>
  );
}
