import { useQuery, useQueryClient } from "@tanstack/react-query";
import { client, type Device, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { devicesQuery, locationsQuery, useCatalogue } from "../../api/queries.ts";
import { draftOf } from "../../calibration/kinds.ts";
import { GeometryFields } from "../../inventory/geometry-fields.tsx";
import { type Geometry, geometryOfKind } from "../../inventory/geometry-kinds.ts";
import { t } from "../../language/language.ts";
import { Form } from "../../parts/form/form.tsx";
import { useForm } from "../../parts/form/use-form.ts";
import { Loading } from "../../parts/small.tsx";
import { GeometryDrawing } from "./geometry-drawing.tsx";
import { StepHead, type StepProps } from "./setup.tsx";

/** How a reading becomes pieces. With it the location is made. */
export function GeometryStep(props: StepProps) {
  const devices = useQuery(devicesQuery).data;
  if (!devices) return <Loading />;
  const own = (props.draft.deviceIds ?? []).flatMap((id) => devices.find((each) => each.id === id) ?? []);
  return <Fields {...props} devices={own} />;
}

function Fields({ draft, onDone, devices }: StepProps & { devices: readonly Device[] }) {
  const queries = useQueryClient();
  const part = useCatalogue().part.get(draft.partId ?? "");
  const unit = part?.unit ?? "";
  const form = useForm({
    initial: { geometry: draft.geometry ?? usualGeometry(devices, part?.weightGrams ?? null) },
    optional: [],
    save: async ({ geometry }) => {
      const location = await unwrap(
        client.POST("/api/v1/locations", {
          body: {
            siteId: draft.siteId!,
            areaId: draft.areaId,
            rackId: draft.rackId,
            name: draft.name,
            partId: draft.partId!,
            deviceIds: draft.deviceIds ?? [],
            geometry,
            // It is watched first: an order by numbers that nobody has checked would be too early.
            policy: null,
          },
        }),
      );
      putInList(queries, locationsQuery.queryKey, location);
      onDone({
        geometry,
        locationId: location.id,
        isCalibrationOver: draftOf(geometry) === null || devices.length === 0,
      });
    },
  });
  const { geometry } = form.values;
  return (
    <>
      <StepHead title={t("How is it measured?")}>
        {devices.length > 0 && draftOf(geometry)
          ? t(
              "Type the distances roughly, by a tape measure: the next step finds them exactly with the sensor.",
            )
          : t("What fits in, and how it is counted.")}
      </StepHead>
      <div className="setup-geometry">
        <GeometryDrawing geometry={geometry} unit={unit} />
        <Form form={form} shown={["geometry"]} submit={t("Make {name}", { name: draft.name })}>
          <GeometryFields
            value={geometry}
            onChange={(next) => form.set({ geometry: next })}
            unit={unit}
            pieceGrams={part?.weightGrams ?? null}
            problem={form.problem}
          />
        </Form>
      </div>
    </>
  );
}

const empty: Geometry = {
  kind: "fill-height",
  emptyDistanceMm: Number.NaN,
  fullDistanceMm: Number.NaN,
  capacityPieces: Number.NaN,
};

/** What a device of this type is usually mounted for. */
function usualGeometry(devices: readonly Device[], pieceGrams: number | null): Geometry {
  const [first] = devices;
  switch (first?.profile) {
    case "milesight-ws101":
    case "mclimate-button":
      return geometryOfKind("button", empty, pieceGrams);
    case "milesight-em300-mcs":
      return { ...geometryOfKind("presence", empty, pieceGrams), positions: devices.length } as Geometry;
    default:
      return empty;
  }
}
