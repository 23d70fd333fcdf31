import type { LineProblem } from "@refill/replenishment";
import { CommandRefused } from "./command-refused.ts";

const MOST_PROBLEMS = 20;

/** A file with these problems, in the order of its lines; of many, the first ones. */
export function csvRefused(name: string, problems: readonly LineProblem[]): CommandRefused {
  const lines = [...problems]
    .sort((a, b) => a.line - b.line)
    .slice(0, MOST_PROBLEMS)
    .map(({ line, message }) => `  line ${line}: ${message}`);
  const more = problems.length > MOST_PROBLEMS ? [`  and ${problems.length - MOST_PROBLEMS} more`] : [];
  return new CommandRefused([`${name} can't be used:`, ...lines, ...more].join("\n"));
}
