import { Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { client, type Reservation, type ReservationInput, unwrap } from "../api/client.ts";
import { locationsQuery, reservationsQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Form } from "./form/form.tsx";
import { NumberField, withUnit } from "./form/number-fields.tsx";
import { useForm } from "./form/use-form.ts";
import { FormDialog } from "./form-dialog.tsx";

/** `locationId`: of the location where it stands. */
export function AddReservation({ locationId }: { locationId?: string }) {
  return (
    <FormDialog
      label={t("Reserve")}
      title={t("Reserve pieces")}
      leftSection={<IconPlus size={16} />}
      {...(locationId ? { size: "compact-sm" } : { variant: "filled" })}
    >
      {(close) => <ReservationForm {...(locationId ? { locationId } : {})} onDone={close} />}
    </FormDialog>
  );
}

export function ChangeReservation({ reservation }: { reservation: Reservation }) {
  return (
    <FormDialog label={t("Change")} title={t("Change the reservation")} size="compact-xs">
      {(close) => (
        <ReservationForm reservation={reservation} locationId={reservation.locationId} onDone={close} />
      )}
    </FormDialog>
  );
}

function ReservationForm({
  reservation,
  locationId,
  onDone,
}: {
  reservation?: Reservation;
  locationId?: string;
  onDone(): void;
}) {
  const queries = useQueryClient();
  const locations = useQuery(locationsQuery).data ?? [];
  const { part } = useCatalogue();
  const initial: ReservationInput = {
    locationId: locationId ?? "",
    quantity: reservation?.quantity ?? Number.NaN,
    reason: reservation?.reason ?? "",
    until: reservation?.until ?? null,
  };
  const form = useForm({
    initial,
    save: async (values, changed) => {
      if (reservation)
        await unwrap(
          client.PATCH("/api/v1/reservations/{id}", {
            params: { path: { id: reservation.id } },
            body: changed,
          }),
        );
      else await unwrap(client.POST("/api/v1/reservations", { body: values }));
      await queries.invalidateQueries({ queryKey: reservationsQuery.queryKey });
      onDone();
    },
  });
  const { values, set, problem } = form;
  const location = locations.find(({ id }) => id === values.locationId);
  const unit = part.get(location?.partId ?? "")?.unit ?? "";
  return (
    <Form
      form={form}
      shown={Object.keys(initial)}
      submit={reservation ? t("Save") : t("Reserve")}
      isReady={!reservation || form.isChanged}
    >
      {!locationId && (
        <Select
          required
          label={t("Location")}
          searchable
          limit={100}
          placeholder={t("Choose")}
          data={locations.map(({ id, name, partId }) => ({
            value: id,
            label: `${name} ${part.get(partId)?.name ?? ""}`,
          }))}
          value={values.locationId || null}
          allowDeselect={false}
          onChange={(id) => set({ locationId: id ?? "" })}
          error={problem("locationId")}
        />
      )}
      <NumberField
        required
        label={withUnit("Quantity", unit)}
        {...(location?.level?.onHand == null ? {} : { description: `${location.level.onHand} lie there` })}
        value={values.quantity}
        onChange={(quantity) => set({ quantity })}
        error={problem("quantity")}
        data-autofocus
      />
      <TextInput
        required
        label={t("For")}
        placeholder={t("Job 4711")}
        maxLength={200}
        value={values.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
        error={problem("reason")}
      />
      <TextInput
        type="datetime-local"
        label={t("Until")}
        description={t("Then it ends by itself; empty: when it is removed")}
        value={values.until === null ? "" : localTime(values.until)}
        onChange={(event) =>
          set({ until: event.currentTarget.value ? new Date(event.currentTarget.value).toISOString() : null })
        }
        error={problem("until")}
      />
    </Form>
  );
}

/** As an input of local time has it. */
function localTime(iso: string): string {
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
