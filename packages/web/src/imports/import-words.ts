import { t } from "../language/language.ts";
import type { DataImport, ImportKindName } from "./queries.ts";

/** In the order in which a new account is filled: nothing refers to what comes later. */
export const kindWords: Record<ImportKindName, { name: string; what: string }> = {
  sites: { name: t("Sites"), what: t("Plants and halls, with their delivery addresses") },
  areas: { name: t("Areas"), what: t("Parts of a site, such as assembly or shipping") },
  racks: { name: t("Racks"), what: t("Racks and shelves of an area") },
  suppliers: { name: t("Suppliers"), what: t("Who gets the orders, when, and how long it takes") },
  parts: { name: t("Parts"), what: t("What lies there, with suppliers, prices and pack sizes") },
  locations: { name: t("Storage locations"), what: t("Bins and lanes with part, sensor and policy") },
  "stock-counts": { name: t("Stock counts"), what: t("What was counted at each location") },
};
export const kindNames = Object.keys(kindWords) as ImportKindName[];

export const stateWords: Record<DataImport["state"], string> = {
  ready: t("Preview"),
  applying: t("Being imported"),
  applied: t("Imported"),
  undoing: t("Being taken back"),
  undone: t("Taken back"),
};
export const stateClass: Record<DataImport["state"], string> = {
  ready: "state-unknown",
  applying: "state-coming",
  applied: "state-ok",
  undoing: "state-coming",
  undone: "state-unknown",
};

export const outcomeWords = {
  new: t("New"),
  changed: t("Changed"),
  same: t("As it is"),
  error: t("In error"),
} as const;
/** A shape of its own for each, beside its colour. */
export const outcomeMarks = { new: "+", changed: "≠", same: "=", error: "!" } as const;

/** What importing will do, in one sentence. */
export function whatWillHappen({ lines, kind }: DataImport): string {
  if (lines.new + lines.changed === 0)
    return lines.error > 0
      ? t("No line can be imported as it is: correct the file, or say below what its columns hold.")
      : t("Everything in the file is there already: there is nothing to do.");
  const parts = [
    ...(lines.new > 0
      ? [
          kind === "stock-counts"
            ? t("{count, plural, one {# count will be entered} other {# counts will be entered}}", {
                count: lines.new,
              })
            : t("{count, plural, one {# record will be made} other {# records will be made}}", {
                count: lines.new,
              }),
        ]
      : []),
    ...(lines.changed > 0
      ? [t("{count, plural, one {# will be changed} other {# will be changed}}", { count: lines.changed })]
      : []),
    ...(lines.same > 0
      ? [t("{count, plural, one {# stays as it is} other {# stay as they are}}", { count: lines.same })]
      : []),
    ...(lines.error > 0
      ? [
          t(
            "{count, plural, one {# line in error will be left out} other {# lines in error will be left out}}",
            {
              count: lines.error,
            },
          ),
        ]
      : []),
  ];
  return `${parts.join(", ")}.`;
}
