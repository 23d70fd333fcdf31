import { MultiSelect, Switch, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import type { TableState } from "../table/column.ts";
import { byName } from "../words.ts";

/** Of the page's address; the list's own filters are the same. */
export const filterKeys = ["supplier", "site", "late"] as const;

/** What is shown of the orders, whatever the view. */
export function OrderFilters({
  state,
  onChange,
}: {
  state: TableState;
  onChange(change: Partial<TableState>): void;
}) {
  const { supplier, site } = useCatalogue();
  const options = (records: ReadonlyMap<string, { id: string; name: string }>) =>
    [...records.values()].sort(byName).map(({ id, name }) => ({ value: id, label: name }));
  const choice = (key: string, name: string, data: { value: string; label: string }[]) => {
    const values = [...(state.filters[key] ?? [])];
    if (data.length < 2 && values.length === 0) return null;
    return (
      <MultiSelect
        className="data-filter"
        aria-label={name}
        placeholder={values.length === 0 ? name : ""}
        data={data}
        value={values}
        onChange={(chosen) => onChange({ filters: { [key]: chosen } })}
        clearable
        searchable={data.length > 8}
      />
    );
  };
  return (
    <search className="data-tools">
      <Search value={state.search} onChange={(search) => onChange({ search })} />
      {choice("supplier", t("Supplier"), options(supplier))}
      {choice("site", t("Site"), options(site))}
      <Switch
        label={t("Only late ones")}
        checked={state.filters.late?.includes("yes") ?? false}
        onChange={(event) => onChange({ filters: { late: event.currentTarget.checked ? ["yes"] : [] } })}
      />
    </search>
  );
}

function Search({ value, onChange }: { value: string; onChange(value: string): void }) {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 150);
  useEffect(() => setText(value), [value]);
  const label = t("Number, part, location, supplier");
  return (
    <TextInput
      type="search"
      className="data-search"
      aria-label={t("Search orders: {what}", { what: label })}
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
