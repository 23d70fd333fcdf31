import { Button, Chip, Group, Modal, TextInput } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconBackspace } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Location, type Part, type StockTake, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { FormProblem } from "../parts/form-problem.tsx";
import { termsOf } from "../parts/source.tsx";
import { pieces } from "../words.ts";
import { reasonWords, stockTakesQuery } from "./stock-takes.tsx";

/** People say what lies there: made for a thumb, in front of the rack. */
export function CountStock({ location, part }: { location: Location; part: Part | undefined }) {
  const counts = useMay("count-stock");
  const [isOpen, { open, close }] = useDisclosure();
  const isPhone = useMediaQuery("(max-width: 760px)", undefined, { getInitialValueInEffect: false });
  if (!counts) return null;
  return (
    <>
      <Button onClick={open}>{t("Count")}</Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("What lies in {name}?", { name: location.name })}
        fullScreen={isPhone ?? false}
        size={420}
        centered
      >
        <CountPad location={location} part={part} onDone={close} />
      </Modal>
    </>
  );
}

const mostDigits = 8;

function CountPad({
  location,
  part,
  onDone,
}: {
  location: Location;
  part: Part | undefined;
  onDone(): void;
}) {
  const before = location.level?.onHand ?? null;
  const unit = part?.unit ?? "";
  const [digits, setDigits] = useState("");
  const [reason, setReason] = useState<StockTake["reason"]>("count");
  const [note, setNote] = useState("");
  const enter = useCount(location, unit);
  const counted = digits === "" ? null : Number(digits);
  const set = (count: number) => setDigits(String(Math.max(0, Math.min(count, 10 ** mostDigits - 1))));
  const press = (digit: string) =>
    setDigits((typed) => (typed === "0" ? digit : `${typed}${digit}`.slice(0, mostDigits)));
  const pack = termsOf(location, part)?.packSize ?? 1;
  const steps = pack > 1 ? [-pack, -1, 1, pack] : [-10, -1, 1, 10];
  return (
    <form
      className="count-pad"
      onSubmit={(event) => {
        event.preventDefault();
        if (counted !== null) enter.mutate({ counted, reason, note, before }, { onSuccess: onDone });
      }}
    >
      <label className="count-display">
        <span className="soft">{t("Lies there now ({unit})", { unit })}</span>
        <input
          inputMode="numeric"
          autoComplete="off"
          placeholder={before === null ? "?" : String(before)}
          value={digits}
          onChange={(event) => setDigits(event.currentTarget.value.replace(/\D/g, "").slice(0, mostDigits))}
          data-autofocus
        />
      </label>
      <p className="count-difference" role="status">
        {differenceWords(before, counted, unit)}
        {counted !== null && counted > location.capacity && (
          <>
            {" "}
            {t("Only {capacity} fit in: it is entered as {capacity}.", {
              capacity: pieces(location.capacity, unit),
            })}
          </>
        )}
      </p>
      <Group gap={8} grow className="count-steps">
        {steps.map((step) => (
          <Button
            key={step}
            variant="default"
            onClick={() => set((counted ?? before ?? 0) + step)}
            aria-label={step > 0 ? t("{count} more", { count: step }) : t("{count} fewer", { count: -step })}
          >
            {step > 0 ? `+${pieces(step)}` : `−${pieces(-step)}`}
          </Button>
        ))}
      </Group>
      <div className="count-keys">
        {["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) => (
          <Button key={digit} variant="default" onClick={() => press(digit)}>
            {digit}
          </Button>
        ))}
        <Button variant="default" onClick={() => setDigits("0")} aria-label={t("It is empty: 0")}>
          {t("Empty")}
        </Button>
        <Button variant="default" onClick={() => press("0")}>
          0
        </Button>
        <Button
          variant="default"
          aria-label={t("Delete the last digit")}
          onClick={() => setDigits((typed) => typed.slice(0, -1))}
        >
          <IconBackspace />
        </Button>
      </div>
      <Chip.Group value={reason} onChange={(next) => setReason(next as StockTake["reason"])}>
        <Group gap={6} role="radiogroup" aria-label={t("Why the level changes")}>
          {Object.entries(reasonWords).map(([value, label]) => (
            <Chip key={value} value={value} size="sm">
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {reason !== "count" && (
        <TextInput
          label={t("Note")}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
      <FormProblem error={enter.error} shown={[]} />
      <Button type="submit" size="lg" fullWidth loading={enter.isPending} disabled={counted === null}>
        {counted === null
          ? t("Type what lies there")
          : t("Enter {count}", { count: pieces(Math.min(counted, location.capacity), unit) })}
      </Button>
      <p className="soft small-text">
        {location.deviceIds.length > 0
          ? t("It holds until the sensor sees a change; from then on it moves with it.")
          : t("It holds until somebody counts or receives again.")}
      </p>
    </form>
  );
}

interface Count {
  counted: number;
  reason: StockTake["reason"];
  note: string;
  /** As it was known before; null: it was not, so nothing can be taken back. */
  before: number | null;
}

function useCount(location: Location, unit: string) {
  const queries = useQueryClient();
  const send = (body: Pick<Count, "counted" | "reason" | "note">) =>
    unwrap(
      client.POST("/api/v1/locations/{id}/stock-takes", { params: { path: { id: location.id } }, body }),
    );
  const renew = () => void queries.invalidateQueries({ queryKey: stockTakesQuery(location.id).queryKey });
  return useMutation({
    mutationFn: ({ before: _before, ...body }: Count) => send(body),
    onSuccess: ({ counted }, { before }) => {
      renew();
      const id = `count ${location.id}`;
      const undo = async () => {
        notifications.hide(id);
        await send({ counted: before!, reason: "other", note: t("The count before was taken back.") });
        renew();
      };
      notifications.show({
        id,
        message: (
          <span className="undo-line">
            {t("{name} has {count} now.", { name: location.name, count: pieces(counted, unit) })}
            {before !== null && before !== counted && (
              <Button size="compact-sm" variant="subtle" onClick={() => void undo()}>
                {t("Undo")}
              </Button>
            )}
          </span>
        ),
        autoClose: 8_000,
      });
    },
  });
}

function differenceWords(before: number | null, counted: number | null, unit: string): string {
  if (before === null) return t("The level is not known.");
  if (counted === null) return t("The level says {before}.", { before: pieces(before, unit) });
  if (counted === before) return t("As the level says: nothing changes but that it is sure.");
  const by = pieces(Math.abs(counted - before), unit);
  return counted < before
    ? t("{by} fewer than the level says ({before}).", { by, before: pieces(before) })
    : t("{by} more than the level says ({before}).", { by, before: pieces(before) });
}
