import { Checkbox } from "@mantine/core";
import { useVirtualizer, useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { t } from "../language/language.ts";
import type { Column } from "./column.ts";
import type { Selection } from "./use-selection.ts";

export interface RowsProps<Row extends { id: string }> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  sort: string;
  onSort(sort: string): void;
  /** Undefined: nothing can be selected. */
  selection: Selection | undefined;
  rowName(row: Row): string;
}

/** Only the rows in sight are in the page, however many there are. */
export function TableRows<Row extends { id: string }>({
  label,
  rows,
  columns,
  sort,
  onSort,
  selection,
  rowName,
}: RowsProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [height]);
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const template = [
    ...(selection ? ["44px"] : []),
    ...columns.map(({ width, isNumber }) => width ?? (isNumber ? "minmax(90px, 1fr)" : "minmax(120px, 2fr)")),
  ].join(" ");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="data-box" ref={box} tabIndex={0} aria-label={t("{list}, scrolls", { list: label })}>
      <table
        className="data-table"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        style={{ "--columns": template } as React.CSSProperties}
      >
        <thead className="data-head">
          <tr aria-rowindex={1} className="data-row">
            {selection && (
              <th className="data-cell">
                <Checkbox
                  size="xs"
                  aria-label={t("Select all")}
                  checked={selection.isAll}
                  indeterminate={selection.isSome && !selection.isAll}
                  onChange={selection.toggleAll}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody style={{ paddingTop: before, paddingBottom: Math.max(0, after) }}>
          {items.map(({ index }) => {
            const row = rows[index]!;
            return (
              <tr
                key={row.id}
                aria-rowindex={index + 2}
                className={selection?.has(row.id) ? "data-row selected" : "data-row"}
              >
                {selection && (
                  <td className="data-cell">
                    <SelectBox selection={selection} id={row.id} name={rowName(row)} />
                  </td>
                )}
                {columns.map(({ key, cell, value, isNumber }) => (
                  <td key={key} className={isNumber ? "data-cell number" : "data-cell"}>
                    {cell ? cell(row) : (value(row) ?? "–")}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** On a phone each row is a card. */
export function CardRows<Row extends { id: string }>({
  label,
  rows,
  columns,
  selection,
  rowName,
}: RowsProps<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 120,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => rows[index]!.id,
  });
  return (
    <ul
      className="data-cards"
      ref={list}
      aria-label={label}
      style={{ height: virtual.getTotalSize(), position: "relative" }}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index]!;
        return (
          <li
            key={key}
            data-index={index}
            ref={virtual.measureElement}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className="data-card"
            style={{ transform: `translateY(${start - top}px)` }}
          >
            {selection && (
              <div className="data-card-select">
                <SelectBox selection={selection} id={row.id} name={rowName(row)} />
              </div>
            )}
            {columns.map(({ key: column, name, cell, value, isWide }) => (
              <div key={column} className={isWide ? "wide" : ""}>
                {!isWide && <span className="data-card-name">{name}</span>}
                {cell ? cell(row) : (value(row) ?? "–")}
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

function HeadCell<Row>({
  column: { key, name, isNumber },
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort: string;
  onSort(sort: string): void;
}) {
  const isUp = sort === key;
  const isDown = sort === `-${key}`;
  return (
    <th
      aria-sort={isUp ? "ascending" : isDown ? "descending" : "none"}
      className={isNumber ? "data-cell number" : "data-cell"}
    >
      <button type="button" className="head-button" onClick={() => onSort(isUp ? `-${key}` : key)}>
        {name}
        <span aria-hidden>{isUp ? " ↑" : isDown ? " ↓" : ""}</span>
      </button>
    </th>
  );
}

function SelectBox({ selection, id, name }: { selection: Selection; id: string; name: string }) {
  return (
    <Checkbox
      size="xs"
      aria-label={t("Select {name}", { name })}
      checked={selection.has(id)}
      onChange={(event) => selection.toggle(id, (event.nativeEvent as MouseEvent).shiftKey)}
    />
  );
}

/** Pixels, by the person's density. */
function useRowHeight(): number {
  const [height, setHeight] = useState(rowHeight);
  useEffect(() => {
    const observer = new MutationObserver(() => setHeight(rowHeight()));
    observer.observe(document.documentElement, { attributeFilter: ["data-density"] });
    return () => observer.disconnect();
  }, []);
  return height;
}

function rowHeight(): number {
  return document.documentElement.dataset.density === "dense" ? 36 : 52;
}
