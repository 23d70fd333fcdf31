import type { Policy } from "@refill/replenishment";
import { readTimeOfDay, readWeekdays } from "../cell-values.ts";
import { field } from "../fields.ts";
import type { CellValue } from "../import-kind.ts";
import type { LineReader } from "../line-reader.ts";

/** How a policy is written in columns: its kind, and the numbers that this kind has. */

export const policyFields = [
  field("policy", "Policy", "Bestellverfahren", {
    also: ["policy.kind", "dispositionsverfahren", "disposition"],
    example: "min-max",
  }),
  field("minimum", "Minimum", "Meldebestand", {
    value: "number",
    also: ["policy.minimum", "min", "minimum stock", "mindestbestand"],
    example: "400",
  }),
  field("maximum", "Maximum", "Höchstbestand", {
    value: "number",
    also: ["policy.maximum", "max", "maximum stock", "maximalbestand"],
    example: "2000",
  }),
  field("reorderPoint", "Reorder point", "Bestellpunkt", {
    value: "number",
    also: ["policy.reorderPoint", "order point", "rop"],
  }),
  field("quantity", "Order quantity", "Bestellmenge", {
    value: "number",
    also: ["policy.quantity", "lot size", "losgröße"],
  }),
  field("cards", "Kanban cards", "Kanban-Karten", { value: "number", also: ["policy.cards"] }),
  field("piecesPerCard", "Pieces a card", "Menge je Karte", {
    value: "number",
    also: ["policy.piecesPerCard"],
  }),
  field("piecesPerBin", "Pieces a bin", "Menge je Behälter", {
    value: "number",
    also: ["policy.piecesPerBin"],
  }),
  field("reviewDays", "Reviewed on", "Prüftage", { value: "list", also: ["policy.days"] }),
  field("reviewAt", "Reviewed at", "Prüfzeit", { also: ["policy.at"] }),
] as const;

/** Which numbers make up which kind; the first that has all of them in the line is meant when no kind is named. */
const numbersOf = {
  "min-max": ["minimum", "maximum"],
  "reorder-point": ["reorderPoint", "quantity"],
  kanban: ["cards", "piecesPerCard"],
  "two-bin": ["piecesPerBin"],
  periodic: ["reorderPoint", "maximum"],
  event: ["quantity"],
} as const;
type PolicyKind = keyof typeof numbersOf;
const words: Readonly<Record<string, PolicyKind>> = {
  minmax: "min-max",
  "s,S": "min-max",
  meldebestand: "min-max",
  bestellpunkt: "reorder-point",
  periodisch: "periodic",
  "zwei-behälter": "two-bin",
  twobin: "two-bin",
  ereignis: "event",
  knopf: "event",
};

/** Undefined: the line says nothing of it; null: it takes it away. */
export function policyOfLine(line: LineReader, known: Policy | null): Policy | null | undefined {
  const whole = line.json("policy");
  if (whole !== undefined) return whole as Policy;
  if (line.textOrNone("policy") === null) return null;
  const named = policyKindOf(line);
  if (line.problems.some(({ field: name }) => name === "policy")) return undefined;
  const says = (kind: PolicyKind) => numbersOf[kind].some((name) => line.text(name) !== undefined);
  const guessed = (Object.keys(numbersOf) as PolicyKind[]).find((kind) =>
    numbersOf[kind].every((name) => line.text(name) !== undefined),
  );
  const kind = named ?? (known && says(known.kind) ? known.kind : guessed);
  if (kind === undefined) {
    const alone = Object.values(numbersOf)
      .flat()
      .find((name) => line.text(name) !== undefined);
    if (alone)
      line.refuse(alone, "not-understood", "is not enough for a policy: name its kind and its other number");
    return undefined;
  }
  const before = known?.kind === kind ? (known as unknown as Record<string, unknown>) : {};
  const fields: Record<string, unknown> = { ...before, kind };
  for (const name of numbersOf[kind]) {
    const number = line.number(name) ?? before[name];
    if (number === undefined && !line.problems.some((problem) => problem.field === name))
      line.refuse(name, "missing", `is missing: the policy ${kind} needs it`);
    fields[name] = number ?? 0;
  }
  if (kind === "periodic") {
    fields.days =
      line.value("reviewDays", readWeekdays, "are no weekdays: write them like Mon, Thu") ?? before.days;
    fields.at = line.value("reviewAt", readTimeOfDay, "is no time of day: write it like 06:00") ?? before.at;
    if (!fields.days) line.refuse("reviewDays", "missing", "are missing: the policy periodic needs them");
    fields.at ??= "06:00";
  }
  return fields as unknown as Policy;
}

function policyKindOf(line: LineReader): PolicyKind | undefined {
  return line.value(
    "policy",
    (cell) => {
      const word = cell
        .toLowerCase()
        .trim()
        .replace(/[\s_]+/g, "-");
      if (word in numbersOf) return word as PolicyKind;
      return words[word] ?? words[word.replaceAll("-", "")];
    },
    `must be one of ${Object.keys(numbersOf).join(", ")}`,
  );
}

export function policyCells(policy: Policy | null): Record<string, CellValue> {
  if (policy === null) return {};
  const { kind, ...rest } = policy;
  const { days, at, ...numbers } = rest as Record<string, unknown>;
  return {
    policy: kind,
    ...(numbers as Record<string, number>),
    ...(days ? { reviewDays: (days as number[]).join(", "), reviewAt: at as string } : {}),
  };
}

/** `policy.days` and `policy.at` are columns of other names. */
export function policyFieldOf(path: string): string {
  const own = path.split(".")[1];
  return own === "days" ? "reviewDays" : own === "at" ? "reviewAt" : (own ?? "policy");
}
