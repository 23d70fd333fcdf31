import { Button, FileButton, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { client, type Site, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { sitesQuery } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { NumberField } from "../../parts/form/number-fields.tsx";
import { measure } from "../../words.ts";
import { type ReadPicture, readPicture } from "./read-picture.ts";

/** The picture under the plan: given, scaled, replaced, taken away. */
export function FloorPlanCard({ site }: { site: Site }) {
  const [picture, setPicture] = useState<ReadPicture>();
  const [isScaling, setScaling] = useState(false);
  const reading = useMutation({ mutationFn: readPicture, onSuccess: setPicture });
  const removal = useRemoval(site);
  const { floorPlan } = site;
  // Of a picture that is not looked at any more the browser keeps nothing.
  useEffect(() => () => URL.revokeObjectURL(picture?.source ?? ""), [picture]);
  const close = () => {
    setPicture(undefined);
    setScaling(false);
  };
  const error = reading.error ?? removal.error;
  return (
    <section className="floor-panel" aria-label={t("Floor plan")}>
      <h2 className="arrange-head">{t("Floor plan")}</h2>
      <p className="soft arrange-how">
        {floorPlan
          ? t("The picture underneath is {width} wide and {height} high.", {
              width: measure(floorPlan.widthMetres, "m"),
              height: measure(floorPlan.heightMetres, "m"),
            })
          : t(
              "A picture of the hall underneath (PNG, JPEG or WebP) helps to put everything where it stands.",
            )}
      </p>
      <div className="arrange-buttons">
        <FileButton
          accept="image/png,image/jpeg,image/webp"
          onChange={(file) => file && reading.mutate(file)}
        >
          {(props) => (
            <Button variant="default" loading={reading.isPending} {...props}>
              {floorPlan ? t("Replace") : t("Upload a floor plan")}
            </Button>
          )}
        </FileButton>
        {floorPlan && (
          <>
            <Button variant="default" onClick={() => setScaling(true)}>
              {t("Scale")}
            </Button>
            <Button variant="default" loading={removal.isPending} onClick={() => removal.mutate()}>
              {t("Remove")}
            </Button>
          </>
        )}
      </div>
      {error && (
        <p role="alert" className="problem">
          {error.message}
        </p>
      )}
      <Modal
        opened={picture !== undefined || isScaling}
        onClose={close}
        title={t("Floor plan")}
        closeButtonProps={{ "aria-label": t("Close") }}
        size="lg"
        centered
      >
        <PlanForm site={site} picture={picture} onDone={close} />
      </Modal>
    </section>
  );
}

/** How wide the picture is in truth; without a new picture, that of the one that is there. */
function PlanForm({
  site,
  picture,
  onDone,
}: {
  site: Site;
  picture: ReadPicture | undefined;
  onDone(): void;
}) {
  const queries = useQueryClient();
  const { floorPlan } = site;
  const [width, setWidth] = useState(floorPlan?.widthMetres ?? 40);
  const proportions =
    picture?.proportions ?? (floorPlan ? floorPlan.heightMetres / floorPlan.widthMetres : 1);
  const save = useMutation({
    mutationFn: () =>
      putFloorPlan(site.id, { widthMetres: width, ...(picture ? { data: picture.data } : {}) }),
    onSuccess: (made) => {
      putInList(queries, sitesQuery.queryKey, made);
      onDone();
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="plan-preview">
        <img src={picture?.source ?? `/api/v1/sites/${site.id}/floor-plan`} alt={t("The floor plan")} />
        <span className="plan-width" aria-hidden="true">
          {measure(width, "m")}
        </span>
      </div>
      <NumberField
        label={t("How wide is all that the picture shows?")}
        description={t("Measure from its left edge to its right edge: then distances on the map are true.")}
        suffix=" m"
        decimals={2}
        value={width}
        onChange={setWidth}
        data-autofocus
      />
      <p className="soft arrange-how">
        {Number.isFinite(width) &&
          t("It is then {height} high.", { height: measure(width * proportions, "m") })}
      </p>
      {save.error && (
        <p role="alert" className="problem">
          {save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending} disabled={!(width >= 1)}>
        {picture ? t("Put it under the map") : t("Scale it")}
      </Button>
    </form>
  );
}

/** The picture is taken away at once, and can be brought back while the notice is there. */
function useRemoval(site: Site) {
  const queries = useQueryClient();
  const path = { params: { path: { id: site.id } } };
  return useMutation({
    mutationFn: async () => {
      const answer = await fetch(`/api/v1/sites/${site.id}/floor-plan`);
      const before = answer.ok ? await answer.blob() : undefined;
      await unwrap(client.DELETE("/api/v1/sites/{id}/floor-plan", path));
      putInList(queries, sitesQuery.queryKey, { ...site, floorPlan: null });
      return before;
    },
    onSuccess: (before) => {
      const widthMetres = site.floorPlan?.widthMetres;
      if (!before || widthMetres === undefined) return;
      const bringBack = async () => {
        const { data } = await readPicture(new File([before], "plan", { type: before.type }));
        putInList(queries, sitesQuery.queryKey, await putFloorPlan(site.id, { widthMetres, data }));
      };
      notifications.show({
        id: "floor-plan-removed",
        autoClose: 12_000,
        message: (
          <span className="arrange-saved">
            {t("The floor plan is removed.")}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide("floor-plan-removed");
                void bringBack().catch((error: Error) => notifications.show({ message: error.message }));
              }}
            >
              {t("Undo")}
            </Button>
          </span>
        ),
      });
    },
  });
}

function putFloorPlan(id: string, body: { widthMetres: number; data?: string }): Promise<Site> {
  return unwrap(client.PUT("/api/v1/sites/{id}/floor-plan", { params: { path: { id } }, body }));
}
