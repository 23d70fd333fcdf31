/** What `refill simulate` is told on the command line, read and checked. */
import type { Policy, Weekday } from "@refill/replenishment";
import { CommandRefused } from "../command-refused.ts";

/** As Commander gives them: text, or true. */
export interface SimulateOptions {
  present?: string;
  presentSafety?: string;
  proposed?: string;
  proposedSafety?: string;
  planDays?: string;
  location?: string;
  url?: string;
  apiKey?: string;
  days?: string;
  gaps?: string;
  leadTime?: string;
  leadTimeDeviation?: string;
  pack?: string;
  minimumOrder?: string;
  multiple?: string;
  capacity?: string;
  startStock?: string;
  price?: string;
  holdingRate?: string;
  orderCost?: string;
  shortageCost?: string;
  lost?: boolean;
  service?: string;
  measure?: string;
  seed?: string;
  json?: boolean;
  svg?: string;
}

const WAYS = [
  "min-max:MINIMUM/MAXIMUM",
  "reorder-point:POINT/QUANTITY",
  "periodic:POINT/MAXIMUM/DAYS (1,4: Mondays and Thursdays)",
  "kanban:CARDS/PIECES",
  "two-bin:PIECES",
  "event:QUANTITY",
].join(", ");

/** A policy as people write it: `min-max:40/100`. What makes no sense at a location is found later. */
export function readPolicy(option: string, text: string): Policy {
  const [kind, figures = ""] = text.split(":", 2);
  const parts = figures.split("/").map((part) => part.trim());
  const refuse = () => new CommandRefused(`${option} "${text}" is no policy. Write one of ${WAYS}.`);
  const pieces = (index: number) => {
    if (!/^\d{1,12}$/.test(parts[index] ?? "")) throw refuse();
    return Number(parts[index]);
  };
  const of = (count: number, policy: () => Policy) => {
    if (parts.length !== count) throw refuse();
    return policy();
  };
  switch (kind) {
    case "min-max":
      return of(2, () => ({ kind, minimum: pieces(0), maximum: pieces(1) }));
    case "reorder-point":
      return of(2, () => ({ kind, reorderPoint: pieces(0), quantity: pieces(1) }));
    case "periodic":
      return of(3, () => {
        const days = parts[2]!.split(",");
        if (!days.every((day) => /^[1-7]$/.test(day))) throw refuse();
        const at = "12:00";
        return { kind, reorderPoint: pieces(0), maximum: pieces(1), days: days.map(Number) as Weekday[], at };
      });
    case "kanban":
      return of(2, () => ({ kind, cards: pieces(0), piecesPerCard: pieces(1) }));
    case "two-bin":
      return of(1, () => ({ kind, piecesPerBin: pieces(0) }));
    case "event":
      return of(1, () => ({ kind, quantity: pieces(0) }));
    default:
      throw refuse();
  }
}

/** A number in its range; undefined when the option was left out. */
export function readNumber(
  option: string,
  text: string | undefined,
  { from, to, isWhole = false }: { from: number; to: number; isWhole?: boolean },
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(value >= from && value <= to) || (isWhole && !Number.isInteger(value)))
    throw new CommandRefused(
      `${option} takes a ${isWhole ? "whole number" : "number"} from ${from} to ${to}, not "${text}".`,
    );
  return value;
}

export function readChoice<T extends string>(
  option: string,
  text: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (text === undefined || (choices as readonly string[]).includes(text)) return text as T | undefined;
  throw new CommandRefused(`${option} takes ${choices.join(" or ")}, not "${text}".`);
}
