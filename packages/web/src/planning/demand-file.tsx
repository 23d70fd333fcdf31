import { Button, FileButton, SegmentedControl, Textarea } from "@mantine/core";
import { useDeferredValue, useMemo, useState } from "react";
import type { Engine } from "../engine.ts";
import { said, t } from "../language/language.ts";
import { day, pieces } from "../words.ts";

const mostProblems = 20;
const mostCharacters = 2_000_000;
const example = "date,quantity\n2027-01-04,12\n2027-01-05,0\n2027-01-07,30";
const dayMs = 86_400_000;

export type ReadDemand = Extract<ReturnType<Engine["parseDemandCsv"]>, { file: unknown }>["file"];

/** What is typed or read from a file, and what it means. */
export interface DemandFile {
  text: string;
  setText(text: string): void;
  gaps: "zero" | "missing";
  setGaps(gaps: "zero" | "missing"): void;
  /** Null: nothing is typed, or something is wrong with it. */
  demand: ReadDemand | null;
  problems: readonly { line: number; message: string }[];
}

export function useDemandFile(engine: Engine | undefined): DemandFile {
  const [text, setText] = useState("");
  const [gaps, setGaps] = useState<"zero" | "missing">("zero");
  // Typing goes before reading.
  const latest = useDeferredValue(text);
  const read = useMemo(
    () => (engine && latest.trim() ? engine.parseDemandCsv(latest, gaps) : null),
    [engine, latest, gaps],
  );
  return {
    text,
    setText,
    gaps,
    setGaps,
    demand: read && "file" in read ? read.file : null,
    problems: read && "problems" in read ? read.problems : [],
  };
}

/** Demand by day that is pasted, or read from a file; what is wrong is told by line. */
export function DemandFileField({ file }: { file: DemandFile }) {
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const isTooLarge = chosen.size > mostCharacters;
    setTooLarge(isTooLarge ? t("{name} is too large: 2 MB at most", { name: chosen.name }) : null);
    if (!isTooLarge) file.setText(await chosen.text());
  };
  return (
    <>
      <Textarea
        label={t("Demand by day")}
        description={t(
          "Date and quantity, a line each; days of the same date are summed. Paste it here, or choose a file.",
        )}
        placeholder={example}
        autosize
        minRows={4}
        maxRows={10}
        spellCheck={false}
        styles={{ input: { fontFamily: "ui-monospace, monospace", fontSize: 13 } }}
        value={file.text}
        maxLength={mostCharacters}
        onChange={(event) => file.setText(event.currentTarget.value)}
        error={tooLarge ?? (file.problems.length > 0 && <Problems problems={file.problems} />)}
      />
      <div className="file-line">
        <FileButton accept=".csv,.txt,text/csv,text/plain" onChange={choose}>
          {(props) => (
            <Button variant="default" {...props}>
              {t("Choose a file …")}
            </Button>
          )}
        </FileButton>
        <span className="soft" id="gaps">
          {t("Days that it does not name:")}
        </span>
        <SegmentedControl
          size="xs"
          aria-labelledby="gaps"
          data={[
            { value: "zero", label: t("nothing was used") },
            { value: "missing", label: t("not known") },
          ]}
          value={file.gaps}
          onChange={(next) => file.setGaps(next as DemandFile["gaps"])}
        />
      </div>
      {file.demand && <Found demand={file.demand} />}
    </>
  );
}

function Problems({ problems }: { problems: DemandFile["problems"] }) {
  return (
    <span>
      {problems.slice(0, mostProblems).map(({ line, message }) => (
        <span key={`${line} ${message}`} style={{ display: "block" }}>
          {t("Line {line}: {message}", { line, message: said(message) })}
        </span>
      ))}
      {problems.length > mostProblems && (
        <span>{t("and {length} more lines", { length: problems.length - mostProblems })}</span>
      )}
    </span>
  );
}

function Found({ demand: { firstDay, demand, unnamedDays } }: { demand: ReadDemand }) {
  let sum = 0;
  for (const quantity of demand) sum += quantity || 0;
  return (
    <p className="what-happens" role="status">
      {t("{length} days from {firstDay} to {firstDay2}, {sum}; {unnamedDays} days are not named.", {
        length: pieces(demand.length),
        firstDay: day(isoDay(firstDay)),
        firstDay2: day(isoDay(firstDay + demand.length - 1)),
        sum: pieces(sum, t("pieces")),
        unnamedDays: pieces(unnamedDays),
      })}
    </p>
  );
}

/** Days since 1 January 1970 → 2027-01-31. */
export function isoDay(days: number): string {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}
