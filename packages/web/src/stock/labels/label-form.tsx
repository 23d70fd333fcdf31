import { Button, Checkbox, SegmentedControl, Select } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../../api/client.ts";
import { language as own, t } from "../../language/language.ts";
import { WhatHappens } from "../../parts/form/form.tsx";
import { NumberField } from "../../parts/form/number-fields.tsx";
import { FormProblem } from "../../parts/form-problem.tsx";
import { Failed, Loading } from "../../parts/small.tsx";
import { type LabelTemplate, labelTemplatesQuery } from "../queries.ts";
import { readChoice, writeChoice } from "./label-choice.ts";
import { LabelPreview } from "./label-preview.tsx";
import { countOf, type Labelled } from "./print-labels.tsx";
import { SheetPreview } from "./sheet-preview.tsx";

/** On what the labels are printed, where on the sheet, and how they will look. */
export function LabelForm({ onDone, ...labelled }: Labelled & { onDone(): void }) {
  const templates = useQuery(labelTemplatesQuery);
  const [choice, setChoice] = useState(readChoice);
  const [startAt, setStartAt] = useState(1);
  const [language, setLanguage] = useState<"en" | "de">(own);
  const template = templates.data?.find(({ name }) => name === choice.template) ?? templates.data?.[0];
  const print = useMutation({
    mutationFn: async (template: LabelTemplate) => {
      const { data, error, response } = await client.POST("/api/v1/labels", {
        body: {
          template: template.name as never,
          startAt: template.isRoll ? 1 : startAt,
          language,
          showsReorderPoint: choice.showsReorderPoint,
          locationIds: labelled.locations?.map(({ id }) => id) ?? [],
          deviceIds: labelled.devices?.map(({ id }) => id) ?? [],
          rackIds: labelled.racks?.map(({ id }) => id) ?? [],
        },
        parseAs: "blob",
      });
      if (error || !response.ok) throw new Error(t("The labels could not be made. Try again."));
      return data as unknown as Blob;
    },
    onSuccess: (pdf) => {
      open(pdf);
      onDone();
    },
  });
  if (templates.error && !templates.data)
    return <Failed error={templates.error} onAgain={() => templates.refetch()} />;
  if (!template || !templates.data) return <Loading />;
  const count = countOf(labelled);
  const change = (next: Partial<typeof choice>) => {
    const changed = { ...choice, ...next };
    setChoice(changed);
    writeChoice(changed);
  };
  const places = template.columns * template.rows;
  const sheets = Math.ceil((count + startAt - 1) / places);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        print.mutate(template);
      }}
    >
      <Select
        label={t("Labels")}
        description={t("The name is printed on the labels' packing; a roll is for label printers")}
        data={[
          { group: t("Sheets"), items: optionsOf(templates.data, false) },
          { group: t("Rolls"), items: optionsOf(templates.data, true) },
        ]}
        value={template.name}
        allowDeselect={false}
        searchable
        onChange={(name) => {
          change({ template: name ?? template.name });
          setStartAt(1);
        }}
      />
      <LabelPreview
        {...labelled}
        template={template}
        showsReorderPoint={choice.showsReorderPoint}
        language={language}
      />
      <div className="label-options">
        {labelled.locations && labelled.locations.length > 0 && (
          <Checkbox
            label={t("With reorder point")}
            checked={choice.showsReorderPoint}
            onChange={(event) => change({ showsReorderPoint: event.currentTarget.checked })}
          />
        )}
        <SegmentedControl
          aria-label={t("Language of the labels")}
          data={[
            { value: "en", label: "English" },
            { value: "de", label: "Deutsch" },
          ]}
          value={language}
          onChange={(next) => setLanguage(next as "en" | "de")}
        />
      </div>
      {!template.isRoll && (
        <div className="sheet-choice">
          <SheetPreview template={template} startAt={startAt} count={count} onStartAt={setStartAt} />
          <div className="form">
            <NumberField
              label={t("First free label")}
              description={t("A sheet that was begun is used up: press the place on it, or type its number")}
              value={startAt}
              onChange={(next) => setStartAt(Math.max(1, Math.min(places, Number.isNaN(next) ? 1 : next)))}
            />
            <WhatHappens>
              {t(
                "{count, plural, one {One label} other {# labels}} on {sheets, plural, one {one sheet} other {# sheets}}. Print at 100 %, without fitting to the page.",
                { count, sheets },
              )}
            </WhatHappens>
          </div>
        </div>
      )}
      <FormProblem error={print.error} shown={[]} />
      <Button type="submit" loading={print.isPending}>
        {t("Open as PDF")}
      </Button>
    </form>
  );
}

function optionsOf(templates: readonly LabelTemplate[], isRoll: boolean) {
  return templates
    .filter((template) => template.isRoll === isRoll)
    .map(({ name, title }) => ({ value: name, label: title }));
}

/** In a tab of its own, from where it is printed; where the browser opens none, it is saved as a file. */
function open(pdf: Blob): void {
  const address = URL.createObjectURL(pdf);
  if (!window.open(address, "_blank")) {
    const link = document.createElement("a");
    link.href = address;
    link.download = "labels.pdf";
    link.click();
  }
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
