import { inOrder } from "../words.ts";
import type { Column, Filter, TableState } from "./column.ts";

/** Rows that are searched and filtered for, in the wanted order. `searched`: what a row is found by. */
export function shownRows<Row>(
  rows: readonly Row[],
  { search, sort, filters: chosen }: TableState,
  {
    columns,
    filters = [],
    searched,
  }: {
    columns: readonly Column<Row>[];
    filters?: readonly Filter<Row>[] | undefined;
    searched(row: Row): readonly (string | null | undefined)[];
  },
): Row[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const active = filters.filter(({ key }) => (chosen[key]?.length ?? 0) > 0);
  const found = rows.filter((row) => {
    for (const { key, of } of active) {
      const is = of(row);
      const has = (value: string) => chosen[key]!.includes(value);
      if (is === null || !(typeof is === "string" ? has(is) : is.some(has))) return false;
    }
    if (words.length === 0) return true;
    const text = searched(row).join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isDown = sort.startsWith("-");
  const column = columns.find(({ key }) => key === (isDown ? sort.slice(1) : sort));
  if (!column) return found;
  // Each row is asked once, not for each comparison.
  const valued = found.map((row) => ({ row, value: column.value(row) }));
  valued.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    const order = compare(a.value, b.value);
    return isDown ? -order : order;
  });
  return valued.map(({ row }) => row);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : inOrder(String(a), String(b));
}
