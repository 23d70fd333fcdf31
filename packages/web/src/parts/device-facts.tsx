import type { Device } from "../api/client.ts";
import { t } from "../language/language.ts";
import { deviceWords, percent, profileWords } from "../words.ts";
import { Facts } from "./facts.tsx";
import { Time } from "./small.tsx";

/** What a person wants to know of a sensor beside its location. */
export function DeviceFacts({ device }: { device: Device }) {
  const facts: [string, React.ReactNode][] = [
    [t("State"), deviceWords[device.state]],
    [t("Last seen"), <Time key="seen" iso={device.lastSeenAt} />],
    [t("Battery"), device.batteryPercent === null ? "–" : percent(device.batteryPercent / 100)],
    [t("Signal"), signal(device)],
    [t("Type"), profileWords[device.profile]],
    ["DevEUI", <code key="eui">{device.devEui}</code>],
  ];
  if (device.overwritten > 0) facts.push([t("Lost messages"), device.overwritten]);
  return <Facts facts={facts} />;
}

export function signal({ rssiDbm, snrDb, spreadingFactor, dataRate }: Device): string {
  if (rssiDbm === null) return "–";
  return `${rssiDbm} dBm, ${snrDb} dB, ${spreadingFactor === null ? dataRate : `SF${spreadingFactor}`}`;
}
