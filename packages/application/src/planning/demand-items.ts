import { seriesOf } from "@refill/replenishment";
import type { KnownDay } from "./imported-use.ts";
import { isoDate } from "./iso-date.ts";

/** What was used in a day or week, as the REST API shows it. */
export interface DemandItem {
  date: string;
  /** Null: too little is known. */
  quantity: number | null;
  /** 0 … 1 */
  knownShare: number;
  isMissing: boolean;
  isImported: boolean;
}

export function demandItems(days: readonly KnownDay[], period: "day" | "week"): DemandItem[] {
  const { firstDay, periodDays, values } = seriesOf(days, period);
  const dayOf = new Map(days.map((known) => [known.day, known]));
  return Array.from(values, (value, index) => {
    const first = firstDay + index * periodDays;
    let knownDays = 0;
    let isImported = false;
    for (let day = first; day < first + periodDays; day += 1) {
      knownDays += dayOf.get(day)?.knownShare ?? 0;
      isImported ||= dayOf.get(day)?.isImported ?? false;
    }
    const isMissing = Number.isNaN(value);
    return {
      date: isoDate(first),
      quantity: isMissing ? null : rounded(value),
      knownShare: rounded(knownDays / periodDays),
      isMissing,
      isImported,
    };
  });
}

/**
 * Of several locations together, by date. A period counts as far as locations know it; it is missing where none does, and its
 * share is that of all of them.
 */
export function summedItems(each: readonly (readonly DemandItem[])[]): DemandItem[] {
  const byDate = new Map<string, DemandItem>();
  for (const items of each)
    for (const { date, quantity, knownShare, isMissing, isImported } of items) {
      const sum = byDate.get(date) ?? { date, quantity: null, knownShare: 0, isMissing: true, isImported };
      byDate.set(date, {
        date,
        quantity: quantity === null ? sum.quantity : rounded((sum.quantity ?? 0) + quantity),
        knownShare: sum.knownShare + knownShare / each.length,
        isMissing: sum.isMissing && isMissing,
        isImported: sum.isImported || isImported,
      });
    }
  return [...byDate.values()]
    .map((item) => ({ ...item, knownShare: rounded(item.knownShare) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
