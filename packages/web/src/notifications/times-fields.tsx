import { Switch, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { t } from "../language/language.ts";
import { WeekdayChoice } from "../parts/form/calendar-fields.tsx";
import type { Times } from "./use-change-settings.ts";

const usual = { from: "20:00", to: "06:00" };

/** Quiet hours, and the days and time of the digest. */
export function TimesFields({ times, onChange }: { times: Times; onChange(change: Partial<Times>): void }) {
  const { quietHours, digest } = times;
  return (
    <div className="times-fields">
      <div>
        <Switch
          label={t("Quiet hours")}
          description={t("Nothing is mailed at once then; it comes when they are over, if it still matters.")}
          checked={quietHours !== null}
          onChange={(event) => onChange({ quietHours: event.currentTarget.checked ? usual : null })}
        />
        {quietHours && (
          <div className="time-pair">
            <TimeOfDay
              label={t("From")}
              value={quietHours.from}
              onChange={(from) => from !== quietHours.to && onChange({ quietHours: { ...quietHours, from } })}
            />
            <TimeOfDay
              label={t("To")}
              value={quietHours.to}
              onChange={(to) => to !== quietHours.from && onChange({ quietHours: { ...quietHours, to } })}
            />
          </div>
        )}
      </div>
      <div className="time-pair">
        <WeekdayChoice
          label={t("Days of the digest")}
          value={digest.days}
          // One day at least: who wants none chooses another way.
          onChange={(days) => days.length > 0 && onChange({ digest: { ...digest, days } })}
        />
        <TimeOfDay
          label={t("At")}
          value={digest.at}
          onChange={(at) => onChange({ digest: { ...digest, at } })}
        />
      </div>
    </div>
  );
}

/** Kept when it is whole and left, not with each key. */
function TimeOfDay({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(time: string): void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      type="time"
      label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (/^\d\d:\d\d$/.test(text) && text !== value) onChange(text);
        else setText(value);
      }}
    />
  );
}
