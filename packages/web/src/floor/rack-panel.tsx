import { Button, CloseButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Device, Part } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { measure } from "../words.ts";
import { countWords, signalTone, signalWords } from "./map/rack-look.ts";
import { RackFront } from "./rack-front.tsx";
import { RackPlaces } from "./rack-places.tsx";
import { coverageOf } from "./signal.ts";
import type { RackOnFloor } from "./site-floor.ts";

/** A rack that was opened on the map: its front, and on the layer of signals how each of its sensors is heard. */
export function RackPanel({
  each,
  part,
  device,
  hits,
  onClose,
}: {
  each: RackOnFloor;
  part: ReadonlyMap<string, Part>;
  /** While the map shows how sensors are heard. */
  device: ReadonlyMap<string, Device> | undefined;
  hits: ReadonlySet<string> | undefined;
  onClose(): void;
}) {
  const { rack, area, locations, counts, coming } = each;
  const mayArrange = useMay("manage-inventory");
  const [isArranging, arrange] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opens it by key or by ear goes on in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another rack is another reason to go there
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // On a narrow screen it lies above what was pressed.
    if (matchMedia("(max-width: 1000px)").matches) heading.current?.scrollIntoView({ block: "start" });
  }, [rack.id]);
  return (
    <section
      className="floor-panel rack-panel"
      aria-label={rack.name}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className="floor-panel-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {rack.name}
          </h2>
          <p className="soft">
            {area.name} · {locations.length === 0 ? t("nothing lies in it") : countWords(counts, coming)}
          </p>
        </div>
        <CloseButton onClick={onClose} aria-label={t("Close {name}", { name: rack.name })} />
      </div>
      <div className="rack-scroll">
        <RackFront rack={rack} locations={locations} part={part} hits={hits} />
      </div>
      {isArranging ? (
        <RackPlaces key={rack.id} each={each} onDone={() => arrange(false)} />
      ) : (
        mayArrange &&
        locations.length > 0 && (
          <Button size="xs" variant="default" mt="md" onClick={() => arrange(true)}>
            {t("Arrange places")}
          </Button>
        )
      )}
      {device && <SignalTable each={each} device={device} />}
    </section>
  );
}

function SignalTable({
  each: { locations },
  device,
}: {
  each: RackOnFloor;
  device: ReadonlyMap<string, Device>;
}) {
  const rows = locations.flatMap((location) =>
    location.deviceIds.flatMap((id) => {
      const own = device.get(id);
      return own ? [{ location, own, covered: coverageOf([own]) }] : [];
    }),
  );
  if (rows.length === 0) return <p className="soft">{t("No sensor watches this rack.")}</p>;
  return (
    <table className="table signal-table">
      <thead>
        <tr>
          <th scope="col">{t("Location")}</th>
          <th scope="col">{t("Signal")}</th>
          <th scope="col" className="number">
            {t("RSSI")}
          </th>
          <th scope="col" className="number">
            {t("SNR")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ location, own, covered: { signal } }) => (
          <tr key={own.id}>
            <td>{location.name}</td>
            <td>
              <span className={`state state-${signalTone[signal]}`}>{signalWords[signal]}</span>
            </td>
            <td className="number">{measure(own.rssiDbm, "dBm", 0)}</td>
            <td className="number">{measure(own.snrDb, "dB")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
