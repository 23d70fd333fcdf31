import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { partsQuery } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { Form } from "../../parts/form/form.tsx";
import { useForm } from "../../parts/form/use-form.ts";
import { inOrder } from "../../words.ts";
import { StepHead, type StepProps } from "./setup.tsx";

/** What lies there: a part that is known, or a new one. */
export function PartStep(props: StepProps) {
  const parts = useQuery(partsQuery).data ?? [];
  const [isNew, setNew] = useState(parts.length === 0);
  return (
    <>
      <StepHead title={t("What lies there?")}>
        {t("A storage location holds one part. The same part may lie in several.")}
      </StepHead>
      {parts.length > 0 && <PickOrMake isNew={isNew} onChange={setNew} />}
      {isNew ? <NewPart {...props} /> : <KnownPart {...props} />}
    </>
  );
}

export function PickOrMake({ isNew, onChange }: { isNew: boolean; onChange(isNew: boolean): void }) {
  return (
    <SegmentedControl
      aria-label={t("Known or new")}
      data={[
        { value: "known", label: t("One that is there") },
        { value: "new", label: t("A new one") },
      ]}
      value={isNew ? "new" : "known"}
      onChange={(value) => onChange(value === "new")}
      style={{ justifySelf: "start" }}
    />
  );
}

function KnownPart({ draft, onDone }: StepProps) {
  const parts = useQuery(partsQuery).data ?? [];
  const [partId, setPartId] = useState(draft.partId);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (partId) onDone({ partId, isWithoutSupplier: false });
      }}
    >
      <Select
        label={t("Part")}
        searchable
        limit={100}
        placeholder={t("Number or name")}
        nothingFoundMessage={t("No such part: make a new one above")}
        data={parts
          .map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))
          .sort((a, b) => inOrder(a.label, b.label))}
        value={partId}
        onChange={setPartId}
        data-autofocus
      />
      <div>
        <Button type="submit" disabled={!partId}>
          {t("Next")}
        </Button>
      </div>
    </form>
  );
}

function NewPart({ onDone }: StepProps) {
  const queries = useQueryClient();
  const initial = { number: "", name: "", unit: t("pcs") };
  const form = useForm({
    initial,
    save: async (values) => {
      const part = await unwrap(client.POST("/api/v1/parts", { body: values }));
      putInList(queries, partsQuery.queryKey, part);
      onDone({ partId: part.id, isWithoutSupplier: false });
    },
  });
  const text = (field: keyof typeof initial) => ({
    required: true,
    value: form.values[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      form.set({ [field]: event.currentTarget.value }),
    error: form.problem(field),
  });
  return (
    <Form form={form} shown={Object.keys(initial)} submit={t("Save and go on")}>
      <div className="form-row">
        <TextInput
          label={t("Number")}
          description={t("As your company calls it")}
          maxLength={100}
          {...text("number")}
        />
        <TextInput label={t("Name")} description={t("As people read it")} maxLength={200} {...text("name")} />
        <TextInput
          label={t("Unit")}
          description={t("What is counted: pcs, sets, rolls")}
          maxLength={30}
          {...text("unit")}
        />
      </div>
    </Form>
  );
}
