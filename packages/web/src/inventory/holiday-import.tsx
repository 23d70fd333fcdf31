import { Button, FileButton, Select } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { language, t } from "../language/language.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { day } from "../words.ts";

interface NamedDay {
  date: string;
  name: string;
}

/** Holidays by law, or from a calendar file, added to those that are there. */
export function HolidayImport({ onAdd }: { onAdd(dates: string[]): void }) {
  return (
    <div className="file-list">
      <FormDialog label={t("Add public holidays")} title={t("Public holidays")} size="xs">
        {(close) => (
          <PublicHolidays
            onAdd={(dates) => {
              onAdd(dates);
              close();
            }}
          />
        )}
      </FormDialog>
      <FormDialog label={t("Add from a calendar file")} title={t("A calendar file")} size="xs">
        {(close) => (
          <CalendarFile
            onAdd={(dates) => {
              onAdd(dates);
              close();
            }}
          />
        )}
      </FormDialog>
    </div>
  );
}

function PublicHolidays({ onAdd }: { onAdd(dates: string[]): void }) {
  const [country, setCountry] = useState<string | null>(null);
  const [region, setRegion] = useState<string | null>(null);
  const year = new Date().getFullYear();
  const found = useQuery({
    queryKey: ["public-holidays", country, region],
    queryFn: () =>
      unwrap(
        client.GET("/api/v1/public-holidays", {
          params: {
            query: {
              ...(country ? { country: country as "DE" } : {}),
              ...(region ? { region } : {}),
              from: year,
              years: 2,
            },
          },
        }),
      ),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const countries = found.data?.countries ?? [];
  const regions = countries.find(({ code }) => code === country)?.regions ?? [];
  const days = (country ? (found.data?.items ?? []) : []).map(({ date, name }) => ({
    date,
    name: name[language],
  }));
  return (
    <div className="form">
      <Select
        label={t("Country")}
        placeholder={t("Choose")}
        data={countries.map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={country}
        onChange={(next) => {
          setCountry(next);
          setRegion(null);
        }}
        data-autofocus
      />
      {regions.length > 0 && (
        <Select
          label={t("State")}
          description={t("Without one, only what holds in the whole country")}
          placeholder={t("Whole country")}
          clearable
          searchable
          data={regions.map(({ code, name }) => ({ value: code, label: name }))}
          value={region}
          onChange={setRegion}
        />
      )}
      {found.error && (
        <p role="alert" className="problem">
          {found.error.message}
        </p>
      )}
      {country && <DayPreview days={days} />}
      <Button disabled={days.length === 0} onClick={() => onAdd(days.map(({ date }) => date))}>
        {t("{count, plural, =0 {Add them} one {Add # day} other {Add # days}}", { count: days.length })}
      </Button>
    </div>
  );
}

function CalendarFile({ onAdd }: { onAdd(dates: string[]): void }) {
  const read = useMutation({
    mutationFn: async (file: File) =>
      unwrap(client.POST("/api/v1/holidays/calendar-file", { body: { text: await file.text() } })),
  });
  const days = read.data?.items ?? [];
  return (
    <div className="form">
      <p style={{ margin: 0 }}>
        {t(
          "Calendars of Outlook, Google and others are exported as iCalendar (.ics). Their whole days are taken, from today on for three years.",
        )}
      </p>
      <FileButton accept=".ics,text/calendar" onChange={(file) => file && read.mutate(file)}>
        {(props) => (
          <Button variant="default" loading={read.isPending} {...props}>
            {t("Choose a file")}
          </Button>
        )}
      </FileButton>
      {read.error && (
        <p role="alert" className="problem">
          {read.error.message}
        </p>
      )}
      {read.data && <DayPreview days={days} />}
      {read.data && read.data.ignored > 0 && (
        <p className="soft small-text" style={{ margin: 0 }}>
          {t(
            "{count, plural, one {# event is left out} other {# events are left out}}: only whole days count, single ones or those that come every year.",
            { count: read.data.ignored },
          )}
        </p>
      )}
      {read.data && (
        <Button disabled={days.length === 0} onClick={() => onAdd(days.map(({ date }) => date))}>
          {t("{count, plural, =0 {Add them} one {Add # day} other {Add # days}}", { count: days.length })}
        </Button>
      )}
    </div>
  );
}

function DayPreview({ days }: { days: readonly NamedDay[] }) {
  if (days.length === 0) return <p className="soft">{t("There is no such day in the file.")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <ul className="day-preview" tabIndex={0} aria-label={t("Days")}>
      {days.map(({ date, name }) => (
        <li key={`${date} ${name}`}>
          <span>{day(date)}</span> <span className="soft">{name}</span>
        </li>
      ))}
    </ul>
  );
}
