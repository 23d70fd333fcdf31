import { Button, Collapse, SegmentedControl, Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { language, t } from "../language/language.ts";
import { listed } from "../words.ts";
import { type DataImport, type ImportKindFields, importQuery } from "./queries.ts";

/** What each column of the file holds: found out from its name, corrected by people. */
export function ColumnsCard({ of, fields }: { of: DataImport; fields: ImportKindFields["fields"] }) {
  const queries = useQueryClient();
  const { id, columns, decimalSign } = of;
  const held = new Set(columns.map(({ field }) => field));
  const missing = fields.filter(({ name, isRequired }) => isRequired && !held.has(name));
  const leftOut = columns.filter(({ field }) => field === null);
  const [isOpen, setOpen] = useState(missing.length > 0);
  const change = useMutation({
    mutationFn: (body: { mapping?: (string | null)[]; decimalSign?: "." | "," }) =>
      unwrap(client.PATCH("/api/v1/imports/{id}", { params: { path: { id } }, body })),
    onSuccess: (made) => {
      queries.setQueryData(importQuery(id).queryKey, made);
      void queries.invalidateQueries({ queryKey: ["import-lines", id] });
    },
  });
  const set = (index: number, field: string | null) => {
    // A field is in one column: the other one is left out then.
    const mapping = columns.map((column) => (field !== null && column.field === field ? null : column.field));
    change.mutate({ mapping: mapping.with(index, field) });
  };
  const labelOf = ({ label }: ImportKindFields["fields"][number]) => label[language];
  return (
    <section className="card card-section form" aria-labelledby="import-columns">
      <div className="card-line" style={{ margin: 0 }}>
        <h2 id="import-columns" className="section-head">
          {t("What the columns hold")}
        </h2>
        <span className={missing.length > 0 ? "problem" : "soft"} role="status">
          {missing.length > 0
            ? t("Which column holds {what}?", { what: listed(missing.map(labelOf)) })
            : leftOut.length > 0
              ? t("{count, plural, one {# column is left out} other {# columns are left out}}: {names}", {
                  count: leftOut.length,
                  names: listed(leftOut.map(({ header }) => header || t("without a name"))),
                })
              : t("All {count} columns were understood.", { count: columns.length })}
        </span>
        <Button
          variant="default"
          size="xs"
          style={{ marginLeft: "auto" }}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t("Close") : t("Change")}
        </Button>
      </div>
      <Collapse expanded={isOpen}>
        <div className="form">
          <ul className="import-columns">
            {columns.map(({ header, field, sample }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
              <li key={index}>
                <span>
                  <strong>{header || t("without a name")}</strong>
                  <span className="soft second-line">{sample.join(" · ") || t("empty")}</span>
                </span>
                <Select
                  aria-label={t("Column {name} holds", { name: header || String(index + 1) })}
                  placeholder={t("left out")}
                  data={fields.map((each) => ({ value: each.name, label: labelOf(each) }))}
                  value={field}
                  clearable
                  searchable
                  disabled={change.isPending}
                  onChange={(next) => set(index, next)}
                />
              </li>
            ))}
          </ul>
          <div className="import-decimal">
            <span id="import-decimal">{t("Decimals are written with")}</span>
            <SegmentedControl
              aria-labelledby="import-decimal"
              value={decimalSign}
              disabled={change.isPending}
              onChange={(sign) => change.mutate({ decimalSign: sign as "." | "," })}
              data={[
                { value: ".", label: t("a point: 1,234.5") },
                { value: ",", label: t("a comma: 1.234,5") },
              ]}
            />
          </div>
          {change.error && (
            <p role="alert" className="problem">
              {change.error.message}
            </p>
          )}
        </div>
      </Collapse>
    </section>
  );
}
