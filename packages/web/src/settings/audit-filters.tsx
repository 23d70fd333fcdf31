import { Pill, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { t } from "../language/language.ts";
import type { TrailSearch } from "./trail-search.ts";
import { actorWords, nounWords } from "./trail-words.ts";

const options = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export function AuditFilters({
  search,
  onChange,
}: {
  search: TrailSearch;
  onChange(search: TrailSearch): void;
}) {
  const [text, setText] = useState(search.q ?? "");
  // A link may have set another text meanwhile.
  const [seen, setSeen] = useState(search.q);
  if (seen !== search.q) {
    setSeen(search.q);
    if ((search.q ?? "") !== text.trim()) setText(search.q ?? "");
  }
  const set = (fields: { [K in keyof TrailSearch]?: TrailSearch[K] | null }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...fields }).filter(([, value]) => value !== null && value !== ""),
      ),
    );
  const look = useDebouncedCallback((value: string) => set({ q: value.trim() }), 300);
  return (
    <>
      <search className="filters">
        <TextInput
          aria-label={t("Search the audit trail")}
          placeholder={t("Name, value, address …")}
          leftSection={<IconSearch size={16} />}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            look(event.currentTarget.value);
          }}
        />
        <Select
          aria-label={t("About")}
          placeholder={t("About anything")}
          data={options(nounWords)}
          clearable
          searchable
          value={search.action?.split(".")[0] ?? null}
          onChange={(action) => set({ action })}
        />
        <Select
          aria-label={t("By")}
          placeholder={t("By anybody")}
          data={options(actorWords)}
          clearable
          value={search.actorKind ?? null}
          onChange={(actorKind) => set({ actorKind: actorKind as TrailSearch["actorKind"] & string })}
        />
        <TextInput
          type="date"
          aria-label={t("From day")}
          title={t("From this day on")}
          leftSection={<span className="small-text">{t("from")}</span>}
          leftSectionWidth={42}
          max={search.to}
          value={search.from ?? ""}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          aria-label={t("To day")}
          title={t("To the end of this day")}
          leftSection={<span className="small-text">{t("to")}</span>}
          leftSectionWidth={34}
          min={search.from}
          value={search.to ?? ""}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
      </search>
      {(search.actorId || search.targetId) && (
        <Pill.Group mb="sm">
          {search.actorId && (
            <Pill
              withRemoveButton
              onRemove={() => set({ actorId: null, name: null })}
              removeButtonProps={{ "aria-label": t("Show what others did, too") }}
            >
              {t("Done by {name}", { name: search.name ?? search.actorId })}
            </Pill>
          )}
          {search.targetId && (
            <Pill
              withRemoveButton
              onRemove={() => set({ targetId: null, targetKind: null, name: null })}
              removeButtonProps={{ "aria-label": t("Show other targets, too") }}
            >
              {t("Done to {name}", { name: search.name ?? search.targetId })}
            </Pill>
          )}
        </Pill.Group>
      )}
    </>
  );
}
