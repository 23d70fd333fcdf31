import { Autocomplete, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { client, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { areasQuery, locationsQuery, racksQuery, sitesQuery, useCatalogue } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { Form, WhatHappens } from "../../parts/form/form.tsx";
import { useForm } from "../../parts/form/use-form.ts";
import { inOrder, listed } from "../../words.ts";
import { StepHead, type StepProps } from "./setup.tsx";

/** Where it is: what is typed and not there yet is made. */
export function PlaceStep({ draft, onDone }: StepProps) {
  const queries = useQueryClient();
  const { site, area, rack } = useCatalogue();
  const locations = useQuery(locationsQuery).data ?? [];
  const nameIn = (places: ReadonlyMap<string, { name: string }>, id: string | null) =>
    (id && places.get(id)?.name) ?? "";
  const only = site.size === 1 ? [...site.values()][0]!.name : "";
  const initial = {
    site: nameIn(site, draft.siteId) || only,
    area: nameIn(area, draft.areaId),
    rack: nameIn(rack, draft.rackId),
    name: draft.name,
  };
  const form = useForm({
    initial,
    optional: ["area", "rack"],
    save: async (values) => {
      const own = findPlaces(values, { site, area, rack });
      let { siteId, areaId, rackId } = own;
      if (!siteId) {
        const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const made = await unwrap(
          client.POST("/api/v1/sites", { body: { name: values.site.trim(), timeZone } }),
        );
        putInList(queries, sitesQuery.queryKey, made);
        siteId = made.id;
      }
      if (values.area.trim() && !areaId) {
        const made = await unwrap(
          client.POST("/api/v1/areas", { body: { siteId, name: values.area.trim() } }),
        );
        putInList(queries, areasQuery.queryKey, made);
        areaId = made.id;
      }
      if (values.rack.trim() && areaId && !rackId) {
        const made = await unwrap(
          client.POST("/api/v1/racks", { body: { areaId, name: values.rack.trim() } }),
        );
        putInList(queries, racksQuery.queryKey, made);
        rackId = made.id;
      }
      onDone({ siteId, areaId, rackId, name: values.name.trim() });
    },
  });
  const { values, set, problem } = form;
  const { siteId, areaId, rackId } = findPlaces(values, { site, area, rack });
  const isTaken = locations.some(
    (each) => each.siteId === siteId && each.name.toLowerCase() === values.name.trim().toLowerCase(),
  );
  const names = (places: Iterable<{ name: string }>) => [...places].map(({ name }) => name).sort(inOrder);
  const made = [
    !siteId && values.site.trim(),
    !areaId && values.area.trim(),
    !rackId && values.area.trim() && values.rack.trim(),
  ].filter((name): name is string => Boolean(name));
  return (
    <>
      <StepHead title={t("Where is it?")}>
        {t("As people find it: the site, then the area and the rack if there are any, then the place in it.")}
      </StepHead>
      <Form
        form={form}
        shown={Object.keys(initial)}
        submit={made.length > 0 ? t("Save and go on") : t("Next")}
        isReady={!isTaken}
      >
        <div className="form-row">
          <Autocomplete
            required
            label={t("Site")}
            description={t("For example Plant 1")}
            data={names(site.values())}
            maxLength={200}
            value={values.site}
            onChange={(name) => set({ site: name })}
            error={problem("site")}
          />
          <Autocomplete
            label={t("Area")}
            description={t("For example Assembly; or none")}
            data={names([...area.values()].filter((each) => each.siteId === siteId))}
            maxLength={200}
            value={values.area}
            onChange={(name) => set({ area: name })}
            error={problem("area")}
          />
          <Autocomplete
            label={t("Rack")}
            description={values.area.trim() ? t("For example A; or none") : t("Needs an area")}
            data={names([...rack.values()].filter((each) => each.areaId === areaId))}
            maxLength={200}
            disabled={!values.area.trim()}
            value={values.rack}
            onChange={(name) => set({ rack: name })}
            error={problem("rack")}
          />
        </div>
        <TextInput
          required
          label={t("Name of the storage location")}
          description={t("As it stands on the shelf, for example A-01-2")}
          maxLength={200}
          value={values.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={isTaken ? t("This site has one of this name already") : problem("name")}
        />
        {made.length > 0 && <WhatHappens>{t("{names} will be made.", { names: listed(made) })}</WhatHappens>}
      </Form>
    </>
  );
}

type Places = Pick<ReturnType<typeof useCatalogue>, "site" | "area" | "rack">;

/** Those that are there already; null: to be made, or none. */
function findPlaces(
  typed: { site: string; area: string; rack: string },
  { site, area, rack }: Places,
): { siteId: string | null; areaId: string | null; rackId: string | null } {
  const isCalled = (name: string) => (each: { name: string }) =>
    name.trim() !== "" && each.name.toLowerCase() === name.trim().toLowerCase();
  const ownSite = [...site.values()].find(isCalled(typed.site));
  const ownArea = [...area.values()]
    .filter(({ siteId }) => siteId === ownSite?.id)
    .find(isCalled(typed.area));
  const ownRack = [...rack.values()]
    .filter(({ areaId }) => areaId === ownArea?.id)
    .find(isCalled(typed.rack));
  return { siteId: ownSite?.id ?? null, areaId: ownArea?.id ?? null, rackId: ownRack?.id ?? null };
}
