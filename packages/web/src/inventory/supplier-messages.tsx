import { Button, SegmentedControl, Switch, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { client, type Supplier, unwrap } from "../api/client.ts";
import { said, t } from "../language/language.ts";
import { FormSection } from "../parts/form/form.tsx";
import type { FormState } from "../parts/form/use-form.ts";
import { fieldProblem } from "../parts/form-problem.tsx";
import type { SupplierValues } from "./supplier.tsx";

type Kind = "order" | "reminder";
const fieldOf = { order: "orderMessage", reminder: "reminderMessage" } as const;

/** How the e-mails to a supplier are worded, beside how the next one would look. */
export function SupplierMessages({
  form,
  supplier,
}: {
  form: FormState<SupplierValues>;
  /** Undefined: a new one, whose messages can't be seen yet. */
  supplier: Supplier | undefined;
}) {
  const [kind, setKind] = useState<Kind>("order");
  const { values, set } = form;
  return (
    <FormSection
      title={t("What it is written")}
      note={t("Each e-mail has the order in it and a link with which the supplier confirms.")}
    >
      <div className="card-line" style={{ margin: 0 }}>
        <SegmentedControl
          aria-label={t("Language of its e-mails")}
          value={values.language}
          onChange={(language) => set({ language: language as "en" | "de" })}
          data={[
            { value: "en", label: "English" },
            { value: "de", label: "Deutsch" },
          ]}
        />
        {supplier && (
          <SegmentedControl
            aria-label={t("Which e-mail")}
            value={kind}
            onChange={(next) => setKind(next as Kind)}
            data={[
              { value: "order", label: t("Order") },
              { value: "reminder", label: t("Reminder of a late order") },
            ]}
          />
        )}
      </div>
      {supplier ? (
        <Message key={kind} form={form} supplier={supplier} kind={kind} />
      ) : (
        <p className="soft" style={{ margin: 0 }}>
          {t("When the supplier is saved, you can word its e-mails yourself and see how they look.")}
        </p>
      )}
    </FormSection>
  );
}

function Message({
  form,
  supplier,
  kind,
}: {
  form: FormState<SupplierValues>;
  supplier: Supplier;
  kind: Kind;
}) {
  const { values, set, problem } = form;
  const field = fieldOf[kind];
  const template = values[field];
  const [typed] = useDebouncedValue(template, 300);
  const preview = useQuery({
    queryKey: ["message-preview", supplier.id, kind, values.language, typed],
    queryFn: () =>
      unwrap(
        client.POST("/api/v1/suppliers/{id}/message-preview", {
          params: { path: { id: supplier.id } },
          body: { kind, language: values.language, template: typed },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string) => {
    if (!template) return;
    const at = area.current?.selectionStart ?? template.text.length;
    const end = area.current?.selectionEnd ?? at;
    set({
      [field]: { ...template, text: `${template.text.slice(0, at)}{${name}}${template.text.slice(end)}` },
    });
    area.current?.focus();
  };
  const problemOf = (part: "subject" | "text") =>
    problem(`${field}.${part}`) ?? fieldProblem(preview.error, `template.${part}`);
  return (
    <div className="message-editor">
      <div className="form">
        <Switch
          label={t("In words of your own")}
          description={t("Otherwise as usual in its language")}
          checked={template !== null}
          onChange={(event) =>
            set({ [field]: event.currentTarget.checked ? (preview.data?.usual ?? null) : null })
          }
          disabled={template === null && !preview.data}
        />
        {template && (
          <>
            <TextInput
              label={t("Subject")}
              maxLength={200}
              value={template.subject}
              onChange={(event) => set({ [field]: { ...template, subject: event.currentTarget.value } })}
              error={problemOf("subject")}
            />
            <Textarea
              ref={area}
              label={t("Text")}
              autosize
              minRows={10}
              maxRows={24}
              maxLength={5000}
              value={template.text}
              onChange={(event) => set({ [field]: { ...template, text: event.currentTarget.value } })}
              error={problemOf("text")}
            />
            <div>
              <div className="soft small-text">{t("Press one to put it into the text:")}</div>
              <div className="placeholder-list">
                {preview.data?.placeholders.map(({ name, description }) => (
                  <Button
                    key={name}
                    size="compact-xs"
                    variant="default"
                    title={said(description)}
                    onClick={() => insert(name)}
                  >
                    {`{${name}}`}
                  </Button>
                ))}
              </div>
            </div>
          </>
        )}
      </div>
      {preview.data && (
        <figure className="letter" aria-label={t("Preview of the e-mail")}>
          <figcaption className="soft small-text">
            {preview.data.orderNumber === null
              ? t("As it would look; the order is made up")
              : t("As order {number} would look", { number: String(preview.data.orderNumber) })}
          </figcaption>
          <strong>{preview.data.subject}</strong>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
          <pre tabIndex={0}>{preview.data.text}</pre>
        </figure>
      )}
    </div>
  );
}
