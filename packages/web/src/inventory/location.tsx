import { useParams } from "@tanstack/react-router";
import { client, type Location, type LocationInput, unwrap } from "../api/client.ts";
import { locationsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Form } from "../parts/form/form.tsx";
import { useForm } from "../parts/form/use-form.ts";
import { useUnsavedGuard } from "../parts/form/use-unsaved-guard.ts";
import { LocationBasics } from "./location-basics.tsx";
import { LocationOrdering } from "./location-ordering.tsx";
import { RecordPage, RemoveButton, useRecordChange } from "./record-page.tsx";

const list = { to: "/inventory/locations", name: t("Storage locations") } as const;

export function LocationFormPage() {
  const { id } = useParams({ from: "/inside/inventory/locations/$id" });
  return (
    <RecordPage
      id={id}
      query={locationsQuery}
      list={list}
      words={{ new: t("New storage location"), missing: t("There is no such storage location") }}
      nameOf={({ name }) => name}
    >
      {(location) => <LocationForm location={location} />}
    </RecordPage>
  );
}

export type LocationValues = Required<LocationInput>;

function valuesOf(location: Location | undefined, siteId: string): LocationValues {
  return {
    name: location?.name ?? "",
    siteId: location?.siteId ?? siteId,
    areaId: location?.areaId ?? null,
    rackId: location?.rackId ?? null,
    place: location?.place ?? null,
    partId: location?.partId ?? "",
    deviceIds: location?.deviceIds ?? [],
    geometry: location?.geometry ?? {
      kind: "fill-height",
      emptyDistanceMm: Number.NaN,
      fullDistanceMm: Number.NaN,
      capacityPieces: Number.NaN,
    },
    policy: location?.policy ?? null,
    safetyStock: location?.safetyStock ?? 0,
    minimumHoursBetweenOrders: location?.minimumHoursBetweenOrders ?? 0,
    source: location?.source ?? { kind: "supplier" },
  };
}

function LocationForm({ location }: { location: Location | undefined }) {
  const manages = useMay("manage-inventory");
  const { site } = useCatalogue();
  const { saved, removed } = useRecordChange(locationsQuery, list.to);
  const initial = valuesOf(location, site.size === 1 ? [...site.keys()][0]! : "");
  const form = useForm({
    initial,
    save: async (values, changed) => {
      const made = location
        ? await unwrap(
            client.PATCH("/api/v1/locations/{id}", {
              params: { path: { id: location.id } },
              body: changed,
            }),
          )
        : await unwrap(client.POST("/api/v1/locations", { body: values }));
      saved(made, t("{name} is saved.", { name: made.name }));
    },
  });
  useUnsavedGuard(form);
  return (
    <Form
      form={form}
      shown={Object.keys(initial)}
      submit={location ? t("Save") : t("Add location")}
      isReady={!location || form.isChanged}
      mayChange={manages}
      actions={
        location && (
          <RemoveButton
            name={location.name}
            remove={async () => {
              await unwrap(
                client.DELETE("/api/v1/locations/{id}", { params: { path: { id: location.id } } }),
              );
              removed(location.id, t("{name} is removed.", { name: location.name }));
            }}
          >
            {t("Its levels and reservations go with it. Its sensor stays, and can watch another location.")}
          </RemoveButton>
        )
      }
    >
      <LocationBasics form={form} location={location} />
      <LocationOrdering form={form} location={location} />
    </Form>
  );
}
