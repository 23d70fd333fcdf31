import { Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { client, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { areasQuery, racksQuery } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { Form } from "../../parts/form/form.tsx";
import { NumberField } from "../../parts/form/number-fields.tsx";
import { useForm } from "../../parts/form/use-form.ts";
import { FormDialog } from "../../parts/form-dialog.tsx";
import type { Point } from "../plan-geometry.ts";
import type { SiteFloor } from "../site-floor.ts";
import { usualRack } from "./auto-place.ts";

interface New {
  floor: SiteFloor;
  /** Where it is put, at first. */
  at(): Point;
  onMade(id: string): void;
}
const icon = <IconPlus size={16} />;

export function NewArea(props: New) {
  return (
    <FormDialog
      label={t("Area")}
      title={t("A new area of {site}", { site: props.floor.site.name })}
      leftSection={icon}
    >
      {(close) => <AreaForm {...props} close={close} />}
    </FormDialog>
  );
}

function AreaForm({ floor: { site }, at, onMade, close }: New & { close(): void }) {
  const queries = useQueryClient();
  const form = useForm({
    initial: { name: "", width: 12, height: 8 },
    save: async ({ name, width, height }) => {
      const place = { ...cornerOf(at(), width, height), width, height };
      const made = await unwrap(client.POST("/api/v1/areas", { body: { siteId: site.id, name, place } }));
      putInList(queries, areasQuery.queryKey, made);
      close();
      onMade(made.id);
    },
  });
  return (
    <Form form={form} submit={t("Make the area")} shown={["name", "place.width", "place.height"]}>
      <TextInput
        label={t("Name")}
        description={t("For example Assembly, Goods in, Cold store")}
        value={form.values.name}
        onChange={(event) => form.set({ name: event.currentTarget.value })}
        error={form.problem("name")}
        data-autofocus
      />
      <div className="arrange-fields">
        <NumberField
          label={t("Width")}
          suffix=" m"
          decimals={2}
          value={form.values.width}
          onChange={(width) => form.set({ width })}
          error={form.problem("place.width")}
        />
        <NumberField
          label={t("Height")}
          suffix=" m"
          decimals={2}
          value={form.values.height}
          onChange={(height) => form.set({ height })}
          error={form.problem("place.height")}
        />
      </div>
    </Form>
  );
}

export function NewRack(props: New) {
  return (
    <FormDialog
      label={t("Rack")}
      title={t("A new rack of {site}", { site: props.floor.site.name })}
      leftSection={icon}
    >
      {(close) => <RackForm {...props} close={close} />}
    </FormDialog>
  );
}

function RackForm({ floor, at, onMade, close }: New & { close(): void }) {
  const queries = useQueryClient();
  const form = useForm({
    initial: { name: "", areaId: floor.areas[0]?.area.id ?? "", shelves: 3, ...usualRack },
    save: async ({ name, areaId, shelves, width, depth }) => {
      const area = floor.areas.find((each) => each.area.id === areaId)?.area.place;
      const corner = area ? { x: area.x + 1, y: area.y + 2 } : cornerOf(at(), width, depth);
      const place = { ...corner, width, depth, rotation: 0 as const };
      const made = await unwrap(client.POST("/api/v1/racks", { body: { areaId, name, shelves, place } }));
      putInList(queries, racksQuery.queryKey, made);
      close();
      onMade(made.id);
    },
  });
  const metres = { suffix: " m", decimals: 2 } as const;
  return (
    <Form
      form={form}
      submit={t("Make the rack")}
      shown={["name", "areaId", "shelves", "place.width", "place.depth"]}
    >
      <TextInput
        label={t("Name")}
        description={t("For example A, B, 12")}
        value={form.values.name}
        onChange={(event) => form.set({ name: event.currentTarget.value })}
        error={form.problem("name")}
        data-autofocus
      />
      <Select
        label={t("Area")}
        value={form.values.areaId}
        data={floor.areas.map(({ area }) => ({ value: area.id, label: area.name }))}
        allowDeselect={false}
        onChange={(areaId) => areaId !== null && form.set({ areaId })}
        error={form.problem("areaId")}
      />
      <div className="arrange-fields">
        <NumberField
          label={t("Width")}
          value={form.values.width}
          onChange={(width) => form.set({ width })}
          error={form.problem("place.width")}
          {...metres}
        />
        <NumberField
          label={t("Depth")}
          value={form.values.depth}
          onChange={(depth) => form.set({ depth })}
          error={form.problem("place.depth")}
          {...metres}
        />
        <NumberField
          label={t("Shelves")}
          value={form.values.shelves}
          onChange={(shelves) => form.set({ shelves })}
          error={form.problem("shelves")}
        />
      </div>
    </Form>
  );
}

/** So that its middle is there, on whole metres, and on the plan. */
function cornerOf({ x, y }: Point, width: number, height: number): Point {
  return { x: Math.max(0, Math.round(x - width / 2)), y: Math.max(0, Math.round(y - height / 2)) };
}
