import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { devicesQuery, locationsQuery, useCatalogue, useMay } from "../../api/queries.ts";
import { Guide } from "../../calibration/guide.tsx";
import { draftOf } from "../../calibration/kinds.ts";
import { useEngine } from "../../engine.ts";
import { t } from "../../language/language.ts";
import { Failed, Loading } from "../../parts/small.tsx";
import { NowShown } from "./now-shown.tsx";
import { SkipButton, StepHead, type StepProps } from "./setup.tsx";

/** The distances or weights as the sensor itself sees them, with its live readings. */
export function CalibrationStep({ draft, onDone }: StepProps) {
  const location = useQuery(locationsQuery).data?.find(({ id }) => id === draft.locationId);
  const devices = useQuery(devicesQuery);
  const engine = useEngine();
  const mayCalibrate = useMay("calibrate-locations");
  const { part } = useCatalogue();
  const over = () => onDone({ isCalibrationOver: true });
  const failed = [devices, engine].find(({ error, data }) => error && !data);
  if (failed?.error) return <Failed error={failed.error} onAgain={() => failed.refetch()} />;
  if (!location || !devices.data || !engine.data) return <Loading />;
  const unit = part.get(location.partId)?.unit ?? t("pieces");
  const calibrated = draftOf(location.geometry);
  const own = location.deviceIds.flatMap((id) => devices.data.find((device) => device.id === id) ?? []);
  return (
    <>
      <StepHead title={t("What does the sensor see?")}>
        {calibrated && own.length > 0 && mayCalibrate
          ? t("Empty it, then fill in amounts that you have counted: so its readings become pieces.")
          : t("Nothing has to be calibrated here.")}
      </StepHead>
      <NowShown location={location} unit={unit} />
      {calibrated && own.length > 0 && mayCalibrate ? (
        <>
          <Guide
            key={`${location.id} ${calibrated.kind}`}
            location={location}
            draft={calibrated}
            devices={own}
            engine={engine.data}
            unit={unit}
            onUsed={over}
          />
          <div>
            <SkipButton label={t("Not now: the numbers that I typed count")} onClick={over} />
          </div>
        </>
      ) : (
        <div>
          <Button onClick={over}>{t("Next")}</Button>
        </div>
      )}
    </>
  );
}
