import { Select, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { client, type Location, type StockTake, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { Form } from "../parts/form/form.tsx";
import { NumberField, withUnit } from "../parts/form/number-fields.tsx";
import { useForm } from "../parts/form/use-form.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { Time } from "../parts/small.tsx";
import { pieces } from "../words.ts";

const shown = 10;
const stockTakesQuery = (id: string) =>
  queryOptions({
    queryKey: ["stock-takes", id],
    queryFn: async () => {
      const params = { path: { id }, query: { limit: shown } };
      return (await unwrap(client.GET("/api/v1/locations/{id}/stock-takes", { params }))).items;
    },
  });

const reasonWords: Record<StockTake["reason"], string> = {
  count: "Counted",
  damage: "Damaged",
  loss: "Lost",
  found: "Found",
  scrapped: "Scrapped",
  other: "Other",
};

/** People say what lies there: by a count, or because they know why the level is wrong. */
export function CountStock({ location, unit }: { location: Location; unit: string }) {
  const counts = useMay("count-stock");
  if (!counts) return null;
  return (
    <FormDialog label="Count" title={`What lies in ${location.name}?`}>
      {(close) => <CountForm location={location} unit={unit} onDone={close} />}
    </FormDialog>
  );
}

function CountForm({ location, unit, onDone }: { location: Location; unit: string; onDone(): void }) {
  const queries = useQueryClient();
  const initial = { counted: Number.NaN, reason: "count" as StockTake["reason"], note: "" };
  const form = useForm({
    initial,
    optional: ["note"],
    save: async (body) => {
      const { counted } = await unwrap(
        client.POST("/api/v1/locations/{id}/stock-takes", { params: { path: { id: location.id } }, body }),
      );
      void queries.invalidateQueries({ queryKey: stockTakesQuery(location.id).queryKey });
      notifications.show({ message: `${location.name} has ${pieces(counted, unit)} now.` });
      onDone();
    },
  });
  const { values, set, problem } = form;
  const before = location.level?.onHand ?? null;
  return (
    <Form form={form} shown={Object.keys(initial)} submit="Enter">
      <NumberField
        required
        label={withUnit("Lies there now", unit)}
        description={difference(before, values.counted, unit)}
        value={values.counted}
        onChange={(counted) => set({ counted })}
        error={problem("counted")}
        data-autofocus
      />
      <Select
        label="Why the level changes"
        data={Object.entries(reasonWords).map(([value, label]) => ({ value, label }))}
        value={values.reason}
        allowDeselect={false}
        onChange={(reason) => set({ reason: reason as StockTake["reason"] })}
        error={problem("reason")}
      />
      <TextInput
        label="Note"
        maxLength={1000}
        value={values.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={problem("note")}
      />
      <p className="soft small-text" style={{ margin: 0 }}>
        It holds until the sensor sees a change; from then on it moves with it.
      </p>
    </Form>
  );
}

function difference(before: number | null, counted: number, unit: string): string {
  if (before === null) return "The level is not known";
  if (Number.isNaN(counted) || counted === before) return `The level says ${pieces(before, unit)}`;
  const by = pieces(Math.abs(counted - before), unit);
  return `${by} ${counted < before ? "fewer" : "more"} than the level says`;
}

/** What was counted before, newest first. */
export function StockTakes({ location, unit }: { location: Location; unit: string }) {
  const takes = useQuery(stockTakesQuery(location.id)).data ?? [];
  if (takes.length === 0) return null;
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label="Counts">
      <div className="card-head">
        <strong>Counts and corrections</strong>
        {takes.length === shown && <span className="soft">the latest {shown}</span>}
      </div>
      <table className="table">
        <tbody>
          {takes.map(({ id, at, counted, before, reason, note, by }) => (
            <tr key={id}>
              <td>
                <strong>{pieces(counted, unit)}</strong>
                <div className="soft small-text">
                  {before === null ? "was not known" : `was ${pieces(before)}`}
                </div>
              </td>
              <td>
                {reasonWords[reason]}
                {note && <div className="soft small-text breakable">{note}</div>}
              </td>
              <td>
                <Time iso={at} />
                <div className="soft small-text">{by}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
