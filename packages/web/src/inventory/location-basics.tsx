import { MultiSelect, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Location } from "../api/client.ts";
import { devicesQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { FormSection } from "../parts/form/form.tsx";
import type { FormState } from "../parts/form/use-form.ts";
import { byName, profileWords } from "../words.ts";
import { GeometryFields } from "./geometry-fields.tsx";
import { sensorAdvice } from "./geometry-kinds.ts";
import type { LocationValues } from "./location.tsx";

interface Props {
  form: FormState<LocationValues>;
  location: Location | undefined;
}
const optionsOf = (items: Iterable<{ id: string; name: string }>) =>
  [...items].sort(byName).map(({ id, name }) => ({ value: id, label: name }));

/** What it is, where it is, and how its level is measured. */
export function LocationBasics({ form, location }: Props) {
  const part = useCatalogue().part.get(form.values.partId);
  return (
    <>
      <FormSection title={t("Storage location")}>
        <NameAndPart form={form} />
        <PlaceFields form={form} />
      </FormSection>
      <FormSection title={t("How its level is measured")}>
        <Sensors form={form} location={location} />
        <GeometryFields
          value={form.values.geometry}
          onChange={(geometry) => form.set({ geometry })}
          unit={part?.unit ?? ""}
          pieceGrams={part?.weightGrams ?? null}
          problem={form.problem}
        />
      </FormSection>
    </>
  );
}

function NameAndPart({ form: { values, set, problem } }: Pick<Props, "form">) {
  const { part } = useCatalogue();
  return (
    <div className="form-row">
      <TextInput
        required
        label={t("Name")}
        description={t("As it stands on the shelf, for example A-01-2")}
        maxLength={200}
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={problem("name")}
      />
      <Select
        required
        label={t("Part")}
        description={
          part.size === 0
            ? t("There is none yet: <link>add one</link>", {
                link: (inside) => <Link to="/inventory/parts">{inside}</Link>,
              })
            : t("What lies in it")
        }
        searchable
        limit={100}
        placeholder={t("Number or name")}
        nothingFoundMessage={t("No such part")}
        data={[...part.values()].map(({ id, number, name }) => ({ value: id, label: `${number} ${name}` }))}
        value={values.partId || null}
        allowDeselect={false}
        // Another store's part would not be this one.
        onChange={(partId) => set({ partId: partId ?? "", source: { kind: "supplier" } })}
        error={problem("partId")}
      />
    </div>
  );
}

function PlaceFields({ form: { values, set, problem } }: Pick<Props, "form">) {
  const { site, area, rack } = useCatalogue();
  const areas = [...area.values()].filter(({ siteId }) => siteId === values.siteId);
  const racks = [...rack.values()].filter(({ areaId }) => areaId === values.areaId);
  return (
    <div className="form-row">
      <Select
        required
        label={t("Site")}
        description={
          <Link to="/inventory/sites" tabIndex={-1}>
            {t("Sites, areas and racks")}
          </Link>
        }
        placeholder={t("Choose")}
        data={optionsOf(site.values())}
        value={values.siteId || null}
        allowDeselect={false}
        onChange={(siteId) => set({ siteId: siteId ?? "", areaId: null, rackId: null })}
        error={problem("siteId")}
      />
      <Select
        label={t("Area")}
        description={areas.length === 0 ? t("The site has none") : t("Where in the site")}
        placeholder={t("None")}
        clearable
        disabled={areas.length === 0}
        data={optionsOf(areas)}
        value={values.areaId}
        onChange={(areaId) => set({ areaId, rackId: null })}
        error={problem("areaId")}
      />
      <Select
        label={t("Rack")}
        description={racks.length === 0 ? t("The area has none") : t("Where in the area")}
        placeholder={t("None")}
        clearable
        disabled={racks.length === 0}
        data={optionsOf(racks)}
        value={values.rackId}
        onChange={(rackId) => set({ rackId })}
        error={problem("rackId")}
      />
    </div>
  );
}

function Sensors({ form: { values, set, problem }, location }: Props) {
  const devices = useQuery(devicesQuery).data ?? [];
  const free = devices.filter(
    ({ id, locationId }) => !locationId || locationId === location?.id || values.deviceIds.includes(id),
  );
  return (
    <MultiSelect
      label={t("Sensors")}
      description={
        free.length === 0
          ? t("No device is free: <link>add one</link>, or choose it later", {
              link: (inside) => <Link to="/devices">{inside}</Link>,
            })
          : sensorAdvice(values.geometry)
      }
      searchable
      clearable
      limit={100}
      placeholder={values.deviceIds.length === 0 ? t("None") : ""}
      data={free.map(({ id, name, profile }) => ({ value: id, label: `${name} (${profileWords[profile]})` }))}
      value={values.deviceIds}
      onChange={(deviceIds) => set({ deviceIds })}
      error={problem("deviceIds")}
    />
  );
}
