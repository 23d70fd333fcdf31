import { Autocomplete, Switch, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { client, type Part, type PartInput, unwrap } from "../api/client.ts";
import { accountQuery, locationsQuery, partsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { DateField } from "../parts/form/calendar-fields.tsx";
import { Form, FormSection } from "../parts/form/form.tsx";
import { OptionalMeasureField } from "../parts/form/measure-field.tsx";
import { type FormState, useForm } from "../parts/form/use-form.ts";
import { useUnsavedGuard } from "../parts/form/use-unsaved-guard.ts";
import { usualPartUnits } from "../parts/part-units.ts";
import { byName } from "../words.ts";
import { PictureOfPart } from "./part-picture.tsx";
import { PolicyFields } from "./policy-fields.tsx";
import { RecordPage, RemoveButton, useRecordChange } from "./record-page.tsx";
import { SupplyFields } from "./supply-fields.tsx";

const list = { to: "/inventory/parts", name: t("Parts") } as const;

export function PartPage() {
  const { id } = useParams({ from: "/inside/inventory/parts/$id" });
  return (
    <RecordPage
      id={id}
      query={partsQuery}
      list={list}
      words={{ new: t("New part"), missing: t("There is no such part") }}
      nameOf={({ number, name }) => `${number} ${name}`}
    >
      {(part) => (
        <div className="form">
          <PartForm part={part} />
          {part && <PictureOfPart part={part} />}
          {part && <LocationsOfPart part={part} />}
        </div>
      )}
    </RecordPage>
  );
}

type PartValues = Required<PartInput> & Pick<Part, "supplies">;

function valuesOf(part: Part | undefined): PartValues {
  return {
    number: part?.number ?? "",
    name: part?.name ?? "",
    unit: part?.unit ?? usualPartUnits[0]!,
    weightGrams: part?.weightGrams ?? null,
    supplies: part?.supplies ?? [],
    isBlocked: part?.isBlocked ?? false,
    phaseIn: part?.phaseIn ?? null,
    phaseOut: part?.phaseOut ?? null,
    needsApproval: part?.needsApproval ?? false,
    policy: part?.policy ?? null,
  };
}

function PartForm({ part }: { part: Part | undefined }) {
  const manages = useMay("manage-inventory");
  const { saved, removed } = useRecordChange(partsQuery, list.to);
  const initial = valuesOf(part);
  const form = useForm({
    initial,
    optional: ["partNumber"],
    save: async (values, changed) => {
      const made = part
        ? await unwrap(
            client.PATCH("/api/v1/parts/{id}", {
              params: { path: { id: part.id } },
              body: changed,
            }),
          )
        : await unwrap(client.POST("/api/v1/parts", { body: values }));
      saved(made, t("{name} is saved.", { name: `${made.number} ${made.name}` }));
    },
  });
  useUnsavedGuard(form);
  const { values, set, problem } = form;
  return (
    <Form
      form={form}
      shown={Object.keys(initial)}
      submit={part ? t("Save") : t("Add part")}
      isReady={!part || form.isChanged}
      mayChange={manages}
      actions={
        part && (
          <RemoveButton
            name={part.number}
            remove={async () => {
              await unwrap(client.DELETE("/api/v1/parts/{id}", { params: { path: { id: part.id } } }));
              removed(part.id, t("{name} is removed.", { name: part.number }));
            }}
          >
            {t("Only a part that lies in no storage location can be removed.")}
          </RemoveButton>
        )
      }
    >
      <About form={form} />
      <FormSection title={t("Who supplies it")} note={t("By priority: orders go to the first one.")}>
        <SupplyFields
          value={values.supplies}
          unit={values.unit}
          onChange={(supplies) => set({ supplies })}
          problem={problem}
        />
      </FormSection>
      <FormSection
        title={t("When it is ordered")}
        note={t("Holds at each storage location of the part that has no policy of its own.")}
      >
        <PolicyFields
          value={values.policy}
          onChange={(policy) => set({ policy })}
          unit={values.unit}
          packSize={values.supplies[0]?.packSize ?? 1}
          none={t("None: each location has its own")}
          noneSentence={t("Locations without a policy of their own are only watched: people order by hand.")}
          problem={problem}
        />
      </FormSection>
      <Limits form={form} />
    </Form>
  );
}

function About({ form: { values, set, problem } }: { form: FormState<PartValues> }) {
  const ownUnits = useQuery(accountQuery).data?.partUnits ?? [];
  const text = (field: "number" | "name") => ({
    required: true,
    value: values[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => set({ [field]: event.currentTarget.value }),
    error: problem(field),
  });
  return (
    <FormSection title={t("Part")}>
      <div className="form-row">
        <TextInput
          label={t("Number")}
          description={t("As your company calls it")}
          maxLength={100}
          {...text("number")}
        />
        <TextInput label={t("Name")} description={t("As people read it")} maxLength={200} {...text("name")} />
      </div>
      <div className="form-row">
        <Autocomplete
          required
          label={t("Unit")}
          description={t("What is counted; choose one or type another")}
          maxLength={30}
          data={[...new Set([...usualPartUnits, ...ownUnits])]}
          value={values.unit}
          onChange={(unit) => set({ unit })}
          error={problem("unit")}
        />
        <OptionalMeasureField
          dimension="pieceWeight"
          label={t("Weight of a piece")}
          description={t("Needed for scales only")}
          value={values.weightGrams}
          onChange={(weightGrams) => set({ weightGrams })}
          error={problem("weightGrams")}
        />
      </div>
    </FormSection>
  );
}

/** What keeps it from being ordered. */
function Limits({ form: { values, set, problem } }: { form: FormState<PartValues> }) {
  return (
    <FormSection title={t("Limits")}>
      <Switch
        label={t("Blocked")}
        description={t("Nothing of it is ordered by itself, until this is switched off")}
        checked={values.isBlocked}
        onChange={(event) => set({ isBlocked: event.currentTarget.checked })}
      />
      <Switch
        label={t("Needs approval")}
        description={t("Each of its orders waits for a person who may approve, whatever its value")}
        checked={values.needsApproval}
        onChange={(event) => set({ needsApproval: event.currentTarget.checked })}
      />
      <div className="form-row">
        <DateField
          label={t("Phase in")}
          description={t("Nothing is ordered before this day; empty: at once")}
          value={values.phaseIn}
          onChange={(phaseIn) => set({ phaseIn })}
          error={problem("phaseIn")}
        />
        <DateField
          label={t("Phase out")}
          description={t("Nothing is ordered from this day on; empty: it stays")}
          value={values.phaseOut}
          onChange={(phaseOut) => set({ phaseOut })}
          error={problem("phaseOut")}
        />
      </div>
    </FormSection>
  );
}

/** Where it lies. */
function LocationsOfPart({ part }: { part: Part }) {
  const own = (useQuery(locationsQuery).data ?? []).filter(({ partId }) => partId === part.id);
  return (
    <FormSection title={t("Where it lies")}>
      {own.length === 0 ? (
        <p style={{ margin: 0 }}>
          {t("Nowhere yet: <link>add a storage location</link> for it.", {
            link: (inside) => <Link to="/inventory/locations">{inside}</Link>,
          })}
        </p>
      ) : (
        <div className="file-list">
          {own.sort(byName).map(({ id, name }) => (
            <Link key={id} to="/locations/$id" params={{ id }} className="tag">
              {name}
            </Link>
          ))}
        </div>
      )}
    </FormSection>
  );
}
