import type { Location, Part } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import type { SetupDraft } from "./draft.ts";
import { type StepName, steps } from "./step-names.ts";

export const stepNames: Record<StepName, string> = {
  part: t("Part"),
  supplier: t("Supplier"),
  place: t("Place"),
  sensor: t("Sensor"),
  geometry: t("How it is measured"),
  calibration: t("Calibration"),
  policy: t("When it orders"),
  label: t("Label"),
};

/** Those that need the location to be there; what comes before is changed in its settings from then on. */
const afterwards: readonly StepName[] = ["calibration", "policy", "label"];

/** Whether nothing is left to be done of a step. */
export function isDone(
  step: StepName,
  draft: SetupDraft,
  { part, location }: { part: Part | undefined; location: Location | undefined },
): boolean {
  switch (step) {
    case "part":
      return draft.partId !== null;
    case "supplier":
      return (part?.supplies.length ?? 0) > 0 || draft.isWithoutSupplier;
    case "place":
      return draft.siteId !== null && draft.name !== "";
    case "sensor":
      return draft.deviceIds !== null;
    case "geometry":
      return draft.locationId !== null;
    case "calibration":
      return draft.isCalibrationOver;
    case "policy":
      return (location?.policy ?? part?.policy ?? null) !== null && draft.locationId !== null;
    case "label":
      return false;
  }
}

/** Whether somebody may go there: all before it is done, and it can still be changed here. */
export function isOpenStep(step: StepName, done: (step: StepName) => boolean, isMade: boolean): boolean {
  if (isMade !== afterwards.includes(step)) return false;
  return steps.slice(0, steps.indexOf(step)).every(done);
}
