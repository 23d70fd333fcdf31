import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { fieldProblem } from "../form-problem.tsx";

/** What is typed into a form, and what was wrong with it. Numbers that are not typed yet are NaN. */
export interface FormState<T> {
  values: T;
  set(change: Partial<T>): void;
  /** What the API says of a field or its parts; undefined: nothing. */
  problem(name: string): string | undefined;
  error: Error | null;
  isSaving: boolean;
  /** With what was typed last. */
  isSaved: boolean;
  isChanged: boolean;
  submit(): void;
}

/**
 * `initial`: as it was when the form appeared. `optional`: fields whose text may be empty, wherever they are. `save` tells
 * the API what was typed, or only what was changed: what somebody else changed meanwhile stays.
 */
export function useForm<T extends object>({
  initial: given,
  optional = [],
  save,
}: {
  initial: T;
  optional?: readonly string[];
  save(values: T, changed: Partial<T>): Promise<unknown>;
}): FormState<T> {
  const [initial] = useState(given);
  const [values, setValues] = useState(initial);
  const step = useMutation({
    mutationFn: async () => {
      const missing = missingIn(values, optional);
      if (missing.length > 0)
        throw new ApiProblem(422, t("Something is missing."), {
          errors: missing.map((field) => ({ field, message: t("is missing") })),
        });
      return save(values, changedFields(initial, values));
    },
  });
  return {
    values,
    set: (change) => {
      if (step.isSuccess) step.reset();
      setValues((before) => ({ ...before, ...change }));
    },
    problem: (name) => fieldProblem(step.error, name),
    error: step.error,
    isSaving: step.isPending,
    isSaved: step.isSuccess,
    isChanged: !isSame(values, initial),
    submit: () => step.mutate(),
  };
}

/** Names of the fields that nothing was typed into, as the API names them: `supplies[0].packSize`. */
function missingIn(value: unknown, optional: readonly string[], name = ""): string[] {
  if (Number.isNaN(value) || value === "") return [name];
  if (Array.isArray(value))
    return value.flatMap((each, index) => missingIn(each, optional, `${name}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    optional.includes(key) && each === "" ? [] : missingIn(each, optional, name ? `${name}.${key}` : key),
  );
}

/** Only what differs: what somebody else changed meanwhile stays. */
export function changedFields<T extends object>(before: T, after: T): Partial<T> {
  const keys = Object.keys(after) as (keyof T)[];
  return Object.fromEntries(
    keys.filter((key) => !isSame(before[key], after[key])).map((key) => [key, after[key]]),
  ) as Partial<T>;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
