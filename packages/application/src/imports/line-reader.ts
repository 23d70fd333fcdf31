import { type DecimalSign, readDate, readNumber, readYesNo } from "./cell-values.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { factorOfHeader, type ImportField } from "./fields.ts";

/** What is wrong with a line, and what to do. */
export interface LineProblem {
  /** Name of the field; null: the line as a whole. */
  field: string | null;
  /** Stable, for translation. */
  code: ProblemCodeOfLine;
  message: string;
  /** What stands there. */
  value: string | null;
}
export type ProblemCodeOfLine =
  | "missing"
  | "no-number"
  | "no-date"
  | "no-yes-or-no"
  | "not-understood"
  | "unknown-reference"
  | "ambiguous"
  | "twice"
  | "refused";

/** How a file's cells are read: the same for all of its lines. */
export interface Reading {
  columns: readonly string[];
  mapping: ColumnMapping;
  decimalSign: DecimalSign;
  fields: readonly ImportField[];
}

/** A cell that takes away what is there. */
const clearing = "-";

/** One line's cells by field; collects what is wrong with them. An empty cell says nothing: what is there stays. */
export class LineReader {
  readonly problems: LineProblem[] = [];
  readonly #reading: Reading;
  readonly #cells: readonly string[];

  constructor(reading: Reading, cells: readonly string[]) {
    this.#reading = reading;
    this.#cells = cells;
  }

  /** Undefined: the cell is empty, or there is no such column. */
  get decimalSign(): DecimalSign {
    return this.#reading.decimalSign;
  }

  text(name: string): string | undefined {
    const cell = this.#cells[this.#reading.mapping.indexOf(name)];
    return cell === undefined || cell === "" ? undefined : cell;
  }

  /** The same; null for a cell that clears. */
  textOrNone(name: string): string | null | undefined {
    const cell = this.text(name);
    return cell === clearing ? null : cell;
  }

  number(name: string): number | undefined {
    const cell = this.text(name);
    if (cell === undefined) return undefined;
    const index = this.#reading.mapping.indexOf(name);
    const { dimension } = this.#field(name);
    const number = readNumber(cell, {
      sign: this.#reading.decimalSign,
      dimension,
      factor: factorOfHeader(this.#reading.columns[index]!, dimension),
    });
    if (number === undefined) {
      const example = this.#reading.decimalSign === "," ? "1234,5" : "1234.5";
      this.refuse(name, "no-number", `is no number: write it like ${example}`);
    }
    return number;
  }

  numberOrNone(name: string): number | null | undefined {
    return this.text(name) === clearing ? null : this.number(name);
  }

  date(name: string): string | null | undefined {
    const cell = this.textOrNone(name);
    if (cell === undefined || cell === null) return cell;
    const date = readDate(cell);
    if (date === undefined) this.refuse(name, "no-date", "is no day: write it like 2027-01-31 or 31.01.2027");
    return date;
  }

  yesNo(name: string): boolean | undefined {
    const cell = this.text(name);
    if (cell === undefined) return undefined;
    const answer = readYesNo(cell);
    if (answer === undefined) this.refuse(name, "no-yes-or-no", "must be yes or no");
    return answer;
  }

  /** What `read` makes of the cell; undefined from it: nothing. */
  value<T>(name: string, read: (cell: string) => T | undefined, remedy: string): T | undefined {
    const cell = this.text(name);
    if (cell === undefined) return undefined;
    const value = read(cell);
    if (value === undefined) this.refuse(name, "not-understood", remedy);
    return value;
  }

  /** JSON, as the export writes lists and objects; undefined where the cell is empty or no JSON. */
  json(name: string): unknown {
    const cell = this.text(name);
    if (cell === undefined || !/^[[{]/.test(cell)) return undefined;
    try {
      return JSON.parse(cell);
    } catch {
      this.refuse(name, "not-understood", "is no JSON as the export writes it");
      return undefined;
    }
  }

  /** The text of a field that a new record needs. */
  required(name: string): string {
    const cell = this.text(name);
    if (cell === undefined) this.refuse(name, "missing", "is missing: a new one needs it");
    return cell ?? "";
  }

  refuse(field: string | null, code: ProblemCodeOfLine, message: string): void {
    if (this.problems.some((problem) => problem.field === field && field !== null)) return;
    this.problems.push({
      field,
      code,
      message,
      value: field === null ? null : (this.text(field) ?? null),
    });
  }

  #field(name: string): ImportField {
    return this.#reading.fields.find((field) => field.name === name)!;
  }
}
