import { t } from "../language/language.ts";
import { DateList, TimeField, TimeZoneSelect, WeekdayChoice } from "../parts/form/calendar-fields.tsx";
import { FormSection } from "../parts/form/form.tsx";
import { NumberField, OptionalNumberField, useCurrencySuffix } from "../parts/form/number-fields.tsx";
import type { FormState } from "../parts/form/use-form.ts";
import { HolidayImport } from "./holiday-import.tsx";
import type { SupplierValues } from "./supplier.tsx";
import { YearCalendar } from "./year-calendar.tsx";

/** When a supplier takes orders, and how they are gathered for it. */
export function SupplierRules({ form }: { form: FormState<SupplierValues> }) {
  return (
    <>
      <FormSection title={t("When it takes orders")}>
        <Calendar form={form} />
      </FormSection>
      <FormSection title={t("How orders are gathered")}>
        <Gathering form={form} />
      </FormSection>
    </>
  );
}

function Calendar({ form: { values, set, problem } }: { form: FormState<SupplierValues> }) {
  const { calendar } = values;
  const change = (part: Partial<SupplierValues["calendar"]>) => set({ calendar: { ...calendar, ...part } });
  return (
    <>
      <WeekdayChoice
        label={t("Days")}
        value={calendar.orderingDays}
        onChange={(orderingDays) => change({ orderingDays: orderingDays as typeof calendar.orderingDays })}
        error={problem("calendar.orderingDays")}
      />
      <div className="form-row">
        <TimeField
          label={t("Cut-off")}
          description={t("Later orders go out on the next day; empty: at any time")}
          value={calendar.cutOff}
          onChange={(cutOff) => change({ cutOff })}
          error={problem("calendar.cutOff")}
        />
        <TimeZoneSelect
          description={t("Of its days and its cut-off")}
          value={calendar.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          error={problem("calendar.timeZone")}
        />
      </div>
      <YearCalendar orderingDays={calendar.orderingDays} holidays={calendar.holidays} />
      <HolidayImport
        onAdd={(dates) => change({ holidays: [...new Set([...calendar.holidays, ...dates])].sort() })}
      />
      <DateList
        label={t("Holidays")}
        description={t("Days on which it takes no orders, and delivers nothing")}
        value={calendar.holidays}
        onChange={(holidays) => change({ holidays })}
        error={problem("calendar.holidays")}
      />
    </>
  );
}

function Gathering({ form: { values, set, problem } }: { form: FormState<SupplierValues> }) {
  const suffix = useCurrencySuffix();
  return (
    <div className="form-row">
      <NumberField
        decimals={2}
        suffix={suffix}
        label={t("Minimum order value")}
        description={t("Of all that goes out at once; 0: none")}
        value={values.minimumOrderValue}
        onChange={(minimumOrderValue) => set({ minimumOrderValue })}
        error={problem("minimumOrderValue")}
      />
      <NumberField
        label={t("Collection window (minutes)")}
        description={t("So long an order waits for others; 0: it goes out at once")}
        value={values.collectionMinutes}
        onChange={(collectionMinutes) => set({ collectionMinutes })}
        error={problem("collectionMinutes")}
      />
      <OptionalNumberField
        decimals={2}
        suffix={suffix}
        label={t("Approval above")}
        description={t("Orders of more value wait for a person; empty: none does")}
        value={values.approvalAbove}
        onChange={(approvalAbove) => set({ approvalAbove })}
        error={problem("approvalAbove")}
      />
      <OptionalNumberField
        label={t("Ask for late orders every (days)")}
        description={t("Empty: it is never asked")}
        value={values.chaseAfterDays}
        onChange={(chaseAfterDays) => set({ chaseAfterDays })}
        error={problem("chaseAfterDays")}
      />
    </div>
  );
}
