import type { Device } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { measure, percent } from "../words.ts";
import { bestRssi, everyWords, isBatteryWeak, lifeWords, signalBars, signalWords } from "./device-words.ts";
import { Bars } from "./signal.tsx";

/** How it is, in five numbers. */
export function Figures({ device }: { device: Device }) {
  const bars = signalBars(device.signalMarginDb);
  const { batteryPercent, lostShare, spreadingFactor, dataRate } = device;
  const isLossy = lostShare !== null && lostShare > 0.1;
  return (
    <dl className="card device-figures">
      <Figure
        name={t("Last seen")}
        note={
          device.reportingIntervalSeconds === null
            ? t("how often it sends is not known yet")
            : t("sends {interval}", { interval: everyWords(device.reportingIntervalSeconds) })
        }
      >
        <Time iso={device.lastSeenAt} none={t("never")} />
      </Figure>
      <Figure
        name={t("Battery")}
        note={lifeWords(device)}
        isBad={isBatteryWeak(device)}
        drawing={
          batteryPercent === null ? null : (
            <span className="charge" aria-hidden>
              <span style={{ width: `${batteryPercent}%` }} />
            </span>
          )
        }
      >
        {percent(batteryPercent === null ? null : batteryPercent / 100)}
      </Figure>
      <Figure
        name={t("Signal")}
        note={
          bars === null
            ? "–"
            : t("{strength}, {margin} to spare", {
                strength: signalWords[bars]!,
                margin: measure(device.signalMarginDb, "dB", 0),
              })
        }
        isBad={bars === 1}
        drawing={<Bars count={bars} />}
      >
        {measure(bestRssi(device), "dBm", 0)}
      </Figure>
      <Figure
        name={t("Spreading factor")}
        note={
          spreadingFactor !== null && spreadingFactor >= 11
            ? t("slow and far: costs battery")
            : t("the network chooses it")
        }
      >
        {spreadingFactor === null ? (dataRate ?? "–") : `SF ${spreadingFactor}`}
      </Figure>
      <Figure
        name={t("Frames lost")}
        note={
          device.overwritten > 0
            ? t(
                "within 7 days; {count, plural, one {# message} other {# messages}} more while Refill was away",
                {
                  count: device.overwritten,
                },
              )
            : t("within 7 days")
        }
        isBad={isLossy}
      >
        {percent(lostShare)}
      </Figure>
    </dl>
  );
}

function Figure({
  name,
  note,
  isBad = false,
  drawing,
  children,
}: {
  name: string;
  note: React.ReactNode;
  isBad?: boolean;
  drawing?: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <div className={isBad ? "device-figure bad" : "device-figure"}>
      <dt>{name}</dt>
      <dd>
        <span className="device-figure-value">
          {children} {drawing}
        </span>
        <span className="device-figure-note">
          {isBad && <span aria-hidden>▲ </span>}
          {note}
        </span>
      </dd>
    </div>
  );
}
