import { ActionIcon, Button, Chip, Input, Select, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { t } from "../../language/language.ts";
import { weekdays } from "../../policy-words.ts";
import { day } from "../../words.ts";

/** Days, times and zones, as they are chosen. */

export function WeekdayChoice({
  label,
  description,
  value,
  onChange,
  error,
}: {
  label: string;
  description?: string;
  /** 1 = Monday. */
  value: readonly number[];
  onChange(days: number[]): void;
  error?: string | undefined;
}) {
  return (
    <Input.Wrapper label={label} description={description} error={error} labelElement="div">
      <Chip.Group
        multiple
        value={value.map(String)}
        onChange={(days) => onChange(days.map(Number).sort((a, b) => a - b))}
      >
        <fieldset className="plain-fieldset weekday-choice" aria-label={label}>
          {weekdays.map((name, index) => (
            <Chip key={name} value={String(index + 1)} size="sm" aria-label={name}>
              {name.slice(0, 2)}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
    </Input.Wrapper>
  );
}

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
export const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

export function TimeZoneSelect({
  value,
  onChange,
  error,
  description,
}: {
  value: string;
  onChange(zone: string): void;
  error?: string | undefined;
  description?: string;
}) {
  return (
    <Select
      label={t("Time zone")}
      description={description}
      searchable
      limit={100}
      data={zones.includes(value) || value === "" ? zones : [value, ...zones]}
      value={value}
      allowDeselect={false}
      onChange={(zone) => zone && onChange(zone)}
      error={error}
    />
  );
}

interface FieldOfText {
  label: string;
  description?: string;
  /** null: none. */
  value: string | null;
  onChange(value: string | null): void;
  error?: string | undefined;
}

/** HH:MM. */
export function TimeField(given: FieldOfText) {
  return <BrowserField type="time" {...given} />;
}

/** YYYY-MM-DD. */
export function DateField(given: FieldOfText) {
  return <BrowserField type="date" {...given} />;
}

/** The browser's own way to choose a time or a day. */
function BrowserField({ value, onChange, ...given }: FieldOfText & { type: "time" | "date" }) {
  return (
    <TextInput
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      {...given}
    />
  );
}

/** Single days, in order, each once. */
export function DateList({
  label,
  description,
  value,
  onChange,
  error,
}: {
  label: string;
  description?: string;
  value: readonly string[];
  onChange(dates: string[]): void;
  error?: string | undefined;
}) {
  const [next, setNext] = useState("");
  const add = () => {
    if (next) onChange([...new Set([...value, next])].sort());
    setNext("");
  };
  return (
    <div>
      <div className="with-button">
        <TextInput
          type="date"
          label={label}
          description={description}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
          error={error}
        />
        <Button variant="default" disabled={next === ""} onClick={add}>
          {t("Add")}
        </Button>
      </div>
      {value.length > 0 && (
        <ul className="date-list" aria-label={label}>
          {value.map((date) => (
            <li key={date} className="tag">
              {day(date)}
              <ActionIcon
                size={18}
                variant="subtle"
                color="gray"
                aria-label={t("Remove {date}", { date: day(date) })}
                onClick={() => onChange(value.filter((each) => each !== date))}
              >
                <IconX size={12} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
