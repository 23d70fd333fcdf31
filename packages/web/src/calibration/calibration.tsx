import { t } from "../language/language.ts";
import "./calibration.css";
import "../planning/planning.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import type { Location } from "../api/client.ts";
import { devicesQuery, locationsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { useEngine } from "../engine.ts";
import { geometryKinds } from "../inventory/geometry-kinds.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { Guide } from "./guide.tsx";
import { draftOf } from "./kinds.ts";

/** How a sensor's reading becomes a level, found step by step: empty, a known amount, full. */
export function CalibrationPage() {
  const { id } = useParams({ from: "/inside/locations/$id/calibration" });
  const locations = useQuery(locationsQuery);
  const location = locations.data?.find((each) => each.id === id);
  if (locations.isPending) return <Loading />;
  if (locations.error && !locations.data)
    return <Failed error={locations.error} onAgain={() => locations.refetch()} />;
  if (!location)
    return (
      <>
        <PageHead title={t("Calibration")} />
        <Empty title={t("There is no such location")}>
          {t("It may have been removed. <link>Back to the overview</link>", {
            link: (inside) => <Link to="/">{inside}</Link>,
          })}
        </Empty>
      </>
    );
  return (
    <div className="record-form">
      <Link to="/locations/$id" params={{ id }} className="back-link">
        ← {location.name}
      </Link>
      <PageHead title={t("Calibrate {name}", { name: location.name })}>
        <span className="soft">{geometryKinds[location.geometry.kind].name}</span>
      </PageHead>
      <Ready location={location} />
    </div>
  );
}

function Ready({ location }: { location: Location }) {
  const mayCalibrate = useMay("calibrate-locations");
  const manages = useMay("manage-inventory");
  const devices = useQuery(devicesQuery);
  const engine = useEngine();
  const navigate = useNavigate();
  const { part } = useCatalogue();
  const draft = draftOf(location.geometry);
  const toSettings = manages && (
    <Link to="/inventory/locations/$id" params={{ id: location.id }}>
      {t("To its settings")}
    </Link>
  );
  if (!mayCalibrate)
    return (
      <Empty title={t("You may not do this")}>
        {t("Ask an admin of your account for the privilege “Calibrate locations”.")}
      </Empty>
    );
  if (!draft)
    return (
      <Empty title={t("There is nothing to calibrate")}>
        {location.geometry.kind === "button"
          ? t("A button tells that it was pressed, and measures nothing.")
          : t("Its sensors tell by themselves whether something is there.")}{" "}
        {toSettings}
      </Empty>
    );
  if (location.deviceIds.length === 0)
    return (
      <Empty title={t("No sensor watches this location")}>
        {t("Give it one first, then calibrate it. {toSettings}", { toSettings })}
      </Empty>
    );
  const failed = [devices, engine].find(({ error, data }) => error && !data);
  if (failed?.error) return <Failed error={failed.error} onAgain={() => failed.refetch()} />;
  if (!devices.data || !engine.data) return <Loading />;
  const own = location.deviceIds.flatMap((id) => devices.data.find((device) => device.id === id) ?? []);
  return (
    <Guide
      key={`${location.id} ${draft.kind}`}
      location={location}
      draft={draft}
      devices={own}
      engine={engine.data}
      unit={part.get(location.partId)?.unit ?? "pieces"}
      onUsed={() => void navigate({ to: "/locations/$id", params: { id: location.id } })}
    />
  );
}
