import { Radio, Stack, Textarea } from "@mantine/core";
import { t } from "../language/language.ts";
import { type CancelReason, reasonWords } from "./order-words.ts";

export interface Reason {
  reason: CancelReason | null;
  note: string;
}
export const noReason: Reason = { reason: null, note: "" };

/** Another reason has to be said. */
export function isReasonGiven({ reason, note }: Reason): boolean {
  return reason !== null && (reason !== "other" || note.trim() !== "");
}

/** As the API takes it. */
export function reasonOf({ reason, note }: Reason) {
  return { reason: reason ?? "other", ...(note.trim() ? { note: note.trim() } : {}) };
}

/** Why an order is rejected or cancelled; it stays in its story. */
export function ReasonFields({ value, onChange }: { value: Reason; onChange(reason: Reason): void }) {
  return (
    <>
      <Radio.Group
        label={t("Reason")}
        required
        value={value.reason ?? ""}
        onChange={(reason) => onChange({ ...value, reason: reason as CancelReason })}
      >
        <Stack gap={6} mt={6} className="reasons">
          {(Object.entries(reasonWords) as [CancelReason, string][]).map(([key, label]) => (
            <Radio key={key} value={key} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={value.reason === "other" ? t("Which one?") : t("Note")}
        required={value.reason === "other"}
        maxLength={500}
        autosize
        minRows={2}
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
      />
    </>
  );
}
