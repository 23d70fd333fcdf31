import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Location } from "../api/client.ts";
import { devicesQuery, useMay } from "../api/queries.ts";
import { draftOf } from "../calibration/kinds.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { DeviceFacts } from "../parts/device-facts.tsx";
import { unknownWords } from "../words.ts";

/** What watches the location, and whether it can be believed. */
export function SensorsCard({ location: { id, level, geometry, deviceIds } }: { location: Location }) {
  const calibrates = useMay("calibrate-locations");
  const all = useQuery(devicesQuery).data;
  const devices = deviceIds.flatMap((each) => all?.find((device) => device.id === each) ?? []);
  return (
    <section className="card card-section" aria-label={t("Sensors")}>
      <div className="plan-card-head">
        <h2 className="section-head">{devices.length > 1 ? t("Sensors") : t("Sensor")}</h2>
        {calibrates && devices.length > 0 && draftOf(geometry) && (
          <ButtonLink size="xs" variant="default" to="/locations/$id/calibration" params={{ id }}>
            {t("Calibrate")}
          </ButtonLink>
        )}
      </div>
      {level && level.onHand === null && (
        <p className="problem">
          {t("The level is not known: {reason}.", { reason: unknownWords(level.unknownReason) })}
        </p>
      )}
      {level?.hasContradiction && (
        <p className="problem">
          {t("Its sensors disagree: the lower level counts until they agree or somebody counts.")}
        </p>
      )}
      {deviceIds.length === 0 && (
        <p className="soft">
          {t("No sensor watches this location: its level is what people count and receive.")}
        </p>
      )}
      {devices.map((device) => (
        <div key={device.id} style={{ marginTop: 10 }}>
          <Link to="/devices/$id" params={{ id: device.id }}>
            {device.name}
          </Link>
          <DeviceFacts device={device} />
        </div>
      ))}
    </section>
  );
}
