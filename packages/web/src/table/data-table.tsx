import { Button, MultiSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback, useMediaQuery } from "@mantine/hooks";
import { IconDownload, IconSearch } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { t } from "../language/language.ts";
import { Empty } from "../parts/small.tsx";
import { pieces } from "../words.ts";
import type { Column, Filter } from "./column.ts";
import { downloadCsv } from "./csv-file.ts";
import { CardRows, TableRows } from "./rows.tsx";
import { shownRows } from "./shown-rows.ts";
import { useSelection } from "./use-selection.ts";
import { useTableState } from "./use-table-state.ts";
import { useColumns, ViewsMenu } from "./views.tsx";

/**
 * A list of any length: searched, filtered and sorted by the page's address, with the columns that the person wants, views
 * that they keep by name, and a CSV file of what is shown. On a phone its rows are cards.
 */
export function DataTable<Row extends { id: string }>({
  name,
  label,
  rows,
  columns,
  filters = noFilters,
  searched,
  rowName,
  defaultSort,
  searchLabel,
  actions,
  onSelected,
  empty,
}: {
  /** Of the list among the person's preferences and in its file's name, e.g. `devices`. */
  name: string;
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  filters?: readonly Filter<Row>[];
  /** What a row is found by. */
  searched(row: Row): readonly (string | null | undefined)[];
  rowName(row: Row): string;
  /** A column's key, with "-": downwards. */
  defaultSort: string;
  /** What can be typed, e.g. "Name, DevEUI or location". */
  searchLabel: string;
  /** Beside the search. */
  actions?: React.ReactNode;
  /** What can be done with those that are selected; undefined: nothing. */
  onSelected?(ids: readonly string[], clear: () => void): React.ReactNode;
  /** Instead of an empty list. */
  empty: React.ReactNode;
}) {
  const keys = useMemo(() => filters.map(({ key }) => key), [filters]);
  const [state, setState] = useTableState(keys, defaultSort);
  const chosen = useColumns(name, columns);
  const isPhone = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  const shown = useMemo(
    () => shownRows(rows, state, { columns, filters, searched }),
    [rows, state, columns, filters, searched],
  );
  const selection = useSelection(shown);
  if (rows.length === 0) return empty;
  const props = {
    label,
    rows: shown,
    columns: chosen.columns,
    sort: state.sort,
    onSort: (sort: string) => setState({ sort }),
    selection: onSelected ? selection : undefined,
    rowName,
  };
  const clear = () => setState({ search: "", filters: Object.fromEntries(keys.map((key) => [key, []])) });
  return (
    <>
      <search className="data-tools">
        <SearchField label={searchLabel} value={state.search} onChange={(search) => setState({ search })} />
        {filters.map((filter) => (
          <FilterField
            key={filter.key}
            filter={filter}
            rows={rows}
            values={state.filters[filter.key] ?? []}
            onChange={(values) => setState({ filters: { [filter.key]: values } })}
          />
        ))}
        <span className="soft" role="status">
          {shown.length === rows.length
            ? pieces(rows.length)
            : t("{shown} of {all}", { shown: pieces(shown.length), all: pieces(rows.length) })}
        </span>
        <div className="data-actions">
          <ViewsMenu columns={columns} chosen={chosen} />
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.7} />}
            onClick={() => downloadCsv(name, chosen.columns, shown)}
          >
            CSV
          </Button>
          {actions}
        </div>
      </search>
      {onSelected && selection.isSome && (
        <div className="selected-bar" role="toolbar" aria-label={t("With what is selected")}>
          <strong>
            {t("{count, plural, one {# selected} other {# selected}}", { count: selection.ids.length })}
          </strong>
          {onSelected(selection.ids, selection.clear)}
          <Button variant="subtle" color="gray" onClick={selection.clear}>
            {t("Select none")}
          </Button>
        </div>
      )}
      {shown.length === 0 ? (
        <Empty title={t("Nothing matches")}>
          <Button variant="default" mt="sm" onClick={clear}>
            {t("Show all")}
          </Button>
        </Empty>
      ) : isPhone ? (
        <CardRows {...props} />
      ) : (
        <TableRows {...props} />
      )}
    </>
  );
}

const noFilters: readonly never[] = [];

function SearchField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 150);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      type="search"
      className="data-search"
      aria-label={t("Search: {what}", { what: label })}
      placeholder={label}
      leftSection={<IconSearch size={16} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}

function FilterField<Row>({
  filter: { name, options, of },
  rows,
  values,
  onChange,
}: {
  filter: Filter<Row>;
  rows: readonly Row[];
  values: readonly string[];
  onChange(values: string[]): void;
}) {
  const present = useMemo(() => {
    const found = new Set<string>();
    for (const row of rows) for (const value of [of(row) ?? []].flat()) found.add(value);
    return found;
  }, [rows, of]);
  const data = options.filter(({ value }) => present.has(value) || values.includes(value));
  if (data.length < 2 && values.length === 0) return null;
  return (
    <MultiSelect
      className="data-filter"
      aria-label={name}
      placeholder={values.length === 0 ? name : ""}
      data={data}
      value={[...values]}
      onChange={onChange}
      clearable
      searchable={data.length > 8}
      hidePickedOptions={false}
    />
  );
}
