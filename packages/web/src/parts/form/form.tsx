import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { FormProblem } from "../form-problem.tsx";
import type { FormState } from "./use-form.ts";

/** A form with its button; the first field that was refused gets the focus. Without `mayChange` it is only read. */
export function Form<T>({
  form,
  shown,
  submit,
  isReady = true,
  mayChange = true,
  children,
  actions,
}: {
  form: FormState<T>;
  /** Fields that tell their own problems. */
  shown: readonly string[];
  submit: string;
  /** False: there is nothing to save yet. */
  isReady?: boolean;
  mayChange?: boolean;
  children: React.ReactNode;
  /** Beside the button. */
  actions?: React.ReactNode;
}) {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.error) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.error]);
  return (
    <form
      ref={element}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog's form may stand in another form's place of the page.
        event.stopPropagation();
        form.submit();
      }}
    >
      <fieldset className="plain-fieldset form" disabled={!mayChange}>
        {children}
      </fieldset>
      {mayChange && (
        <>
          <FormProblem error={form.error} shown={shown} />
          <div className="dialog-buttons">
            <Button type="submit" loading={form.isSaving} disabled={!isReady}>
              {submit}
            </Button>
            {actions}
          </div>
        </>
      )}
    </form>
  );
}

/** A part of a form, with what it is about. */
export function FormSection({
  title,
  note,
  children,
}: {
  title: string;
  note?: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <section className="card card-section form" aria-label={title}>
      <div>
        <h2 className="section-head">{title}</h2>
        {note && <div className="soft">{note}</div>}
      </div>
      {children}
    </section>
  );
}

/** What will happen by what is typed, in a plain sentence. */
export function WhatHappens({ children }: { children: React.ReactNode }) {
  return (
    <p className="what-happens" role="status">
      {children}
    </p>
  );
}
