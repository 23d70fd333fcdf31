import { useMemo, useRef, useState } from "react";

export interface Selection {
  /** Those that are shown and selected. */
  ids: readonly string[];
  isAll: boolean;
  isSome: boolean;
  has(id: string): boolean;
  /** `isRange`: all between the last one and this. */
  toggle(id: string, isRange: boolean): void;
  toggleAll(): void;
  clear(): void;
}

/** Rows that a person selects; what is not shown any more is selected no more. */
export function useSelection(rows: readonly { id: string }[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  return useMemo(() => {
    const ids = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
    const isAll = ids.length > 0 && ids.length === rows.length;
    return {
      ids,
      isAll,
      isSome: ids.length > 0,
      has: (id) => chosen.has(id),
      toggle: (id, isRange) => {
        const from = isRange ? rows.findIndex((row) => row.id === last.current) : -1;
        const to = rows.findIndex((row) => row.id === id);
        const between =
          from < 0 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.id);
        const isOn = !chosen.has(id);
        last.current = id;
        setChosen(
          isOn
            ? new Set([...chosen, ...between])
            : new Set([...chosen].filter((each) => !between.includes(each))),
        );
      },
      toggleAll: () => setChosen(isAll ? new Set() : new Set(rows.map(({ id }) => id))),
      clear: () => setChosen(new Set()),
    };
  }, [rows, chosen]);
}
