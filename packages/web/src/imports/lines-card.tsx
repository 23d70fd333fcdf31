import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { language, said, t } from "../language/language.ts";
import { Failed, Loading } from "../parts/small.tsx";
import { pieces } from "../words.ts";
import { outcomeMarks, outcomeWords } from "./import-words.ts";
import {
  type DataImport,
  type ImportKindFields,
  type ImportLine,
  importLinesQuery,
  type Outcome,
} from "./queries.ts";

type Fields = ImportKindFields["fields"];
const outcomes = ["new", "changed", "same", "error"] as const;

/** The file's lines, each with what it does or what is wrong with it; the counts above them narrow them down. */
export function LinesCard({ of, fields }: { of: DataImport; fields: Fields }) {
  const { outcome } = useSearch({ from: "/inside/settings/imports/$id" });
  const navigate = useNavigate();
  const { id, lines, state } = of;
  const show = (next: Outcome | undefined) =>
    void navigate({
      to: "/settings/imports/$id",
      params: { id },
      search: next ? { outcome: next } : {},
      replace: true,
      resetScroll: false,
    });
  return (
    <section aria-label={t("Lines of the file")}>
      <div className="counts import-counts">
        {outcomes.map((each) => (
          <button
            key={each}
            type="button"
            className={`count import-${each}`}
            aria-pressed={outcome === each}
            onClick={() => show(outcome === each ? undefined : each)}
          >
            <div className="count-number">{pieces(lines[each])}</div>
            <div className="count-name">
              <span className="import-mark" aria-hidden>
                {outcomeMarks[each]}
              </span>{" "}
              {outcomeWords[each]}
            </div>
          </button>
        ))}
      </div>
      <Lines
        key={`${id} ${outcome} ${state}`}
        id={id}
        outcome={outcome}
        state={state}
        fields={fields}
        onAll={() => show(undefined)}
      />
    </section>
  );
}

function Lines({
  id,
  outcome,
  state,
  fields,
  onAll,
}: {
  id: string;
  outcome: Outcome | undefined;
  state: DataImport["state"];
  fields: Fields;
  onAll(): void;
}) {
  const lines = useInfiniteQuery(importLinesQuery(id, outcome, state));
  if (lines.isPending) return <Loading />;
  if (lines.error) return <Failed error={lines.error} onAgain={() => lines.refetch()} />;
  const all = lines.data.pages.flatMap(({ items }) => items);
  if (all.length === 0)
    return (
      <p className="soft">
        {t("There is no such line.")}{" "}
        <Button variant="subtle" size="compact-sm" onClick={onAll}>
          {t("Show all")}
        </Button>
      </p>
    );
  return (
    <>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table import-lines">
          <thead>
            <tr>
              <th className="number">{t("Line")}</th>
              <th>{t("Record")}</th>
              <th>{t("What it does")}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((line) => (
              <tr key={line.line}>
                <td data-label={t("Line")} className="number">
                  {line.line}
                </td>
                <td className="wide">
                  <span className={`import-tag import-${line.outcome}`}>
                    <span aria-hidden>{outcomeMarks[line.outcome]}</span> {outcomeWords[line.outcome]}
                  </span>{" "}
                  <strong>{line.title || firstCells(line)}</strong>
                </td>
                <td className="wide">
                  <WhatItDoes line={line} fields={fields} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.hasNextPage && (
        <Button
          variant="default"
          mt="sm"
          loading={lines.isFetchingNextPage}
          onClick={() => void lines.fetchNextPage()}
        >
          {t("Show more lines")}
        </Button>
      )}
    </>
  );
}

/** What a line without a record begins with. */
function firstCells({ cells }: ImportLine): string {
  return cells
    .filter((cell) => cell !== "")
    .slice(0, 2)
    .join(" · ");
}

function WhatItDoes({ line, fields }: { line: ImportLine; fields: Fields }) {
  const labelOf = (name: string) => fields.find((field) => field.name === name)?.label[language] ?? name;
  if (line.undoProblem) return <span className="problem">{said(line.undoProblem)}</span>;
  if (line.outcome === "error")
    return (
      <ul className="import-problems">
        {line.problems.map(({ field, message, value }) => (
          <li key={`${field} ${message}`}>
            {field && <strong>{labelOf(field)}</strong>}
            {value && <q className="import-value">{value}</q>}{" "}
            <span className="problem">{said(message)}</span>
          </li>
        ))}
      </ul>
    );
  if (line.outcome === "changed" || line.changes.length > 0)
    return (
      <ul className="import-problems">
        {line.changes.map(({ field, from, to }) => (
          <li key={field}>
            {labelOf(field)}: <s className="soft">{from ?? t("nothing")}</s> →{" "}
            <strong>{to ?? t("nothing")}</strong>
          </li>
        ))}
      </ul>
    );
  return <span className="soft">{line.outcome === "new" ? t("Is new") : t("Is there already")}</span>;
}
