/** What a column of an import can hold, and how people call it. */
export interface ImportField {
  name: string;
  label: { en: string; de: string };
  /** More words for it, as other programs and exports write them. */
  also: readonly string[];
  value: "text" | "number" | "date" | "yes-no" | "list";
  /** Of a number: what units it can have; the first is that of a number without one. */
  dimension?: Dimension;
  /** A new record needs it. */
  isRequired: boolean;
  /** In a template, in English; the other language's where it is another. */
  example: string;
  exampleDe?: string;
}
export type Dimension = keyof typeof dimensions;

/** How much of the first unit one of each is. */
export const dimensions = {
  length: { mm: 1, cm: 10, m: 1000, in: 25.4, inch: 25.4, '"': 25.4, zoll: 25.4 },
  weight: { g: 1, kg: 1000, mg: 0.001, t: 1e6, lb: 453.59237, lbs: 453.59237, oz: 28.349523125 },
  days: { d: 1, day: 1, days: 1, tag: 1, tage: 1, t: 1, week: 7, weeks: 7, woche: 7, wochen: 7, w: 7 },
  minutes: { min: 1, minutes: 1, minuten: 1, h: 60, hours: 60, stunden: 60, std: 60 },
  hours: { h: 1, hours: 1, stunden: 1, std: 1, days: 24, tage: 24, d: 24 },
} as const satisfies Record<string, Readonly<Record<string, number>>>;

type Options = Partial<Omit<ImportField, "name" | "label" | "also">> & { also?: readonly string[] };

export function field(name: string, en: string, de: string, options: Options = {}): ImportField {
  return {
    name,
    label: { en, de },
    also: [],
    value: "text",
    isRequired: false,
    example: "",
    ...options,
  };
}

/** Letters and digits of a header, without case, accents and what stands in brackets. */
export function headerKey(header: string): string {
  return header
    .replace(/[([{].*?[)\]}]/g, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The unit that a header names, e.g. `Gewicht (kg)` or `Weight in lb`; 1 where it names none. */
export function factorOfHeader(header: string, dimension: Dimension | undefined): number {
  if (!dimension) return 1;
  const unit = /[([{]\s*(.*?)\s*[)\]}]/.exec(header)?.[1] ?? /\s+in\s+(\S+)\s*$/i.exec(header)?.[1];
  const factors: Readonly<Record<string, number>> = dimensions[dimension];
  return factors[unit?.toLowerCase() ?? ""] ?? 1;
}
